import type { FindingDocument } from '#lib/archive/documents.ts';

export interface Section {
  title: string | null;
  passages: FindingDocument[];
}

/** Passages in order under the headings that they stand under. */
export function sections(passages: FindingDocument[]): Section[] {
  const made: Section[] = [];
  for (const passage of passages) {
    const last = made.at(-1);
    if (last && last.title === passage.section) last.passages.push(passage);
    else made.push({ title: passage.section, passages: [passage] });
  }
  return made;
}
