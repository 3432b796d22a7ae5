import { parseHTML } from 'linkedom';

/** A page's document; a fragment is put into a body first. */
export function documentOf(text: string): Document {
  const whole = /<(?:html|body)\b/i.test(text) ? text : `<!doctype html><html><head></head><body>${text}</body></html>`;
  return parseHTML(whole).document;
}

const DEEPEST = 800;
/** Tags of elements that pages close, with the slash of those that do. */
const CLOSED =
  /<(\/?)(?!(?:p|li|d[dt]|t[drh]|thead|tbody|tfoot|col|colgroup|opt(?:ion|group)|br|hr|wbr|img|input|meta|link|base|area|source|embed|param|track)\b)[a-z][\w:-]*(?![^<>]*\/>)/gi;

/** Is a page nested so deep that walking its tree would take minutes, or the stack? No page made for readers is. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [, closing] of text.matchAll(CLOSED)) {
    depth = Math.max(0, depth + (closing ? -1 : 1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE NAV ASIDE FOOTER FORM BUTTON SELECT TEXTAREA IFRAME OBJECT SVG CANVAS FIGCAPTION HEAD DIALOG MENU'.split(
    ' ',
  ),
);
const NOTES =
  /(?:^|\s)(?:foot-?notes?|end-?notes?|references|reflist|wp-block-footnotes|doc-endnotes|doc-footnote)(?:\s|$)/i;
const UNSEEN =
  /(?:^|\s)(?:hidden|sr-only|visually-hidden|visuallyhidden|screen-reader-text|element-invisible|element-hidden|breadcrumbs?|byline|share|sharing|social|advert|ad-container)(?:\s|$)/i;

/** Is this part of a page none of its text: scripts, menus, what is hidden? */
export function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.tagName.toUpperCase())) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const role = element.getAttribute('role') ?? '';
  if (/^(?:navigation|search|complementary|contentinfo|banner)$/.test(role)) return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')) return true;
  return UNSEEN.test(namesOf(element));
}

function namesOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id} ${element.getAttribute('role') ?? ''}`;
}

/** Is it a list of notes? */
export function isNotes(element: Element): boolean {
  return NOTES.test(namesOf(element));
}

/** Is it a mark that leads to a note: `<sup>[3]</sup>`, `<a href="#fn3">3</a>`? `km<sup>2</sup>` is none. */
export function isMark(element: Element): boolean {
  if (element.tagName !== 'A' && element.tagName !== 'SUP') return false;
  const text = (element.textContent ?? '').trim();
  if (!/^[[(]?\d{1,3}[\])]?(?:\s*[,–-]\s*[[(]?\d{1,3}[\])]?)*$|^[*†‡↩]+$/.test(text)) return false;
  if (element.tagName === 'A')
    return (
      /^[^/]*#/.test(element.getAttribute('href') ?? '') &&
      /\[|#_?(?:fn|ftn|edn|note|cite|ref)/i.test(element.outerHTML)
    );
  const before = element.previousSibling?.textContent ?? '';
  return element.querySelector('a') !== null || !/(?:^|[\s\d])[kcm]?m$/.test(before);
}

export function isBold(element: Element): boolean {
  if (element.tagName === 'B' || element.tagName === 'STRONG') return true;
  return /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.getAttribute('style') ?? '');
}
