'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { announce } from '../ui/announcer.tsx';

const REST_MS = 800;

/**
 * Tells the sentence to those who do not see it change, once it has come to rest: not at each key.
 * `shown` is the address of the results on the page.
 */
export function useSpoken(sentence: RefObject<HTMLElement | null>, shown: string | undefined, waiting: boolean): void {
  const told = useRef(shown);
  useEffect(() => {
    if (waiting || told.current === shown) return;
    const words = sentence.current?.textContent ?? '';
    const timer = setTimeout(() => {
      told.current = shown;
      announce(words);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [sentence, shown, waiting]);
}
