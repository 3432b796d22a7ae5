import type { Outcome } from '#indexer/outcome.ts';
import { codeOf, failure, statusFailure } from './failure.ts';
import type { Follow, Permit } from './follow.ts';
import { type Media, mediaOf } from './media.ts';
import type { Meta } from './meta.ts';
import {
  type Said,
  type Stored,
  storedBytes,
  storedMeta,
  storeOriginal,
  storeRedirect,
  storeUnchanged,
} from './store.ts';

/** What an address gave, not yet stored. */
export interface Visited {
  said: Omit<Said, 'role'>;
  /** Null where it is what is stored already. */
  media: Media | null;
  redirects: string[];
}

export interface Visiting {
  follow: Follow;
  permit: Permit;
  dataFolder: string;
  /** Bytes of a page at most. */
  most: number;
}

function conditions(meta: Meta | null): Record<string, string> {
  return {
    ...(meta?.etag && { 'if-none-match': meta.etag }),
    ...(meta?.lastModified && { 'if-modified-since': meta.lastModified }),
  };
}

/** Asks for a page, unless it is as it was. */
export async function visit(url: string, { follow, permit, dataFolder, most }: Visiting): Promise<Outcome<Visited>> {
  const headers = (hop: string) => conditions(storedMeta(dataFolder, hop));
  const followed = await follow(url, { permit, headers });
  if (!followed.ok) return followed;
  const { reply, redirects } = followed.value;
  const { etag, 'last-modified': modified, 'content-type': type, 'retry-after': after } = reply.headers;
  const earlier = storedMeta(dataFolder, reply.url);
  if (reply.status === 304 && earlier?.file)
    return { ok: true, value: { said: { ...earlier, url }, media: null, redirects } };
  if (reply.status !== 200 && reply.status !== 203) return statusFailure(url, reply.status, after);
  const media = await mediaOf(reply, most);
  if (!media.ok) return { ...media, source: url };
  const said = { finalUrl: reply.url, etag: etag ?? null, lastModified: modified ?? null, contentType: type ?? null };
  return { ok: true, value: { said: { url, status: reply.status, ...said }, media: media.value, redirects } };
}

/** The bytes that an address gave, or those that have not changed since. */
export function bytesOf({ said, media }: Visited, dataFolder: string): Outcome<Uint8Array> {
  try {
    return { ok: true, value: media?.body ?? storedBytes(dataFolder, said.finalUrl) };
  } catch (error) {
    return failure(said.url, `its original cannot be read (${codeOf(error)})`, 'make the data folder readable');
  }
}

/** Stores what a visit gave. A failed outcome where the disk does not take it. */
export function keep({ said, media, redirects }: Visited, role: Meta['role'], dataFolder: string): Outcome<Stored> {
  const now = new Date().toISOString();
  try {
    const meta = { ...said, role };
    const earlier = media ? null : storedMeta(dataFolder, said.finalUrl);
    if (earlier) storeUnchanged(dataFolder, { ...earlier, role }, now);
    const stored = media ? storeOriginal(dataFolder, meta, media, now) : 'unchanged';
    for (const url of redirects) storeRedirect(dataFolder, url, meta, now);
    return { ok: true, value: stored };
  } catch (error) {
    return failure(
      said.url,
      `cannot be stored (${codeOf(error)})`,
      'make room on the disk, and the data folder writable',
    );
  }
}
