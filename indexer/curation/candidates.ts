import { keyOf, type Word, words } from '#lib/entities/words.ts';
import { ABBREVIATION, DESIGNATION, isGroup, isOfCalendar, isTitle, ORDINAL, PLACE_BEFORE } from './name-words.ts';
import type { NameAt } from './names-english.ts';

/** Where a name stands. */
export interface Example {
  finding: string;
  text: string;
}

/** A name, how often it stands in the texts, and how often elsewhere than at the beginning of a sentence. */
export interface Candidate {
  name: string;
  key: string;
  count: number;
  inside: number;
  looks: { person: number; group: number; place: number };
  examples: Example[];
}

const MOST_EXAMPLES = 3;
const EXCERPT = 70;
/** Names, and words, that are held; the rarest go when there are more. */
const MOST_HELD = 60_000;

function excerptOf(text: string, [start, end]: NameAt['span']): string {
  const [from, to] = [Math.max(0, start - EXCERPT), Math.min(text.length, end + EXCERPT)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`;
}

/** Drops the rarest of a map until it is half as large. */
function thin<T>(held: Map<string, T>, countOf: (value: T) => number): void {
  for (let least = 1; held.size > MOST_HELD / 2; least += 1)
    for (const [key, value] of held) if (countOf(value) <= least) held.delete(key);
}

/** A name without the offices and numbers before it: "Military Administration Head Ivan Tamsin", "120 Zorvats". */
function withoutTitles(text: string, { span, begins }: NameAt): NameAt {
  const all = words(text.slice(...span));
  const rest = all.slice(all.findLastIndex(isTitle) + 1);
  const first = rest.find((word) => !/^(?:\p{Ll}+|\d+)$/u.test(word.text));
  if (!first || first === all[0]) return { span, begins };
  return { span: [span[0] + first.span[0], span[1]], begins: false };
}

/** What the words of a name, and those before it, say that it is. */
function looksLike(text: string, { span: [start, end] }: NameAt, name: string): keyof Candidate['looks'] | null {
  if (words(name).some(isGroup)) return 'group';
  const before = words(text.slice(Math.max(0, start - 40), start)).at(-1);
  if (words(text.slice(start, end)).some(isTitle) || (before && isTitle(before))) return 'person';
  return PLACE_BEFORE.test(text.slice(Math.max(0, start - 12), start)) ? 'place' : null;
}

/** Counts names, in bounded memory. */
export class Candidates {
  readonly #byKey = new Map<string, Candidate>();
  /** How often words stand without a capital. */
  readonly #lower = new Map<string, number>();

  /** What texts introduce in brackets as short for something: "(POWs)", "[CAA]". */
  readonly #abbreviations = new Set<string>();

  /** Notes a text's words that have no capital: what is mostly such is no name. */
  addWords(text: string): void {
    for (const { text: word, key } of words(text))
      if (/^\p{Ll}/u.test(word)) this.#lower.set(key, (this.#lower.get(key) ?? 0) + 1);
    if (this.#lower.size > MOST_HELD) thin(this.#lower, (count) => count);
  }

  add(finding: string, text: string, at: NameAt): void {
    const { span, begins } = withoutTitles(text, at);
    const name = text.slice(...span);
    const key = keyOf(name);
    if (ABBREVIATION.test(name) && /[([]$/u.test(text.slice(0, span[0])))
      this.#abbreviations.add(key.replace(/s$/, ''));
    if (DESIGNATION.test(name) || words(name).every((word) => isOfCalendar(word) || ORDINAL.test(word.text))) return;
    const none = { name, key, count: 0, inside: 0, looks: { person: 0, group: 0, place: 0 }, examples: [] };
    const candidate: Candidate = this.#byKey.get(key) ?? none;
    this.#byKey.set(key, candidate);
    candidate.count += 1;
    if (!begins) candidate.inside += 1;
    const looks = looksLike(text, at, name);
    if (looks) candidate.looks[looks] += 1;
    if (candidate.examples.length < MOST_EXAMPLES && candidate.examples.every((one) => one.finding !== finding))
      candidate.examples.push({ finding, text: excerptOf(text, span) });
    if (this.#byKey.size > MOST_HELD) thin(this.#byKey, ({ count }) => count);
  }

  /** Is a word mostly written without a capital, or one that tells what something is and not which? */
  #isCommon(word: Word): boolean {
    if (isTitle(word) || isGroup(word) || ORDINAL.test(word.text)) return true;
    return (this.#lower.get(word.key) ?? 0) > (this.#byKey.get(word.key)?.inside ?? 0);
  }

  /** What is a name, as far as all texts tell: a word that only begins sentences is none. */
  names(): Candidate[] {
    return [...this.#byKey.values()].filter(({ name, key, inside }) => {
      if (name.length < 2 || this.#abbreviations.has(key.replace(/s$/, ''))) return false;
      const common = words(name).filter((word) => this.#isCommon(word)).length;
      return inside > 0 ? common < words(name).length : key.includes(' ') && common === 0;
    });
  }
}
