import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { canonicalUrl, reportId } from '#lib/report/ids.ts';

/** What is known of an address that was fetched: the only state there is of it. Instants are ISO. */
export const Meta = z.object({
  /** As it was asked for. */
  url: z.url(),
  /** Where the redirects led. */
  finalUrl: z.url(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** The whole header, with its charset. */
  contentType: z.string().nullable(),
  /** When the bytes came. */
  fetchedAt: z.iso.datetime(),
  /** When the site was asked last, and had nothing new or these bytes. */
  checkedAt: z.iso.datetime(),
  status: z.number().int(),
  /** Of the stored bytes; null for an address that redirects, which has none. */
  sha256: z.string().nullable(),
  /** Name of the original, beside this file. */
  file: z
    .string()
    .regex(/^[^/\\]+$/)
    .nullable(),
  /** `list`: a sitemap, or a feed whose pages were fetched; it is no report itself. */
  role: z.enum(['reports', 'list']),
});
export type Meta = z.infer<typeof Meta>;

/** Where the original of an address lies: `name` is without ending, readable and permanent. */
export interface Place {
  folder: string;
  name: string;
  meta: string;
}

export function originalsFolder(dataFolder: string): string {
  return join(dataFolder, 'originals');
}

/** Two addresses of one page (its tracking parameters, http and https, with and without www) have one key. */
export function addressKey(url: string): string {
  const address = canonicalUrl(url) ?? new URL(url).origin;
  const host = new URL(url).host.replace(/^www\./, '');
  // `new URL` takes `..` for a host, and a port's colon is no part of a file's name everywhere.
  const folder = host.replace(/[^a-z0-9.-]/g, '_').replace(/^\.+/, '_');
  return `${folder}/${reportId({ url: address, path: '' })}`;
}

export function placeOf(dataFolder: string, url: string): Place {
  const [folder = '', name = ''] = addressKey(url).split('/');
  const full = join(originalsFolder(dataFolder), folder);
  return { folder: full, name, meta: join(full, `${name}${META}`) };
}

/** End of the name of a meta file. */
export const META = '.meta.json';

/** Null where there is none, or none that can be read. */
export function readMeta(file: string): Meta | null {
  try {
    return Meta.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
