import type { Format, Item } from '#indexer/formats/format.ts';
import { formatOf } from '#indexer/formats/formats.ts';
import { sourceOf } from '#indexer/formats/source.ts';
import type { Outcome } from '#indexer/outcome.ts';

/** What a file of this name and content is read as, and by which format; none where no format takes it. */
export async function itemsOf(
  path: string,
  content: string | Uint8Array,
  mapping: Record<string, string> = {},
): Promise<{ format: Format | null; items: Outcome<Item>[] }> {
  const source = sourceOf({ path, name: path, mapping }, Buffer.from(content));
  const format = formatOf(source);
  if (!format.ok) return { format: null, items: [format] };
  const items: Outcome<Item>[] = [];
  for await (const item of format.value.read(source)) items.push(item);
  return { format: format.value, items };
}

/** The one document of a file. */
export async function itemOf(path: string, content: string | Uint8Array): Promise<Item> {
  const { items } = await itemsOf(path, content);
  const [item] = items;
  if (items.length !== 1 || !item?.ok) throw new Error(`not one document: ${JSON.stringify(items)}`);
  return item.value;
}
