import type { Block } from '#indexer/formats/format.ts';
import { keyHeading } from './key-heading.ts';

/** A finding by the place of its block, and the sub-heading it stands under. */
export interface Place {
  at: number;
  under: string | null;
}

/** More paragraphs than this under one heading are no list of findings, but a text. */
const MOST_PARAGRAPHS = 20;
/** Under sub-headings that no level tells from the report's own headings, a section has fewer paragraphs than a text. */
const MOST_IN_SECTION = 2;
const LEAST_WORDS = 5;
/** A sub-heading is a label; one of more words is a finding itself. */
const LABEL_WORDS = 8;
const SAME_START = 60;

function words(text: string): number {
  return text.split(' ').length;
}

function places(at: readonly number[], under: string | null = null): Place[] {
  return at.map((place) => ({ at: place, under }));
}

function run(blocks: Block[], from: number, end: number, holds: (block: Block) => boolean): number[] {
  const found: number[] = [];
  for (let at = from; at < end; at += 1) {
    const block = blocks[at];
    if (!block || !holds(block) || keyHeading(block.text) !== null) break;
    found.push(at);
  }
  return found;
}

function kindAt(blocks: Block[], at: number, end: number): Block['kind'] | null {
  return at < end ? (blocks[at]?.kind ?? null) : null;
}

function textAt(blocks: Block[], at: number): string {
  return blocks[at]?.text ?? '';
}

/** "North:" above bullets of its own. */
function isLabel(blocks: Block[], at: number): boolean {
  const text = textAt(blocks, at);
  return text.endsWith(':') && words(text) <= LABEL_WORDS && blocks[at + 1]?.kind === 'item';
}

/** Items; where each has a paragraph of its own below it, those that follow too. */
function items(blocks: Block[], from: number, end: number): number[] {
  const found = run(blocks, from, end, ({ kind }) => kind === 'item');
  if (found.length !== 1) return found.filter((at) => !isLabel(blocks, at));
  for (let at = from + 1; kindAt(blocks, at, end) === 'paragraph'; at += 2) {
    const single = kindAt(blocks, at + 1, end) === 'item' && kindAt(blocks, at + 2, end) !== 'item';
    if (!single) break;
    found.push(at + 1);
  }
  return found.length > 2 ? found : found.slice(0, 1);
}

function start(text: string): string {
  return text.slice(0, SAME_START).toLowerCase();
}

/** Paragraphs up to the next heading, or up to where the body takes up the first of them again. */
function paragraphs(blocks: Block[], from: number, end: number): number[] {
  const found = run(blocks, from, end, ({ kind }) => kind === 'paragraph');
  const first = start(textAt(blocks, from));
  const again = found.findIndex((at, index) => index > 0 && start(textAt(blocks, at)) === first);
  const listed = again > 0 ? found.slice(0, again) : found;
  return listed.length <= MOST_PARAGRAPHS ? listed : [];
}

interface Section {
  heading: number;
  found: number[];
  bulleted: boolean;
}

function sectionAt(blocks: Block[], heading: number, end: number): Section | null {
  if (kindAt(blocks, heading, end) !== 'heading' || keyHeading(textAt(blocks, heading)) !== null) return null;
  const bulleted = run(blocks, heading + 1, end, ({ kind }) => kind === 'item');
  if (bulleted.length > 0) return { heading, found: bulleted, bulleted: true };
  const found = run(blocks, heading + 1, end, ({ kind }) => kind === 'paragraph');
  return found.length > 0 ? { heading, found, bulleted: false } : null;
}

/**
 * Findings under sub-headings ("Key Takeaways", "Iran", a finding, "Syria", a finding). Where no level of the headings
 * says how far the list goes (`bounded`), it ends at a section of another form or a longer one, or where the body takes
 * up a sub-heading again.
 */
function sections(blocks: Block[], from: number, end: number, bounded: boolean): Section[] {
  const found: Section[] = [];
  const seen = new Set<string>();
  let at = from;
  for (let next = sectionAt(blocks, at, end); next; next = sectionAt(blocks, at, end)) {
    const name = textAt(blocks, next.heading).toLowerCase();
    const [first = next] = found;
    const long = !next.bulleted && (next.found.length > MOST_IN_SECTION || words(name) > LABEL_WORDS);
    if (!bounded && (seen.has(name) || next.bulleted !== first.bulleted || long)) break;
    seen.add(name);
    found.push(next);
    at = (next.found.at(-1) ?? next.heading) + 1;
  }
  // A single section below, or all that is left of the text, is as well the report's own.
  const unsure = !bounded && !found[0]?.bulleted && (found.length < 2 || at >= end);
  return unsure ? [] : found;
}

function placesOf(blocks: Block[], found: Section[]): Place[] {
  return found.flatMap(({ heading, found }) => places(found, textAt(blocks, heading).replace(/\s*:$/, '')));
}

/** Findings without a full stop look like headings: a run of them is the list. */
function lines(blocks: Block[], from: number, end: number): number[] {
  const found = run(blocks, from, end, ({ kind, text }) => kind === 'heading' && words(text) >= LEAST_WORDS);
  return found.length > 1 ? found : [];
}

/** The findings below a heading, up to `end`; `bounded` where that is the end of the heading's own part. */
export function itemsBelow(blocks: Block[], heading: number, end: number, bounded: boolean): Place[] {
  let from = heading + 1;
  // A line that leads in ("The analysts say:") may stand between heading and list.
  const leads = /:$/.test(textAt(blocks, from)) && kindAt(blocks, from, end) === 'paragraph';
  if (leads && kindAt(blocks, from + 1, end) !== 'paragraph') from += 1;
  const kind = kindAt(blocks, from, end);
  if (kind === 'heading') {
    const found = placesOf(blocks, sections(blocks, from, end, bounded));
    return found.length > 0 ? found : places(lines(blocks, from, end));
  }
  const found = kind === 'item' ? items(blocks, from, end) : kind === 'paragraph' ? paragraphs(blocks, from, end) : [];
  // Below a list, more bullets under sub-headings are findings; paragraphs explain it.
  const rest = bounded ? sections(blocks, (found.at(-1) ?? from) + 1, end, true) : [];
  return [
    ...places(found),
    ...placesOf(
      blocks,
      rest.filter(({ bulleted }) => bulleted),
    ),
  ];
}
