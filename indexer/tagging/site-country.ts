/** Domains of countries that are used everywhere. */
const EVERYWHERE = new Set(['co', 'io', 'me', 'tv', 'ai', 'ly', 'to', 'fm', 'eu', 'ws', 'cc']);
const names = new Intl.DisplayNames('en', { type: 'region' });

/** The English name of the country in whose domain a page stands, or '': "https://example.co.uk" -> "United Kingdom". */
export function siteCountry(url: string | null): string {
  const domain = url && URL.canParse(url) ? (new URL(url).hostname.split('.').at(-1) ?? '') : '';
  if (!/^[a-z]{2}$/.test(domain) || EVERYWHERE.has(domain)) return '';
  return names.of(domain === 'uk' ? 'GB' : domain.toUpperCase()) ?? '';
}
