import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopProcess } from '#indexer/engine/processes.ts';
import { readRecord } from '#indexer/engine/record.ts';
import { Report } from '#lib/report/report.ts';

let folder: string;
let reports: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-cli-'));
  reports = join(folder, 'reports');
  mkdirSync(reports);
  // The first by name is told as soon as a run begins to read.
  writeFileSync(join(reports, '0-empty.txt'), '');
  writeFileSync(join(reports, 'map.png'), 'of another kind');
  write('one.txt', 'March 3, 2025', 'A column crossed the Vorna at dawn.');
  write('two.txt', 'March 4, 2025', 'The Vorna bridge was closed to traffic.');
});
afterAll(async () => {
  const left = readRecord(join(folder, 'data', 'engine', 'engine.json'));
  if (left) await stopProcess(left);
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, day: string, text: string): void {
  const lines = [`Vorna Valley Bulletin, ${day}`, '', text, '', `Nothing else was reported from the valley on ${day}.`];
  writeFileSync(join(reports, name), `${lines.join('\n')}\n`);
}

interface Started {
  child: ChildProcess;
  /** What it has said so far. */
  out: () => string;
  err: () => string;
  code: Promise<number | null>;
  /** Resolves when standard output holds so many times what was asked for. */
  says: (what: RegExp, times?: number) => Promise<void>;
}

/** The command, as node runs it. */
function start(args: string[], data = 'data'): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'indexer/cli.ts', ...args], {
    env: { ...process.env, SITREP_DATA: join(folder, data), NO_COLOR: '1', INIT_CWD: folder },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  const code = once(child, 'close').then(([one]: (number | null)[]) => one ?? null);
  const says = (what: RegExp, times = 1) =>
    expect.poll(() => out.match(new RegExp(what, 'g'))?.length ?? 0, { timeout: 60_000 }).toBeGreaterThanOrEqual(times);
  return { child, out: () => out, err: () => err, code, says };
}

async function sitrep(...args: string[]) {
  const { code, out, err } = start(args);
  return { code: await code, out: out(), err: err() };
}

const events = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('index', () => {
  it('tells in a dry run what each file would become, and writes nothing', async () => {
    const { code, out } = await sitrep('index', 'reports', '--dry-run', '--json');
    expect(events(out)).toMatchObject([
      { event: 'problem', reason: 'the file is empty' },
      { event: 'problem', reason: 'not a format this version reads (.png)' },
      { event: 'report', state: 'new', title: 'Vorna Valley Bulletin, March 3, 2025', date: '2025-03-03', key: 0 },
      { event: 'report', state: 'new', date: '2025-03-04', dateBasis: { from: 'title' } },
      { event: 'summary', dryRun: true, new: 2, changed: 0, unchanged: 0, problems: 2 },
    ]);
    expect(code).toBe(1);
  });

  it('tells machines a JSON object a line, and keeps a file of what it could not read', async () => {
    const { code, out, err } = await sitrep('index', 'reports', '--json');
    expect(events(out)).toMatchObject([
      { event: 'problem', source: join(reports, '0-empty.txt'), remedy: expect.any(String) },
      { event: 'problem', source: join(reports, 'map.png') },
      { event: 'summary', files: 4, added: 2, unchanged: 0, problems: 2, stopped: false },
    ]);
    expect(err).toBe('');
    expect(code).toBe(1);
    const [problem, ...others] = JSON.parse(readFileSync(join(folder, 'data', 'problems.json'), 'utf8'));
    expect(problem).toMatchObject({ file: join(reports, '0-empty.txt'), reason: 'the file is empty' });
    expect(Date.now() - Date.parse(problem.tried)).toBeLessThan(60_000);
    expect(others).toMatchObject([{ file: join(reports, 'map.png') }]);
  });

  it('tells changed from unchanged in a dry run', async () => {
    write('two.txt', 'March 4, 2025', 'The Vorna bridge was opened again.');
    const { code, out } = await sitrep('index', 'reports', '--dry-run');
    expect(out).toContain(`unchanged  ${join(reports, 'one.txt')}\nchanged    ${join(reports, 'two.txt')}\n`);
    expect(out).toMatch(/“Vorna Valley Bulletin, March 4, 2025”: 2025-03-04 \(by title\), 0 key findings, \d passages/);
    expect(out).toContain('would be: 0 new, 1 changed, 1 unchanged, 2 not read; nothing was written');
    expect(code).toBe(1);
  });

  it('maps columns as the options say, and says what is wrong with an option', async () => {
    const table = join(folder, 'table.csv');
    writeFileSync(table, 'Headline,Story\n"Vorna notes, May 5, 2025","Ferries ran on time, as they had all week."\n');
    const mapped = await sitrep('index', table, '--dry-run', '--map', 'title=Headline', 'text=Story');
    expect(mapped.out).toContain('“Vorna notes, May 5, 2025”: 2025-05-05');
    expect(mapped.code).toBe(0);
    const wrong = await sitrep('index', table, '--map', 'headline');
    expect(wrong.err).toMatch(/"headline" is no pair\n.*name=column/);
    expect(wrong.code).toBe(2);
  });

  it('says of an unknown option that it is, and fails', async () => {
    const { code, err } = await sitrep('index', 'reports', '--purge');
    expect(err).toMatch(/unknown option '--purge'[\s\S]*--prune/);
    expect(code).toBe(2);
  });
});

describe('a run that is stopped', () => {
  it('lets no other run in, tells what is in, and is completed by the next', async () => {
    for (let at = 0; at < 300; at += 1)
      write(`more-${at}.txt`, 'April 7, 2025', `Post ${at} counted ${at * 7 + 3} carts on the upper road to Vorna.`);
    const first = start(['index', 'reports', '--json']);
    await first.says(/"problem"/);
    const second = await sitrep('index', 'reports');
    expect(second.err).toContain('another run is bringing reports into this archive');
    expect(second.code).toBe(2);
    first.child.kill('SIGINT');
    expect(await first.code).toBe(130);
    const { added, stopped } = events(first.out()).at(-1);
    expect({ stopped, isPart: added < 300 }).toEqual({ stopped: true, isPart: true });

    const next = await sitrep('index', 'reports', '--json');
    expect(events(next.out).at(-1)).toMatchObject({ added: 300 - added, problems: 2, stopped: false });
    const status = await sitrep('status', '--json');
    expect(JSON.parse(status.out)).toMatchObject({ reports: 302, inputs: 304, quarantined: 2, up_to_date: true });
  });

  it('watches until then, and indexes what changes', async () => {
    for (let at = 0; at < 300; at += 1) rmSync(join(reports, `more-${at}.txt`));
    const watching = start(['index', 'reports', '--watch', '--prune', '--json']);
    await watching.says(/"summary"/);
    write('three.txt', 'March 5, 2025', 'Two ferries were added on the Vorna.');
    await watching.says(/"summary"/, 2);
    watching.child.kill('SIGINT');
    expect(await watching.code).toBe(130);
    const rounds = events(watching.out());
    expect(rounds.filter(({ event }) => event === 'summary')).toMatchObject([
      { removed: 300, problems: 2 },
      { added: 1, unchanged: 2, problems: 2 },
    ]);
    // What was told once is not told each round.
    expect(rounds.filter(({ event }) => event === 'problem')).toHaveLength(2);
  });
});

describe('the other commands', () => {
  it('rebuild makes the archive anew, and problems lists what is in quarantine', async () => {
    // Its earlier text is in the archive that is searched, not in the one that is made.
    write('one.txt', 'March 3, 2025', 'A second column crossed the Vorna at noon.');
    const rebuilt = await sitrep('rebuild');
    expect(rebuilt.out).toMatch(/^rebuilt with 3 reports \(\d+ findings\), 2 not read$/m);
    expect(rebuilt.code).toBe(1);
    const listed = await sitrep('problems');
    expect(listed.out).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\dZ {2}.*0-empty\.txt: the file is empty; .+\n.*map\.png: .+\n$/,
    );
    expect(listed.code).toBe(1);
  });

  it('inspect shows a report in full without an engine', async () => {
    const { out, code } = start(['inspect', join(reports, 'one.txt')], 'untouched');
    expect(await code).toBe(0);
    expect(out()).toMatch(/^format {6}.*text/im);
    expect(out()).toMatch(/^covers {6}2025-03-03, by title: “March 3, 2025”$/m);
    expect(out()).toMatch(/^1\. passage\n {4}A second column crossed the Vorna at noon\.$/m);
    const machine = await sitrep('inspect', join(reports, 'one.txt'), join(reports, '0-empty.txt'), '--json');
    expect(Report.parse(JSON.parse(machine.out))).toMatchObject({ date: '2025-03-03' });
    expect(machine.err).toContain('0-empty.txt: the file is empty');
    expect(machine.code).toBe(1);
    expect(existsSync(join(folder, 'untouched'))).toBe(false);
  });

  it('goes on when nobody reads what it says any more', async () => {
    const { child, code, err } = start(['inspect', reports, '--json']);
    child.stdout?.destroy();
    expect(await code).toBe(1);
    expect(err()).not.toMatch(/EPIPE|\n\s+at /);
  });
});
