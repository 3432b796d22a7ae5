/** Selectors of the parts of the page that keys go to. */
export const HITS = '#results article';
export const BOX = 'input[name="q"]';
/** In a row of a value, what leaves it out, or takes it in again. */
export const EXCLUDE = 'li a[aria-label^="Leave out "], li a[aria-label^="Remove filter: not "]';
