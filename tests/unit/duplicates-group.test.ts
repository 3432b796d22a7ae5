import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliestFirst } from '#indexer/duplicates/order.ts';
import { sameStatement, statesAnyOf } from '#indexer/duplicates/statements.ts';

const STATEMENT =
  'Government troops withdrew from the heights above Brenna after two nights of shelling, took up positions along the railway and left their field kitchens standing beside the burning fuel lorry on the road to Tarsk';

describe('the same statement', () => {
  it.each([
    ['in other case and quotes', `«${STATEMENT.toUpperCase()}»!`],
    ['with a word changed', STATEMENT.replace('nights', 'evenings')],
    ['with a word more', `${STATEMENT} yesterday`],
    ['with a word less', STATEMENT.replace('burning ', '')],
  ])('%s', (_, other) => {
    expect(sameStatement(STATEMENT, other)).toBe(true);
    expect(sameStatement(other, STATEMENT)).toBe(true);
  });

  it('in Ukrainian, with another apostrophe', () =>
    expect(sameStatement('Зв’язок у п’яти селах відновили.', 'звʼязок у пʼяти селах відновили')).toBe(true));

  it.each([
    ['with another number', STATEMENT.replace('two', '2'), STATEMENT.replace('two', '12')],
    ['with its first half only', STATEMENT, STATEMENT.slice(0, 110)],
    ['in its words, in another order', STATEMENT, STATEMENT.split(' ').toReversed().join(' ')],
    [
      'with another place, being short',
      'Troops left the heights above Brenna.',
      'Troops left the heights above Velin.',
    ],
    ['without words', '—', '…'],
  ])('is not one %s', (_, one, other) => expect(sameStatement(one, other)).toBe(false));

  it('is itself, and is what one of many states', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.string(), (texts, text) => {
        expect(statesAnyOf(texts)(text)).toBe(texts.some((one) => sameStatement(one, text)));
        expect(sameStatement(text, text)).toBe(/[\p{L}\p{N}]/u.test(text.normalize('NFKD')));
      }),
    );
  });
});

interface Dated {
  id: string;
  publishedAt: string | null;
  date: string | null;
  archivedAt: string;
}

const ARCHIVED = '2024-07-01T00:00:00.000Z';

function member(id: string, about: Partial<Dated> = {}): Dated {
  return { id, publishedAt: null, date: null, archivedAt: ARCHIVED, ...about };
}

function ids(...members: Dated[]): string {
  return earliestFirst(members)
    .map(({ id }) => id)
    .join(' ');
}

describe('the earliest of a group', () => {
  it('was published first, however its stamp is written', () => {
    const noon = member('noon', { publishedAt: '2024-06-04T12:00:00Z' });
    const later = member('a-later', { publishedAt: '2024-06-04T12:00:00.500Z' });
    expect(ids(later, noon)).toBe('noon a-later');
  });

  it('is thought to be out when its day is over, where its publication is not stated', () => {
    const night = member('night', { publishedAt: '2024-06-04T22:00:00.000Z', date: '2024-06-04' });
    const undated = member('day', { date: '2024-06-04' });
    const morning = member('morning', { publishedAt: '2024-06-05T06:00:00.000Z', date: '2024-06-04' });
    expect(ids(morning, undated, night)).toBe('night day morning');
  });

  it('was archived first, then has the first id, where nothing else is known', () => {
    const first = member('z', { archivedAt: '2024-06-30T00:00:00.000Z' });
    expect(ids(member('b'), member('a'), first)).toBe('z a b');
    const stamp = { publishedAt: '2024-06-04T12:00:00.000Z' };
    expect(ids(member('a', stamp), member('b', { ...stamp, archivedAt: first.archivedAt }))).toBe('b a');
  });

  it('does not depend on the order in which they came, and none is lost', () => {
    const days = fc.option(fc.constantFrom('2024-06-03', '2024-06-04'));
    const stamps = fc.option(fc.constantFrom('2024-06-03T23:59:59.999Z', '2024-06-04T12:00:00.000Z'));
    const some = fc.uniqueArray(fc.record({ id: fc.string(), publishedAt: stamps, date: days }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(some, (members) => {
        const all = members.map((one) => ({ ...one, archivedAt: ARCHIVED }));
        const order = earliestFirst(all);
        expect(earliestFirst(all.toReversed())).toEqual(order);
        expect(new Set(order)).toEqual(new Set(all));
      }),
    );
  });
});
