'use client';
import { type ReactNode, Suspense } from 'react';
import { groupQuery } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { FindingHit, Hit, ReportHit } from '#lib/search/result.ts';
import { counted } from '../format.ts';
import { lazily } from '../ui/lazily.tsx';
import { useLive } from '../ui/live.tsx';
import { Marked } from '../ui/marked.tsx';
import { SwapButton } from '../ui/swap-button.tsx';
import { CopyCitation } from './copy-citation.tsx';
import styles from './entry.module.css';
import { entryId } from './group.ts';
import { guessLabel } from './labels.ts';
import { QueryLink } from './query-link.tsx';
import { Tags } from './tags.tsx';
import { useOpened } from './use-opened.ts';

const Surroundings = lazily(() => import('./surroundings.tsx').then((part) => part.Surroundings));

export function Entry({ hit, query }: { hit: Hit; query: Query }) {
  return hit.type === 'finding' ? <FindingEntry hit={hit} query={query} /> : <ReportEntry hit={hit} query={query} />;
}

function FindingEntry({ hit, query }: { hit: FindingHit; query: Query }) {
  const [open, setOpen] = useOpened(entryId(hit));
  const ranges = hit.snippets.find(({ field }) => field === 'text')?.ranges ?? [];
  return (
    <article className={styles.entry} id={entryId(hit)} tabIndex={-1}>
      <p className={styles.text} lang={hit.lang}>
        <Marked text={hit.text} ranges={ranges} />
      </p>
      <div className={styles.about}>
        <Origin hit={hit} kind={hit.kind === 'key' ? 'Key finding' : 'Passage'} link="In the report">
          <SwapButton changed={open} from="Open here" to="Close" aria-expanded={open} onClick={() => setOpen(!open)} />
        </Origin>
        <Tags hit={hit} query={query} />
        <Why hit={hit} />
      </div>
      {open && (
        <Suspense>
          <Surroundings hit={hit} />
        </Suspense>
      )}
    </article>
  );
}

function ReportEntry({ hit, query }: { hit: ReportHit; query: Query }) {
  const snippet = ['summary', 'body'].flatMap((name) => hit.snippets.find(({ field }) => field === name) ?? [])[0];
  return (
    <article className={styles.entry} id={entryId(hit)} tabIndex={-1}>
      <p className={styles.text} lang={hit.lang}>
        {snippet ? <Marked text={snippet.text} ranges={snippet.ranges} /> : hit.summary}
      </p>
      <div className={styles.about}>
        <Origin hit={hit} kind="Report" link={counted(hit.findings, 'finding')} />
        <Tags hit={hit} query={query} />
        <Why hit={hit} />
      </div>
    </article>
  );
}

/** Who says it, on what its day rests, who else says it, and what can be done with it. */
function Origin({ hit, kind, link, children }: { hit: Hit; kind: string; link: string; children?: ReactNode }) {
  const isLive = useLive();
  const guess = guessLabel(hit);
  const origin = hit.originator ? `${hit.source.name} › ${hit.originator.name}` : hit.source.name;
  return (
    <div className={styles.origin}>
      <p>
        {`${[origin, guess, kind].filter(Boolean).join(' · ')} · `}
        <a href={hit.url} className={styles.permalink}>
          {link}
        </a>
        {hit.also.length > 0 && (
          <>
            {' · '}
            <QueryLink query={groupQuery(hit.group, hit.type)}>also from {namesOf(hit)}</QueryLink>
          </>
        )}
      </p>
      <div className={styles.actions}>
        {isLive && (
          <>
            <CopyCitation hit={hit} />
            {children}
          </>
        )}
      </div>
    </div>
  );
}

/** Who else says it, each once. */
function namesOf({ also }: Hit): string {
  const names = [...new Set(also.map(({ source }) => source.name))];
  return names.length > 2 ? `${names[0]} and ${names.length - 1} others` : names.join(' and ');
}

/** The names in the text that are others than the query's. */
function Why({ hit: { matched } }: { hit: Hit }) {
  const told = matched.filter(({ alias, term, label }) => {
    const name = alias.toLowerCase();
    return name !== term && name !== label.toLowerCase();
  });
  if (told.length === 0) return null;
  return (
    <p>
      {told.map(({ entity, alias, label }, index) => (
        <span key={entity}>
          {index > 0 && ', '}“{alias}” is {label}
        </span>
      ))}
    </p>
  );
}
