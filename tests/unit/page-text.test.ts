import { describe, expect, it } from 'vitest';
import { findFindings } from '#indexer/findings/find-findings.ts';
import { partNotes } from '#indexer/findings/notes.ts';
import type { Block } from '#indexer/formats/format.ts';

function blocks(...lines: string[]): Block[] {
  return lines.map((line): Block => {
    if (line.startsWith('# ')) return { kind: 'heading', text: line.slice(2) };
    if (/^\[\d+\] http/.test(line)) return { kind: 'note', text: line };
    return line.startsWith('- ') ? { kind: 'item', text: line.slice(2) } : { kind: 'paragraph', text: line };
  });
}

const ARTICLE = [
  'The first grain ships since April left the southern port on Wednesday morning, the harbour master said.',
  'They carry barley and wheat to buyers across the lake, and a pilot boat goes with each of them.',
  'Insurance was the last hurdle, said the owners, who signed late on Tuesday night.',
];
const TEASERS = [
  '# Harbour master resigns over the accident at crane four',
  '11.06.2025, 09:12',
  'What the new ferry across the lake will cost you, and when it leaves in the summer',
  '10.06.2025, 14:30',
  '# Bread dearer again',
  '09.06.2025, 08:00',
];
const FORM = ['# Skip to content', '# Subscribe', '# Sign in', '# Privacy policy'];

function body(...lines: string[]): string[] {
  return findFindings(blocks(...lines)).body.split('\n\n');
}

describe('text taken off a page', () => {
  it('is its article, without what stands around it', () => {
    expect(body(...FORM, ...TEASERS, ...ARTICLE, ...TEASERS, ...FORM)).toEqual(ARTICLE);
  });

  it('keeps bullets under a heading of their own at its end', () => {
    const list = ['# What to watch', '- The price of barley at the market', '- Ice on the lake before December'];
    const kept = list.map((line) => line.replace(/^[#-] /, ''));
    expect(body(...FORM, ...ARTICLE, ...list, ...TEASERS)).toEqual([...ARTICLE, ...kept]);
  });

  it('keeps key findings wherever they stand', () => {
    const findings = ['# Key findings', '- Barley leaves the port', '- Wheat follows'];
    expect(findFindings(blocks(...FORM, ...findings, ...TEASERS, ...ARTICLE, ...FORM)).key).toHaveLength(2);
  });

  it('does not say a line of a form to be the text, however often it is said', () => {
    const cookie = [
      '# session_id',
      'Used by this shop to know its visitors from one another again.',
      '# Type',
      '# Maximum age',
    ];
    const text = body(...FORM, ...Array.from({ length: 40 }, () => cookie).flat(), ...ARTICLE, ...FORM);
    expect(text.slice(-3)).toEqual(ARTICLE);
    expect(text).not.toContain(cookie[1]);
  });

  it('ends before headlines of other pages', () => {
    const headlines = [
      '- Harbour Master Resigns Over Crane',
      '- New Ferry Crosses the Lake',
      '- Bread Dearer Again This Week',
    ];
    expect(body(...ARTICLE, ...headlines)).toEqual(ARTICLE);
  });
});

describe('a report that is no page', () => {
  it('keeps lines without full stops, at its head and its end', () => {
    const lines = [
      '# Losses',
      '- Three lorries and a bus',
      'Counted by the road service on Monday',
      '# Weather',
      'Snow',
    ];
    expect(body(...lines, ...ARTICLE, ...lines)).toHaveLength(13);
  });
});

describe('notes', () => {
  it('are what stands under their heading, and those between numbers that lost their own', () => {
    const { text, notes } = partNotes(
      blocks(
        'A text.',
        '[1] http://a.example',
        'A survey of the valley',
        '[3] http://b.example',
        '# Sources',
        '- A book',
      ),
    );
    expect(text.map((block) => block.text)).toEqual(['A text.']);
    expect(notes).toHaveLength(4);
  });

  it('are none of the paragraphs between them', () => {
    const { text } = partNotes(
      blocks('[1] http://a.example', ARTICLE[0] ?? '', '[2] http://b.example', ARTICLE[1] ?? ''),
    );
    expect(text.map((block) => block.text)).toEqual(ARTICLE.slice(0, 2));
  });
});
