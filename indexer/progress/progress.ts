import { SingleBar } from 'cli-progress';
import type { Stage, Tally } from '#indexer/load/tally.ts';
import { barLine, filesDone, progressLine, reportsIn, type Standing } from './line.ts';
import { createPace } from './pace.ts';

/** Between two lines where there is no terminal. */
const LINE_MS = 5000;
const REDRAWS_A_SECOND = 4;

/** Where progress is shown: standard error. */
export type Screen = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

export interface Progress {
  /** Writes something else to the screen, such as a problem's line. */
  aside: (write: () => void) => void;
  stage: (stage: Stage) => void;
  /** Leaves nothing on a terminal. */
  close: () => void;
}

/** Shows nothing. */
export const silent: Progress = { aside: (write) => write(), stage: () => undefined, close: () => undefined };

interface Watched {
  /** Grows as the run goes on. */
  tally: Tally;
  /** How many files were given, once that is known. */
  counted: () => number | null;
}

/** Asks how far the run is. */
function createStanding({ tally, counted }: Watched) {
  let stage: Stage = { is: 'index' };
  let pace = createPace();
  return {
    begin: (next: Stage) => {
      stage = next;
      pace = createPace();
    },
    now: (): Standing => ({
      ...{ stage: stage.is, tally, total: stage.is === 'index' ? counted() : stage.files },
      pace: pace({ at: Date.now(), files: filesDone(tally), reports: reportsIn(tally) }),
    }),
  };
}

/** A line every few seconds. */
function lines(watched: Watched, screen: Screen): Progress {
  const standing = createStanding(watched);
  const timer = setInterval(() => screen.write(`${progressLine(standing.now())}\n`), LINE_MS);
  return { aside: (write) => write(), stage: standing.begin, close: () => clearInterval(timer) };
}

/** A bar at the bottom of the terminal. */
function bar(watched: Watched, screen: Screen): Progress {
  const standing = createStanding(watched);
  const single = new SingleBar({
    ...{ stream: screen, fps: REDRAWS_A_SECOND, clearOnComplete: true, linewrap: true, gracefulExit: false },
    format: () => barLine(standing.now(), screen.columns || 80),
    forceRedraw: true,
  });
  const show = () => single.start(1, 0);
  show();
  return {
    // It remembers the row that it began on, which moves when others write: so it begins anew.
    aside: (write) => {
      single.stop();
      write();
      show();
    },
    stage: standing.begin,
    close: () => single.stop(),
  };
}

/** Shows how far a run is until it is closed: a bar on a terminal, else a line now and then. */
export function openProgress(watched: Watched, screen: Screen = process.stderr): Progress {
  return screen.isTTY ? bar(watched, screen) : lines(watched, screen);
}
