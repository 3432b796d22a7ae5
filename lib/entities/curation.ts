import type { EntityFacet } from './entity.ts';

/** A tag that a person put on a finding, or took off it. */
export interface Decision {
  is: 'pinned' | 'removed';
  facet: EntityFacet;
  id: string;
}

/** What the overrides of an archive say besides what its entities are. */
export interface Curation {
  /** By facet, what entities were merged into: old id -> present id. */
  merged: Record<EntityFacet, ReadonlyMap<string, string>>;
  /** By finding, later ones after earlier ones. */
  decisions: ReadonlyMap<string, Decision[]>;
  /** Tells the overrides from others; empty where there are none. */
  edition: string;
}

export const NOT_CURATED: Curation = {
  merged: { actor: new Map(), region: new Map(), topic: new Map() },
  decisions: new Map(),
  edition: '',
};
