import type { Register } from '#lib/entities/register.ts';
import type { Facet } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';

/** Names of the sources in the archive, by id. */
export type SourceNames = ReadonlyMap<string, string>;

const KINDS: Record<string, string> = { key: 'Key finding', passage: 'Passage' };
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

function languageName(code: string): string {
  return code === 'und' || !/^[a-z]{2,3}(-\w+)*$/i.test(code) ? 'Undetermined' : (languages.of(code) ?? code);
}

/** A facet's value in words. */
export function labelOf(facet: Facet, value: string, register: Register, sources: SourceNames): string {
  if (value === NONE) return 'Not tagged';
  switch (facet.kind) {
    case 'entity':
    case 'tree':
      return register.get(facet.entities, value)?.label ?? value;
    case 'choice':
      if (facet.name === 'source') return sources.get(value) ?? value;
      return facet.name === 'kind' ? (KINDS[value] ?? value) : languageName(value);
    case 'day':
      return value;
  }
}
