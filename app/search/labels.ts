import { reportIdOf } from '#lib/search/by-report.ts';
import type { Applied } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Hit, Result, WayOn } from '#lib/search/result.ts';
import { dayParts, instant, shortDay } from '../format.ts';

/** A chosen value in words; the answer lists every chosen one, so the id is a fallback for none. */
export function valueLabel({ facet, value }: Applied, { facets }: Result): string {
  return facets[facet]?.values.find(({ id }) => id === value)?.label ?? value;
}

const SPANS: Record<string, string> = { d: 'day', m: 'month', y: 'year' };

function begin(from: string): string {
  const unit = SPANS[from.slice(-1)];
  if (!unit || from.includes('-')) return shortDay(from);
  const number = Number(from.slice(0, -1));
  return `the last ${number === 1 ? unit : `${number} ${unit}s`}`;
}

function spanLabel({ from, to }: Pick<Query, 'from' | 'to'>): string | null {
  if (from && to) return from === to ? shortDay(from) : `${begin(from)} – ${shortDay(to)}`;
  if (from) return from.includes('-') ? `since ${begin(from)}` : begin(from);
  return to ? `until ${shortDay(to)}` : null;
}

/**
 * The dates of a query in words, or null: `1 Feb 2025 – 28 Feb 2025`, `since 1 Feb 2025`, `the last 7 days`, and of another
 * date than the one covered `published since 1 Feb 2025`.
 */
export function datesLabel({
  date,
  ...span
}: Pick<Query, 'from' | 'to'> & Partial<Pick<Query, 'date'>>): string | null {
  const said = spanLabel(span);
  if (!said || !date || date === 'covered') return said;
  return `${date === 'published' ? 'published' : 'added'} ${said.startsWith('the') ? 'in ' : ''}${said}`;
}

/** Days from one to another: `12 – 14 Mar 2025`, `28 Feb 2025 – 2 Mar 2025`, `12 Mar 2025`. */
export function daysText({ from, to }: { from: string; to: string }): string {
  if (from === to) return shortDay(from);
  return `${from.slice(0, 7) === to.slice(0, 7) ? dayParts(from).day : shortDay(from)} – ${shortDay(to)}`;
}

const QUOTES = /["“”„«»]+/gu;

/** What a reader does who goes a way on: `Without “Russia”`. */
export function wayText({ off }: WayOn, result: Result): string {
  switch (off.is) {
    case 'value':
      return `Without “${off.part === 'not' ? 'not ' : ''}${valueLabel(off, result)}”`;
    case 'spelling':
      return `“${off.to}” for “${off.from}”${off.alone ? ', without any filter' : ''}`;
    case 'word':
      return wordText(off.word);
    case 'words':
      return `Without the words “${result.query.q}”`;
    case 'dates':
      return 'All dates';
    case 'exact':
      return 'Every spelling of names';
    case 'since':
      return 'Whenever it was added';
    case 'report':
      return 'In all reports';
    case 'group':
      return 'Not only what says the same';
    case 'filters':
      return 'Without any filter';
  }
}

function wordText(word: string): string {
  if (word.startsWith('-')) return `Without leaving out “${word.slice(1).replace(QUOTES, '')}”`;
  return `Without the ${QUOTES.test(word) ? 'phrase' : 'word'} “${word.replace(QUOTES, '')}”`;
}

/** The report that is searched in, by its title; by its id where nothing of it is found. */
export function reportLabel(report: string, { results }: Result): string {
  const hit = results.find((one) => reportIdOf(one) === report);
  if (!hit) return report;
  return `“${hit.type === 'finding' ? hit.report.title : hit.title}”`;
}

/** `since 3 Mar 2025, 10:00 UTC`. */
export function sinceLabel(since: string): string {
  return `since ${instant(since)}`;
}

const GUESSES: Partial<Record<string, string>> = {
  published: 'date as published',
  url: 'date from its address',
  none: 'no date stated',
};

/** On what a day rests that the report itself does not state, or null. */
export function guessLabel({ dates }: Hit): string | null {
  return GUESSES[dates.basis] ?? null;
}
