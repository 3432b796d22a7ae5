import type { Publisher } from '#lib/report/report.ts';
import {
  publisherOf,
  type Source,
  type Sources,
  sourceByName,
  sourceByUrl,
  unknownPublisher,
} from '#lib/report/sources.ts';

/** What of a document may name its publisher. */
export interface Signs {
  title: string;
  url: string | null;
  /** The site or agency that it names itself. */
  named: string | null;
  /** Headings above its key findings. */
  headings: string[];
  /** Its first paragraphs. */
  lead: string[];
}

export interface Publishers {
  source: Publisher;
  originator: Publisher | null;
  /** Phrases of the lines that both write about their products. */
  boilerplate: string[];
  /** The zone of the source's clock. */
  zone: string;
}

const ASSESSED =
  /\b(?:analysts?|experts?|researchers|report|assessment|update|review|summary|bulletin)\b|аналітик|експерт|звіт|зведенн|аналитик|эксперт|отч[её]т|сводк/iu;

function pattern(name: string): string {
  return `(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/['’]/g, "['’]")}(?![\\p{L}\\p{N}])`;
}

const patterns = new WeakMap<Source, RegExp>();

/** Any of a source's names; built once, as each sentence of a text is asked for all of them. */
function namesOf(source: Source): RegExp {
  const known = patterns.get(source) ?? new RegExp([source.name, ...source.aliases].map(pattern).join('|'), 'u');
  patterns.set(source, known);
  return known;
}

function namesIn(sources: Sources, text: string): Source[] {
  return sources.all.filter((source) => namesOf(source).test(text));
}

/** "Russia deepens ties - ISW", "ISW: Russia deepens ties". */
function ofTitle(sources: Sources, title: string): Source | null {
  const behind = /[-–—:|]\s*([^-–—:|]{2,60})$/.exec(title)?.[1];
  const before = /^([^:–—|]{2,60})\s*[:–—|]\s/.exec(title)?.[1];
  return (behind ? sourceByName(sources, behind) : null) ?? (before ? sourceByName(sources, before) : null);
}

/** "This was stated by analysts of the Institute for the Study of War (ISW) in their report". */
function ofLead(sources: Sources, lead: string[]): Source[] {
  const sentences = lead.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((sentence) => ASSESSED.test(sentence));
  return sentences.flatMap((sentence) => namesIn(sources, sentence)).filter(({ assesses }) => assesses);
}

/** Those whose assessment the document carries, the surest first; who writes assessments is not thought to report another's in passing. */
function originatorsOf(sources: Sources, signs: Signs, source: Source | null): Source[] {
  const titled = ofTitle(sources, signs.title);
  const named = [...signs.headings.flatMap((heading) => namesIn(sources, heading)), ...(titled ? [titled] : [])];
  return source?.assesses ? named : [...named, ...ofLead(sources, signs.lead)];
}

/** Who published a document, and whose assessment it carries where that is another's: only names that the register knows. */
export function publishersOf(sources: Sources, signs: Signs): Publishers {
  const { named, url } = signs;
  const stated = (named && sourceByName(sources, named)) || (url && sourceByUrl(sources, url)) || null;
  const originators = originatorsOf(sources, signs, stated);
  const known = stated ?? (named || url ? null : originators[0]) ?? null;
  const source = known ? publisherOf(known) : unknownPublisher(named, url);
  const originator = originators.find(({ id }) => id !== source.id);
  return {
    source,
    originator: originator ? publisherOf(originator) : null,
    boilerplate: [known, originator].flatMap((one) => one?.boilerplate ?? []),
    zone: known?.timeZone ?? 'UTC',
  };
}
