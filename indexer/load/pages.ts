import type { DocumentsQuery } from 'meilisearch';
import type { Meilisearch } from '#lib/archive/client.ts';

/** All documents of an index, or those that a filter takes, page by page; it must not be written to meanwhile. */
export async function* pages<T extends object>(
  client: Meilisearch,
  index: string,
  { filter, fields, size = 500 }: Pick<DocumentsQuery<T>, 'filter' | 'fields'> & { size?: number } = {},
): AsyncIterable<T[]> {
  for (let offset = 0; ; offset += size) {
    const { results } = await client
      .index<T>(index)
      .getDocuments({ limit: size, offset, ...(filter ? { filter } : {}), ...(fields ? { fields } : {}) });
    if (results.length > 0) yield results as T[];
    if (results.length < size) return;
  }
}
