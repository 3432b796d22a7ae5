'use client';
import { useEffect, useState } from 'react';
import { useLive } from '../ui/live.tsx';
import { HITS } from './desk/parts.ts';

/** How a page was left: what was open on it, and which hit was how far from the top of the window, in pixels. */
interface Left {
  opened: string[];
  hit: string;
  top: number;
}

/** Late answers are in place by then, or the reader has gone on. */
const HELD_MS = 5000;
const TOUCHED = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

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

const left = typeof window === 'undefined' ? null : readLeft();
const address = typeof window === 'undefined' ? '' : location.href;
/** What is open on the page. */
const opened = new Set<string>();

function keepLeft(): void {
  const hit = [...document.querySelectorAll(HITS)].find((one) => one.getBoundingClientRect().bottom > 0);
  if (!hit) return;
  const kept: Left = { opened: [...opened], hit: hit.id, top: hit.getBoundingClientRect().top };
  try {
    sessionStorage.setItem(keyOf(location), JSON.stringify(kept));
  } catch {
    // Then the page is as new on Back.
  }
}

if (typeof window !== 'undefined') addEventListener('pagehide', keepLeft);

/** Holds a hit where it was while what is open comes in around it, until the reader does anything. */
function hold({ hit, top }: Left): void {
  const holding = new ResizeObserver(() => {
    const place = document.getElementById(hit)?.getBoundingClientRect();
    if (place) scrollBy({ top: place.top - top, behavior: 'instant' });
  });
  const letGo = () => holding.disconnect();
  holding.observe(document.body);
  for (const touch of TOUCHED) addEventListener(touch, letGo, { once: true, passive: true });
  window.setTimeout(letGo, HELD_MS);
}

/** Of the search that the browser went back to, not of those after it. */
function wasOpen(id: string): boolean {
  return left !== null && location.href === address && left.opened.includes(id);
}

/** Is a part of the page open, and what opens or shuts it? On Back from another page it is as it was left. */
export function useOpened(id: string): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const isLive = useLive();
  const [chosen, setOpen] = useState<boolean>();
  const isOpen = chosen ?? (isLive && wasOpen(id));
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
