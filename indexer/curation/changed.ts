import { isDeepStrictEqual } from 'node:util';
import type { Documents } from '#lib/archive/documents.ts';
import { type Entity, entityFacets } from '#lib/entities/entity.ts';
import { createMatcher } from '#lib/entities/matcher.ts';
import type { Register } from '#lib/entities/register.ts';
import { entityToken } from '#lib/entities/token.ts';

/** What an entity lies in. */
function chainsDiffer(one: Entity, from: Register, to: Register): boolean {
  const { facet, id } = one;
  return !isDeepStrictEqual(from.ancestors(facet, id), to.ancestors(facet, id));
}

/** Entities that one register has otherwise than another, or not at all: as each has them. */
function changedEntities(from: Register, to: Register): Entity[] {
  return entityFacets.flatMap((facet) => {
    const changed = to.all(facet).filter((one) => {
      const before = from.get(facet, one.id);
      const isSame = before === one || isDeepStrictEqual(before, one);
      return !isSame || (one.parent !== null && chainsDiffer(one, from, to));
    });
    const gone = from.all(facet).filter(({ id }) => !to.get(facet, id));
    const before = changed.flatMap(({ id }) => from.get(facet, id) ?? []);
    return [...changed, ...gone, ...before];
  });
}

function textsOf({ report, findings }: Documents): string[] {
  const { actor = [], region = [] } = report.declared ?? {};
  return [report.title, report.summary, ...actor, ...region, ...findings.map(({ text }) => text)];
}

/**
 * Tells which reports another register could tag otherwise: those that name what it changes, carry it as a tag, or have
 * a finding that a person decided on. Of all others the tags stay as they are.
 */
export function createConcern(from: Register, to: Register): (documents: Documents) => boolean {
  const entities = changedEntities(from, to);
  const all = entities.some(({ facet }) => facet === 'topic');
  const ids = new Set(entities.map(({ id }) => id));
  const tokens = new Set(entities.map(({ id }) => entityToken(id)));
  const match = createMatcher(entities);
  const isDecided = (id: string) => [from, to].some(({ curation }) => curation.decisions.has(id));
  const carries = ({ facets, names }: Documents['report']) =>
    names.some((token) => tokens.has(token)) ||
    Object.values(facets).some((values) => Array.isArray(values) && values.some((id) => ids.has(id)));
  return (documents) =>
    all ||
    carries(documents.report) ||
    documents.findings.some(({ id }) => isDecided(id)) ||
    textsOf(documents).some((text) => match(text, { anyCase: true, nested: true }).length > 0);
}
