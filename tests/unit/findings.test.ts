import { describe, expect, it } from 'vitest';
import { isByline } from '#indexer/findings/bylines.ts';
import { findFindings } from '#indexer/findings/find-findings.ts';
import { keyHeading } from '#indexer/findings/key-heading.ts';
import { partNotes } from '#indexer/findings/notes.ts';
import { summaryOf } from '#indexer/findings/summary.ts';
import type { Block } from '#indexer/formats/format.ts';

/** `# heading`, `- item`, else a paragraph. */
function blocks(...lines: string[]): Block[] {
  return lines.map((line) => {
    if (line.startsWith('# ')) return { kind: 'heading', text: line.slice(2) };
    return line.startsWith('- ') ? { kind: 'item', text: line.slice(2) } : { kind: 'paragraph', text: line };
  });
}

const PROSE = 'The road service cleared the pass before the evening convoy.';
const MORE = 'Drivers were told to wait in the valley until the morning.';

function texts(statements: { text: string }[]): string[] {
  return statements.map(({ text }) => text);
}

describe('the heading of key findings', () => {
  it.each([
    'Key Takeaways',
    'Key findings',
    'Main points',
    'ISW’s key findings for February 28:',
    'The main conclusions of the report:',
    'KEY JUDGMENTS',
    'Key inflections on September 25',
    'Ключові висновки ISW за 23 січня:',
    'Основні висновки',
    'Ключевые выводы',
    'Главные тезисы:',
    'Takeaways',
  ])('is %s', (text) => expect(keyHeading(text)).toBe('sure'));

  it.each(['Toplines', 'Highlights:', 'At a glance'])('may be %s', (text) => expect(keyHeading(text)).toBe('likely'));

  it.each(['Key terrain', 'The main road', 'Officials found the key under the mat.', 'Основні дороги'])(
    'is not %s',
    (text) => {
      expect(keyHeading(text)).toBe(null);
    },
  );
});

describe('key findings', () => {
  it('are the items under the heading, and no others', () => {
    const { key, passages } = findFindings(
      blocks(PROSE, '# Key Takeaways:', '- The pass is open.', '- Convoys move.', MORE, '- Not listed as a finding.'),
    );
    expect(key).toEqual([
      { text: 'The pass is open.', section: 'Key Takeaways' },
      { text: 'Convoys move.', section: 'Key Takeaways' },
    ]);
    expect(passages).toEqual([
      { text: PROSE, section: null },
      { text: MORE, section: null },
      { text: 'Not listed as a finding.', section: null },
    ]);
  });

  it('may be paragraphs up to the next heading', () => {
    const { key } = findFindings(
      blocks('# Key Takeaways', PROSE, MORE, '# Toplines', PROSE, 'The pass had been closed for a week.'),
    );
    expect(texts(key)).toEqual([PROSE, MORE]);
  });

  it('may stand under sub-headings, or be lines without a full stop', () => {
    expect(
      texts(
        findFindings(blocks('# Key findings', '# North', '- Snow fell.', '# South', '- Rain fell.', '# Roads', PROSE))
          .key,
      ),
    ).toEqual(['Snow fell.', 'Rain fell.']);
    const lines = ['# The northern pass is open to lorries', '# The southern road stays closed until May'];
    expect(texts(findFindings(blocks('# Key findings', ...lines, '# Roads', PROSE)).key)).toHaveLength(2);
  });

  it('are none where no heading says so', () => {
    expect(findFindings(blocks(PROSE, '- An item of a list.')).key).toEqual([]);
  });

  it('are not said again as passages', () => {
    expect(findFindings(blocks('# Key findings', `- ${PROSE}`, '# Roads', PROSE.toUpperCase(), MORE)).passages).toEqual(
      [{ text: MORE, section: 'Roads' }],
    );
  });
});

describe('a listed finding that begins or ends as boilerplate does', () => {
  it.each([
    'Video by Ukrainian troops shows an assault on the depot near the river.',
    'Download speeds collapsed across occupied Luhansk after the strike.',
    'Donate campaigns for Russian units raised less in May than in April.',
    'The ministry will publish new maps within 24 hours of the ceasefire.',
    'State websites placed cookies that track visitors from abroad.',
    'A clip of the assault on the depot drew 2,000,000 views',
  ])('"%s" stays', (text) => {
    expect(texts(findFindings(blocks('Key findings:', `- ${text}`, `- ${PROSE}`)).key)).toEqual([text, PROSE]);
  });

  it('is no label, link or stamp', () => {
    const empty = ['- Read more', '- https://valley.example/a', '- Feb 27, 2026 16:51'];
    expect(texts(findFindings(blocks('Key findings:', `- ${PROSE}`, ...empty)).key)).toEqual([PROSE]);
  });
});

describe('prose', () => {
  it.each([
    'Video by Ukrainian troops shows an assault on the depot near the river.',
    'Download speeds collapsed across occupied Luhansk after the strike.',
    'A clip of the assault on the depot drew 2,000,000 views',
  ])('"%s" stays', (text) => expect(texts(findFindings(blocks(PROSE, text)).passages)).toEqual([PROSE, text]));

  it('stays below notes that no heading ends', () => {
    const notes = [
      '# Sources',
      '- A note of several words here',
      'https://a.example/b',
      'Doe, Roads of the North (2023)',
    ];
    expect(texts(findFindings(partNotes(blocks(PROSE, ...notes, `${MORE} ${PROSE}`)).text).passages)).toEqual([
      PROSE,
      `${MORE} ${PROSE}`,
    ]);
  });

  it('goes where its publisher is known to write so of its product', () => {
    const { passages } = findFindings(blocks(PROSE, `Note: ${MORE}`), '', ['drivers were told']);
    expect(texts(passages)).toEqual([PROSE]);
  });

  it('is parted at the ends of sentences, or else of words, and nothing of it is lost', () => {
    const long = `${`${PROSE} `.repeat(100)}${'word '.repeat(900)}`.trim();
    const parted = texts(findFindings(blocks(long)).passages);
    expect(parted.join(' ')).toBe(long);
    expect(parted[0]).toMatch(/convoy\.$/);
    for (const part of parted) expect(part.split(' ').length).toBeLessThanOrEqual(400);
  });

  it('is read in time however many items and headings there are', () => {
    const items = Array.from({ length: 8000 }, (_, at) => `- Item ${at} of the road`);
    const headings = Array.from({ length: 4000 }, (_, at) => `# Way ${at} of the rail`);
    const start = performance.now();
    findFindings(blocks(...items, ...headings));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('what is no part of a report', () => {
  it.each(['Recall', 'Нагадаємо', 'Напомним:'])('goes from "%s" on', (line) => {
    expect(texts(findFindings(blocks(PROSE, line, MORE)).passages)).toEqual([PROSE]);
  });

  it('stays if key findings are listed behind it', () => {
    expect(texts(findFindings(blocks(PROSE, 'Recall', MORE, '# Key findings', '- The pass is open.')).key)).toEqual([
      'The pass is open.',
    ]);
  });

  it.each([
    'Details',
    'Деталі',
    'Storm delays first convoy of spring10.03.25, 08:15 • 4021 views',
    'Рух відновили 12.05.25, 10:00 • 15 переглядів',
    'Feb 27, 2026 16:51',
    'January 21, 7:45 pm ET',
    'Read also: what the road service said of the winter',
    'Читайте також: що сказали у дорожній службі',
    'Click here to see the interactive map of the valley.',
    'Jane Example, John Sample, and Ann Specimen',
    'By the Valley Desk',
    '© 2025 Valley Desk. All rights reserved.',
    'This website uses cookies to improve your experience.',
    '[Privacy Policy](https://valley.example/privacy)',
    'Photo: Jane Example of the Valley Desk',
  ])('"%s" goes', (line) => {
    const { body } = findFindings(blocks(PROSE, line, MORE));
    expect(body).toBe(`${PROSE}\n\n${MORE}`);
  });

  it('is the title again, notes, a menu, a table of contents, and lists of other pages', () => {
    const title = 'Pass opens before the evening convoy';
    const menu = ['# Home', '# News', '# Maps', '# About', '# Contact'];
    const contents = ['- Roads of the north', '- Supplies and fuel'];
    const { text } = partNotes(
      blocks(
        ...menu,
        `# ${title}`,
        PROSE,
        ...contents,
        '# Roads of the north',
        MORE,
        '# Supplies and fuel',
        `${PROSE} Again.`,
        '# Notes',
        '- A note of several words.',
        '# Related',
        '- Another page of this site',
      ),
    );
    const { body } = findFindings(text, title);
    expect(body).toBe([PROSE, 'Roads of the north', MORE, 'Supplies and fuel', `${PROSE} Again.`].join('\n\n'));
  });
});

describe('bylines', () => {
  it.each([
    'Russian forces, Ukrainian forces and others',
    'Kyiv',
    'The General Staff said so.',
    'By Friday the road was open.',
  ])('"%s" is none', (text) => {
    expect(isByline(text)).toBe(false);
  });
});

describe('the summary', () => {
  it('is whole where it fits, and else ends with a sentence', () => {
    expect(summaryOf(PROSE)).toBe(PROSE);
    const cut = summaryOf(`${PROSE} `.repeat(12));
    expect(cut.length).toBeLessThanOrEqual(400);
    expect(cut).toMatch(/convoy\. …$/);
    expect(summaryOf('word '.repeat(200))).toMatch(/^(?:word )+word…$/);
  });
});
