import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Tagger } from '#indexer/tagging/tagger.ts';
import { sharedFile } from '#tests/shared.ts';
import { type Counts, figures, sum } from './tagging-score.ts';

const Release = z.object({
  id: z.string(),
  text: z.string(),
  labels: z.object({ target_group: z.array(z.string()) }),
});

/** How the releases' labels name the register's groups. "criminal" is no named group. */
const GROUPS: Record<string, string> = {
  taliban: 'taliban',
  haqqani: 'haqqani-network',
  imu: 'islamic-movement-of-uzbekistan',
  hig: 'hezb-e-islami-gulbuddin',
  aq: 'al-qaeda',
  let: 'lashkar-e-taiba',
};

/** The armed groups of press releases of another war, against the groups that their labels name. */
export function benchGroups(tag: Tagger, print: (line: string) => void): void {
  const file = sharedFile('corpora/isaf-press-releases.jsonl');
  if (!file) return;
  let total: Counts | undefined;
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { id, text, labels } = Release.parse(JSON.parse(line));
    const wanted = labels.target_group.flatMap((label) => label.split(';')).flatMap((label) => GROUPS[label] ?? []);
    const known = new Set(Object.values(GROUPS));
    const found = tag(text).actors.flatMap((actor) => (known.has(actor.id) ? actor.id : []));
    const wrong = found.filter((group) => !wanted.includes(group));
    const missed = wanted.filter((group) => !found.includes(group));
    if (wrong.length + missed.length > 0)
      print(
        `groups ${id}: ${[...missed.map((group) => `- ${group}`), ...wrong.map((group) => `+ ${group}`)].join(', ')}`,
      );
    total = sum(total, { right: wanted.length - missed.length, wrong: wrong.length, missed: missed.length });
  }
  if (total) print(`groups of isaf               ${figures(total)}`);
}
