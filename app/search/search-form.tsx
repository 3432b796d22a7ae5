'use client';
import { Suspense, useState } from 'react';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { lazily } from '../ui/lazily.tsx';
import { useLive } from '../ui/live.tsx';
import { HiddenInputs } from './hidden-inputs.tsx';
import styles from './search-form.module.css';
import type { Listed } from './suggestions.tsx';
import { useWords, type Words } from './use-words.ts';

const Suggestions = lazily(() => import('./suggestions.tsx').then((part) => part.Suggestions));

const CLOSED: Listed = { open: false, active: undefined };

interface Props {
  query: Query;
  result: Result;
  waiting: boolean;
}

/** A field as any other; with JavaScript it is that of the list under it. */
function Box({ query, words, listed }: { query: Query; words: Words; listed: Listed }) {
  const isLive = useLive();
  return (
    <input
      id="q"
      name="q"
      type="search"
      className={styles.box}
      defaultValue={query.q}
      ref={words.box}
      onInput={words.type}
      onFocus={() => words.look('came')}
      onBlur={words.finish}
      placeholder="Words, “a phrase”, a name in any spelling, -without"
      autoComplete="off"
      maxLength={500}
      {...(isLive && {
        ...{ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': 'suggestions' },
        ...{ 'aria-expanded': listed.open, 'aria-activedescendant': listed.active },
      })}
    />
  );
}

/** The query box: a GET form that works by itself, and searches while the reader types. */
export function SearchForm({ query, result, waiting }: Props) {
  const words = useWords(query, waiting);
  const { looked } = words;
  const [listed, setListed] = useState(CLOSED);
  return (
    <search className={styles.search}>
      <form
        action="/"
        method="get"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          words.finish();
        }}
      >
        <label htmlFor="q" className={styles.label}>
          Search the findings
        </label>
        <Box query={query} words={words} listed={listed} />
        <HiddenInputs query={query} except={['q']} />
        <button type="submit" className={styles.button}>
          Search
        </button>
      </form>
      {looked && (
        <Suspense>
          <Suggestions words={words} looked={looked} result={result} onListed={setListed} />
        </Suspense>
      )}
    </search>
  );
}
