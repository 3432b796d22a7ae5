import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyQuery } from '#lib/search/query.ts';
import { MOST_TITLE_LETTERS, newSince, parseSaved, type SavedSearch, searchOf, writeSaved } from '#lib/search/saved.ts';
import { lookedAt, mergeSaved, renamed, withoutSearch, withSearch } from '#lib/search/saved-edit.ts';
import { formatQuery } from '#lib/search/url.ts';

const EARLY = '2025-03-01T02:27:00Z';
const LATE = '2025-03-01T02:27:00.123Z';

const word = fc.stringMatching(/^[\p{L}\p{N}"'<>&]{1,12}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const search = fc
  .record({ q: words, type: fc.constantFrom('finding' as const, 'report' as const), exact: fc.boolean() })
  .map((some) => searchOf({ ...emptyQuery(), ...some }));
const saved: fc.Arbitrary<SavedSearch> = fc.record({ name: words, search, looked: fc.constantFrom(EARLY, LATE) });
const list = fc
  .array(saved, { maxLength: 6 })
  .map((all) => all.reduce<SavedSearch[]>((kept, one) => withSearch(kept, one), []));

const kursk: SavedSearch = { name: 'Kursk', search: 'q=Kursk', looked: EARLY };
const drones: SavedSearch = { name: 'Drones', search: 'q=drone&actor=russia', looked: EARLY };
const file = (...savedSearches: unknown[]) => JSON.stringify({ version: 1, savedSearches });
const reasons = (text: string) => parseSaved(text).unread.map(({ reason }) => reason);

describe('saved searches and their file', () => {
  it('say the same in both directions', () => {
    fc.assert(
      fc.property(list, (one) => void expect(parseSaved(writeSaved(one))).toEqual({ searches: one, unread: [] })),
    );
  });

  it('lose nothing: what is not read is kept as it was found', () => {
    const values = fc.array(fc.oneof(fc.jsonValue(), saved), { maxLength: 6 });
    fc.assert(
      fc.property(values, (some) => {
        const { searches, unread } = parseSaved(file(...some));
        expect(searches.length + unread.length).toBe(some.length);
        for (const { content } of unread) expect(some.map((one) => JSON.stringify(one))).toContain(content);
      }),
    );
  });

  it('never throw, and keep the whole of what is no such file', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseSaved(text)).toEqual({ searches: [], unread: [{ content: text, reason: expect.any(String) }] });
      }),
    );
  });

  it.each([
    ['{', 'It is not JSON.'],
    ['[]', 'It holds no saved searches.'],
    ['{"version":2,"savedSearches":[]}', 'It is of version 2; this page reads version 1.'],
    ['{"version":1,"savedSearches":[],"more":1}', 'It holds more than saved searches.'],
    [file({ ...kursk, colour: 'red' }), 'It does not have just a name, a search and “looked”.'],
    [file({ ...kursk, name: ' ' }), 'Its name is not one.'],
    [file({ ...kursk, looked: 'yesterday' }), '“Kursk”: “looked” is no instant.'],
    [file({ ...kursk, search: 'bogus=1' }), '“Kursk”: There is no parameter “bogus”.'],
    [file(kursk, { ...kursk, name: 'Again' }), '“Again” is the same search as “Kursk”.'],
    [file(kursk, { ...drones, name: 'Kursk' }), 'There are two “Kursk”.'],
  ])('tell why %s is not read', (text, reason) => {
    expect(reasons(text)).toEqual([reason]);
  });

  it('reads the good ones beside a broken one', () => {
    expect(parseSaved(file(kursk, 7, drones))).toMatchObject({ searches: [kursk, drones], unread: [{ content: '7' }] });
  });
});

describe('a query as it is saved', () => {
  it('is without its page, and without since when it was asked', () => {
    const query = { ...emptyQuery(), q: 'Kursk', page: 3, since: EARLY, facetLimit: 200, perPage: 50 };
    expect(searchOf(query)).toBe('q=Kursk&per_page=50');
  });

  it('is asked for what is new since it was looked at', () => {
    const query = newSince(drones);
    expect(query && formatQuery(query)).toBe(`q=drone&actor=russia&since=${encodeURIComponent(EARLY)}`);
  });
});

describe('editing saved searches', () => {
  it('gives each another name', () => {
    const twice = withSearch([kursk], { ...drones, name: ' Kursk ' });
    expect(twice.map(({ name }) => name)).toEqual(['Kursk', 'Kursk (2)']);
    expect(renamed([kursk, drones], drones.search, 'Kursk')[1]?.name).toBe('Kursk (2)');
    expect(renamed([kursk], kursk.search, 'Kursk')).toEqual([kursk]);
    const long = { ...kursk, name: 'x'.repeat(MOST_TITLE_LETTERS) };
    expect(withSearch([long], { ...drones, name: long.name })[1]?.name).toHaveLength(MOST_TITLE_LETTERS);
  });

  it('keeps one of a search', () => {
    expect(withSearch([kursk], { ...kursk, name: 'Another' })).toEqual([kursk]);
  });

  it('undoes what was taken out, in its place', () => {
    const three = [kursk, drones, { ...kursk, name: 'Third', search: 'q=third' }];
    expect(withSearch(withoutSearch(three, drones.search), drones, 1)).toEqual(three);
  });

  it('never forgets what was seen', () => {
    const later = lookedAt([kursk], kursk.search, LATE);
    expect(later[0]?.looked).toBe(LATE);
    expect(lookedAt(later, kursk.search, EARLY)).toEqual(later);
  });
});

describe('merging saved searches', () => {
  it('adds what is new and names what was there', () => {
    const mine = [{ ...kursk, looked: LATE }];
    const merged = mergeSaved(mine, [{ ...kursk, name: 'Theirs' }, drones]);
    expect(merged).toEqual({ searches: [...mine, drones], added: 1, present: [{ name: 'Theirs', as: 'Kursk' }] });
  });

  it('changes nothing the second time, and always can be written and read', () => {
    fc.assert(
      fc.property(list, list, (mine, theirs) => {
        const { searches, added, present } = mergeSaved(mine, theirs);
        expect(added + present.length).toBe(theirs.length);
        expect(mergeSaved(searches, theirs)).toMatchObject({ searches, added: 0 });
        expect(parseSaved(writeSaved(searches))).toEqual({ searches, unread: [] });
      }),
    );
  });
});
