import type { ComponentProps } from 'react';
import { Highlight } from 'react-instantsearch';

type Finding = ComponentProps<typeof Highlight>['hit'] & {
  text: string;
  date: string | null;
  kind: string;
  source: { name: string };
  report: { id: string; title: string };
  facets: Record<'actor' | 'region' | 'topic', string[]>;
};

export function Hit({ hit }: { hit: Finding }) {
  const { date, kind, source, report, facets } = hit;
  return (
    <article>
      <time dateTime={date ?? undefined}>{date}</time>
      <p>
        <Highlight attribute="text" hit={hit} />
      </p>
      <p className="about">
        {source.name} · {kind} · {report.title} · {[facets.actor, facets.region, facets.topic].flat().join(', ')}
      </p>
    </article>
  );
}
