'use client';
import type { ReactNode } from 'react';
import { change } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { QueryLink } from './query-link.tsx';
import styles from './understood.module.css';

/** Names that stand for others, as the reader wrote them: `Kharkov` for Kharkiv. */
function namesOf({ q, expanded }: Result['query']): { term: string; label: string }[] {
  const other = expanded.filter(({ term, label }) => term !== label.toLowerCase());
  const names = other.map(({ term, label }) => {
    const at = q.toLowerCase().indexOf(term);
    return { term: at < 0 ? term : q.slice(at, at + term.length), label };
  });
  return [...new Map(names.map((one) => [`${one.term} ${one.label}`, one])).values()];
}

const MOST_IGNORED = 5;

function listed(words: string[]): string {
  const more = words.length - MOST_IGNORED;
  const told = words.slice(0, MOST_IGNORED).map((word) => `“${word}”`);
  return `${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What the reader could not know of how the words were read; plain words need no telling. */
function notesOf(query: Query, { query: read }: Result): { key: string; note: ReactNode }[] {
  const names = namesOf(read);
  const notes: { key: string; note: ReactNode; told: boolean }[] = [
    ...names.map(({ term, label }) => ({
      ...{ key: `${term} ${label}`, told: true },
      note: (
        <>
          {term} <span aria-hidden="true">→</span> <span className="visually-hidden">also finds</span> {label}
        </>
      ),
    })),
    {
      key: 'alike',
      told: read.alike.length > 0,
      note: <>also finds {listed(read.alike)}, spelt nearly alike</>,
    },
    {
      key: 'exactly',
      told: names.length > 0 || read.alike.length > 0,
      note: <QueryLink query={change(query, { exact: true })}>Search as written</QueryLink>,
    },
    ...read.phrases.map((phrase) => ({ key: `"${phrase}"`, told: true, note: <>phrase “{phrase}”</> })),
    ...read.excluded.map((word) => ({ key: `-${word}`, told: true, note: <>without “{word}”</> })),
    {
      key: 'repaired',
      told: read.repaired !== null,
      note: (
        <>
          a quotation mark was missing; read as{' '}
          <QueryLink query={change(query, { q: read.repaired ?? '' })}>{read.repaired}</QueryLink>
        </>
      ),
    },
    {
      key: 'ignored',
      told: read.ignored.length > 0,
      note: <>only the first ten words count, not {listed([...new Set(read.ignored)])}</>,
    },
    {
      key: 'exact',
      told: query.exact,
      note: (
        <>
          searched as written, without other spellings{' '}
          <QueryLink query={change(query, { exact: false })}>Search every spelling</QueryLink>
        </>
      ),
    },
    ...read.warnings.map((warning) => ({ key: warning, told: true, note: warning })),
  ];
  return notes.filter(({ told }) => told);
}

/** How the words were understood, in a quiet line that keeps its place while there are words. */
export function Understood({ query, result }: { query: Query; result: Result }) {
  const notes = notesOf(query, result);
  if (notes.length === 0) return query.q ? <div className={styles.notes} /> : null;
  return (
    <ul className={styles.notes} aria-label="How the words were read">
      {notes.map(({ key, note }) => (
        <li key={key}>{note}</li>
      ))}
    </ul>
  );
}
