'use client';
import { useEffect } from 'react';
import type { Option } from './option.ts';
import type { Words } from './use-words.ts';

interface List {
  open: boolean;
  active: number;
  options: Option[];
}

interface Acts {
  go: (closed: boolean, active: number) => void;
  take: (option: Option) => void;
  drop: (option: Option) => void;
}

/** One on or back; past either end no option is chosen. */
function moved({ active, options: { length } }: List, step: 1 | -1): number {
  return ((active + 1 + step + length + 1) % (length + 1)) - 1;
}

/** The keys of the box that the list answers; all others stay the text's. */
export function useListKeys({ box }: Words, list: List, { go, take, drop }: Acts): void {
  useEffect(() => {
    const field = box.current;
    const onKey = (event: KeyboardEvent) => {
      const option = list.open ? list.options[list.active] : undefined;
      if (event.isComposing) return;
      if (event.key === 'ArrowDown') go(false, list.open ? moved(list, 1) : 0);
      else if (event.key === 'ArrowUp' && list.open) go(false, moved(list, -1));
      else if (event.key === 'Escape' && list.open) go(true, -1);
      else if (event.key === 'Enter' && option) take(option);
      else if (event.key === 'Delete' && event.shiftKey && option?.is === 'recent') drop(option);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    field?.addEventListener('keydown', onKey);
    return () => field?.removeEventListener('keydown', onKey);
  });
}
