/** How names of divisions and towns are compared, whatever the habit of who writes them. */
import { plain } from './derive-common.ts';

const UNIT =
  /\b(?:autonomous|city|oblast|province|region|state|governorate|krai|kray|republic|of|the|department|district|county|prefecture|voivodeship|municipality|parish|canton|emirate|division|raion|rayon|cercle|caza|qada|mintaqat|wilayat|muhafazat|liwa|shahrestane?|sheng|shi|ostane?)\b/giu;
/** Divisions of which a country has one each: no names by themselves. */
export const COMPASS =
  /^(?:(?:north|south|east|west)(?:ern|east|west|-east|-west|-central)?|cent(?:er|re|ral)|nord|sud|est|ouest|sur|norte|upper|lower|capital)$/i;
const ARTICLE = /\b(?:al|el|ad|ed|as|ash|at|an|ar|az)[\s-]+(?=\w)/giu;

/** A name without the words that say what it names. */
export function core(name: string): string {
  const bare = plain(name).replace(UNIT, ' ').replace(/\s+/g, ' ').trim();
  return bare || plain(name);
}

/** One key for the spellings that differ by habit: "Buryatiya", "Northern Darfur", "Arkhangelskaya", "Al Anbar". */
export function looseKey(name: string): string {
  const bare = core(name)
    .toLowerCase()
    .replace(ARTICLE, '')
    .replace(/\b(north|south|east|west)ern\b/g, '$1');
  return bare
    .replace(/[^a-z]/g, '')
    .replace(/sk(?:aya|iy)$/, 'sk')
    .replaceAll('iy', 'i');
}
