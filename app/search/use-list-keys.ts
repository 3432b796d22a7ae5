'use client';
import { useEffect } from 'react';
import type { Option } from './option.ts';
import type { Words } from './use-words.ts';

/** Stands for the first option of a list that is not there yet. */
export const FIRST = 'first';

interface List {
  open: boolean;
  current: Option | undefined;
  options: Option[];
}

interface Acts {
  go: (closed: boolean, active: string | null) => void;
  take: (option: Option) => void;
  drop: (option: Option) => void;
}

/** The option one on or back; past either end there is none. */
function next({ current, options }: List, step: 1 | -1): string | null {
  const at = current ? options.indexOf(current) + step : step > 0 ? 0 : options.length - 1;
  return options[at]?.id ?? null;
}

/** The keys of the box that the list answers; all others stay the text's. */
export function useListKeys({ box }: Words, list: List, { go, take, drop }: Acts): void {
  useEffect(() => {
    const field = box.current;
    const onKey = (event: KeyboardEvent) => {
      const { open, current } = list;
      if (event.isComposing) return;
      if (event.key === 'ArrowDown') go(false, open ? next(list, 1) : FIRST);
      else if (event.key === 'ArrowUp' && open) go(false, next(list, -1));
      else if (event.key === 'Escape' && open) go(true, null);
      else if (event.key === 'Enter' && current) take(current);
      else if (event.key === 'Delete' && event.shiftKey && current?.is === 'recent') drop(current);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    field?.addEventListener('keydown', onKey);
    return () => field?.removeEventListener('keydown', onKey);
  });
}
