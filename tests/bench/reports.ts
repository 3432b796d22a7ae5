import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReports } from '#indexer/read-report.ts';
import { loadSources } from '#lib/report/load-sources.ts';

const SAMPLE = 'indexer/sample/archive';
/** Of one report: key findings, and passages. */
const KEY = 6;
const PASSAGES = 6;
const DAY_MS = 86_400_000;

/** Numbers that look random, the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % sides;
  };
}

/** The sentences of the sample archive. */
async function sentences(): Promise<string[]> {
  const found: string[] = [];
  const reader = { archivedAt: '2025-01-01T00:00:00Z', sources: loadSources() };
  for (const path of (await readdir(SAMPLE)).sort())
    for await (const read of readReports(
      { path, file: join(SAMPLE, path), name: path, root: SAMPLE, url: null },
      reader,
    ))
      if (read.ok) found.push(...read.value.report.findings.flatMap(({ text }) => text.split(/(?<=[.!?])\s+/)));
  return found.filter((text) => text.split(' ').length > 5);
}

function reportText(number: number, all: string[]): string {
  const roll = dice(number + 1);
  const sentence = () => {
    // Another word in every sixth place, so that no two reports say the same.
    const words = (all[roll(all.length)] ?? '').split(' ');
    return words.map((word, at) => (at % 6 === 5 ? `${word} ${all[roll(all.length)]?.split(' ')[2]}` : word)).join(' ');
  };
  const date = new Date(Date.UTC(2024, 0, 1) + (number % 700) * DAY_MS).toISOString().slice(0, 10);
  const passages = Array.from({ length: PASSAGES }, () => `${sentence()} ${sentence()} ${sentence()}`);
  const key = Array.from({ length: KEY }, () => `- ${sentence()}`);
  return [
    `---\ntitle: "Assessment ${number}"\ndate: ${date}\nurl: https://desk.example/reports/${number}\nsource: Example Desk\n---\n`,
    ...passages.map((text) => `${text}\n`),
    `## Key findings\n`,
    ...key,
    '',
  ].join('\n');
}

/** A folder with so many reports, made of the sample archive's sentences. */
export async function writeReports(folder: string, count: number): Promise<void> {
  const all = await sentences();
  for (let from = 0; from < count; from += 1000) {
    const part = join(folder, String(from).padStart(6, '0'));
    await mkdir(part, { recursive: true });
    const numbers = Array.from({ length: Math.min(1000, count - from) }, (_, at) => from + at);
    await Promise.all(numbers.map((number) => writeFile(join(part, `report-${number}.md`), reportText(number, all))));
  }
}
