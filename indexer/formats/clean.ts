import type { Block } from './format.ts';

/**
 * Text in one shape: LF, NFC, plain spaces; invisible, control and private-use characters gone
 * (the private-use ones mark highlights in the engine's replies).
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\f\v]/g, '\n')
    .replace(/[\p{Cf}\p{Co}\p{Cs}]|[^\P{Cc}\n\t]/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFC');
}

/** Cleaned, and on one line. */
export function foldSpaces(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

const MARK = /\s*\[(?:\^[^\]\s]{1,80}|\d{1,3}(?:\s*[,;–-]\s*\d{1,3}){0,40})\](?!\()|(?<=[.,;:!?”"’»)])[⁰¹²³⁴-⁹]+/g;

/** Footnote marks out: "advanced.[3][4]" -> "advanced." */
export function withoutMarks(text: string): string {
  return text.replace(MARK, '');
}

/** Addresses that are not to be followed: "armyinform dot com", "site[.]org". */
const DEFANGED = /[\w-](?: dot |\s?[[(](?:\.|dot)[\])]\s?)[a-z]{2,}/i;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/g;

/** Is it an endnote, or nothing but addresses: "[12] https://t.me/…", "https://…; https://…"? */
export function isNote(text: string): boolean {
  const addresses = text.match(ADDRESS);
  if (/^\[\d{1,3}\]/.test(text)) return addresses !== null || DEFANGED.test(text) || text.length < 8;
  if (!addresses) return false;
  const words = text.replace(ADDRESS, '').match(/\p{L}{3,}/gu)?.length ?? 0;
  return words < 4 && addresses.join('').length > text.length / 2;
}

const BULLET = /^(?:[-–—*+•·●▪◦‣○■□◆►➤✓✔→»]\s+|[•●▪◦‣■►➤]|(?:\d{1,2}|[a-z])[.)]\s+(?=\p{Lu}|["“«])|\(\d{1,2}\)\s+)/u;

/** The text behind a bullet or number, or null where there is none. */
export function bulleted(line: string): string | null {
  const match = BULLET.exec(line);
  return match ? line.slice(match[0].length).trim() : null;
}

/** May a line that stands out (bold, or alone and short) be a heading? A sentence may not. */
export function headingLike(text: string, limit: { words: number; length: number }): boolean {
  if (text.length > limit.length || !/\p{L}/u.test(text)) return false;
  if (text.split(' ').length > limit.words) return false;
  return !/[.!?…;,]["”»’')]*$/.test(text);
}

const BOLD = { words: 40, length: 260 };

/** One block from a line of a document's text; none where it is empty. */
export function blockOf(kind: Block['kind'], line: string, bold = false): Block[] {
  const whole = foldSpaces(line);
  if (isNote(whole)) return [{ kind: 'note', text: whole }];
  const text = withoutMarks(whole).trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  if (kind === 'heading' || kind === 'note') return [{ kind, text }];
  const item = bulleted(text);
  if (item) return [{ kind: 'item', text: item }];
  if (kind === 'paragraph' && bold && headingLike(text, BOLD)) return [{ kind: 'heading', text }];
  return [{ kind, text }];
}
