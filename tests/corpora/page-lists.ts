/**
 * A reading of the pages' HTML of its own, by their tags alone: which lists stand below a heading of key findings.
 * It shares nothing with the indexer's reading, which it checks.
 */

const HEADING = /^(?:key (?:takeaways|inflections?|findings)|takeaways|main points)\b.{0,90}$/i;
const BLOCK = /<(p|h[1-6]|li|div)\b[^>]*>|<\/(?:p|h[1-6]|li|div|ul|ol)>|<br\s*\/?>|<(?:ul|ol)\b[^>]*>/gi;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

function plain(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+|#\d+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\[\d+\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Piece {
  text: string;
  item: boolean;
}

/** The page's own text, piece by piece: what stands between the field's start and the tags. */
function pieces(page: string): Piece[] {
  const start = page.search(/property="content:encoded"/);
  const body = page.slice(Math.max(start, 0)).replace(/^[^>]*>/, '');
  const found: Piece[] = [];
  let from = 0;
  let item = false;
  for (const match of body.matchAll(BLOCK)) {
    const text = plain(body.slice(from, match.index));
    if (text) found.push({ text, item });
    from = match.index + match[0].length;
    if (/^<li\b/i.test(match[0])) item = true;
    else if (/^<\/(?:li|ul|ol)/i.test(match[0])) item = false;
  }
  return found;
}

/** The findings listed on a page; null where no heading in its main text announces any. */
export function listedOn(page: string): string[] | null {
  const all = pieces(page);
  const headings = all.flatMap(({ text, item }, at) => (!item && HEADING.test(text) ? [at] : []));
  if (headings.length === 0) return null;
  return headings.flatMap((heading) => {
    // A line may lead in.
    const from = all[heading + 1]?.item ? heading + 1 : heading + 2;
    const end = all.findIndex(({ item }, at) => at >= from && !item);
    return all.slice(from, end < 0 ? all.length : end).map(({ text }) => text);
  });
}
