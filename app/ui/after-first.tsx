import type { ReactNode } from 'react';
import { useLive } from './live.tsx';

/**
 * A part of the page that what is seen first need not wait for: drawn right after it where scripts run, else with it. `children`
 * makes it when it is drawn.
 */
export function AfterFirst({ children }: { children: () => ReactNode }) {
  const isLive = useLive();
  if (isLive) return children();
  // A browser that runs scripts does not read what stands in here.
  return <noscript>{typeof window === 'undefined' && children()}</noscript>;
}
