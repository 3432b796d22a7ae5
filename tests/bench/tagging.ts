import { performance } from 'node:perf_hooks';
import { createTagger, type Tagger } from '#indexer/tagging/tagger.ts';
import { loadRegister } from '#lib/entities/load.ts';
import type { Register } from '#lib/entities/register.ts';
import { benchIsaf } from './isaf.ts';
import { benchLgl } from './lgl.ts';
import { compromiseBaseline, lookUpBaseline } from './tagging-baselines.ts';
import { goldFindings, ownFindings, type TaggedFinding } from './tagging-findings.ts';
import { benchGroups } from './tagging-groups.ts';
import { type Counts, createScorer, FACETS, figures, type Predicted, sum } from './tagging-score.ts';

type Print = (line: string) => void;

const silent: Print = () => undefined;

function predict(tag: Tagger): (text: string) => Predicted {
  const ids = (tags: { id: string }[]) => tags.map(({ id }) => id);
  return (text) => {
    const { actors, regions, topics } = tag(text);
    return { actors: ids(actors), regions: ids(regions), topics: ids(topics) };
  };
}

/** Precision, recall and F1 of each facet, over all and by source; each error with its finding, where `printError` is given. */
function scoreAll(
  name: string,
  findings: TaggedFinding[],
  tag: (text: string) => Predicted,
  register: Register,
  [print, printError]: [Print, Print],
): void {
  const score = createScorer(register);
  const totals = new Map<string, Counts>();
  for (const finding of findings) {
    const predicted = tag(finding.text);
    for (const [facet, field] of FACETS) {
      const { errors, ...one } = score(facet, predicted[field], finding[field]);
      if (errors.length > 0) printError(`${field} ${finding.key}: ${errors.join(', ')}\n    ${finding.text}`);
      for (const key of [field, `${field} of ${finding.source}`]) totals.set(key, sum(totals.get(key), one));
    }
  }
  const shown = printError === silent ? [...totals].filter(([key]) => !key.includes(' of ')) : [...totals];
  for (const [key, counts] of shown.sort()) print(`${name.padEnd(12)} ${key.padEnd(24)} ${figures(counts)}`);
}

function printSpeed(tag: Tagger, findings: TaggedFinding[], print: Print): void {
  const rounds = 20;
  const start = process.cpuUsage();
  for (let round = 0; round < rounds; round++) for (const { text } of findings) tag(text);
  const { user, system } = process.cpuUsage(start);
  print(`${Math.round((findings.length * rounds * 1e6) / (user + system))} findings a second of one core`);
}

/** The tagger against hand-made tags, its errors, two baselines on the same findings, groups of another war, and its speed. */
export async function benchTagging(print: Print): Promise<void> {
  const start = performance.now();
  const register = loadRegister();
  print(`register loaded in ${Math.round(performance.now() - start)} ms`);
  const tag = createTagger(register);
  const [compromise, lookUp] = [compromiseBaseline(register), lookUpBaseline(register)];
  for (const [name, findings] of Object.entries({ gold: goldFindings(), own: ownFindings() })) {
    if (findings.length === 0) continue;
    print(`-- ${name}: ${findings.length} findings`);
    scoreAll('tagger', findings, predict(tag), register, [print, print]);
    scoreAll('compromise', findings, compromise, register, [print, silent]);
    scoreAll('look-up', findings, lookUp, register, [print, silent]);
    printSpeed(tag, findings, print);
  }
  benchGroups(tag, print);
  await benchIsaf(print);
  await benchLgl(print);
}
