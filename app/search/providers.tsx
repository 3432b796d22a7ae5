'use client';
import { type DehydratedState, HydrationBoundary, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { LiveBoundary } from '../ui/live.tsx';
import { queryClient } from './query-client.ts';

interface Props {
  /** The answers that the page comes with, as JSON: React would take each of their values for itself. */
  answers: string;
  children: ReactNode;
}

export function Providers({ answers, children }: Props) {
  const [client] = useState(queryClient);
  const state = useMemo<DehydratedState>(() => JSON.parse(answers), [answers]);
  return (
    <QueryClientProvider client={client}>
      <HydrationBoundary state={state}>
        <LiveBoundary>{children}</LiveBoundary>
      </HydrationBoundary>
    </QueryClientProvider>
  );
}
