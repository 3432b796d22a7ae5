import type { Listener, Tally } from '#indexer/load/tally.ts';
import { print, printJson, summaryOf, tellNotice, tellProblem } from '#indexer/print.ts';
import type { Problem } from '#lib/archive/records.ts';
import { openProgress, silent } from './progress.ts';

/** How a command tells what it does. */
export interface Output {
  /** For machines: an object a line. */
  json?: boolean;
  /** Without progress and notices. */
  quiet?: boolean;
  /** Problems that were told already, in other rounds: they are not told again. */
  told?: Set<string>;
}

interface Ending {
  /** Stopped before it was through? */
  stopped: boolean;
  /** In a line, where that is not the usual one. */
  summary?: string;
}

export interface Reporter {
  listener: Listener;
  /** Ends the progress; before anything else is said. */
  close: () => void;
  summary: (ending: Ending) => void;
}

/** Was it told already? From now on it was. */
function wasTold({ told }: Output, { source, reason }: Problem): boolean {
  const key = `${source}: ${reason}`;
  if (told?.has(key)) return true;
  told?.add(key);
  return false;
}

function forMachines(output: Output, tally: Tally): Reporter {
  return {
    listener: {
      onProblem: (problem) => {
        const { source, reason, remedy } = problem;
        if (!wasTold(output, problem)) printJson({ event: 'problem', source, reason, remedy });
      },
      onNotice: (text) => printJson({ event: 'notice', text }),
    },
    close: () => undefined,
    summary: ({ stopped }) => printJson({ event: 'summary', ...tally, stopped }),
  };
}

/** Tells of a run as it goes, and of how it ended: to people or to machines. */
export function openReporter(output: Output, tally: Tally, counted: () => number | null): Reporter {
  const { json, quiet } = output;
  if (json) return forMachines(output, tally);
  const { aside, stage, close } = quiet ? silent : openProgress({ tally, counted });
  return {
    listener: {
      onProblem: (problem) => {
        if (!wasTold(output, problem)) aside(() => tellProblem(problem));
      },
      onNotice: (notice) => (quiet ? undefined : aside(() => tellNotice(notice))),
      onStage: stage,
    },
    close,
    summary: ({ stopped, summary = summaryOf(tally) }) =>
      print(stopped ? `stopped; what is in stays, and the next run goes on from there: ${summary}` : summary),
  };
}
