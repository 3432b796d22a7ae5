import type { Block } from './format.ts';

/** Nothing but characters that are in shape already: most lines are, and need no more than one look. */
const PLAIN = /^[\n\t -~¡-¬®-ÿА-яЁёІіЇїЄєҐґ‘’“”–—…•]*$/;

/**
 * Text in one shape: LF, NFC, plain spaces; invisible, control and private-use characters gone
 * (the private-use ones mark highlights in the engine's replies).
 */
export function clean(text: string): string {
  return PLAIN.test(text) ? text : cleaned(text);
}

function cleaned(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\f\v]/g, '\n')
    .replace(/[\p{Cf}\p{Co}\p{Cs}]|[^\P{Cc}\n\t]/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFC');
}

/** Cleaned, and on one line. */
export function foldSpaces(text: string): string {
  const whole = clean(text);
  return /[\n\t]| {2}/.test(whole) ? whole.replace(/\s+/g, ' ').trim() : whole.trim();
}

const MARK = /\s*\[(?:\^[^\]\s]{1,80}|\d{1,3}(?:\s*[,;–-]\s*\d{1,3}){0,40})\](?!\()|(?<=[.,;:!?”"’»)])[⁰¹²³⁴-⁹]+/g;

/** Footnote marks out: "advanced.[3][4]" -> "advanced." */
export function withoutMarks(text: string): string {
  return text.replace(MARK, '');
}

/** Addresses that are not to be followed: "armyinform dot com", "site[.]org". */
const DEFANGED = /[\w-](?: dot |\s?[[(](?:\.|dot)[\])]\s?)[a-z]{2,}/i;
/** An address, cut or defanged ones too ("ttps://…", "https://site dot org/a"), one without a scheme, or a file with its site. */
const ADDRESS =
  /\b(?:h?ttps?:\/\/|www\.)\S+(?: dot \S+)*|(?<![\p{L}\p{N}@./-])[\w-]+(?:\.[\w-]+)*(?: dot |\.)[a-z]{2,}\/\S+|\S+\.(?:pdf|docx?|xlsx?)(?: \([\w-]+(?:\.[\w-]+)+\))?/giu;
const MAY_BE_NOTE = /^\[\d|\/|\.(?:pdf|docx?|xlsx?)\b/i;

/** Is it an endnote, or nothing but addresses: "[12] https://t.me/…", "https://…; https://…"? */
export function isNote(text: string): boolean {
  if (!MAY_BE_NOTE.test(text)) return false;
  const rest = text.replace(ADDRESS, '');
  const addressed = rest.length < text.length;
  if (/^\[\d{1,3}\]/.test(text)) return addressed || DEFANGED.test(text) || text.length < 8;
  const words = rest.match(/\p{L}{3,}/gu)?.length ?? 0;
  return addressed && words < 4 && text.length - rest.length > text.length / 2;
}

const BULLET =
  /^(?:[-–—*+•·●▪◦‣○■□◆►➤✓✔→»]\s+|[•●▪◦‣■►➤]|[🔹🔸🔷🔶🔻🔺🔘🔴🟢🟡🔵⚪⚫◾◽▫▶➡⚡❗✅☑📌📍👉]\uFE0F?\s*|(?:\d{1,2}|[a-z])[.)]\s+(?=\p{Lu}|["“«])|\d{1,2}\)\s+(?=\p{L})|\(\d{1,2}\)\s+)/u;

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
