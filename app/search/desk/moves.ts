import { EXCLUDE, shownHits } from './parts.ts';

/** The hit that the keys were last at. */
let last: HTMLElement | null = null;

function isInSight(hit: Element): boolean {
  return hit.getBoundingClientRect().bottom > 0;
}

/** The hit to go to: from the one in focus or gone to last, else the first in sight. */
function next(hits: HTMLElement[], from: Element, step: 1 | -1): HTMLElement | undefined {
  const current = hits.findIndex((hit) => hit.contains(from));
  const at = current < 0 && last ? hits.indexOf(last) : current;
  if (at < 0) return hits.find(isInSight) ?? hits[0];
  return hits[Math.min(Math.max(at + step, 0), hits.length - 1)];
}

function goTo(hit: HTMLElement): void {
  last = hit;
  hit.tabIndex = -1;
  hit.focus({ preventScroll: true });
  // What sticks to the top is kept clear of by the page's scroll padding.
  hit.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

/** Does what a key of the list is for; `from` is what was in focus. */
export function move(key: string, from: HTMLElement): void {
  const hits = shownHits();
  if (key === 'Enter') from.querySelector<HTMLElement>('a[href^="/reports/"]')?.click();
  else if (key === 'x') from.closest('li')?.querySelector<HTMLElement>(EXCLUDE)?.click();
  else {
    const hit = next(hits, from, key === 'j' ? 1 : -1);
    if (hit) goTo(hit);
  }
}
