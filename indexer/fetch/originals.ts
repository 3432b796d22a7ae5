import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Found } from '#indexer/discover/files.ts';
import type { Outcome } from '#indexer/outcome.ts';
import { canonicalUrl } from '#lib/report/ids.ts';
import { failure } from './failure.ts';
import { charsetOf } from './media.ts';
import { META, originalsFolder, readMeta } from './meta.ts';

async function names(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch(() => []);
  return entries.sort();
}

/** The stored originals that hold reports, in the order of host and name. Lists, meta files and the history are none. */
export async function* originals(dataFolder: string): AsyncIterable<Outcome<Found>> {
  const root = originalsFolder(dataFolder);
  for (const host of await names(root)) {
    const metas = (await names(join(root, host))).filter((name) => name.endsWith(META));
    for (const name of metas) {
      const meta = readMeta(join(root, host, name));
      const source = join(root, host, name);
      if (!meta) {
        yield failure(source, 'says nothing of its original that can be read', 'delete it, and fetch the page again');
        continue;
      }
      if (meta.file === null || meta.role === 'list') continue;
      const file = join(root, host, meta.file);
      if (!existsSync(file)) {
        yield failure(meta.finalUrl, 'its original is gone', `fetch it again, or delete ${source}`);
        continue;
      }
      const charset = charsetOf(meta.contentType);
      const place = { path: `${host}/${meta.file}`, file, name: meta.finalUrl, root, url: canonicalUrl(meta.finalUrl) };
      yield { ok: true, value: { ...place, ...(charset && { charset }) } };
    }
  }
}
