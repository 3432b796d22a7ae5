'use client';
import { useEffect } from 'react';
import { showPane } from './pane.ts';
import { BOX } from './parts.ts';

const FIELDS = 'input, textarea, select, [contenteditable]';

/** Where the focus was before `/` took it. */
let left: Element | null = null;

/** The key by its Latin name, on a Cyrillic keyboard too. */
function nameOf({ key, code }: KeyboardEvent): string {
  return /^[\u0400-\u04ff]$/.test(key) ? code.replace('Key', '').toLowerCase() : key;
}

function isCommand({ metaKey, ctrlKey, shiftKey, altKey }: KeyboardEvent): boolean {
  // On a Mac, Ctrl+K is the system's: it cuts to the end of the line.
  const ctrl = ctrlKey && !/Mac|iP/.test(navigator.platform);
  return metaKey !== ctrl && !shiftKey && !altKey;
}

function goToBox(): void {
  const box = document.querySelector<HTMLInputElement>(BOX);
  left = document.activeElement;
  box?.focus();
  box?.select();
}

function leave(field: HTMLElement): void {
  field.blur();
  if (left instanceof HTMLElement && left.isConnected) left.focus();
  left = null;
}

function load(key: string, at: HTMLElement): void {
  // Where the moves do not load, nor will the list of keys, in whose place that is said.
  import('./moves.ts').then(
    ({ move }) => move(key, at),
    () => showPane('keys'),
  );
}

/** What a key does here, or null: it is the browser's, or a field's. */
function actionOf(event: KeyboardEvent): (() => void) | null {
  const at = event.target;
  if (event.defaultPrevented || event.isComposing || !(at instanceof HTMLElement)) return null;
  if (document.querySelector('dialog[open]')) return null;
  const key = nameOf(event);
  // The panel over a narrow page covers all but its own rows.
  const isCovered = document.querySelector('#filters[data-open]');
  if (key === 'k' && isCommand(event)) return isCovered ? null : () => showPane('commands');
  if (event.ctrlKey || event.metaKey || event.altKey || (isCovered && key !== 'x')) return null;
  if (at.matches(FIELDS)) return key === 'Escape' ? () => leave(at) : null;
  if (key === '/') return goToBox;
  if (key === '?') return () => showPane('keys');
  const moves =
    key === 'j' || key === 'k' || (!event.repeat && (key === 'x' || (key === 'Enter' && at.matches('article'))));
  return moves ? () => load(key, at) : null;
}

/** Listens to the keys of the page. */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      action();
    };
    // On the window, after the parts of the page have had their say.
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
