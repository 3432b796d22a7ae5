import { setTimeout as sleep } from 'node:timers/promises';

/** Runs a task when it is the host's turn, at least `gap` ms after the host's last. */
export type Gate = <T>(host: string, gap: number, task: () => Promise<T>) => Promise<T>;

interface Setting {
  /** Least gap, in ms. */
  interval: number;
  /** Tasks that run at the same time, each for another host. */
  hosts: number;
  /** Ends the waiting; tasks still run, and see for themselves. */
  signal: AbortSignal;
}

/** One task at a time a host, in the order of coming, with a gap from the end of one to the start of the next. */
export function createGate({ interval, hosts, signal }: Setting): Gate {
  const queues = new Map<string, Promise<unknown>>();
  const ended = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let free = hosts;

  const enter = () => {
    if (free > 0) free -= 1;
    else return new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const pause = async (host: string, gap: number) => {
    const due = (ended.get(host) ?? Number.NEGATIVE_INFINITY) + Math.max(gap, interval);
    const rest = Math.ceil(due - performance.now());
    if (rest > 0) await sleep(rest, undefined, { signal }).catch(() => {});
  };

  return (host, gap, task) => {
    const turn = async () => {
      await pause(host, gap);
      await enter();
      try {
        return await task();
      } finally {
        ended.set(host, performance.now());
        leave();
      }
    };
    const mine = (queues.get(host) ?? Promise.resolve()).then(turn);
    queues.set(
      host,
      mine.catch(() => {}),
    );
    return mine;
  };
}
