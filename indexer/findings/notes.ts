import type { Block } from '#indexer/formats/format.ts';
import { normalised } from '#lib/report/ids.ts';
import { isCall } from './boilerplate.ts';
import { noteHeadings } from './boilerplate-words.ts';
import { sentenceEnds } from './split.ts';

const HEADINGS = new Set(noteHeadings);
const LONGEST_HEADING = 40;
/** Words of a reference; more of them are rather prose. */
const REFERENCE_WORDS = 25;
const REFERENCE =
  /https?:|www\.|\bdoi\b|^[[(]?\d{1,3}[\].)]|\bibid\b|\bpp?\.\s*\d|\b(?:accessed|retrieved)\b|\((?:19|20)\d{2}\)|\bop\. cit\b/i;

/** Does a line announce notes: "References", "Endnotes:", "Джерела"? */
export function isNoteHeading({ kind, text }: Block): boolean {
  return kind !== 'item' && text.length <= LONGEST_HEADING && HEADINGS.has(normalised(text));
}

/** Below notes, is it none of them: a paragraph of two sentences, or of many words, that names no work? */
export function isProse({ kind, text }: Block): boolean {
  if (kind !== 'paragraph' || REFERENCE.test(text)) return false;
  return sentenceEnds(text).length > 0 || text.split(' ').length > REFERENCE_WORDS;
}

function numberOf(block: Block | undefined): number {
  return block?.kind === 'note' ? Number(/^\[(\d{1,3})\]/.exec(block.text)?.[1] ?? 0) : 0;
}

/** Notes that lost their number, as they name no address: "[4] …", two blocks, "[7] …". */
function betweenNumbers(blocks: Block[]): Set<Block> {
  const found = new Set<Block>();
  let last = { at: 0, number: 0 };
  for (const [at, block] of blocks.entries()) {
    const number = numberOf(block);
    if (number === 0) continue;
    const between = blocks.slice(last.at + 1, at);
    if (last.number > 0 && between.length > 0 && between.length === number - last.number - 1)
      for (const lost of between) found.add(lost);
    last = { at, number };
  }
  return found;
}

/** A text's blocks without its notes, and the notes: what stands below "References" up to the next heading. */
export function partNotes(blocks: Block[]): { text: Block[]; notes: Block[] } {
  const text: Block[] = [];
  const notes: Block[] = [];
  const numbered = betweenNumbers(blocks);
  let inNotes = false;
  for (const block of blocks) {
    const announces = isNoteHeading(block);
    if ((block.kind === 'heading' && !numbered.has(block)) || announces) inNotes = announces;
    if (announces) continue;
    const isNote = block.kind === 'note' || numbered.has(block) || (inNotes && !isProse(block));
    if (!isNote) text.push(block);
    else if (block.kind === 'note' || !isCall(block.text)) notes.push({ kind: 'note', text: block.text });
  }
  return { text, notes };
}
