import type { Entity } from '#lib/entities/entity.ts';
import type { Match } from '#lib/entities/matcher.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Reading } from './place-names.ts';

/** The abbreviations of the Associated Press and of the post: but for "S.C." after a comma only, as "Ill." is a word by itself. */
const STATES = `Ala|AL Alabama, AK Alaska, Ariz|AZ Arizona, Ark|AR Arkansas, Calif|CA California, Colo|CO Colorado, Conn|CT Connecticut,
Del|DE Delaware, Fla|FL Florida, Ga|GA Georgia, HI Hawaii, ID Idaho, Ill|IL Illinois, Ind|IN Indiana, IA Iowa, Kan|KS Kansas,
Ky|KY Kentucky, La|LA Louisiana, ME Maine, Md|MD Maryland, Mass|MA Massachusetts, Mich|MI Michigan, Minn|MN Minnesota,
Miss|MS Mississippi, Mo|MO Missouri, Mont|MT Montana, Neb|NE Nebraska, Nev|NV Nevada, N.H|NH New Hampshire, N.J|NJ New Jersey,
N.M|NM New Mexico, N.Y|NY New York State, N.C|NC North Carolina, N.D|ND North Dakota, OH Ohio, Okla|OK Oklahoma, Ore|OR Oregon,
Pa|PA Pennsylvania, R.I|RI Rhode Island, S.C|SC South Carolina, S.D|SD South Dakota, Tenn|TN Tennessee, Tex|TX Texas, UT Utah,
Vt|VT Vermont, Va|VA Virginia, Wash|WA Washington State, W.Va|WV West Virginia, Wis|WI Wisconsin, Wyo|WY Wyoming`;

const ABBREVIATION = /(?<=\p{L},\s)(?:[A-Z][a-z]{1,4}\.|[A-Z]{2}(?![\w-]))|(?<![\w.])(?:[A-Z]\.[A-Z]\.|W\. ?Va\.)/gu;

/** Abbreviation without its last stop -> the state. */
function statesOf(register: Register): Map<string, Entity> {
  const states = register.all('region').filter(({ parent, type }) => parent === 'united-states' && type === 'division');
  const byName = new Map(states.flatMap((state) => state.aliases.map(({ text }) => [text, state] as const)));
  return new Map(
    STATES.split(/,\s+/).flatMap((line) => {
      const [short = '', ...name] = line.trim().split(' ');
      const state = byName.get(name.join(' '));
      return state ? short.split('|').map((one) => [one, state] as const) : [];
    }),
  );
}

/** Finds the states of the US that stand abbreviated after a comma: "Springfield, Ill." */
export function createStateMatcher(register: Register): (reading: Pick<Reading, 'text' | 'textWords'>) => Match[] {
  const states = statesOf(register);
  return ({ text, textWords }) => {
    return Array.from(text.matchAll(ABBREVIATION)).flatMap(({ 0: written, index }) => {
      const entity = states.get(written.replace(/\.$|\s/g, ''));
      const first = textWords.findIndex(({ span }) => span[0] === index);
      if (!entity || first < 0) return [];
      const end = index + written.length;
      const last = textWords.findLastIndex(({ span }) => span[0] < end);
      const alias = { text: written, rule: 'name' as const, cased: true };
      return [{ entity, alias, written, span: [index, end] as [number, number], first, last }];
    });
  };
}
