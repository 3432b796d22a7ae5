const SUBSET = String.raw`\[(?:[^\]"'<]+|"[^"]*"|'[^']*'|<!--[\s\S]*?-->|<(?!!--))*\]\s*`;
const PROLOGUE = [/^\s+/, /^<\?[\s\S]*?\?>/, /^<!--[\s\S]*?-->/, new RegExp(`^<!doctype[^[>]*(?:${SUBSET})?>`, 'i')];

/** XML from its root element on: no declarations, so that none of the entities they define is known. */
export function fromRoot(text: string): string {
  for (let rest = text; ; ) {
    const part = PROLOGUE.map((pattern) => pattern.exec(rest)?.[0]).find(Boolean);
    if (!part) return rest;
    rest = rest.slice(part.length);
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
