import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Compared, isCopy } from '#indexer/duplicates/copies.ts';
import { likelyCopies, sketch } from '#indexer/duplicates/sketch.ts';

const FIXTURES = new URL('../fixtures/duplicates/', import.meta.url);

function paragraphs(name: string): string[] {
  return readFileSync(new URL(name, FIXTURES), 'utf8').trim().split('\n\n');
}

const ENGLISH = paragraphs('report.en.txt');
const UKRAINIAN = paragraphs('report.uk.txt');
const LEAD = paragraphs('lead.en.txt');
const RIVAL = paragraphs('rival.en.txt');

function joined(...parts: string[][]): string {
  return parts.flat().join('\n\n');
}

/** Every `n`th word changed. */
function edited(text: string, n: number, change: (word: string) => string): string {
  return text
    .split(' ')
    .map((word, at) => (at % n === n - 1 ? change(word) : word))
    .join(' ');
}

function report(text: string, about: Partial<Compared> = {}): Compared {
  return { text, title: 'Orsa monitor, 4 June', date: null, source: 'orsa-monitor', ...about };
}

function agency(text: string, about: Partial<Compared> = {}): Compared {
  return { text, title: 'What the experts saw on the river', date: null, source: 'border-news', ...about };
}

/** Both ways round, and by the sketches as well, without which no pair comes to be compared. */
function found(a: Compared, b: Compared): boolean {
  expect(isCopy(a, b)).toBe(isCopy(b, a));
  return isCopy(a, b) && likelyCopies(sketch(a.text), sketch(b.text));
}

describe.each([
  ['English', ENGLISH],
  ['Ukrainian', UKRAINIAN],
])('a copy of a report in %s', (_, original) => {
  const whole = joined(original);
  it.each([
    ['from a second address', whole],
    ['with a word in twenty changed', edited(whole, 20, () => 'натомість')],
    ['with a word in fifteen left out', edited(whole, 15, () => '')],
    ['with a letter in every twelfth word misread', edited(whole, 12, (word) => `${word.slice(0, -1)}1`)],
    [
      'in other quotes, dashes, spaces and case',
      whole.toUpperCase().replace(/[,;]/g, ' –').replace(/\s+/g, '\u00a0\n'),
    ],
    ['with the apostrophes of another keyboard', whole.replaceAll('’', 'ʼ')],
    ['shortened to its first third', joined(original.slice(0, 2))],
    ['shortened to passages here and there', joined(original.filter((_, at) => at % 2 === 1))],
    ['shortened and edited', edited(joined(original.slice(1, 4)), 25, () => 'edited')],
    ['in another order', joined(original.toReversed())],
  ])('%s', (_, text) => expect(found(report(whole), agency(text))).toBe(true));
});

describe('a copy under a lead of the agency', () => {
  it.each([
    ['of the whole', ENGLISH],
    ['of a part three times as long as the lead', ENGLISH.slice(0, 3)],
  ])('%s', (_, part) => expect(found(report(joined(ENGLISH)), agency(joined(LEAD, part)))).toBe(true));

  it('of an edited part', () => {
    const text = joined(LEAD, [edited(joined(ENGLISH.slice(0, 4)), 30, () => 'edited')]);
    expect(found(report(joined(ENGLISH)), agency(text))).toBe(true);
  });
});

describe('no copy is', () => {
  it.each([
    ['a report on the same events by another author', RIVAL],
    ['an article that quotes a paragraph', [...RIVAL, ...ENGLISH.slice(0, 1)]],
    ['a short article that quotes a paragraph', [...LEAD, ...ENGLISH.slice(4, 5)]],
    ['a report that has two fifths of its text in common', [...RIVAL, ...ENGLISH.slice(3, 5)]],
    ['a translation, or what else has no words in common', UKRAINIAN],
    ['nothing', []],
  ])('%s', (_, text) => {
    expect(isCopy(report(joined(ENGLISH)), agency(joined(text)))).toBe(false);
    expect(isCopy(report(joined(ENGLISH)), report(joined(text)))).toBe(false);
  });

  it('a text without words, of another', () => expect(isCopy(report('—'), report('…'))).toBe(false));
});

describe('reports of one series', () => {
  const monday = report(joined(ENGLISH), { date: '2024-06-03' });
  const most = joined(ENGLISH.slice(0, 5), RIVAL.slice(0, 1));

  it('are different ones where the days are, though most is the same', () => {
    expect(isCopy(monday, report(most, { date: '2024-06-04' }))).toBe(false);
    expect(isCopy(monday, report(most, { date: '2024-06-03' }))).toBe(true);
    expect(isCopy(monday, report(most))).toBe(true);
  });

  it('are copies whatever the days, where nearly all is the same', () => {
    expect(
      isCopy(
        monday,
        report(
          edited(joined(ENGLISH), 100, () => 'edited'),
          { date: '2024-06-04' },
        ),
      ),
    ).toBe(true);
  });

  it('may be of one series where the source of either is not known', () => {
    expect(isCopy(monday, report(most, { date: '2024-06-04', source: null }))).toBe(false);
  });

  it('are not those of another source, which may have mistaken the day', () => {
    expect(isCopy(monday, agency(most, { date: '2024-06-04' }))).toBe(true);
  });
});

describe('one text under two titles', () => {
  const text = joined(ENGLISH);
  const other = 'Bread prices climb beyond the river';

  it('is no copy within one source: it is a notice that stands on all its pages', () => {
    expect(isCopy(report(text), report(text, { title: other }))).toBe(false);
    expect(isCopy(report(text), report(text, { title: 'Orsa monitor, 4 June (updated)' }))).toBe(true);
  });

  it('is a copy with a new headline where the sources differ, or one is not known', () => {
    expect(isCopy(report(text), agency(text))).toBe(true);
    expect(isCopy(report(text), report(text, { title: other, source: null }))).toBe(true);
  });
});

/** A press release by formula, as headquarters write them by the hundred. */
function release(district: string, leader: string, deed: string): string {
  return `For immediate release. Joint press office, river command. A combined police and army patrol detained several
    armed men in ${district} district yesterday in search of ${leader}. The man sought ${deed}. The patrol called on all
    occupants to leave the buildings peacefully before it began its search. The men were detained after first questions
    at the scene. No shots were fired and no inhabitants were harmed during the operation.`;
}

describe('texts by formula', () => {
  const one = release('Velin', 'a smuggler of fuel', 'runs three depots along the old canal and bribes lock keepers');
  const two = release(
    'Upper Karst',
    'the commander of a mortar crew',
    'is held to have ordered the fire on Sadova market',
  );

  it('are no copies within one source, even where two thirds are formula', () => {
    expect(isCopy(report(one), report(two))).toBe(false);
  });

  it('are no copies where the source is not known, each with a sentence of its own', () => {
    const own = 'Forty litres of petrol and a ledger with the names of buyers were taken to the station at the lock.';
    const other = 'One man with a rifle came out late, was wounded in the leg and was flown to hospital before dark.';
    expect(isCopy(report(`${one} ${own}`, { source: null }), agency(`${two} ${other}`))).toBe(false);
  });

  it('are copies where little was edited', () => {
    expect(found(report(one), agency(edited(one, 30, () => 'edited')))).toBe(true);
  });

  it('are copies only when equal where they are very short', () => {
    const brief = 'The patrol detained two men in Velin district on Monday and found forty mortar rounds in a barn.';
    expect(found(report(brief), agency(brief.toUpperCase()))).toBe(true);
    expect(isCopy(report(brief), agency(brief.replace('two', 'three')))).toBe(false);
    expect(isCopy(report(brief), agency(`${brief} ${joined(ENGLISH)}`))).toBe(false);
  });
});
