import { describe, expect, it } from 'vitest';
import { itemsOf } from '#tests/items.ts';

const TEXT = 'The ferry sailed again on Sunday, the port office said.';

async function keysOf(path: string, content: string) {
  const { items } = await itemsOf(path, content);
  return items.map((item) => (item.ok ? item.value.key : item.reason));
}

describe('keys', () => {
  it('are told apart within a file', async () => {
    const rows = ['a', 'a', 'a-2', 'a'].map((id) => `${id},${TEXT.replace(',', '')}`).join('\n');
    expect(await keysOf('t.csv', `id,text\n${rows}\n`)).toEqual(['a', 'a-2', 'a-2-2', 'a-3']);
  });

  it('of rows without ids go by what they say, wherever they stand', async () => {
    const [first, second] = [`One. ${TEXT}`, `Two. ${TEXT}`].map((text) => JSON.stringify({ text }));
    const keys = await keysOf('t.jsonl', `${first}\n${second}\n`);
    expect(new Set(keys).size).toBe(2);
    expect(await keysOf('t.jsonl', `${second}\n${first}\n`)).toEqual(keys.toReversed());
  });
});
