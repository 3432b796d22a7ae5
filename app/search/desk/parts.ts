/** Selectors of the parts of the page that keys go to. */
export const HITS = '#results article';
export const BOX = 'input[name="q"]';
/** In a row of a value, what leaves it out, or takes it in again. */
export const EXCLUDE = 'li a[aria-label^="Leave out "], li a[aria-label^="Remove filter: not "]';

/** The hits that are not folded away. */
export function shownHits(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(HITS)].filter((hit) => !hit.closest('details:not([open])'));
}
