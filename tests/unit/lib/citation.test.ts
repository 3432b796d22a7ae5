import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationOf } from '#lib/cite/citation.ts';
import type { FindingHit, ReportHit } from '#lib/search/result.ts';

const ORIGIN = 'https://sitrep.example';
const PAPER = { id: 'paper', name: 'The Paper', url: null };
const AGENCY = { id: 'agency', name: 'An Agency', url: 'https://agency.example' };

const base = {
  ...{ source: PAPER, originator: null, original: null, lang: 'en', group: 'r', also: [] },
  dates: { covered: '2025-02-26', published: null, archived: '2025-03-01T02:27:00Z', basis: 'text' },
  ...{ actors: [], regions: [], topics: [], snippets: [], matched: [] },
};

function finding(changes: Partial<FindingHit> = {}): FindingHit {
  return {
    ...base,
    ...{ type: 'finding', id: 'r-1', kind: 'key', text: 'The ferry sailed.', section: null },
    ...{ url: '/reports/r#finding-1', report: { id: 'r', title: 'Ferries', url: '/reports/r', matches: 1 } },
    ...changes,
  };
}

function report(changes: Partial<ReportHit> = {}): ReportHit {
  const own = { type: 'report', id: 'r', title: 'Ferries', summary: 'Of ferries.', findings: 3, url: '/reports/r' };
  return { ...base, ...own, ...changes } as ReportHit;
}

const cite = (hit: FindingHit | ReportHit) => citationOf(hit, ORIGIN, '2026-11-26');

describe('the citation of a finding', () => {
  it('quotes it and says who, in what, of which day, where, and when it was seen', () => {
    expect(cite(finding())).toBe(
      '“The ferry sailed.” The Paper, “Ferries”, 26 February 2025, https://sitrep.example/reports/r#finding-1 (accessed 26 November 2026)',
    );
  });

  it('names whose report it is, and where it stood', () => {
    expect(cite(finding({ originator: AGENCY, original: 'https://paper.example/a?b=1' }))).toBe(
      '“The ferry sailed.” The Paper, on a report by An Agency, “Ferries”, 26 February 2025, https://paper.example/a?b=1, archived at https://sitrep.example/reports/r#finding-1 (accessed 26 November 2026)',
    );
  });

  it.each([
    ['He said “no” twice', '“He said ‘no’ twice”'],
    ['He said "no" ("never")', '“He said ‘no’ (‘never’)”'],
    ['"No", he said', '“‘No’, he said”'],
    ['Он сказал: „нет“', '“Он сказал: ‚нет‘”'],
    ['Оборона «Азову» тримається', '“Оборона «Азову» тримається”'],
    ['It’s the 24" gun', '“It’s the 24’ gun”'],
  ])('makes quotation marks in it single: %s', (text, quoted) => {
    expect(cite(finding({ text })).startsWith(`${quoted} The Paper`)).toBe(true);
  });

  it('is on one line, whatever the text’s', () => {
    expect(cite(finding({ text: ' One\n two\t three ' }))).toContain('“One two three” ');
  });

  it('keeps markup as the text that it is', () => {
    expect(cite(finding({ text: '<b>bold</b> & more' }))).toContain('“<b>bold</b> & more” ');
  });

  it('says of which date there is only the publication, or none', () => {
    const dates = { ...base.dates, covered: null };
    expect(cite(finding({ dates: { ...dates, published: '2025-03-02T23:30:00Z' } }))).toContain(
      ', published 2 March 2025, https',
    );
    expect(cite(finding({ dates }))).toContain(', undated, https');
  });

  it('has one pair of double marks around each quotation, whatever is quoted', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '“', '”', '„', 'a', ' ', '«', '»') }), (text) => {
        const marks = cite(finding({ text })).match(/[“”„"]/g);
        expect(marks).toEqual(['“', '”', '“', '”']);
      }),
    );
  });
});

describe('the citation of a report', () => {
  it('is without a quotation of what it says', () => {
    expect(cite(report())).toBe(
      'The Paper, “Ferries”, 26 February 2025, https://sitrep.example/reports/r (accessed 26 November 2026)',
    );
  });
});
