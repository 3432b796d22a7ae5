import { createHash } from 'node:crypto';

const TRACKING = /^(utm_\w+|fbclid|gclid|mc_[ce]id|ref_src)$/;

/** Lower-case ASCII words joined by `-`, at most `most` characters, never empty. */
export function slug(text: string, most = 60): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  return words.slice(0, most).replace(/^-+|-+$/g, '') || 'x';
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The address under which a page is known, or null when `url` is no page's address:
 * not http(s), or a site's root, which templates put on every page alike.
 */
export function canonicalUrl(url: string, base?: string): string | null {
  if (!URL.canParse(url, base)) return null;
  const parsed = new URL(url, base);
  if (!/^https?:$/.test(parsed.protocol)) return null;
  parsed.pathname = parsed.pathname.replace(/\/+$/, '') || '/';
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  for (const name of [...parsed.searchParams.keys()]) if (TRACKING.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  if (parsed.pathname === '/' && parsed.searchParams.size === 0) return null;
  return parsed.href;
}

/** Readable and permanent: the last step of the address or path, and a hash of the whole of it. */
export function reportId(address: { url: string | null; path: string }): string {
  const { url, path } = address;
  const name = url ? new URL(url).pathname : path;
  const last = name.split('/').filter(Boolean).at(-1) ?? 'report';
  // One file's name comes composed from one system and decomposed from another.
  const key = url ? url.replace(/^https?:\/\/(www\.)?/, '') : `path:${path.normalize('NFC')}`;
  return `${slug(last.replace(/\.[a-z]{2,5}$/i, ''))}-${sha256(key).slice(0, 10)}`;
}

/** The words of a text alone: case, punctuation and spacing may be edited without making it another finding. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function findingId(report: string, text: string): string {
  return `${report}-${sha256(normalised(text)).slice(0, 10)}`;
}

/** The fragment that names a finding on its report's page. */
export function findingAnchor(id: string): string {
  return `finding-${id.slice(-10)}`;
}
