import { foldSpaces } from '../clean.ts';
import { namesHost, sameName, withoutSite } from '../site-name.ts';

/** The page's headline, without the site's name. */
export function titleOf(
  document: Document,
  site: { name: string | null; url: string | null },
  described: string | null,
): string | null {
  const place = { name: site.name, host: site.url ? new URL(site.url).hostname : '' };
  const meta = foldSpaces(
    document
      .querySelector('meta[property="og:title"], meta[name="og:title"], meta[name="twitter:title"]')
      ?.getAttribute('content') ?? '',
  );
  const tag = foldSpaces(document.querySelector('title')?.textContent ?? '');
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => foldSpaces(heading.textContent ?? ''))
    .filter(Boolean);
  if (meta && !(site.name && sameName(meta, site.name)) && !namesHost(meta, place.host))
    return withoutSite(meta, place);
  const matching = headings.find((heading) => tag.toLowerCase().startsWith(heading.toLowerCase()));
  return (
    described ??
    matching ??
    (withoutSite(tag, place) || headings[0] || foldSpaces(document.querySelector('h2')?.textContent ?? '') || null)
  );
}
