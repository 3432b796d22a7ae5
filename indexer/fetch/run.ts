import { setMaxListeners } from 'node:events';
import type { Outcome } from '#indexer/outcome.ts';
import { createFollow, refusal } from './follow.ts';
import { createGate } from './gate.ts';
import { addressKey, type Meta } from './meta.ts';
import { defaultLimits, type FetchOptions, type Limits } from './options.ts';
import { createRequest } from './request.ts';
import { createRobots } from './robots.ts';
import { type Stored, storedMeta } from './store.ts';
import { bytesOf, keep, type Visited, visit } from './visit.ts';

/** What the sources of one run share: turns at the hosts, rules of the sites, addresses met. */
export interface Run {
  limits: Limits;
  signal: AbortSignal;
  visit: (url: string) => Promise<Outcome<Visited>>;
  keep: (visited: Visited, role: Meta['role']) => Outcome<Stored>;
  bytes: (visited: Visited) => Outcome<Uint8Array>;
  /** False where another source of this run has it. */
  claim: (url: string) => boolean;
  /** When an address is to be asked again, where that is not yet: an ISO instant. */
  notBefore: (url: string, every: number) => string | null;
  close: () => void;
}

export function createRun(options: FetchOptions, signal: AbortSignal): Run {
  const { dataFolder, userAgent = 'Sitrep/0.1', allowPrivate = false } = options;
  const limits = { ...defaultLimits, ...options.limits };
  // Each host that waits for its turn listens.
  setMaxListeners(0, signal);
  const { request, close } = createRequest({ userAgent, allowPrivate, limits, signal });
  const follow = createFollow(request, createGate({ ...limits, signal }), limits.redirects);
  const permit = createRobots(follow, { userAgent, crawlDelay: limits.crawlDelay });
  const claimed = new Set<string>();
  return {
    limits,
    signal,
    close,
    visit: (url) => visit(url, { follow, permit, dataFolder, most: limits.bytes }),
    keep: (visited, role) => keep(visited, role, dataFolder),
    bytes: (visited) => bytesOf(visited, dataFolder),
    claim: (url) => {
      const key = refusal(url) ? url : addressKey(url);
      return !claimed.has(key) && Boolean(claimed.add(key));
    },
    notBefore: (url, every) => {
      const checked = refusal(url) ? null : storedMeta(dataFolder, url)?.checkedAt;
      const due = checked ? Date.parse(checked) + every : 0;
      return due > Date.now() ? new Date(due).toISOString() : null;
    },
  };
}
