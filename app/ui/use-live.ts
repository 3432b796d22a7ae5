import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Do scripts run? Not in what the server draws, nor in the first render of the browser, which is to be the same. */
export function useLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
