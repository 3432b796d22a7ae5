import { hasViews, isGluedStamp, isStampLine } from '#indexer/dates/stamps.ts';
import type { Block } from '#indexer/formats/format.ts';
import { normalised } from '#lib/report/ids.ts';
import { beginnings, buttons, endings, labels, phrases, relatedHeadings } from './boilerplate-words.ts';
import { isAuthor, isByline } from './bylines.ts';
import { keyHeading } from './key-heading.ts';
import { articleOf, withoutHeadlines } from './page-text.ts';

const MENU_WORDS = 4;
const MENU_LENGTH = 5;
const MOST_WORDS = 40;
/** Editorial notes run to some hundred words. */
const LONGEST = 140;
/** Characters: beyond, a line without spaces is none of the lines that are known here. */
const LONGEST_TEXT = 1500;
const LONGEST_NAME = 80;
/** How many lines of a page's furniture tell that a text was taken off it. */
const PAGE_LINES = 2;
/** Blocks among which the authors are named. */
const HEAD = 12;
/** Words of a call to subscribe or donate. */
const BUTTON_WORDS = 12;

const ENDINGS = new Set(endings);
const RELATED = new Set(relatedHeadings);
const LABELS = new Set(labels);

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'iu');
}

const BEGINNING = anyOf(beginnings);
const BUTTON = anyOf(buttons);
const PHRASE = anyOf(phrases);

/** The words of a line as the sets name it; a longer text is in none of them. */
function lineName(text: string): string {
  return text.length > LONGEST_NAME ? '' : normalised(text);
}

function length(blocks: Block[]): number {
  return blocks.reduce((sum, { kind, text }) => (kind === 'heading' ? sum : sum + text.length), 0);
}

function isLink(text: string): boolean {
  return /^(?:[-*•]\s*)?!?\[[^\]]*\]\([^)\s]+\)$/.test(text) || /^(?:https?:\/\/|www\.)\S+$/.test(text);
}

/** What a line is even in a list of findings: a label, a link, a date. */
function isEmpty(text: string, words: number): boolean {
  return isStampLine(text) || isLink(text) || (words <= 6 && LABELS.has(lineName(text)));
}

/** Is it a call or a button, whatever the document? */
export function isCall(text: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  const words = text.split(' ').length;
  return (
    (words <= MOST_WORDS && BEGINNING.test(text)) || (words <= BUTTON_WORDS && !text.endsWith('.') && BUTTON.test(text))
  );
}

/** Is it a call, a button, a caption or a legal line? */
function isFurniture(text: string): boolean {
  if (text.length > LONGEST_TEXT || text.split(' ').length > LONGEST) return false;
  return isCall(text) || PHRASE.test(text);
}

/** What is known of a document's lines: which are furniture, and the normalised phrases of its publisher. */
interface Lines {
  isFurniture: (block: Block) => boolean;
  own: readonly string[];
}

function isBoilerplate(block: Block, isListed: boolean, { isFurniture, own }: Lines): boolean {
  const { kind, text } = block;
  const words = text.split(' ').length;
  if (isEmpty(text, words)) return true;
  // A finding may begin or end as such lines do: "Video by troops shows ...", "... drew 2,000 views".
  if (isListed) return kind !== 'item' && isGluedStamp(text);
  if (hasViews(text) || isGluedStamp(text)) return true;
  if (kind !== 'item' && isByline(text)) return true;
  if (isFurniture(block)) return true;
  if (own.length === 0 || words > LONGEST || text.length > LONGEST_TEXT) return false;
  const plain = normalised(text);
  return own.some((phrase) => plain.includes(phrase));
}

/** What follows a line such as "Recall" goes, but for key findings that are listed behind it. */
function beforeEnding(blocks: Block[]): Block[] {
  let ended = false;
  return blocks.filter(({ kind, text }) => {
    if (ENDINGS.has(lineName(text))) ended = true;
    else if (ended && kind === 'heading' && keyHeading(text) !== null) ended = false;
    return !ended;
  });
}

/** Lists of other pages end a text, if most of it lies before them: menus above it have the same names. */
function beforeRelated(blocks: Block[]): Block[] {
  const all = length(blocks);
  let before = 0;
  for (const [at, block] of blocks.entries()) {
    const isRelated = block.kind !== 'item' && RELATED.has(lineName(block.text));
    if (isRelated && before > all - before) return blocks.slice(0, at);
    before += length([block]);
  }
  return blocks;
}

/** A menu, in text from a page: short lines in a row. */
function withoutMenus(blocks: Block[]): Block[] {
  const isShort = (block: Block | undefined) =>
    block?.kind === 'heading' && block.text.split(' ').length <= MENU_WORDS && !keyHeading(block.text);
  const menus = new Set<Block>();
  for (let at = 0; at < blocks.length; at += 1) {
    const from = at;
    while (isShort(blocks[at])) at += 1;
    if (at - from >= MENU_LENGTH) for (const block of blocks.slice(from, at)) menus.add(block);
  }
  return blocks.filter((block) => !menus.has(block));
}

/** Blocks that stand in a list of key findings, and phrases that mark lines of the publisher's about its product. */
export interface Known {
  listed: ReadonlyMap<Block, unknown>;
  boilerplate: readonly string[];
}

/** Each block asked once. */
function remembered(holds: (block: Block) => boolean): (block: Block) => boolean {
  const known = new Map<Block, boolean>();
  return (block) => {
    const held = known.get(block) ?? holds(block);
    known.set(block, held);
    return held;
  };
}

function isLabel({ kind, text }: Block): boolean {
  const name = kind === 'item' ? '' : lineName(text);
  return LABELS.has(name) || RELATED.has(name);
}

/** The blocks that are a report's own: no menus, bylines, stamps, recalled news or lists of other pages. */
export function withoutBoilerplate(blocks: Block[], { listed, boilerplate }: Known): Block[] {
  const head = new Set(blocks.slice(0, HEAD));
  const ended = withoutHeadlines(beforeEnding(blocks), listed);
  const lines = { isFurniture: remembered(({ text }) => isFurniture(text)), own: boilerplate.map(normalised) };
  const isPageLine = (block: Block) => isLabel(block) || lines.isFurniture(block);
  const offPage = blocks.filter((block) => !listed.has(block) && isPageLine(block)).length >= PAGE_LINES;
  const article = offPage ? articleOf(ended, listed, isPageLine) : ended;
  return withoutMenus(beforeRelated(article)).filter(
    (block) => !isBoilerplate(block, listed.has(block), lines) && !(head.has(block) && isAuthor(block.text)),
  );
}
