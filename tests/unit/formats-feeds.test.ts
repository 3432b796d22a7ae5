import { describe, expect, it } from 'vitest';
import { itemsOf } from '#tests/items.ts';

const TEXT = 'The ferry sailed again on Sunday, the port office said.';

async function read(path: string, text: string) {
  const { format, items } = await itemsOf(path, text);
  expect(format?.id).toBe('feed');
  return items;
}

function rss(items: string, head = ''): string {
  return `<rss version="2.0"><channel><title>Valley Desk</title>${head}${items}</channel></rss>`;
}

describe('a feed', () => {
  it('is known by its root, whatever its name', async () => {
    for (const path of ['a.xml', 'a.html', 'a.txt', 'feed'])
      expect(
        await read(
          path,
          `<?xml version="1.0"?>\n<!-- feed -->${rss(`<item><description>${TEXT}</description></item>`)}`,
        ),
      ).toMatchObject([{ ok: true, value: { key: 'item-1', blocks: [{ text: TEXT }] } }]);
  });

  it('resolves links against the site, and takes a guid that is an address', async () => {
    const items = await read(
      'a.xml',
      rss(
        `<item><link>a?b=1&amp;utm_source=x</link><description>${TEXT}</description></item>
         <item><guid>https://b.example/c</guid><description>${TEXT}</description></item>
         <item><link>javascript:alert(1)</link><description>${TEXT}</description></item>`,
        '<link>https://valley.example/news/</link>',
      ),
    );
    expect(items.map((item) => item.ok && item.value.metadata.url)).toEqual([
      'https://valley.example/news/a?b=1',
      'https://b.example/c',
      null,
    ]);
  });

  it('has the page that it was taken over from as its source', async () => {
    const source = '<source url="https://other.example/feed">Other Desk</source>';
    expect(await read('a.xml', rss(`<item>${source}<description>${TEXT}</description></item>`))).toMatchObject([
      { value: { metadata: { source: 'Other Desk' } } },
    ]);
  });

  it('tells of an item with no text', async () => {
    const items = await read(
      'a.xml',
      rss(
        `<item><title>Ferry sails</title><link>https://a.example/1</link><description>Ferry sails.</description></item>
         <item><title>Nothing at all</title><guid isPermaLink="false">7</guid><description> </description></item>`,
      ),
    );
    expect(items).toMatchObject([
      { ok: false, reason: 'no text in the feed, only a link: https://a.example/1', remedy: 'fetch its page' },
      { ok: false, source: 'a.xml#7', reason: 'an item with no text' },
    ]);
  });

  it('that is broken loses the broken item alone', async () => {
    const good = `<item><description>${TEXT}</description></item>`;
    expect(await read('a.xml', rss(`${good}<item><guid>a</guid><author><b></author></item>${good}`))).toMatchObject([
      { ok: true },
      { ok: false, source: 'a.xml#a', reason: 'an item with no text' },
      { ok: true },
    ]);
  });

  it('expands no entities, nests as deep as it likes, and ends soon', async () => {
    const started = Date.now();
    const deep = `${'<a>'.repeat(50_000)}x${'</a>'.repeat(50_000)}`;
    const [nested] = await read('a.xml', rss(`<item><extra>${deep}</extra><description>${TEXT}</description></item>`));
    expect(nested?.ok === true || nested?.reason).toBeTruthy();
    expect(
      await read('a.xml', rss(`<item><description>${deep.replaceAll('<', '&lt;')}</description></item>`)),
    ).toHaveLength(1);
    await read('a.xml', `<rss><channel>${'<item>'.repeat(200_000)}`);
    await read(
      'a.xml',
      `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(2000)}]>${rss(`<item><title>&a;</title><description>${TEXT}</description></item>`)}`,
    );
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
