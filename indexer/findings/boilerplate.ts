import { hasViews, isGluedStamp, isStampLine } from '#indexer/dates/stamps.ts';
import type { Block } from '#indexer/formats/format.ts';
import { normalised } from '#lib/report/ids.ts';
import { beginnings, buttons, endings, labels, noteHeadings, phrases, relatedHeadings } from './boilerplate-words.ts';
import { isByline } from './bylines.ts';
import { keyHeading } from './key-heading.ts';
import { sentenceEnds } from './split.ts';

const MENU_WORDS = 4;
const MENU_LENGTH = 5;
const MOST_WORDS = 40;
/** Editorial notes run to some hundred words. */
const LONGEST = 140;
/** Characters: beyond, a line without spaces is none of the lines that are known here. */
const LONGEST_TEXT = 1500;
const LONGEST_NAME = 80;
/** Words of a call to subscribe or donate, and of a reference. */
const BUTTON_WORDS = 12;
const REFERENCE_WORDS = 25;

const ENDINGS = new Set(endings);
const NOTES = new Set(noteHeadings);
const RELATED = new Set(relatedHeadings);
const LABELS = new Set(labels);

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

function isBoilerplate({ kind, text }: Block, isListed: boolean, own: readonly string[]): boolean {
  const words = text.split(' ').length;
  if (isEmpty(text, words)) return true;
  // A finding may begin or end as such lines do: "Video by troops shows ...", "... drew 2,000 views".
  if (isListed) return kind !== 'item' && isGluedStamp(text);
  if (hasViews(text) || isGluedStamp(text)) return true;
  if (kind !== 'item' && isByline(text)) return true;
  if (words > LONGEST || text.length > LONGEST_TEXT) return false;
  if (words <= MOST_WORDS && beginnings.some((beginning) => beginning.test(text))) return true;
  if (words <= BUTTON_WORDS && !text.endsWith('.') && buttons.some((button) => button.test(text))) return true;
  if (phrases.some((phrase) => phrase.test(text))) return true;
  if (own.length === 0) return false;
  const plain = normalised(text);
  return own.some((phrase) => plain.includes(normalised(phrase)));
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

const REFERENCE =
  /https?:|www\.|\bdoi\b|^[[(]?\d{1,3}[\].)]|\bibid\b|\bpp?\.\s*\d|\b(?:accessed|retrieved)\b|\((?:19|20)\d{2}\)|\bop\. cit\b/i;

/** Below notes, is it none of them: a paragraph of two sentences, or of many words, that names no work? */
function isProse({ kind, text }: Block): boolean {
  if (kind !== 'paragraph' || isLink(text) || REFERENCE.test(text)) return false;
  return sentenceEnds(text).length > 0 || text.split(' ').length > REFERENCE_WORDS;
}

function withoutNotes(blocks: Block[]): Block[] {
  let inNotes = false;
  return blocks.filter((block) => {
    const isNotes = block.kind !== 'item' && NOTES.has(lineName(block.text));
    if (block.kind === 'heading' || isNotes) inNotes = isNotes;
    return !inNotes || (!isNotes && isProse(block));
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

/** The blocks that are a report's own: no menus, bylines, stamps, notes, recalled news or lists of other pages. */
export function withoutBoilerplate(blocks: Block[], { listed, boilerplate }: Known): Block[] {
  return withoutMenus(beforeRelated(withoutNotes(beforeEnding(blocks)))).filter(
    (block) => !isBoilerplate(block, listed.has(block), boilerplate),
  );
}
