import * as z from 'zod/mini';

/** Half-open range of UTF-16 offsets, [start, end). */
export const Span = z.tuple([z.number(), z.number()]);
export type Span = z.infer<typeof Span>;

/** An entity found in a text: where, under which alias, and by which rule of the tagger. */
export const Tag = z.strictObject({
  id: z.string(),
  alias: z.string(),
  rule: z.string(),
  spans: z.array(Span),
});
export type Tag = z.infer<typeof Tag>;

const findingKinds = ['key', 'passage'] as const;

/** One statement of a report: a listed key finding, or a paragraph of its body. */
export const Finding = z.strictObject({
  /** Permanent: from the report's id and the normalised text. */
  id: z.string(),
  /** Place in the report, from 0. */
  ordinal: z.number(),
  kind: z.enum(findingKinds),
  text: z.string(),
  /** The heading it stands under. */
  section: z.nullable(z.string()),
  actors: z.array(Tag),
  regions: z.array(Tag),
  topics: z.array(Tag),
  /** Ids of all entities that the text names, tagged or not: what a search for a name goes by. */
  mentions: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;
