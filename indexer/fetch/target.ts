import * as z from 'zod';
import { isDay } from '#lib/report/day.ts';
import type { Link } from './links.ts';
import { defaultPages } from './options.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `90m`, `12h`, `1d`, `2w` -> milliseconds. */
function milliseconds(text: string): number {
  return Number.parseInt(text, 10) * (UNITS[text.slice(-1)] ?? 0);
}

const Patterns = z.array(z.string().min(1));

/** A source over the network: an entry of the sources file, or an address of the command line. */
export const Target = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** Found out from what the address gives when left out. */
  kind: z.enum(['feed', 'sitemap', 'page']).optional(),
  /** `false`: a feed's own text is taken, and its items' pages are not fetched. */
  pages: z.boolean().optional(),
  include: Patterns.optional(),
  exclude: Patterns.optional(),
  /** Pages taken at most, the newest first. */
  limit: z.int().positive().optional(),
  /** A day, `YYYY-MM-DD`: pages known to be older are left out. */
  since: z.string().refine(isDay).optional(),
  /** Not fetched again sooner, in ms. */
  every: z
    .string()
    .regex(/^[1-9]\d{0,4}[mhdw]$/)
    .transform(milliseconds)
    .optional(),
});
export type Target = z.infer<typeof Target>;

/**
 * Does an address match a pattern? A pattern is a prefix, of the whole address or, where it starts with `/`, of its
 * path; `*` stands for anything, `$` at the end for the end.
 */
export function matchesPattern(url: string, pattern: string): boolean {
  const { pathname, search, href } = new URL(url);
  const text = pattern.startsWith('/') ? pathname + search : href;
  const anchored = pattern.endsWith('$');
  const [first = '', ...rest] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!text.startsWith(first)) return false;
  // The leftmost place for each piece is as good as any, but for the last one, which an end must follow.
  const last = anchored ? rest.pop() : undefined;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!anchored) return true;
  return last === undefined ? at === text.length : text.length - last.length >= at && text.endsWith(last);
}

/** How many of a list's pages were left out, and why. */
export interface LeftOut {
  /** By include and exclude. */
  excluded: number;
  /** By since. */
  older: number;
  /** By limit. */
  overLimit: number;
}

/** Pages to fetch, the newest first, and how many are left out. */
export interface Choice {
  chosen: Link[];
  left: LeftOut;
}

/** Chooses from the pages that a list names, each taken once. */
export function choosePages(links: Link[], target: Target): Choice {
  const { include, exclude = [], since, limit = defaultPages } = target;
  const unique = [...new Map(links.map((link) => [link.url, link])).values()];
  const wanted = unique.filter(
    ({ url }) =>
      (!include || include.some((pattern) => matchesPattern(url, pattern))) &&
      !exclude.some((pattern) => matchesPattern(url, pattern)),
  );
  const recent = wanted.filter(({ date }) => !since || !date || date >= since).sort(newestFirst);
  const left = {
    excluded: unique.length - wanted.length,
    older: wanted.length - recent.length,
    overLimit: Math.max(0, recent.length - limit),
  };
  return { chosen: recent.slice(0, limit), left };
}

/** Chooses from another list of the same source as well. */
export function chooseMore({ chosen, left }: Choice, links: Link[], target: Target): Choice {
  const more = choosePages(chosen.concat(links), target);
  return {
    chosen: more.chosen,
    left: {
      excluded: left.excluded + more.left.excluded,
      older: left.older + more.left.older,
      overLimit: left.overLimit + more.left.overLimit,
    },
  };
}

/** Those without a date come last, in the order of the list. */
export function newestFirst(a: Link, b: Link): number {
  return (b.date ?? '').localeCompare(a.date ?? '');
}
