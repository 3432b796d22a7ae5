import { isStampLine } from '#indexer/dates/stamps.ts';
import type { Block } from '#indexer/formats/format.ts';
import { sentenceEnds } from './split.ts';

/** Text taken off a page has its menus, forms and teasers around it: lines that are no sentences. */
const SENTENCE_END = /(?:[.!?…:;]["”»’')\]]*|,["”»])$/;
const LEAST_WORDS = 8;
/** A headline has fewer words. */
const LONG = 25;
/** What a sentence counts for, by its words, and what a line that is none counts against. */
const MOST_FOR = 80;
const LABEL = -4;
const HEADLINE = -8;
/** Dates on lines of their own stand below the headlines of other pages. */
const STAMP = -14;
const LABEL_WORDS = 4;
/** More labels in a row than links leave in a text that they broke. */
const LABELS_IN_TEXT = 2;
/** Fewer words of sentences than this are no article: the page is a list of others, and stays as it is. */
const LEAST_PROSE = 40;

/** Lines of authors, dates and buttons above an article's text. */
const HEAD_LINES = 8;
/** Lines around an article that are surely none of it. */
const LEAST_AROUND = 5;

const HEADLINES = 3;
const CAPITALS = 0.8;

function words(text: string): number {
  return text.split(' ').length;
}

/** Sentences, also those whose end went with a link that stood in them; a headline has one sentence, and few words. */
function isProse({ kind, text }: Block): boolean {
  const length = words(text);
  if (kind === 'heading' || length < LEAST_WORDS) return false;
  if (SENTENCE_END.test(text)) return true;
  return kind === 'paragraph' && (length >= LONG || sentenceEnds(text).length > 0);
}

/** What a line that is no sentence counts; `others` is how many such stand right above it. */
function against(block: Block, others: number): number {
  if (isStampLine(block.text)) return STAMP;
  const label = block.kind === 'heading' || words(block.text) <= LABEL_WORDS;
  return label && others < LABELS_IN_TEXT ? LABEL : HEADLINE;
}

/** What each block counts for its being the article's: sentences for it, once each, and other lines against it. */
function scoresOf(blocks: Block[]): number[] {
  const said = new Set<string>();
  let others = 0;
  let led = false;
  return blocks.map((block, at) => {
    const { kind, text } = block;
    const first = !said.has(text);
    said.add(text);
    const prose = isProse(block);
    // Bullets without full stops are lines of a list where a line leads in, and else as good as headlines.
    led = !prose && kind === 'item' && (led || blocks[at - 1]?.text.endsWith(':') === true);
    others = prose || led ? 0 : others + 1;
    if (prose) return first ? Math.min(words(text), MOST_FOR) : 0;
    return led ? 0 : against(block, others - 1);
  });
}

/** The run of blocks in which sentences outweigh other lines the most, [from, to). */
function densest(blocks: Block[]): { from: number; to: number; prose: number } {
  let best = { from: 0, to: 0, sum: 0 };
  let run = { from: 0, sum: 0 };
  const scores = scoresOf(blocks);
  for (const [at, score] of scores.entries()) {
    if (run.sum <= 0) run = { from: at, sum: 0 };
    run.sum += score;
    if (run.sum > best.sum) best = { from: run.from, to: at + 1, sum: run.sum };
  }
  const prose = scores.slice(best.from, best.to).reduce((sum, score) => sum + Math.max(0, score), 0);
  return { from: best.from, to: best.to, prose };
}

/** Where the article ends: bullets under a heading of their own still belong to it. */
function endOf(blocks: Block[], to: number): number {
  let end = to;
  while (blocks[end]?.kind === 'heading' && blocks[end + 1]?.kind === 'item')
    for (end += 1; blocks[end]?.kind === 'item'; ) end += 1;
  return end;
}

function isSaidOnce({ text }: Block, blocks: Block[]): boolean {
  return blocks.filter((block) => block.text === text).length === 1;
}

/** Where the article begins: authors and dates stand between its opening sentence and the text. */
function openingOf(blocks: Block[], start: number, isFurniture: (block: Block) => boolean): number {
  const from = Math.max(0, start - HEAD_LINES);
  const above = blocks
    .slice(from, start)
    .findLastIndex((block) => isProse(block) && !isFurniture(block) && isSaidOnce(block, blocks));
  return above < 0 ? start : from + above;
}

/** Few lines without a button among them are rather the report's. */
function isAround(blocks: Block[], isFurniture: (block: Block) => boolean): boolean {
  return blocks.length >= LEAST_AROUND || blocks.some(isFurniture);
}

/** Of a text taken off a page, the part that is its article; `listed` are findings, which are part of it wherever they stand. */
export function articleOf(
  blocks: Block[],
  listed: ReadonlyMap<Block, unknown>,
  isFurniture: (block: Block) => boolean,
): Block[] {
  const { from, to, prose } = densest(blocks);
  if (prose < LEAST_PROSE) return blocks;
  const first = blocks.findIndex((block) => listed.has(block));
  const start = first < 0 ? from : Math.min(from, first);
  const end = endOf(blocks, Math.max(to, blocks.findLastIndex((block) => listed.has(block)) + 1));
  const opening = openingOf(blocks, start, isFurniture);
  const headed = blocks[opening - 1]?.kind === 'heading' ? opening - 1 : opening;
  return blocks.slice(
    isAround(blocks.slice(0, headed), isFurniture) ? headed : 0,
    isAround(blocks.slice(end), isFurniture) ? end : blocks.length,
  );
}

function isHeadline({ kind, text }: Block): boolean {
  const long = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  const capital = long.filter((word) => /^\p{Lu}/u.test(word));
  return kind === 'item' && !/[.;:]$/.test(text) && long.length >= 3 && capital.length >= long.length * CAPITALS;
}

/** Without the headlines of other pages that end it: bullets In The Case Of Headlines. */
export function withoutHeadlines(blocks: Block[], listed: ReadonlyMap<Block, unknown>): Block[] {
  const last = blocks.findLastIndex((block) => block.kind !== 'item' || listed.has(block));
  const ending = blocks.slice(last + 1);
  const headlines = ending.filter(isHeadline);
  return headlines.length >= HEADLINES && headlines.length >= ending.length * CAPITALS
    ? blocks.slice(0, last + 1)
    : blocks;
}
