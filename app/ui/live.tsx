'use client';
import { createContext, type ReactNode, startTransition, useContext, useEffect, useState } from 'react';

const Live = createContext(false);

/** Tells what is within that scripts run, once what the server drew has been taken over and painted: in a task of its own. */
export function LiveBoundary({ children }: { children: ReactNode }) {
  const [isLive, setLive] = useState(false);
  useEffect(() => startTransition(() => setLive(true)), []);
  return <Live value={isLive}>{children}</Live>;
}

/** Do scripts run? Not in what the server draws, nor in the first render of the browser, which is to be the same. */
export function useLive(): boolean {
  return useContext(Live);
}
