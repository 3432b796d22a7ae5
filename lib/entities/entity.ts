import * as z from 'zod';

export const entityFacets = ['actor', 'region', 'topic'] as const;
export type EntityFacet = (typeof entityFacets)[number];

export const entityTypes = {
  actor: ['state', 'person', 'organisation', 'armed-force', 'armed-group'],
  region: ['country', 'division', 'city', 'area', 'sea'],
  topic: ['topic'],
} as const satisfies Record<EntityFacet, readonly string[]>;

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are slugs: a-z, 0-9, single hyphens');
const Words = z.array(z.string().min(1)).default([]);

/**
 * What an alias is to its entity: its name; the adjective or people of a state; a place that stands for a state; and what
 * only a report can make one: a surname or a body's bare name, an abbreviation it introduces, a kind of unit.
 */
type AliasRule = 'name' | 'demonym' | 'metonym' | 'short' | 'abbreviation' | 'unit';

/**
 * One entry of a file in `data/`. Lists are merged, in the order of the files' names, where several entries have one id.
 * `cased: true`: the alias is also a common word ("Turkey", "Bush"), so that it counts only with a capital.
 */
export const Entry = z.strictObject({
  id: Slug,
  label: z.string().min(1).optional(),
  type: z.string().optional(),
  aliases: Words,
  demonyms: Words,
  metonyms: Words,
  cased: z.boolean().optional(),
  parent: Slug.optional(),
  /** How well a place is known by its name alone, from 0, only beside what it lies in, to 3, a country. */
  prominence: z.number().min(0).max(3).optional(),
  /** `true`: the name of a place is borne by people too ("Jordan", "Jackson"). */
  personal: z.boolean().optional(),
  /** Weighted phrases of a topic, `*` at a word's end standing for any ending: "drone strike*": 3. */
  phrases: z.record(z.string(), z.number()).optional(),
});
export type Entry = z.infer<typeof Entry>;

/** A file of `data/`: `facet: country` makes both a state (an actor) and a country (a region) of each entry. */
export const RegisterFile = z.strictObject({
  facet: z.enum([...entityFacets, 'country']),
  type: z.string().optional(),
  /** Whose data a derived file holds, and under which licence. */
  licence: z.string().optional(),
  entries: z.array(Entry),
});
export type RegisterFile = z.infer<typeof RegisterFile>;

export interface Alias {
  text: string;
  rule: AliasRule;
  cased: boolean;
}

export interface Entity {
  id: string;
  facet: EntityFacet;
  type: string;
  label: string;
  aliases: Alias[];
  /** The id, in the same facet, of what it lies in. */
  parent: string | null;
  phrases: Record<string, number>;
  /** Of a place, as in its entry; null where the entry is curated and says nothing. */
  prominence: number | null;
  personal: boolean;
}
