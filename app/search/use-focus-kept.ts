'use client';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * When the link that was followed is gone with its filter, the focus goes on to what tells the new results.
 * `shown` is the address of the results on the page.
 */
export function useFocusKept(shown: string | undefined, target: RefObject<HTMLElement | null>): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (document.activeElement === document.body) target.current?.focus({ preventScroll: true });
  }, [shown, target]);
}
