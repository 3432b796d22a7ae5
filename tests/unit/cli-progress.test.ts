import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { newTally } from '#indexer/load/tally.ts';
import { harmless } from '#indexer/print.ts';
import { barLine, progressLine, type Standing } from '#indexer/progress/line.ts';
import { createPace, secondsLeft } from '#indexer/progress/pace.ts';
import { openProgress } from '#indexer/progress/progress.ts';

const tally = { ...newTally(), files: 200, read: 100, passed: 20, added: 118, problems: 2 };
const standing: Standing = { stage: 'index', tally, total: 235, pace: { files: 34, reports: 30 } };

describe('the pace', () => {
  it('is that of the last half minute, not of the whole run', () => {
    const pace = createPace();
    expect(pace({ at: 0, files: 0, reports: 0 })).toEqual({ files: null, reports: null });
    expect(pace({ at: 10_000, files: 100, reports: 50 })).toEqual({ files: 10, reports: 5 });
    pace({ at: 60_000, files: 100, reports: 50 });
    expect(pace({ at: 70_000, files: 120, reports: 60 })).toEqual({ files: 2, reports: 1 });
  });

  it('tells the time left only where total and pace are known', () => {
    expect(secondsLeft(50, 100, { files: 10, reports: 1 })).toBe(5);
    expect(secondsLeft(120, 100, { files: 10, reports: 1 })).toBe(0);
    expect(secondsLeft(50, null, { files: 10, reports: 1 })).toBeNull();
    expect(secondsLeft(50, 100, { files: 0, reports: 1 })).toBeNull();
    expect(secondsLeft(50, 100, { files: null, reports: null })).toBeNull();
  });
});

describe('a line of progress', () => {
  it('has counts, rate, problems and time left', () => {
    expect(progressLine(standing)).toBe('indexing: 120 of 235 files, 118 reports in, 34 files/s, 2 not read, 4 s left');
  });

  it('tells reports a second where a file holds many, and no more than is known', () => {
    const early = { ...standing, total: null, pace: { files: 0, reports: 410 } };
    expect(progressLine(early)).toBe('indexing: 120 files, 118 reports in, 410 reports/s, 2 not read');
    expect(progressLine({ ...early, stage: 'rebuild', tally: newTally() })).toBe('rebuilding: nothing yet');
  });

  it('tells hours and minutes of a long run', () => {
    const slow = { ...standing, total: 10_120, pace: { files: 1, reports: 1 } };
    expect(progressLine(slow)).toMatch(/2 h 46 min left$/);
    expect(progressLine({ ...slow, total: 215 })).toMatch(/1 min 35 s left$/);
  });

  it('never is wider than the terminal', () => {
    expect(barLine(standing, 120)).toMatch(/^\[={10}-{10}\] indexing: 120 of 235/);
    for (const columns of [20, 79, 80]) expect(barLine(standing, columns).length).toBeLessThan(columns);
  });
});

/** What a terminal shows in the end of what was written to it. */
function shown(written: string): string[] {
  const rows = [''];
  let [row, column, saved] = [0, 0, [0, 0] as [number, number]];
  const line = () => rows[row] ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what moves a cursor
  for (const [part] of written.matchAll(/\u001b(?:7|8|\[\d*[A-Z])|[^\u001b]/g)) {
    if (part === '\u001b7') saved = [row, column];
    else if (part === '\u001b8') [row, column] = saved;
    else if (part === '\u001b[1G' || part === '\r') column = 0;
    else if (part === '\u001b[0K') rows[row] = line().slice(0, column);
    else if (part === '\u001b[2K') rows[row] = '';
    else if (part === '\n') [row, column] = [row + 1, 0];
    else if (part.startsWith('\u001b')) throw new Error(`unexpected: ${JSON.stringify(part)}`);
    else {
      rows[row] = line().padEnd(column).slice(0, column) + part + line().slice(column + 1);
      column += 1;
    }
  }
  return rows;
}

describe('progress on a terminal', () => {
  it('keeps problem lines whole above the bar, and takes the bar away in the end', async () => {
    const screen = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true, columns: 60 });
    let written = '';
    screen.on('data', (text) => (written += text));
    const progress = openProgress({ tally, counted: () => 235 }, screen);
    const problems = Array.from({ length: 5 }, (_, at) => `report-${at}.pdf: ${'a long reason '.repeat(at)}`);
    for (const problem of problems) progress.aside(() => screen.write(`${problem}\n`));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(shown(written).slice(0, 5)).toEqual(problems);
    expect(shown(written)[5]).toMatch(/^\[=.*120 of 235 files/);
    progress.aside(() => screen.write('the last\n'));
    progress.close();
    expect(shown(written)).toEqual([...problems, 'the last', '']);
  });
});

describe('text of others', () => {
  it('moves no cursor and turns no line around', () => {
    expect(harmless('a\u001b[2Jb\u009b1Ac\u202ed\ne\u0007')).toBe('a[2Jb1Acd e');
    expect(harmless('Київ, «тиша»\tdone')).toBe('Київ, «тиша» done');
  });
});
