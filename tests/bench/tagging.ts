import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createTagger } from '#indexer/tagging/tagger.ts';
import type { EntityFacet } from '#lib/entities/entity.ts';
import { loadRegister } from '#lib/entities/load.ts';
import type { Register } from '#lib/entities/register.ts';
import { fold } from '#lib/entities/words.ts';
import { sharedFile } from '#tests/shared.ts';

interface Wanted {
  required: string[];
  optional: string[];
}

interface GoldFinding {
  key: string;
  source: string;
  text: string;
  actors: Wanted;
  regions: Wanted;
  topics: Wanted;
}

interface Score {
  right: number;
  wrong: number;
  missed: number;
}

const FACETS = [
  ['actor', 'actors'],
  ['region', 'regions'],
  ['topic', 'topics'],
] as const satisfies [EntityFacet, keyof GoldFinding][];

/** The names by which a predicted value may stand in the gold tags, and those of what it lies in. */
function namesOf(facet: EntityFacet, id: string, register: Register): string[] {
  if (facet === 'topic') return [id];
  const entity = register.get(facet, id);
  return (entity?.aliases ?? []).filter(({ rule }) => rule === 'name').map(({ text }) => fold(text));
}

function matches(value: string, names: string[]): boolean {
  return value.split('|').some((variant) => names.includes(fold(variant)));
}

/** One finding and facet by the rules of the guidelines: what is optional, or an ancestor of what is wanted, is ignored. */
function score(
  facet: EntityFacet,
  predicted: string[],
  wanted: Wanted,
  register: Register,
): Score & { errors: string[] } {
  const named = predicted.map((id) => ({ id, names: namesOf(facet, id, register) }));
  const hit = (value: string) => named.some(({ names }) => matches(value, names));
  const missed = wanted.required.filter((value) => !hit(value));
  const listed = [...wanted.required, ...wanted.optional];
  const implied = new Set(
    facet === 'region'
      ? register
          .all('region')
          .filter(({ id }) => listed.some((value) => matches(value, namesOf('region', id, register))))
          .flatMap(({ id }) => register.ancestors('region', id))
      : [],
  );
  const wrong = named.filter(({ id, names }) => !listed.some((value) => matches(value, names)) && !implied.has(id));
  return {
    right: wanted.required.length - missed.length,
    wrong: wrong.length,
    missed: missed.length,
    errors: [...missed.map((value) => `- ${value}`), ...wrong.map(({ id }) => `+ ${id}`)],
  };
}

function figures({ right, wrong, missed }: Score): string {
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  return `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
}

/** The tagger against the hand-made tags, each error with its finding, and its speed. */
export async function benchTagging(print: (line: string) => void): Promise<void> {
  const file = sharedFile('gold/findings.jsonl');
  if (!file) return;
  const gold: GoldFinding[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const register = loadRegister();
  const tag = createTagger(register);
  const totals = new Map<string, Score>();
  for (const finding of gold) {
    const tags = tag(finding.text);
    for (const [facet, field] of FACETS) {
      const { errors, ...one } = score(
        facet,
        tags[field].map(({ id }) => id),
        finding[field],
        register,
      );
      if (errors.length > 0) print(`${field} ${finding.key}: ${errors.join(', ')}\n    ${finding.text}`);
      for (const key of [field, `${field} of ${finding.source}`]) {
        const sum = totals.get(key) ?? { right: 0, wrong: 0, missed: 0 };
        totals.set(key, {
          right: sum.right + one.right,
          wrong: sum.wrong + one.wrong,
          missed: sum.missed + one.missed,
        });
      }
    }
  }
  for (const [key, sum] of [...totals].sort()) print(`${key.padEnd(28)} ${figures(sum)}`);
  const start = performance.now();
  const rounds = 20;
  for (let round = 0; round < rounds; round++) for (const { text } of gold) tag(text);
  print(`${Math.round((gold.length * rounds * 1000) / (performance.now() - start))} findings a second`);
}
