/** What the scripts that derive files of the register share. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Country } from 'world-countries';
import { parseYaml } from '#lib/yaml.ts';
import { type Entry, RegisterFile } from './entity.ts';

export const require = createRequire(import.meta.url);
const data = join(import.meta.dirname, 'data');

// Read as a file: the package's ES module imports JSON without the attribute that Node asks for.
export const countries: Country[] = JSON.parse(readFileSync(require.resolve('world-countries/countries.json'), 'utf8'));

/** The usual English name where the library's is another. */
const LABELS: Record<string, string> = {
  CD: 'Democratic Republic of the Congo',
  TR: 'Turkey',
};

export function labelOf(country: Country): string {
  return LABELS[country.cca2] ?? country.name.common;
}

/** ISO 3166-1 alpha-2 -> the id of the country in the register. */
export const countryIds = new Map(countries.map((country) => [country.cca2, slug(labelOf(country))]));

/** Letters that no normal form takes apart. */
const WHOLE: Record<string, string> = {
  ı: 'i',
  ə: 'a',
  Ə: 'A',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
};

/** Letters without what only scholars write: "Al Ḩasakah" -> "Al Hasakah". */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʻʼ]/gu, '')
    .replace(/[ıəƏøØłŁđĐßæ]/g, (letter) => WHOLE[letter] ?? letter);
}

export function slug(text: string): string {
  return plain(text)
    .replaceAll('.', '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The entries of a curated file, or of one that another script has derived. */
export function readEntries(name: string): Entry[] {
  const text = readFileSync(join(data, name), 'utf8');
  if (name.endsWith('.yaml')) return RegisterFile.parse(parseYaml(text)).entries;
  const [, ...lines] = text.trimEnd().split('\n');
  return RegisterFile.shape.entries.parse(lines.map((line) => JSON.parse(line)));
}

/** An entry as it is written: what is empty is left out. */
export type Derived = Partial<Entry> & { id: string };

/** The head, then an entry a line, in the order of their ids. */
export function writeEntries(name: string, head: object, entries: Derived[]): void {
  const sorted = entries.toSorted((one, other) => one.id.localeCompare(other.id, 'en'));
  const lines = [head, ...sorted].map((line) => JSON.stringify(line));
  writeFileSync(join(data, name), `${lines.join('\n')}\n`);
}
