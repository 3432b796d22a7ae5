import { describe, expect, it } from 'vitest';
import { itemOf } from '#tests/items.ts';

async function metadata(path: string, text: string) {
  return (await itemOf(path, text)).metadata;
}

const PROSE = 'The road service cleared the pass before the evening convoy.';

function page(head: string, body = ''): string {
  return `<!doctype html><html><head>${head}</head><body>${body}<p>${PROSE}</p></body></html>`;
}

describe('the address of a page whose canonical link is relative', () => {
  const canonical = '<link rel="canonical" href="/briefs/june-3">';

  it('has not the host of a style sheet or an icon', async () => {
    const head = `${canonical}<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=A"><link rel="icon" href="https://cdn.example/a.png">`;
    expect((await metadata('a.html', page(head))).url).toBe(null);
  });

  it.each([
    ['its base', '<base href="https://valley.example/">', ''],
    ['its short link', '<link rel="shortlink" href="https://valley.example/?p=4463">', ''],
    ['a link to itself', '', '<a href="https://valley.example/briefs/june-3">Link</a>'],
    [
      'the site most links lead to, if its name says so',
      '<meta property="og:site_name" content="Valley Desk">',
      '<a href="https://valley.example/">Home</a><a href="https://valley.example/maps">Maps</a><a href="https://x.example/">X</a>',
    ],
  ])('has the host of %s', async (_, head, body) => {
    expect((await metadata('a.html', page(canonical + head, body))).url).toBe('https://valley.example/briefs/june-3');
  });

  it('has not the host of links that the site is not named for', async () => {
    const links = '<a href="https://x.example/">X</a><a href="https://x.example/b">X</a>';
    expect((await metadata('a.html', page(canonical, links))).url).toBe(null);
  });
});

describe('what JSON-LD says', () => {
  it('is cleaned as other text is', async () => {
    const described =
      '{"@type":"NewsArticle","headline":"Roads &amp; fuel\\ue000 of\\u202e  the &lt;valley&gt;","publisher":{"name":"Valley\\u0007 &#xE001;Desk"}}';
    expect(await metadata('a.html', page(`<script type="application/ld+json">${described}</script>`))).toMatchObject({
      title: 'Roads & fuel of the <valley>',
      source: 'Valley Desk',
    });
  });
});

describe('the title of a plain text', () => {
  it.each([
    ['Pass opens - BBC News\nhttps://www.bbc.com/news/a', 'Pass opens', null],
    ['Pass opens | TIME\nhttps://time.com/1/pass-opens', 'Pass opens', null],
    ['Pass opens - Valley Desk\nSource: Valley Desk', 'Pass opens', 'Valley Desk'],
    ['Pass opens - ISW\nKyiv • UNN', 'Pass opens - ISW', 'UNN'],
    ['Pass opens | ISW\nKyiv • UNN', 'Pass opens | ISW', 'UNN'],
    ['Valley Desk\nhttps://valley.example/a\n\nPass opens – Valley Desk', 'Pass opens', 'Valley Desk'],
  ])('%j', async (head, title, source) => {
    expect(await metadata('a.txt', `${head}\n\n${PROSE}\n`)).toMatchObject({ title, source });
  });

  it('is no text of a line', async () => {
    expect((await metadata('a.txt', 'word '.repeat(1000))).title).toBe(null);
  });
});
