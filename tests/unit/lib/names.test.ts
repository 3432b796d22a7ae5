import { describe, expect, it } from 'vitest';
import { createMatcher } from '#lib/entities/matcher.ts';
import { entityToken } from '#lib/entities/token.ts';
import { nameTerms } from '#lib/search/names.ts';
import { parseTerms } from '#lib/search/terms.ts';
import { smallRegister } from '../register.ts';

const matcher = createMatcher([...smallRegister.all('actor'), ...smallRegister.all('region')]);
const named = (q: string, exact = false) => nameTerms(parseTerms(q).used, exact, matcher);
const token = (id: string) => `"${entityToken(id)}"`;

describe('the names in a query', () => {
  it.each([
    ['Zelenskyy', 'volodymyr-zelensky'],
    ['зеленського', 'volodymyr-zelensky'],
    ['Путина', 'vladimir-putin'],
    ['velyka novosilka', 'velyka-novosilka'],
    // State and country are one name.
    ['україни', 'ukraine'],
  ])('%s is searched as its entity', (q, id) => {
    const { q: asked, expanded } = named(q);
    expect(asked).toBe(token(id));
    expect(new Set(expanded.map(({ entity }) => entity))).toEqual(new Set([id]));
  });

  it('stand among the other words, which stay as they are', () => {
    expect(named('drones over Moscow region -Putin -fire "White House"').q).toBe(
      `drones over ${token('moscow')} region "White House" -${token('vladimir-putin')} -fire`,
    );
  });

  // "Russian" is no name of Russia, and "Kremlin" no other name for it.
  it.each(['Russian', 'Kremlin', 'refinery', 'state'])('are not seen in %s', (q) => {
    expect(named(q)).toEqual({ q, expanded: [] });
  });

  it('in a phrase are searched as written, and so is every word where that is asked for', () => {
    expect(named('"Zelenskyy said"')).toEqual({ q: '"Zelenskyy said"', expanded: [] });
    expect(named('Zelenskyy "White House" -talks', true)).toEqual({
      q: '"Zelenskyy" "White House" -"talks"',
      expanded: [],
    });
  });
});
