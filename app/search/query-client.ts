import { isServer, notifyManager, QueryClient } from '@tanstack/react-query';

let kept: QueryClient | undefined;

// An answer is shown in the task that it comes in; by default a timer comes in between.
if (!isServer) notifyManager.setScheduler(queueMicrotask);

/** The one client of a browser's page; on the server another for each request. */
export function queryClient(): QueryClient {
  if (isServer) return new QueryClient();
  kept ??= new QueryClient();
  return kept;
}
