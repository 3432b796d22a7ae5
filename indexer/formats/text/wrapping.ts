import { bulleted } from '../clean.ts';

const NARROW = 45;
const WIDE = 110;

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** Were the lines broken at a column? Then lines that go on are of nearly one length, and blank lines part paragraphs. */
function isWrapped(lines: string[]): boolean {
  if (lines.some((line) => line.length > WIDE * 1.5 && !/https?:/.test(line))) return false;
  const goingOn = lines.filter((line, at) => {
    const next = (lines[at + 1] ?? '').trim();
    return !isBlank(line) && next !== '' && bulleted(next) === null;
  });
  const last = lines.findLastIndex((line) => !isBlank(line));
  if (goingOn.length < 3 || !lines.slice(0, last).some(isBlank)) return false;
  const full = goingOn.filter((line) => line.trimEnd().length >= NARROW && line.trimEnd().length <= WIDE);
  // A line that ends a sentence is rather a paragraph of its own.
  const closed = goingOn.filter((line) => /[.!?:]["”»’')]*$/.test(line.trimEnd()));
  return full.length >= goingOn.length * 0.6 && closed.length <= goingOn.length * 0.4;
}

/** Paragraphs, items and headings, one text each: hard-wrapped lines joined, else one text a line. */
export function paragraphsOf(lines: string[]): { texts: string[]; wrapped: boolean } {
  if (!isWrapped(lines)) return { texts: lines, wrapped: false };
  const texts: string[] = [];
  let open = false;
  for (const line of lines) {
    const text = line.trim();
    if (open && text !== '' && bulleted(text) === null) texts[texts.length - 1] += ` ${text}`;
    else if (text !== '') texts.push(text);
    // A line that ends early with a colon is a heading, though its list follows at once.
    open = text !== '' && !(text.endsWith(':') && text.length < 80);
  }
  return { texts, wrapped: true };
}
