import { Readability } from '@mozilla/readability';
import { keyList } from '#indexer/findings/key-list.ts';
import type { Block } from '../format.ts';
import { blocksOf, readPart } from './blocks.ts';

const MOST_ELEMENTS = 60_000;
/** Share of the body's text that an `article` must hold to be the page's article, and not a teaser. */
const ARTICLE_SHARE = 0.3;

/** Texts shorter than this are labels rather than prose. */
const SHORT = 25;
const SMALL = 3000;
/** Share of a text that its links may be. */
const MOST_LINKED = 0.1;

function size(element: Element): number {
  return (element.textContent ?? '').length;
}

function largest(elements: Iterable<Element>): Element | null {
  return [...elements].reduce<Element | null>(
    (best, element) => (best && size(best) >= size(element) ? best : element),
    null,
  );
}

/** The element that the page itself marks as its main part. */
function mainElement(document: Document): Element {
  const { body } = document;
  const main = largest(document.querySelectorAll('main, [role=main]')) ?? body;
  const article = largest(main.querySelectorAll('article, [itemprop=articleBody]'));
  return article && size(article) >= size(main) * ARTICLE_SHARE ? article : main;
}

function readable(document: Document): Block[] {
  const article = new Readability(document, { serializer: (node) => node, maxElemsToParse: MOST_ELEMENTS }).parse();
  return article?.content ? blocksOf(article.content as Element) : [];
}

/** Null where the page is nested too deep to be walked. */
function tried<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function prose(blocks: Block[]): number {
  return blocks.reduce(
    (sum, { kind, text }) => (kind === 'heading' || kind === 'note' || text.length < SHORT ? sum : sum + text.length),
    0,
  );
}

/** Does the page mark its main part, and is that a text and no list of links? Then nothing need be guessed. */
function isPlain(main: Element, { blocks, linked }: { blocks: Block[]; linked: number }): boolean {
  const text = prose(blocks);
  return main.tagName !== 'BODY' && text >= SMALL && linked <= text * MOST_LINKED;
}

/** The blocks of a page's article, or null where it cannot be walked. Destructive: Readability takes the document apart. */
export function contentBlocks(document: Document): Block[] | null {
  const main = mainElement(document);
  const part = tried(() => readPart(main));
  if (part && isPlain(main, part)) return part.blocks;
  const marked = part?.blocks ?? null;
  const read = tried(() => readable(document));
  if (!marked || !read) return marked ?? read;
  const lost = keyList(marked).items.length > keyList(read).items.length;
  // A page that marks its main part says more than Readability can guess, and so does a short one.
  const sure = main.tagName !== 'BODY' || prose(marked) < SMALL;
  const thin = prose(read) < prose(marked) * (sure ? 0.7 : 0.25);
  return lost || thin || read.length === 0 ? marked : withNotes(read, marked);
}

/** Readability takes lists of notes for none of the text. */
function withNotes(read: Block[], marked: Block[]): Block[] {
  const known = new Set(read.flatMap(({ kind, text }) => (kind === 'note' ? [text] : [])));
  return [...read, ...marked.filter(({ kind, text }) => kind === 'note' && !known.has(text))];
}
