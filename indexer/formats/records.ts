import { basename } from 'node:path';
import type { Outcome } from '#indexer/outcome.ts';
import { normalised, sha256 } from '#lib/report/ids.ts';
import { foldSpaces } from './clean.ts';
import { bareName, declaredOf, type Field, fieldNames, metadataOf, textFields, written } from './fields.ts';
import type { Block, Item, Metadata } from './format.ts';
import { distinctKeys } from './keys.ts';
import { mappingEnding } from './mapping.ts';
import type { Source } from './source.ts';
import { blocksOfText, htmlBlocks } from './text-blocks.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A row of a table, or an object of JSON. */
export interface Row {
  fields: Fields;
  /** Its place, for messages: `reports.csv:17`. */
  name: string;
  /** Characters. */
  size: number;
}

type Rows = AsyncIterable<Outcome<Row>>;
type Mapping = Source['mapping'];

/** By so many rows, or characters of them, is it decided whether a file has the fields that are wanted. */
const FIRST_ROWS = 200;
const FIRST_SIZE = 8_000_000;
/** Characters; headlines of more than a line or two are rare, and sentences given for one are not. */
const LONGEST_HEADLINE = 150;
/** Names of fields that a message lists. */
const MOST_NAMES = 30;

/** The value under a name, or under a path of names: `labels.province`. Lists are gone through. */
function valueAt(fields: Fields, path: string): unknown {
  if (Object.hasOwn(fields, path)) return fields[path];
  let values: unknown[] = [fields];
  for (const name of path.split('.'))
    values = values
      .flat()
      .flatMap((value): unknown[] =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? [Reflect.get(value, name)] : [],
      );
  return values.length > 1 ? values.flat() : values[0];
}

function isBlank(value: unknown): boolean {
  return written(value).trim() === '';
}

/** A reader of a row's fields: by the mapping, or else by the names that are usual, the first that holds something. */
function reader(fields: Fields, mapping: Mapping): (field: Field) => unknown {
  const claimed = new Set(Object.values(mapping));
  const names = new Map(Object.keys(fields).flatMap((name) => (claimed.has(name) ? [] : [[bareName(name), name]])));
  return (field) => {
    const path = mapping[field];
    if (path !== undefined) return valueAt(fields, path);
    const found = fieldNames[field].flatMap((name) => names.get(name) ?? []).map((name) => fields[name]);
    return found.find((value) => !isBlank(value)) ?? found[0];
  };
}

function namesOf(rows: readonly Fields[]): string {
  const names = [...new Set(rows.flatMap((fields) => Object.keys(fields)))];
  const shown = names.slice(0, MOST_NAMES).map((name) => foldSpaces(name).slice(0, 40));
  return `${shown.join(', ')}${names.length > MOST_NAMES ? ', ...' : ''}`;
}

/** A title, unless it is the text's own first sentences: as a headline it would take them out of the text. */
function headlineOf(title: string | null, blocks: readonly Block[]): string | null {
  const own = normalised(title ?? '');
  const [first] = blocks;
  if (!first || !normalised(first.text).startsWith(own)) return title;
  const isAll = blocks.length === 1 && normalised(first.text) === own;
  return isAll || own.length > LONGEST_HEADLINE ? null : title;
}

/** A row without an id goes by what it says: its place changes when another is put before it. */
function contentKey(stated: Metadata, text: string): string {
  return `text-${sha256(JSON.stringify([stated, text])).slice(0, 10)}`;
}

/** The document that a row is. */
function itemOf({ fields, name }: Row, mapping: Mapping, distinct: (key: string) => string): Outcome<Item> {
  const read = reader(fields, mapping);
  const field = textFields.find((one) => !isBlank(read(one)));
  if (!field) {
    const empty = textFields.some((one) => read(one) !== undefined);
    const reason = empty ? 'its text is empty' : `no text in it; it has ${namesOf([fields]) || 'nothing'}`;
    return { ok: false, source: name, reason, remedy: 'give it a text, or leave it out' };
  }
  const text = written(read(field));
  const blocks = field === 'html' ? htmlBlocks(text) : blocksOfText(text);
  const declared = declaredOf(read);
  const stated = metadataOf((one) => written(read(one)));
  const metadata = { ...stated, title: headlineOf(stated.title, blocks) };
  const key = distinct(foldSpaces(written(read('id'))) || contentKey(stated, text));
  return { ok: true, value: { key, metadata, blocks, ...(declared && { declared }) } };
}

/** What is wrong with a whole file, by its first rows; null where nothing is. */
function problemOf(rows: readonly Fields[], { mapping, name }: Source, noun: string): Outcome<never> | null {
  const has = (path: string) => rows.some((fields) => valueAt(fields, path) !== undefined);
  const there = `${noun}s there are: ${namesOf(rows)}`;
  const wrong = Object.entries(mapping).filter(([, path]) => !has(path));
  if (wrong.length > 0) {
    const reason = `no ${noun} ${wrong.map(([own, path]) => `"${path}" (${own})`).join(', ')}; ${there}`;
    return { ok: false, source: name, reason, remedy: 'correct the mapping' };
  }
  if (rows.some((fields) => textFields.some((field) => reader(fields, mapping)(field) !== undefined))) return null;
  const remedy = `say which ${noun} holds the text, as "text: Body" in ${basename(name)}${mappingEnding} beside it, or leave it out`;
  return { ok: false, source: name, reason: `no ${noun} holds a text; ${there}`, remedy };
}

/** The first rows, as many as are looked at before any is taken, and then the others one by one. */
async function* headed(rows: Rows): AsyncIterable<Outcome<Row>[]> {
  let head: Outcome<Row>[] | null = [];
  let size = 0;
  for await (const row of rows) {
    if (head) {
      head.push(row);
      size += row.ok ? row.value.size : 0;
      if (head.length < FIRST_ROWS && size < FIRST_SIZE) continue;
    }
    yield head ?? [row];
    head = null;
  }
  if (head) yield head;
}

/** The documents of a table or of JSON. `noun` is what a part of a row is called: column, field. */
export async function* itemsOf(rows: Rows, source: Source, noun: string): AsyncIterable<Outcome<Item>> {
  const distinct = distinctKeys();
  let checked = false;
  for await (const some of headed(rows)) {
    const good = some.flatMap((row) => (row.ok ? [row.value.fields] : []));
    const problem = checked || good.length === 0 ? null : problemOf(good, source, noun);
    if (problem) return yield problem;
    if (!checked && good.length === 0 && some.length === FIRST_ROWS) return yield noneOf(source, noun);
    checked = true;
    for (const row of some) yield row.ok ? itemOf(row.value, source.mapping, distinct) : row;
  }
}

function noneOf({ name }: Source, noun: string): Outcome<never> {
  const reason = `none of its first ${FIRST_ROWS} lines can be read`;
  return { ok: false, source: name, reason, remedy: `check that it is what its name says, with ${noun}s` };
}
