import { bulleted, foldSpaces, headingLike } from '../clean.ts';

/** A run of text in one weight; `\n` stands for a line break of the page, `target` for the end of a link. */
export interface Run {
  text: string;
  bold: boolean;
  linked: boolean;
  target?: string;
}

export interface Line {
  text: string;
  /** The text with the addresses of its links, as a note is kept. */
  cited: string;
  bold: boolean;
  /** Characters of it that are links. */
  linked: number;
}

function empty(): Line {
  return { text: '', cited: '', bold: true, linked: 0 };
}

const ADDRESS_AT_END = /(?:h?ttps?:\/\/|www\.)\S*$/i;

/** Pages cut the addresses that they show; the link has it whole. */
function cite(line: Line, target: string): void {
  const shown = ADDRESS_AT_END.exec(line.cited)?.[0];
  line.cited = shown === undefined ? `${line.cited} ${target}` : line.cited.slice(0, -shown.length) + target;
}

export function linesOf(runs: Run[]): Line[] {
  const lines = [empty()];
  for (const { text, bold, linked, target } of runs) {
    const last = lines.at(-1);
    if (text === '\n') lines.push(empty());
    else if (last && target) cite(last, target);
    else if (last) {
      // What a page puts behind an address that it cut.
      last.cited +=
        last.cited.endsWith('…') || /https?:\S+$/.test(last.cited) ? text.replace(/^(?:\.{3}|…)/, '') : text;
      last.text += text;
      last.bold &&= bold || text.trim() === '';
      if (linked) last.linked += text.length;
    }
  }
  return lines.map((line) => {
    const text = foldSpaces(line.text);
    return { ...line, text, cited: foldSpaces(line.cited), bold: line.bold && text !== '' };
  });
}

function join(to: Line, line: Line): void {
  to.text += ` ${line.text}`;
  to.cited += ` ${line.cited}`;
  to.bold &&= line.bold;
  to.linked += line.linked;
}

/** All lines as one. */
export function whole(lines: Line[]): Line {
  const [first = empty(), ...others] = lines;
  const joined = { ...first };
  for (const line of others) join(joined, line);
  return { ...joined, bold: false };
}

/** Lines that `<br>` broke are one paragraph, but for empty lines, bullets and headings between them. */
export function withParagraphs(lines: Line[]): Line[] {
  const joined: Line[] = [];
  let open = false;
  for (const line of lines) {
    const isItem = bulleted(line.text) !== null;
    const stands = isItem || (line.bold && headingLike(line.text, { words: 20, length: 160 }));
    const last = joined.at(-1);
    if (line.text && open && !stands && last) join(last, line);
    else if (line.text) joined.push({ ...line });
    open = line.text !== '' && (!stands || isItem);
  }
  return joined;
}
