'use client';
import { useEffect, useState } from 'react';
import { useLive } from '../ui/live.tsx';
import { shownHits } from './desk/parts.ts';

/** How a page was left: what was open on it, and which hit was how far from the top of the window, in pixels. */
interface Left {
  opened: string[];
  hit: string;
  top: number;
}

/** Late answers are in place by then. */
const HELD_MS = 5000;
const TOUCHES = ['wheel', 'touchstart', 'touchmove', 'pointerdown', 'keydown'];

const keyOf = ({ href }: Location) => `sitrep.left ${href}`;

/** null: the browser does not go back to the page, or keeps nothing. */
function readLeft(): Left | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation?.type !== 'back_forward') return null;
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(location)) ?? 'null');
  } catch {
    return null;
  }
}

/** What is open on the page. */
const opened = new Set<string>();
let left: Left | null = null;
let holding: ResizeObserver | undefined;

function keepLeft(): void {
  const hit = shownHits().find((one) => one.getBoundingClientRect().bottom > 0);
  try {
    if (!hit) sessionStorage.removeItem(keyOf(location));
    else {
      const kept: Left = { opened: [...opened], hit: hit.id, top: hit.getBoundingClientRect().top };
      sessionStorage.setItem(keyOf(location), JSON.stringify(kept));
    }
  } catch {
    // Then the page is as new on Back.
  }
}

/** From here on the page is the reader's. */
function letGo(): void {
  left = null;
  holding?.disconnect();
}

/** Holds a hit where it was while what is open comes in around it, until the reader does anything. */
function hold({ hit, top }: Left): void {
  holding = new ResizeObserver(() => {
    const place = document.getElementById(hit)?.getBoundingClientRect();
    if (place) scrollBy({ top: place.top - top, behavior: 'instant' });
  });
  holding.observe(document.body);
  window.setTimeout(letGo, HELD_MS);
}

if (typeof window !== 'undefined') {
  left = readLeft();
  addEventListener('pagehide', keepLeft);
  for (const touch of TOUCHES) addEventListener(touch, letGo, { once: true, passive: true, capture: true });
}

/** Is a part of the page open, and what opens or shuts it? On Back from another page it is as it was left. */
export function useOpened(id: string): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const isLive = useLive();
  const [wasOpen] = useState(() => left?.opened.includes(id) ?? false);
  const [chosen, setOpen] = useState<boolean>();
  const isOpen = chosen ?? (isLive && wasOpen);
  useEffect(() => {
    if (!isOpen) return;
    opened.add(id);
    return () => void opened.delete(id);
  }, [id, isOpen]);
  return [isOpen, setOpen];
}

/** On Back the page is where it was: the browser's own place is another where parts are open again above it. */
export function useLeftPlace(): void {
  const isLive = useLive();
  useEffect(() => {
    if (isLive && left && left.opened.length > 0) hold(left);
  }, [isLive]);
}
