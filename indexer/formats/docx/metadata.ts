import { XMLParser } from 'fast-xml-parser';
import { keyHeading } from '#indexer/findings/key-heading.ts';
import { foldSpaces } from '../clean.ts';
import type { Block, Metadata } from '../format.ts';
import { publishedWhenSaved } from '../saved-date.ts';
import { statedTitle } from '../stated-title.ts';

/** How far down a headline may stand. */
const HEAD = 8;

/** Text of the core properties by name, without prefix: `title`, `created`, `modified`, `language`. */
function propertiesOf(xml: string): (name: string) => string {
  const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: true });
  const fields = new Map<string, string>();
  try {
    const parsed: unknown = parser.parse(xml);
    const core = typeof parsed === 'object' && parsed && 'coreProperties' in parsed ? parsed.coreProperties : null;
    for (const [name, value] of Object.entries(core ?? {})) if (typeof value === 'string') fields.set(name, value);
  } catch {
    // A document without properties is a document.
  }
  return (name) => foldSpaces(fields.get(name) ?? '');
}

function headlineOf(blocks: readonly Block[]): string | null {
  const heading = blocks.slice(0, HEAD).find(({ kind }) => kind === 'heading');
  return heading && keyHeading(heading.text) === null ? heading.text : null;
}

/** What a document says of itself. `titled` is its title as it is styled. */
export function metadataOf(core: string | null, blocks: readonly Block[], titled: string | null): Metadata {
  const property = propertiesOf(core ?? '');
  const title = titled ?? statedTitle(property('title')) ?? headlineOf(blocks);
  return {
    title,
    url: null,
    source: null,
    lang: /^([a-z]{2})(?![a-z])/i.exec(property('language'))?.[1]?.toLowerCase() ?? null,
    date: null,
    published: publishedWhenSaved(property('modified') || property('created'), title, blocks),
  };
}
