import { describe, expect, it } from 'vitest';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import { queryOf } from '#lib/search/url.ts';
import { waysOn } from '#lib/search/ways-on.ts';

const words = (q: string) =>
  waysOn({ ...emptyQuery(), q }).flatMap(({ off, query }) => (off.is === 'word' ? [[off.word, query.q]] : []));

describe('the ways on from a search', () => {
  it('take each word, phrase and exclusion off where it stands', () => {
    expect(words('warship ship')).toEqual([
      ['warship', 'ship'],
      ['ship', 'warship'],
    ]);
    expect(words('“drone  strike” Kharkiv -"the city"')).toEqual([
      ['“drone  strike”', 'Kharkiv -"the city"'],
      ['Kharkiv', '“drone strike” -"the city"'],
      ['-"the city"', '“drone strike” Kharkiv'],
    ]);
    expect(words('drone,strike Kursk').map(([, left]) => left)).toEqual(['Kursk', 'drone,strike']);
    expect(words('drone -drone')).toHaveLength(2);
  });

  it('have no word to take off where there is but one', () => {
    expect(words('drone')).toEqual([]);
    expect(waysOn({ ...emptyQuery(), q: 'drone' })).toEqual([]);
  });

  it('are one for each thing that narrows, one without the words and one without all filters', () => {
    const query: Query = queryOf('q=a&actor=russia&not_kind=passage&from=30d&exact=1');
    const ways = waysOn(query).map(({ off }) => (off.is === 'value' ? off.value : off.is));
    expect(ways).toEqual(['russia', 'passage', 'dates', 'exact', 'words', 'filters']);
  });
});
