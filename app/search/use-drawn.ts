import { startTransition, useEffect, useState } from 'react';
import type { Result } from '#lib/search/result.ts';

/** Who has typed no key for so long has typed the last: until then the next answer comes sooner where few hits are to go. */
const REST_MS = 250;

/** Is a result to be drawn whole? What is in view comes first, the rest when nothing more is typed or the reader scrolls. */
export function useDrawn(result: Result | undefined): boolean {
  const [whole, setWhole] = useState(result);
  useEffect(() => {
    const draw = () => startTransition(() => setWhole(result));
    const timer = window.setTimeout(draw, REST_MS);
    window.addEventListener('scroll', draw, { once: true, passive: true });
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('scroll', draw);
    };
  }, [result]);
  return whole === result;
}
