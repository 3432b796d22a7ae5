import type { Outcome } from '#indexer/outcome.ts';
import { canonicalUrl, normalised } from '#lib/report/ids.ts';
import { foldSpaces } from '../clean.ts';
import { declaredOf, type Field, metadataOf } from '../fields.ts';
import type { Format, Item } from '../format.ts';
import { distinctKeys } from '../keys.ts';
import type { Source, Start } from '../source.ts';
import { blocksOfText } from '../text-blocks.ts';
import { textOf } from '../text-format.ts';
import type { Entry } from './entries.ts';
import { parseEntries } from './parse.ts';
import { rootName } from './xml.ts';

const ROOTS = ['rss', 'feed', 'rdf'];

function failure(source: string, reason: string, remedy: string): Outcome<never> {
  return { ok: false, source, reason, remedy };
}

/** A link, absolute: each base is resolved against the one before it. */
function addressOf({ link, bases }: Entry): string | null {
  const base = bases.reduce<string | undefined>((outer, inner) => {
    return URL.canParse(inner, outer) ? new URL(inner, outer).href : outer;
  }, undefined);
  return link ? canonicalUrl(link, base) : null;
}

function itemOf(entry: Entry, name: string, key: string): Outcome<Item> {
  const isTitle = normalised(entry.text) === normalised(entry.title);
  const blocks = isTitle ? [] : blocksOfText(entry.text);
  const url = addressOf(entry);
  const place = `${name}#${key}`;
  if (blocks.length === 0 && url) return failure(place, `no text in the feed, only a link: ${url}`, 'fetch its page');
  if (blocks.length === 0) return failure(place, 'an item with no text', 'leave it out');
  const { title, source, lang, published } = entry;
  const fields: Partial<Record<Field, string>> = { title, source, lang, published, url: url ?? '' };
  const metadata = metadataOf((field) => fields[field] ?? '');
  const declared = declaredOf((field) => (field === 'topic' ? entry.topics : ''));
  return { ok: true, value: { key, metadata, blocks, ...(declared && { declared }) } };
}

async function* read(source: Source): AsyncIterable<Outcome<Item>> {
  const { name } = source;
  const text = await textOf(source);
  if (!text.ok) return yield text;
  const parsed = parseEntries(text.value);
  if (!parsed) return yield failure(name, 'no feed that can be read', 'give RSS, Atom or JSON Feed, or leave it out');
  const { entries, broken, cut } = parsed;
  const distinct = distinctKeys();
  for (const [at, entry] of entries.entries())
    yield itemOf(entry, name, distinct(foldSpaces(entry.id) || addressOf(entry) || `item-${at + 1}`));
  for (const place of broken) yield failure(`${name}#item-${place}`, 'not valid XML', 'correct it, or fetch it again');
  if (cut) yield failure(name, `cut off behind ${entries.length} items`, 'fetch it again');
  else if (entries.length + broken.length === 0) yield failure(name, 'a feed with no items', 'fetch it again later');
}

function matches({ path, text }: Start): boolean {
  if (text === null) return false;
  const root = rootName(text);
  if (root) return ROOTS.includes(root) || (/\.(?:xml|rss|atom)$/i.test(path) && root !== 'html');
  return /^\s*\{/.test(text) && /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/i.test(text);
}

/** RSS, Atom and JSON Feed: each item a report. */
export const feed: Format = { id: 'feed', label: 'Feed', endings: ['.xml', '.rss', '.atom'], matches, read };
