import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpaces } from '#indexer/formats/clean.ts';
import type { Item } from '#indexer/formats/format.ts';
import { formats } from '#indexer/formats/formats.ts';
import { sourceOf } from '#indexer/formats/source.ts';
import { itemsOf } from '#tests/items.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/formats');
const ENDING = '.expected.json';

function fixturesOf(format: string): string[] {
  const names = readdirSync(join(FIXTURES, format));
  return names.filter((name) => !name.endsWith(ENDING));
}

function expectClean({ metadata, blocks }: Item): void {
  for (const value of Object.values(metadata)) expect(value ?? 'silent').toBe(foldSpaces(value ?? 'silent'));
  for (const block of blocks) {
    expect(block.text).toBe(block.text.trim());
    expect(block.text).not.toMatch(/[\n\r\uE000-\uF8FF]/);
    expect(block.text).not.toBe('');
  }
}

describe('every format', () => {
  it('has an id of its own', () => {
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  });

  it.each(formats.map(({ id }) => id))('%s is documented, and has at least four fixtures', (id) => {
    expect(existsSync(join(import.meta.dirname, '../../indexer/formats', id, 'readme.md'))).toBe(true);
    expect(fixturesOf(id).length).toBeGreaterThanOrEqual(4);
  });

  const cases = formats.flatMap((format) => fixturesOf(format.id).map((name) => [format, name] as const));
  it.each(cases)('$id reads %s', async (format, name) => {
    const read = await itemsOf(name, readFileSync(join(FIXTURES, format.id, name)));
    const expected: unknown = JSON.parse(readFileSync(join(FIXTURES, format.id, `${name}${ENDING}`), 'utf8'));
    expect(read.format).toBe(format);
    expect(read.items.map((item) => (item.ok ? item.value : item))).toEqual(expected);
  });

  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<li>',
    '<script>',
    '<br>',
    '---\n',
    '# ',
    '- ',
    '**',
    '[1]',
    '[^1]:',
    '\n\n',
    '&#xE000;',
    '|',
    '`',
    'Key Takeaways',
    '\nSource: ',
    '\ndate: ',
    '\u202e',
    '\u2066',
    '\ue000',
    '\u0007',
    '<title>',
    '<meta property="og:site_name" content="a &#xE001;\u202a b">',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A &amp; B\\ue000\\u202e","publisher":{"name":"P &#xE001;\\u2066"},"datePublished":"\\u00072025"}</script>',
    '01.03.25',
    ': ',
  );
  const mess = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }).map((parts) => parts.join(''));
  it.each(formats)('$id never throws, and its blocks are folded text without marks', async (format) => {
    await fc.assert(
      fc.asyncProperty(mess, async (text) => {
        const source = sourceOf({ path: 'a', name: 'a' }, Buffer.from(text));
        for await (const item of format.read(source)) if (item.ok) expectClean(item.value);
      }),
      { numRuns: 150 },
    );
  });
});
