const SUFFIX = /^(.*\S)\s*(\||::|»|·|•|\s[-–—])\s*([^|»·•]{2,60})$/;

/** Where a page stands, as far as it is known. */
export interface Site {
  name: string | null;
  host: string;
}

/** Are two names one, but for case, spacing and "The"? */
export function sameName(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/^the\s+|[^\p{L}\p{N}]+/gu, '');
  return bare(a) !== '' && bare(a) === bare(b);
}

/** Letters of a host's name, for "Lowy Institute" on lowyinstitute.org, or its first word, for "BBC News" on bbc.com. */
export function namesHost(name: string, host: string): boolean {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const letters = words.join('');
  if (letters.length > 2 && host.replace(/[^a-z0-9]/g, '').includes(letters)) return true;
  const [first = ''] = words;
  return first.length > 2 && words.length <= 3 && host.split('.').slice(0, -1).includes(first);
}

/**
 * "Headline | Site" -> "Headline": only the site's own name goes, or what stands behind a bar. `strict` where a bar may
 * as well stand before the name of another, whose report the page carries.
 */
export function withoutSite(title: string, site: Site, strict = false): string {
  const [, head, mark, name] = SUFFIX.exec(title) ?? [];
  if (!head || !name) return title;
  const known = (site.name && sameName(name, site.name)) || namesHost(name, site.host);
  return known || (!strict && (mark === '|' || mark === '::')) ? head.trim() : title;
}
