import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isCopy } from '#indexer/duplicates/copies.ts';
import { likelyCopies, sketch } from '#indexer/duplicates/sketch.ts';
import { sharedFile } from '#tests/shared.ts';

interface Line {
  id: string;
  title: string;
  text: string;
  source?: string | null;
}

const RELEASES = sharedFile('corpora/isaf-press-releases.jsonl');
const NEWS = sharedFile('corpora/toponyms-lgl.jsonl');

/** The titles of each pair that the sketches and then the texts say to be copies. */
function copiesIn(file: string | null): string[][] {
  const lines = readFileSync(file ?? '', 'utf8')
    .split('\n')
    .filter(Boolean);
  const reports = lines.map((line) => {
    const { title, text, source = null }: Line = JSON.parse(line);
    return { title, text, source, date: null, sketch: sketch(text) };
  });
  return reports.flatMap((one, at) =>
    reports
      .slice(at + 1)
      .filter((other) => likelyCopies(one.sketch, other.sketch) && isCopy(one, other))
      .map((other) => [one.title, other.title]),
  );
}

describe('among real texts', () => {
  it.skipIf(!RELEASES)('press releases by one formula are no copies of each other', () => {
    expect(copiesIn(RELEASES)).toEqual([]);
  });

  it.skipIf(!NEWS)('the one article that two newspapers took from an agency is found, and nothing else', () => {
    const copies = copiesIn(NEWS);
    expect(copies).toHaveLength(1);
    for (const [one, other] of copies) expect(one).toBe(other);
  });
});
