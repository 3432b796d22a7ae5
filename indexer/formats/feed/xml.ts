const PROLOGUE = [/^\s+/, /^<\?[\s\S]*?\?>/, /^<!--[\s\S]*?-->/];

/** Where a document type that the text begins with ends, behind what it declares; 0 where none begins, or none ends. */
function doctypeEnd(text: string): number {
  const marks = /["'<>[\]]/g;
  let depth = 0;
  for (let mark = /^<!doctype/i.test(text) ? marks.exec(text) : null; mark; mark = marks.exec(text)) {
    const [sign] = mark;
    if (sign === '[') depth += 1;
    if (sign === ']') depth -= 1;
    if (sign === '>' && depth <= 0) return marks.lastIndex;
    const comment = sign === '<' && text.startsWith('<!--', mark.index);
    const close = comment ? '-->' : /["']/.test(sign) ? sign : '';
    const end = close ? text.indexOf(close, marks.lastIndex) : marks.lastIndex;
    if (end < 0) return 0;
    marks.lastIndex = end + close.length;
  }
  return 0;
}

/** XML from its root element on: no declarations, so that none of the entities they define is known. */
export function fromRoot(text: string): string {
  for (let rest = text; ; ) {
    const end = PROLOGUE.map((pattern) => pattern.exec(rest)?.[0].length).find(Boolean) ?? doctypeEnd(rest);
    if (end === 0) return rest;
    rest = rest.slice(end);
  }
}

/** The name of the root element, without its prefix, in lower case; null where the text is no XML. */
export function rootName(text: string): string | null {
  const name = /^<([\w.:-]+)/.exec(fromRoot(text))?.[1];
  return name?.toLowerCase().replace(/^.*:/, '') ?? null;
}

/** What is no markup, though it may look like it, is blanked; an end that is missing is the end of the text. */
function masked(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g, (part) => ' '.repeat(part.length));
}

/** The elements of a name, each whole, in order; `end` is where the last that is closed ends, `cut` whether one is not. */
export function elementsOf(text: string, name: string): { elements: string[]; end: number; cut: boolean } {
  const markup = masked(text);
  const opening = new RegExp(`<${name}[\\s>]`, 'gi');
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  const elements: string[] = [];
  let end = 0;
  for (;;) {
    opening.lastIndex = end;
    const from = opening.exec(markup)?.index;
    if (from === undefined) return { elements, end, cut: false };
    closing.lastIndex = from;
    if (!closing.exec(markup)) return { elements, end, cut: true };
    end = closing.lastIndex;
    elements.push(text.slice(from, end));
  }
}
