import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { parseYaml } from '#lib/yaml.ts';
import { sharedFile } from '#tests/shared.ts';

const Wanted = z.object({ required: z.array(z.string()), optional: z.array(z.string()) });
export type Wanted = z.infer<typeof Wanted>;

/** A finding with the tags that people gave it. */
const TaggedFinding = z.object({
  key: z.string(),
  source: z.string(),
  text: z.string(),
  actors: Wanted,
  regions: Wanted,
  topics: Wanted,
});
export type TaggedFinding = z.infer<typeof TaggedFinding>;

const own = resolve(import.meta.dirname, '../fixtures/tagging/findings.yaml');

const names = (list: string | undefined) => (list ?? '').split(',').flatMap((name) => name.trim() || []);

/** "Russia, Ukraine ~ NATO": what is required, then what is optional. */
const Listed = z.string().transform((text): Wanted => {
  const [required, optional] = text.split('~');
  return { required: names(required), optional: names(optional) };
});
const OwnFindings = z.array(
  z.object({ source: z.string(), text: z.string(), actors: Listed, regions: Listed, topics: Listed }),
);

/** The findings written for this project. */
export function ownFindings(): TaggedFinding[] {
  const findings = OwnFindings.parse(parseYaml(readFileSync(own, 'utf8')));
  return findings.map((finding, index) => ({ ...finding, key: `own:${index}` }));
}

/** The real findings tagged by hand, none where they are not there. */
export function goldFindings(): TaggedFinding[] {
  const file = sharedFile('gold/findings.jsonl');
  const lines = file ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.map((line) => TaggedFinding.parse(JSON.parse(line)));
}
