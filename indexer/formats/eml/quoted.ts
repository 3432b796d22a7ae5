/** The line, or two, under which mail programs put the message that is answered. */
const ATTRIBUTION =
  /^(?:on [^\n]{4,200}(?:\n[^\n]{0,120})?wrote|[^\n]{4,200}(?:пише|написав(?:ла)?|написал(?:а|\(а\))?|пишет|schrieb[^\n]{0,80}))[ \t]*:[ \t]*\n(?=\s*>)/gim;
const ORIGINAL = /^-{2,}\s*(?:original message|оригінальне повідомлення|исходное сообщение)\s*-{2,}$/i;
const FORWARDED =
  /^-{2,}\s*(?:forwarded message|begin forwarded message|переслане повідомлення|пересланное сообщение)\s*-{2,}$|^begin forwarded message:$/i;
const SIGNATURE = /^--\s?$/;
const HEADER = /^\*?(?:from|to|cc|date|sent|subject|reply-to|від|кому|дата|тема|от|отправлено)\s?:\*?\s/i;

/** A forwarded message without the mark and the headers above it. */
function unwrapped(lines: readonly string[]): string[] {
  const mark = lines.findIndex((line) => FORWARDED.test(line.trim()));
  if (mark < 0) return [...lines];
  let from = mark + 1;
  while (from < lines.length && (lines[from]?.trim() === '' || HEADER.test(lines[from] ?? ''))) from += 1;
  return [...lines.slice(0, mark), ...lines.slice(from)];
}

/** A plain message's own lines: no quoted answers, and no signature. What was forwarded is the message itself. */
export function ownLines(text: string, forwarded: boolean): string[] {
  const lines = (forwarded ? text : text.replace(ATTRIBUTION, '')).split('\n');
  const signature = lines.findLastIndex((line) => SIGNATURE.test(line));
  const whole = signature > 0 ? lines.slice(0, signature) : lines;
  if (forwarded) return unwrapped(whole).map((line) => line.replace(/^>\s?/, ''));
  const original = whole.findIndex((line) => ORIGINAL.test(line.trim()));
  return (original > 0 ? whole.slice(0, original) : whole).filter((line) => !line.startsWith('>'));
}

const QUOTED =
  'blockquote[type="cite"], .gmail_quote, .yahoo_quoted, .moz-cite-prefix, #divRplyFwdMsg, #divRplyFwdMsg ~ *, #appendonsend, #appendonsend ~ *';
const SIGNED = '.gmail_signature, .moz-signature, [data-smartmail="gmail_signature"], #Signature';

/** Takes from a message's page what was quoted and signed. What was forwarded stays. */
export function removeQuoted(document: Document, forwarded: boolean): void {
  for (const element of document.querySelectorAll(forwarded ? SIGNED : `${QUOTED}, ${SIGNED}`)) element.remove();
  for (const element of document.querySelectorAll('p, div, span, pre')) {
    const parts = [...element.children];
    if (parts.some(({ tagName }) => tagName !== 'BR') || !SIGNATURE.test((element.textContent ?? '').trimStart()))
      continue;
    while (element.nextSibling) element.nextSibling.remove();
    element.remove();
  }
}
