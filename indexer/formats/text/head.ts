import { foldSpaces } from '../clean.ts';
import { type Site, sameName, withoutSite } from '../site-name.ts';

/** What stands above the body of a plain text. */
export interface Head {
  title: string | null;
  url: string | null;
  source: string | null;
  date: string | null;
  published: string | null;
  rest: string[];
}

/** How many lines, blank ones aside, may stand above the body. */
const DEPTH = 6;

/** Longest headline, and most words of a site's name. */
const LONGEST_TITLE = 300;
const SITE_WORDS = 4;

const ADDRESS = /^(?:url|link|адреса|адрес)?\s*:?\s*<?(https?:\/\/[^\s<>]+)>?$/i;
const FIELD =
  /^(source|publisher|agency|date|covers|published|publication date|title|джерело|дата|источник)\s*:\s*(\S.*)$/i;
const PLACE = /^(\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,3})\s*(?:[•·|]| [-–—])\s*(\p{Lu}[\p{L}\p{N} .'’&/-]{1,48})$/u;
/** A stamp that an agency puts behind its name: "Kyiv • UNN • 1 March 2025, 04:27". */
const TRAIL = /\s*[•·|,]\s*\d.*$/;

/** "Kyiv • UNN" -> "UNN". */
function agencyOf(line: string): string | null {
  const match = PLACE.exec(line.replace(TRAIL, ''));
  return match?.[2]?.trim() ?? null;
}

type Field = 'title' | 'source' | 'date' | 'published';

const FIELDS: Record<string, Field> = {
  title: 'title',
  source: 'source',
  publisher: 'source',
  agency: 'source',
  джерело: 'source',
  источник: 'source',
  date: 'date',
  covers: 'date',
  дата: 'date',
  published: 'published',
  'publication date': 'published',
};

/** The first line that gives a field has it. */
function keep(head: Head, name: Field | 'url', value: string): true {
  head[name] ??= value;
  return true;
}

/** The title, or the title again: "Front moves west - ISW" is no place line, though it looks like one. */
function repeats(title: string | null, line: string): boolean {
  return title === null ? !/[•·]/.test(line) : line.startsWith(title.slice(0, 20));
}

function readLine(head: Head, line: string): boolean {
  const address = ADDRESS.exec(line)?.[1];
  if (address) return keep(head, 'url', address);
  const field = FIELD.exec(line);
  const name = field?.[1] && FIELDS[field[1].toLowerCase()];
  if (name && field[2]) return keep(head, name, field[2]);
  const agency = repeats(head.title, line) ? null : agencyOf(line);
  // "Pass opens - Valley Desk" below "Valley Desk" is the headline.
  if (agency !== null && head.title !== null && sameName(agency, head.title)) return false;
  return agency !== null && keep(head, 'source', agency);
}

function siteOf({ source, url }: Head): Site {
  return { name: source, host: url && URL.canParse(url) ? new URL(url).hostname : '' };
}

/** The headline without the site's name; where a page begins with that name alone, the line that ends in it is the headline. */
function titled(head: Head): Head {
  const { title, source } = head;
  if (!title) return head;
  const named = title.split(' ').length <= SITE_WORDS ? { name: title, host: '' } : null;
  const lines = named ? head.rest.slice(0, DEPTH).map(foldSpaces) : [];
  const at = lines.findIndex(
    (line) => named && line.length <= LONGEST_TITLE && withoutSite(line, named, true) !== line,
  );
  if (named && at >= 0)
    return {
      ...head,
      title: withoutSite(lines[at] ?? '', named, true),
      source: source ?? title,
      rest: head.rest.filter((_, place) => place !== at),
    };
  const alone = head.rest
    .slice(0, DEPTH)
    .map(foldSpaces)
    .find((line) => line && title.endsWith(line) && line.length < title.length / 2);
  const site = alone && source === null ? { name: alone, host: '' } : siteOf(head);
  return { ...head, title: withoutSite(title, site, source !== null) };
}

/** Title, address, source and dates from the first lines; `rest` is what follows, with lines that are none of these. */
export function readHead(lines: string[]): Head {
  const head: Head = { title: null, url: null, source: null, date: null, published: null, rest: [] };
  let met = 0;
  for (const [index, raw] of lines.entries()) {
    if (met >= DEPTH) {
      head.rest = head.rest.concat(lines.slice(index));
      break;
    }
    const line = foldSpaces(raw);
    if (line) met += 1;
    if (line && readLine(head, line)) continue;
    if (line.length <= LONGEST_TITLE && /[\p{L}\p{N}]/u.test(line) && head.title === null)
      head.title = line.replace(/^(?:#+\s+|(?:\p{So}\uFE0F?\s*)+(?=\p{L}))/u, '');
    else head.rest.push(raw);
    // A first line so long is the text itself.
    if (line.length > LONGEST_TITLE) met = DEPTH;
  }
  return titled(head);
}
