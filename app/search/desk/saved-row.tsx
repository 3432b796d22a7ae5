'use client';
import { useEffect, useRef, useState } from 'react';
import { count, instant } from '#app/format.ts';
import { newSince, type SavedSearch } from '#lib/search/saved.ts';
import { queryOf } from '#lib/search/url.ts';
import { QueryLink } from '../query-link.tsx';
import { inWords } from './in-words.ts';
import { NameForm } from './name-form.tsx';
import styles from './saved.module.css';
import type { NewCount } from './use-new-counts.ts';

/** Opens in another tab. */
const MIDDLE = 1;

interface Props {
  saved: SavedSearch;
  news: NewCount | undefined;
  onOpen: () => void;
  onRename: (name: string) => void;
  onDelete: () => void;
}

/** A saved search: to open, whole or what is new of it; to name anew; to delete. */
export function SavedRow({ saved, news, onOpen, onRename, onDelete }: Props) {
  const [naming, setNaming] = useState(false);
  const rename = useRef<HTMLButtonElement>(null);
  const named = useRef(false);
  useEffect(() => {
    if (named.current && !naming) rename.current?.focus();
    named.current = naming;
  }, [naming]);
  const query = queryOf(saved.search);
  return (
    <li className={styles.row}>
      {naming ? (
        <NameForm
          label={`Name of “${saved.name}”`}
          action="Rename"
          name={saved.name}
          focus
          onName={(name) => {
            onRename(name);
            setNaming(false);
          }}
          onCancel={() => setNaming(false)}
        />
      ) : (
        <QueryLink
          className={styles.open}
          query={query}
          onClick={onOpen}
          onAuxClick={({ button }) => button === MIDDLE && onOpen()}
        >
          {saved.name}
        </QueryLink>
      )}
      <p className={styles.about}>{inWords(query)}</p>
      <p className={styles.news}>
        <News saved={saved} news={news} onOpen={onOpen} />
      </p>
      <p className={styles.actions}>
        <button type="button" ref={rename} onClick={() => setNaming(true)} aria-label={`Rename “${saved.name}”`}>
          Rename
        </button>
        <button type="button" onClick={onDelete} aria-label={`Delete “${saved.name}”`}>
          Delete
        </button>
      </p>
    </li>
  );
}

function News({ saved, news, onOpen }: Pick<Props, 'saved' | 'news' | 'onOpen'>) {
  const since = `since ${instant(saved.looked)}`;
  const query = newSince(saved);
  if (!news) return 'Counting what is new …';
  if (news === 'failed') return `What is new ${since} could not be counted.`;
  const { value, relation } = news.total;
  if (value === 0 || !query) return `Nothing new ${since}`;
  return (
    <QueryLink query={query} onClick={onOpen} onAuxClick={({ button }) => button === MIDDLE && onOpen()}>
      {relation === 'gte' && 'at least '}
      {count(value)} new {since}
    </QueryLink>
  );
}
