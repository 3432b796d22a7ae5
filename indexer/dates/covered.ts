import { type Day, dayNumber } from '#lib/report/day.ts';
import type { DateBasis } from '#lib/report/report.ts';
import { dayOf, findDates, type Stated } from './find-dates.ts';
import type { Publication } from './published.ts';
import { endOfSpan, quoteOfSpan } from './spans.ts';
import { dayNear, type Evidence, yearOfText } from './years.ts';

/** What may tell the day that a report covers. */
export interface Clues {
  /** The headings above its key findings. */
  headings: string[];
  title: string;
  /** Its first blocks. */
  head: string[];
  field: Publication | null;
  url: string | null;
  published: Publication | null;
  evidence: Evidence[];
  /** The full dates in the text, asked for where a year is found nowhere else. */
  fullDates: () => { quote: string; day: Day }[];
  monthFirst: boolean;
}

interface Covered {
  date: Day | null;
  dateBasis: DateBasis;
}

/** A date within a headline, far from the day of publication, is one that the headline speaks of. */
const NEAR = 45;
const AS_OF =
  /(?:\bas of\b|\bcut-?\s?off\b|\bsituation (?:on|for|report for)\b|\b(?:update|report|assessment|summary) (?:for|of|on)\b|станом на|за добу|по состоянию на|за сутки)/iu;

/** Characters behind "as of" in which its date stands. */
const AS_OF_REACH = 90;
/** "Report 41 issued on 21 February": the day it came out, not the one it covers. */
const ISSUED = /\b(?:issued|published|released|posted)(?:\s+on)?\s*$|(?:опубліковано|оприлюднено|опубликовано)\s*$/iu;

/** The date, its words those of the whole span that it ends. */
function inSpan(text: string, date: Stated): Stated {
  return { ...date, quote: quoteOfSpan(text, date) };
}

function basis(from: DateBasis['from'], quote: string | null, year: DateBasis['year'] = null): DateBasis {
  return { from, quote, year };
}

/** The day that the words mean, its year from the evidence where they name none. */
function resolved(date: Stated, from: DateBasis['from'], clues: Clues): Covered | null {
  const { quote } = date;
  if (date.year !== null) {
    const day = dayOf(date, date.year);
    return day ? { date: day, dateBasis: basis(from, quote) } : null;
  }
  const [evidence] = clues.evidence;
  if (evidence)
    return {
      date: dayNear(date, evidence.day),
      dateBasis: basis(from, quote, { from: evidence.from, quote: evidence.quote }),
    };
  const text = yearOfText(date, clues.fullDates());
  return text ? { date: text.day, dateBasis: basis(from, quote, { from: 'text', quote: text.quote }) } : null;
}

function fromHeadings(clues: Clues): Covered | null {
  for (const heading of clues.headings) {
    const date = findDates(heading, clues.monthFirst).at(-1);
    const covered = date ? resolved(date, 'text', clues) : null;
    if (covered?.date) return { ...covered, dateBasis: { ...covered.dateBasis, quote: heading.replace(/\s*:$/, '') } };
  }
  return null;
}

function fromTitle(clues: Clues): Covered | null {
  const date = findDates(clues.title, clues.monthFirst).at(-1);
  const covered = date ? resolved(inSpan(clues.title, date), 'title', clues) : null;
  if (!date || !covered?.date || ISSUED.test(clues.title.slice(0, date.index))) return null;
  const named = /[,:–—(-]\s*$|\b(?:for|of)\s*$|^$/u.test(clues.title.slice(0, date.index));
  const known = clues.published?.day ?? clues.evidence[0]?.day;
  const near = !known || Math.abs(dayNumber(known) - dayNumber(covered.date)) <= NEAR;
  return named || near ? covered : null;
}

/** A title that says when the report was issued, where nothing says more. */
function fromIssue(clues: Clues): Covered | null {
  const date = findDates(clues.title, clues.monthFirst).at(-1);
  const issued = date && ISSUED.test(clues.title.slice(0, date.index));
  const covered = issued ? resolved(date, 'title', clues) : null;
  return covered?.date ? covered : null;
}

function fromHead(clues: Clues): Covered | null {
  for (const text of clues.head) {
    const at = AS_OF.exec(text)?.index;
    const words = at === undefined ? '' : text.slice(at, at + AS_OF_REACH);
    const date = endOfSpan(words, findDates(words, clues.monthFirst));
    const covered = date ? resolved(inSpan(words, date), 'text', clues) : null;
    if (covered?.date) return covered;
  }
  return null;
}

const IN_PATH = /(?<!\d)((?:19|20)\d{2})([/-]?)(\d{2})\2(\d{2})(?!\d)/;

function fromUrl({ url, monthFirst }: Clues): Covered | null {
  if (!url) return null;
  const { pathname } = new URL(url);
  const numbers = IN_PATH.exec(pathname);
  const words = findDates(pathname.replace(/[-_/]+/g, ' ')).find(({ year }) => year !== null);
  const date =
    words ??
    (numbers
      ? findDates(
          numbers
            .slice(1)
            .filter((part) => /\d/.test(part))
            .join('-'),
          monthFirst,
        )[0]
      : undefined);
  const day = date?.year ? dayOf(date, date.year) : null;
  return day ? { date: day, dateBasis: basis('url', words ? words.quote : (numbers?.[0] ?? null)) } : null;
}

/** The day covered, by the surest clue: words over the findings, title, field, words of the text, address, publication. */
export function coveredDay(clues: Clues): Covered {
  const { field, published } = clues;
  const fromField = field ? { date: field.day, dateBasis: basis('metadata', field.quote) } : null;
  const fromPublication = published ? { date: published.day, dateBasis: basis('published', published.quote) } : null;
  const none: Covered = { date: null, dateBasis: basis('none', null) };
  return (
    fromHeadings(clues) ??
    fromTitle(clues) ??
    fromField ??
    fromHead(clues) ??
    fromUrl(clues) ??
    fromPublication ??
    fromIssue(clues) ??
    none
  );
}
