import type { Decision } from '#lib/entities/curation.ts';
import type { EntityFacet } from '#lib/entities/entity.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Finding, Tag } from '#lib/report/finding.ts';
import type { Report } from '#lib/report/report.ts';

/** Where a finding has its tags of each facet. */
export const FACET_TAGS = { actor: 'actors', region: 'regions', topic: 'topics' } as const satisfies Record<
  EntityFacet,
  keyof Finding
>;

function withDecision(finding: Finding, { is, facet, id }: Decision): Finding {
  const field = FACET_TAGS[facet];
  const others = finding[field].filter((tag) => tag.id !== id);
  // What a text names it names still: a search for the word finds it.
  if (is === 'removed') return { ...finding, [field]: others };
  if (others.length < finding[field].length) return finding;
  const pinned: Tag = { id, alias: '', rule: 'pinned', spans: [] };
  return { ...finding, [field]: [...others, pinned], mentions: [...new Set([...finding.mentions, id])].sort() };
}

/** A report with the tags that people put on its findings, and without those that they took off. */
export function decided(report: Report, { curation: { decisions } }: Register): Report {
  if (decisions.size === 0) return report;
  const findings = report.findings.map((finding) => (decisions.get(finding.id) ?? []).reduce(withDecision, finding));
  return { ...report, findings };
}
