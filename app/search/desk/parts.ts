/** Selectors of the parts of the page that keys go to. */
export const HITS = '#results article';
export const BOX = 'input[name="q"]';
/** In a row of a facet, what leaves its value out, or takes it in again. */
export const EXCLUDE = '#filters li a[aria-label^="Leave out "], #filters li a[aria-label^="Remove filter: not "]';
