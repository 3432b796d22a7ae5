import { canonicalUrl } from '#lib/report/ids.ts';

/** Share of a page's links that its own site must have. */
const OWN_SHARE = 0.5;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What a page says of itself: its address, and the site's name. */
interface Own {
  /** The page's addresses as it states them, some of them relative. */
  stated: string[];
  site: string;
}

function ownOf(document: Document, described: string | null): Own {
  const value = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name) ?? '';
  const names = [value('meta[property="og:site_name"]', 'content'), document.querySelector('title')?.textContent ?? ''];
  return {
    stated: [
      value('meta[property="og:url"]', 'content'),
      described ?? '',
      value('link[rel~=shortlink]', 'href'),
      value('link[rel~=alternate][hreflang]', 'href'),
    ],
    site: names
      .join(' ')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  };
}

/** The host that most links to whole addresses lead to, if the page's site or address names it too. */
function linkedSite(document: Document, { stated, site }: Own): string | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const link of document.querySelectorAll('a[href^="http"]')) {
    const address = link.getAttribute('href') ?? '';
    if (!URL.canParse(address)) continue;
    const { origin } = new URL(address);
    counts.set(origin, (counts.get(origin) ?? 0) + 1);
    all += 1;
  }
  const [origin, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (!origin || count < all * OWN_SHARE) return undefined;
  const { hostname } = new URL(origin);
  const [name = ''] = hostname.replace(/^www\./, '').split('.');
  const named = name.length > 2 && site.includes(name.replaceAll('-', ''));
  return named || stated.some((address) => URL.canParse(address) && new URL(address).hostname === hostname)
    ? origin
    : undefined;
}

/** The site's own address among those the page names; the hosts of its style sheets and icons are often others'. */
function siteOf(document: Document, path: string, text: string, described: string | null): string | undefined {
  const base = document.querySelector('base[href]')?.getAttribute('href');
  if (base && URL.canParse(base)) return base;
  // A page that names its whole address somewhere (in buttons to share it, say) tells its host.
  const same = new RegExp(`(https?://[^\\s"'<>/]{1,255})${escaped(path)}["'?#<\\s]`, 'i').exec(text)?.[1];
  if (same) return same;
  const own = ownOf(document, described);
  const whole = own.stated.find((address) => canonicalUrl(address) !== null);
  return whole ?? linkedSite(document, own);
}

function resolved(document: Document, address: string | null, text: string, described: string | null): string | null {
  if (!address?.trim()) return null;
  const own = canonicalUrl(address.trim());
  if (own || /^[a-z]+:/i.test(address)) return own;
  const site = address.startsWith('//') ? 'https://x' : siteOf(document, address.trim(), text, described);
  return site ? canonicalUrl(address.trim(), site) : null;
}

/**
 * The page's own address: rel=canonical, then og:url, then what JSON-LD says. Site roots do not count: templates put them
 * on every page.
 */
export function addressOf(document: Document, text: string, described: string | null): string | null {
  const canonical = document.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? null;
  const og = document.querySelector('meta[property="og:url"]')?.getAttribute('content') ?? null;
  const whole = (address: string | null) => resolved(document, address, text, described);
  return whole(canonical) ?? whole(og) ?? whole(described);
}
