import { discoverMapped } from '#indexer/discover/mapped.ts';
import { withEngine } from '#indexer/engine/with-engine.ts';
import type { Mapping } from '#indexer/formats/mapping.ts';
import { type Preview, previews } from '#indexer/preview.ts';
import { harmless, print, printJson, tellNotice, tellProblem } from '#indexer/print.ts';
import { isOutdated } from '#indexer/rebuild.ts';
import { readerStamp } from '#indexer/stamp.ts';
import { openPool } from '#indexer/workers/pool.ts';
import { archiveClient } from '#lib/archive/client.ts';
import type { Problem } from '#lib/archive/records.ts';
import { loadArchiveRegister } from '#lib/entities/load.ts';
import { env } from '#lib/env.ts';
import type { Report } from '#lib/report/report.ts';

const OUTDATED = 'the archive was made by another version of the indexer or its register: a run would rebuild it first';

const nothing = { new: 0, changed: 0, unchanged: 0, problems: 0 };
type Counts = typeof nothing;

function kindsOf({ findings }: Report): { key: number; passages: number } {
  const key = findings.filter(({ kind }) => kind === 'key').length;
  return { key, passages: findings.length - key };
}

function counted(counts: Counts, preview: Preview): Counts {
  switch (preview.is) {
    case 'problem':
      return { ...counts, problems: counts.problems + 1 };
    case 'file': {
      const { reports, failed } = preview.known;
      return { ...counts, unchanged: counts.unchanged + reports.length, problems: counts.problems + failed };
    }
    case 'report':
      return { ...counts, [preview.state]: counts[preview.state] + 1 };
  }
}

type PreviewOf<Is extends Preview['is']> = Extract<Preview, { is: Is }>;

type Teller = { [Is in Preview['is']]: (preview: PreviewOf<Is>) => void } & {
  notice: (text: string) => void;
  summary: (counts: Counts) => void;
};

function tellReport({ state, file, report }: PreviewOf<'report'>): void {
  const { key, passages } = kindsOf(report);
  const day = report.date ? `${report.date} (by ${report.dateBasis.from})` : 'no day';
  print(`${state.padEnd(9)}  ${harmless(file)}`);
  print(`           “${harmless(report.title)}”: ${day}, ${key} key findings, ${passages} passages`);
}

/** For people. */
const forPeople: Teller = {
  problem: ({ problem }) => tellProblem(problem),
  file: ({ file, known }) => {
    print(`unchanged  ${harmless(file)}`);
    for (const problem of known.problems) tellProblem(problem);
  },
  report: tellReport,
  notice: tellNotice,
  summary: ({ new: fresh, changed, unchanged, problems }) =>
    print(
      `would be: ${fresh} new, ${changed} changed, ${unchanged} unchanged, ${problems} not read; nothing was written`,
    ),
};

function printProblem({ source, reason, remedy }: Problem): void {
  printJson({ event: 'problem', source, reason, remedy });
}

const forMachines: Teller = {
  problem: ({ problem }) => printProblem(problem),
  file: ({ file, known }) => {
    printJson({ event: 'file', file, state: 'unchanged', reports: known.reports.length });
    for (const problem of known.problems) printProblem(problem);
  },
  report: ({ file, key: part, state, report }) => {
    const { id, title, date, dateBasis } = report;
    printJson({ event: 'report', file, part, state, id, title, date, dateBasis, ...kindsOf(report) });
  },
  notice: (text) => printJson({ event: 'notice', text }),
  summary: (counts) => printJson({ event: 'summary', dryRun: true, ...counts }),
};

function tellPreview(preview: Preview, teller: Teller): void {
  switch (preview.is) {
    case 'problem':
      teller.problem(preview);
      break;
    case 'file':
      teller.file(preview);
      break;
    case 'report':
      teller.report(preview);
  }
}

/** `sitrep index --dry-run`: what would become of each file. The engine is asked, and nothing is written to it. */
export function dryRunCommand(paths: string[], mapping: Mapping, json: boolean): Promise<number> {
  return withEngine(env.dataFolder(), async ({ host, masterKey }) => {
    const client = archiveClient(host, masterKey);
    const register = loadArchiveRegister(env.dataFolder());
    const stamp = readerStamp(register.curation.edition);
    const pool = await openPool({ now: new Date().toISOString(), register, signal: undefined });
    const teller = json ? forMachines : forPeople;
    let counts = nothing;
    try {
      if (await isOutdated({ client, stamp })) teller.notice(OUTDATED);
      for await (const preview of previews(discoverMapped(paths, mapping), { client, pool, stamp })) {
        tellPreview(preview, teller);
        counts = counted(counts, preview);
      }
    } finally {
      await pool.close();
    }
    teller.summary(counts);
    return counts.problems > 0 ? 1 : 0;
  });
}
