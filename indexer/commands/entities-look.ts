import { checkEntities, type Weakness } from '#indexer/curation/check.ts';
import { createSuggester, type Suggestion } from '#indexer/curation/suggest.ts';
import { withEngine } from '#indexer/engine/with-engine.ts';
import { existingIndexes } from '#indexer/load/indexes.ts';
import { pages } from '#indexer/load/pages.ts';
import { current } from '#indexer/load/target.ts';
import { harmless, print, printJson } from '#indexer/print.ts';
import { matcherOf } from '#indexer/tagging/tagger.ts';
import { archiveClient, type Meilisearch } from '#lib/archive/client.ts';
import type { FindingDocument } from '#lib/archive/documents.ts';
import { entityFacets } from '#lib/entities/entity.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { curateBy, overridesFile, readOverridesFile } from '#lib/entities/overrides-file.ts';
import type { Register } from '#lib/entities/register.ts';
import { env } from '#lib/env.ts';
import { OptionError } from './option-error.ts';

/** The register with the overrides as they are written, applied or not. */
function draftRegister(): Register {
  return curateBy(loadRegister(), readOverridesFile(overridesFile(env.dataFolder())));
}

function lineOf({ is, facet, ids, detail }: Weakness): string {
  return harmless(`${is}: ${facet} ${ids.join(', ')}: ${detail}`);
}

/** `sitrep entities check`: what is wrong with the register and its overrides. */
export async function checkCommand({ json = false }: { json?: boolean }): Promise<number> {
  const weaknesses = checkEntities(entityFacets.flatMap(draftRegister().all));
  if (json) print(JSON.stringify(weaknesses, null, 2));
  else for (const one of weaknesses) print(lineOf(one));
  if (!json && weaknesses.length === 0) print('The register and its overrides are sound.');
  return weaknesses.length > 0 ? 1 : 0;
}

async function suggestIn(client: Meilisearch, limit: number): Promise<Suggestion[]> {
  const { add, suggestions } = createSuggester(matcherOf(draftRegister()));
  if (!(await existingIndexes(client)).has(current.findings)) return [];
  const fields: (keyof FindingDocument)[] = ['id', 'text', 'copy'];
  for await (const page of pages<FindingDocument>(client, current.findings, { fields }))
    for (const { id, text, copy } of page) if (!copy) add(id, text);
  return suggestions(limit);
}

/** `sitrep entities suggest`: names in the archive that are in no register. */
export async function suggestCommand({
  limit: asked = '30',
  json = false,
}: {
  limit?: string;
  json?: boolean;
}): Promise<number> {
  const limit = Number(asked);
  if (!Number.isInteger(limit) || limit < 1)
    throw new OptionError(`“${asked}” is no limit`, 'give a whole number from 1');
  const found = await withEngine(env.dataFolder(), ({ host, masterKey }) =>
    suggestIn(archiveClient(host, masterKey), limit),
  );
  for (const one of found) {
    if (json) printJson(one);
    else {
      print(harmless(`${String(one.count).padStart(6)}  ${one.looks.padEnd(6)}  ${one.name}`));
      for (const { finding, text } of one.examples) print(harmless(`${' '.repeat(16)}${text}  [${finding}]`));
    }
  }
  if (!json && found.length === 0) print('No name was found that the register does not know.');
  return 0;
}
