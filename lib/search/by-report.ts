import type { Distribution } from './counts.ts';
import type { FindingHit, Hit } from './result.ts';

export function reportIdOf(hit: Hit): string {
  return hit.type === 'finding' ? hit.report.id : hit.id;
}

function withMatches(hit: FindingHit, matches: number): FindingHit {
  return { ...hit, report: { ...hit.report, matches } };
}

/**
 * The hits of one report together where its first stands, each with how many findings of its report the search finds:
 * `matches` by report, or, where all hits are given, those.
 */
export function byReport(hits: Hit[], matches: Distribution | null): Hit[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) groups.set(reportIdOf(hit), [...(groups.get(reportIdOf(hit)) ?? []), hit]);
  return [...groups].flatMap(([id, group]) =>
    group.map((hit) => (hit.type === 'finding' ? withMatches(hit, matches?.[id] ?? group.length) : hit)),
  );
}
