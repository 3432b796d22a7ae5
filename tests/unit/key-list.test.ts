import { describe, expect, it } from 'vitest';
import { keyList } from '#indexer/findings/key-list.ts';
import type { Block } from '#indexer/formats/format.ts';

/** `# heading` without a level, `## heading` of level 2, `### heading` of level 3, `- item`, else a paragraph. */
function blocks(...lines: string[]): Block[] {
  return lines.map((line): Block => {
    const [, marks = '', text = ''] = /^(#+) (.*)$/.exec(line) ?? [];
    if (marks) return marks.length === 1 ? { kind: 'heading', text } : { kind: 'heading', text, level: marks.length };
    return line.startsWith('- ') ? { kind: 'item', text: line.slice(2) } : { kind: 'paragraph', text: line };
  });
}

function found(...lines: string[]): string[] {
  const all = blocks(...lines);
  return keyList(all).items.map(({ at, section }) => `${section}: ${all[at]?.text}`);
}

const SNOW = 'Snow closed the pass for the night.';
const RAIN = 'Rain washed the southern road away.';
const BODY = 'The road service sent two ploughs up to the pass at four in the morning.';
const MORE = 'Both of them were back in the valley before the first lorries left.';

describe('findings under sub-headings', () => {
  it('go as far as the level of their heading', () => {
    expect(found('## Key Takeaways', '### North', SNOW, '### South', RAIN, '## Roads', BODY)).toEqual([
      `North: ${SNOW}`,
      `South: ${RAIN}`,
    ]);
  });

  it('end, where there are no levels, when the body takes up a sub-heading again', () => {
    expect(found('# Key Takeaways', '# North', SNOW, '# South', RAIN, '# North', BODY, MORE)).toEqual([
      `North: ${SNOW}`,
      `South: ${RAIN}`,
    ]);
  });

  it('end with a section that is a text', () => {
    expect(found('# Key Takeaways', '# North', SNOW, '# South', RAIN, '# Roads', BODY, MORE, BODY)).toHaveLength(2);
  });

  it('are none where all that is left is the body', () => {
    expect(found('# Key Takeaways', '# Roads', BODY)).toEqual([]);
  });

  it('may be bullets below others, and no paragraphs that explain them', () => {
    expect(
      found('## Key Takeaways', `- ${SNOW}`, '### South', `- ${RAIN}`, '### Method', BODY, '## Roads', MORE),
    ).toEqual([`Key Takeaways: ${SNOW}`, `South: ${RAIN}`]);
  });
});

describe('toplines', () => {
  it('are findings beside key takeaways where they are bullets, or stand right above them', () => {
    const both = [`Toplines: ${SNOW}`, `Key Takeaways: ${RAIN}`];
    expect(found('# Toplines', `- ${SNOW}`, '# Roads', BODY, '# Key Takeaways', `- ${RAIN}`)).toEqual(both);
    expect(found('# Toplines', SNOW, '# Key Takeaways', RAIN, '# Roads', BODY)).toEqual(both);
  });

  it('say nothing twice', () => {
    expect(found('# Toplines', `- ${SNOW}`, '# Key Takeaways', `- ${SNOW} ${MORE}`, `- ${RAIN}`)).toHaveLength(3);
    expect(found('# Toplines', `- ${SNOW}`, '# Key Takeaways', `- ${SNOW}`, `- ${RAIN}`)).toHaveLength(2);
  });

  it('are the body where paragraphs stand under them, behind the takeaways', () => {
    expect(found('# Key Takeaways', SNOW, '# Toplines', BODY, MORE)).toEqual([`Key Takeaways: ${SNOW}`]);
  });
});

describe('a summary', () => {
  it('lists findings where it is bulleted and no surer heading stands', () => {
    expect(found('# Summary', `- ${SNOW}`, BODY)).toHaveLength(1);
    expect(found('# Summary', BODY, MORE)).toEqual([]);
    expect(found('# Summary', `- ${SNOW}`, '# Main points', `- ${RAIN}`)).toEqual([`Main points: ${RAIN}`]);
  });
});

describe('numbered findings', () => {
  it('may each have a paragraph below', () => {
    expect(found('# Key findings', `- ${SNOW}`, BODY, `- ${RAIN}`, MORE, '- The bridge held.', BODY)).toHaveLength(3);
  });

  it('have no label among them', () => {
    expect(found('# Key findings', '- North:', `- ${SNOW}`, `- ${RAIN}`)).toHaveLength(2);
  });
});
