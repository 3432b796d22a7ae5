import { useEffect } from 'react';
import { titleOf } from './title.ts';

/** The page's title follows the words. */
export function useTitle(q: string): void {
  useEffect(() => {
    const title = titleOf(q);
    const say = () => {
      if (document.title !== title) document.title = title;
    };
    say();
    // The server's title is taken over late at times, and put back where it was changed meanwhile.
    const taken = new MutationObserver(say);
    taken.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => taken.disconnect();
  }, [q]);
}
