'use client';
import { shared } from '../ui/shared.ts';
import { paperOf, type Theme } from './theme.ts';

/** null: as the page came. */
const chosen = shared<Theme | null>(null);

export const useChosenTheme = chosen.useValue;

/** Shows a theme at once, and has it kept for the pages to come. */
export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = paperOf(theme, meta.media.includes('dark') ? 'dark' : 'light');
  chosen.set(theme);
  // Where it cannot be kept, it lasts as long as the page.
  fetch('/theme', { method: 'POST', body: new URLSearchParams({ theme }), redirect: 'manual' }).catch(() => undefined);
}
