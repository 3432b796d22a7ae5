import { isKeyHeading } from '#indexer/findings/key-heading.ts';
import { blockOf, bulleted, foldSpaces, headingLike, isNote, withoutMarks } from '../clean.ts';
import type { Block } from '../format.ts';
import { paragraphsOf } from './wrapping.ts';

const HEADING = { words: 12, length: 90 };
/** More than a sentence that markup broke is a text whose lines are its own. */
const LONGEST = 4000;
/** "Sign in" is a label, "He was flown out in" the beginning of a sentence. */
const LABEL_WORDS = 2;
/** The end of a sentence or of a part of one. */
const CLOSED = /[.!?…;,]["”»’')]*$/;

/** A piece that inline markup left on a line of its own: the line before is unfinished, and the text goes on after. */
function goesOn(line: string): boolean {
  return /^(?:[\p{Ll}.,;:!?’')\]”»]|\d+%)/u.test(line) && bulleted(line) === null;
}

function unfinished(line: string): boolean {
  return !CLOSED.test(line) && !/:$/.test(line) && /(?:\s|^)[\p{Ll}\p{Lu}\p{N}'’-]+$/u.test(line);
}

/** Articles and prepositions end no heading and no sentence. */
const OPEN =
  /\s(?:a|an|the|of|in|on|at|to|by|for|from|with|and|or|that|as|its|their|his|her|в|у|на|і|й|та|з|із|до|за|и|с|к|по|от|из)$/iu;

/** What Markdown leaves in plain text: "**Losses:**", "_The author is …_". */
function withoutEmphasis(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}*])(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, '$2')
    .replace(/^_([^_]+)_?$/, '$1');
}

/** Text extracted from a page has `<em>` and links on lines of their own: "told the" / "Daily Mirror" / "on March 6 that". */
function rejoined(lines: string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    const last = joined.at(-1);
    const broken =
      last !== undefined &&
      joined.length > 1 &&
      last.length < LONGEST &&
      unfinished(last) &&
      !isNote(last) &&
      !isNote(line);
    const piece = line.split(' ').length <= 6 && goesOn(next) && !CLOSED.test(line);
    if (
      broken &&
      last &&
      (goesOn(line) ||
        (OPEN.test(last) && last.split(' ').length > LABEL_WORDS) ||
        (piece && last.split(' ').length > 6))
    ) {
      joined[joined.length - 1] = /^[.,;:!?’')\]”»]/.test(line) ? `${last}${line}` : `${last} ${line}`;
    } else joined.push(line);
  }
  return joined;
}

function isHeading(line: string, next: string | undefined): boolean {
  if (next === undefined || bulleted(line) !== null) return false;
  if (isKeyHeading(line)) return true;
  return headingLike(line, HEADING) && !/^[\p{Ll}"“«]/u.test(line);
}

/** The blocks of a text's lines, below its head. */
export function blocksOfLines(lines: string[]): Block[] {
  const { texts, wrapped } = paragraphsOf(lines);
  const folded = texts
    .map(foldSpaces)
    .map((text) => (isNote(text) ? text : withoutMarks(withoutEmphasis(text))))
    .filter(Boolean);
  const whole = wrapped ? folded : rejoined(folded);
  return whole.flatMap((line, at) => {
    if (/^#{1,6}\s+\S/.test(line)) return blockOf('heading', line.replace(/^#+\s+/, ''));
    return blockOf(isHeading(line, whole[at + 1]) ? 'heading' : 'paragraph', line);
  });
}
