'use client';
import { type RefObject, type SyntheticEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** The filters of a narrow screen: whether they cover the results, and where the focus goes. */
export interface Panel {
  isOpen: boolean;
  open: (event: SyntheticEvent) => void;
  close: (event: SyntheticEvent) => void;
  opener: RefObject<HTMLAnchorElement | null>;
  heading: RefObject<HTMLHeadingElement | null>;
  panel: RefObject<HTMLElement | null>;
}

/** Takes all but an element out of reach; the answer puts it back. */
function coverAllBut(element: HTMLElement): () => void {
  const covered: Element[] = [];
  for (let inner: Element = element; inner.parentElement && inner !== document.body; inner = inner.parentElement)
    covered.push(
      ...[...inner.parentElement.children].filter((other) => other !== inner && !other.hasAttribute('inert')),
    );
  for (const other of covered) other.setAttribute('inert', '');
  return () => {
    for (const other of covered) other.removeAttribute('inert');
  };
}

/** Without JavaScript the same links open and close it by the address's fragment. */
export function usePanel(): Panel {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLAnchorElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  const leave = useCallback(() => {
    setOpen(false);
    // Opened by a fragment, it stays the target until another is gone to, whatever the address says by now.
    if (panel.current?.matches(':target')) window.location.hash = 'results';
  }, []);
  useEffect(() => {
    if (!isOpen || !panel.current) return;
    const uncover = coverAllBut(panel.current);
    heading.current?.focus();
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && leave();
    document.addEventListener('keydown', onKey);
    return () => {
      uncover();
      // What was covered can take the focus again only now.
      opener.current?.focus();
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen, leave]);
  return useMemo(() => {
    const open = (event: SyntheticEvent) => {
      event.preventDefault();
      setOpen(true);
    };
    const close = (event: SyntheticEvent) => {
      event.preventDefault();
      leave();
    };
    return { isOpen, open, close, opener, heading, panel };
  }, [isOpen, leave]);
}
