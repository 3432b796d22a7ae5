const LANGUAGES = ['en', 'uk', 'ru', 'de', 'fr', 'es', 'pl', 'it', 'pt'];
const SHORT = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'sept'];

/** The month's name as it stands beside a day: "3 лютого". */
function nameOf(language: string, month: number): string {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const part = format.formatToParts(Date.UTC(2025, month, 3)).find(({ type }) => type === 'month');
  return (part?.value ?? '').toLowerCase();
}

/** Months by their names in lower case, from 1. */
export const months: ReadonlyMap<string, number> = new Map([
  ...LANGUAGES.toReversed().flatMap((language) =>
    Array.from({ length: 12 }, (_, at) => [nameOf(language, at), at + 1] as const),
  ),
  ...SHORT.map((name, at) => [name, at === 12 ? 9 : at + 1] as const),
]);

/** The names as a pattern, longest first. */
export const monthPattern = [...months.keys()].sort((a, b) => b.length - a.length).join('|');
