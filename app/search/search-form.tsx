'use client';
import { change } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import { HiddenInputs } from './hidden-inputs.tsx';
import { showQuery } from './query-link.tsx';
import styles from './search-form.module.css';
import { useField } from './use-field.ts';

/** The query box: a GET form that works by itself. */
export function SearchForm({ query }: { query: Query }) {
  const box = useField<HTMLInputElement>(query.q);
  const submit = (form: FormData) => String(form.get('q') ?? '').trim();
  return (
    <search className={styles.search}>
      <form
        action="/"
        method="get"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const q = submit(new FormData(event.currentTarget));
          showQuery(change(query, { q, sort: q ? query.sort : query.sort === 'relevance' ? null : query.sort }));
        }}
      >
        <label htmlFor="q" className={styles.label}>
          Search the findings
        </label>
        <input
          id="q"
          name="q"
          type="search"
          className={styles.box}
          defaultValue={query.q}
          ref={box}
          placeholder="Words, “a phrase”, a name in any spelling, -without"
          autoComplete="off"
          maxLength={500}
        />
        <HiddenInputs query={query} except={['q']} />
        <button type="submit" className={styles.button}>
          Search
        </button>
      </form>
    </search>
  );
}
