import { dayOfInstant, writtenDay } from '#lib/report/day.ts';
import type { Hit } from '#lib/search/result.ts';

const SINGLE: Record<string, string> = { '“': '‘', '”': '’', '„': '‚' };

/** A text on one line in quotation marks; its own, of the same kind, become single ones. */
function quotation(text: string): string {
  const inner = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![^\s([{—–-])"/g, '‘')
    .replace(/"/g, '’')
    .replace(/[“”„]/g, (mark) => SINGLE[mark] ?? mark);
  return `“${inner}”`;
}

function dayOf({ dates: { covered, published } }: Hit): string {
  if (covered) return writtenDay(covered);
  return published ? `published ${writtenDay(dayOfInstant(published))}` : 'undated';
}

/**
 * A finding or a report as plain text to be pasted under what is written of it. `origin` is the site's own
 * (`https://host`), `accessedOn` a day `YYYY-MM-DD`.
 */
export function citationOf(hit: Hit, origin: string, accessedOn: string): string {
  const { source, originator, original } = hit;
  const here = `${origin}${hit.url}`;
  const statement = [
    originator ? `${source.name}, on a report by ${originator.name}` : source.name,
    quotation(hit.type === 'finding' ? hit.report.title : hit.title),
    dayOf(hit),
    ...(original ? [original, `archived at ${here}`] : [here]),
  ].join(', ');
  const said = hit.type === 'finding' ? `${quotation(hit.text)} ` : '';
  return `${said}${statement} (accessed ${writtenDay(accessedOn)})`;
}
