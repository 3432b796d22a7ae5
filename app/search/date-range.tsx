'use client';
import { dayFields } from '#lib/facets/facets.ts';
import { change } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { parseQuery } from '#lib/search/url.ts';
import styles from './date-range.module.css';
import { HiddenInputs } from './hidden-inputs.tsx';
import { QueryLink, showQuery } from './query-link.tsx';
import { useField } from './use-field.ts';

const FIELD_LABELS = { covered: 'Day covered', published: 'Published', archived: 'Added to the archive' };

const PRESETS = [
  { label: 'Last 7 days', from: '7d' },
  { label: 'Last 30 days', from: '30d' },
  { label: 'All', from: null },
];

/** The days of a search: two fields and which date is meant. Presets count back from the newest report. */
export function DateRange({ query, index }: { query: Query; index: Result['index'] }) {
  const day = (value: string | null) => (value && /^\d{4}-/.test(value) ? value : '');
  const from = useField<HTMLInputElement>(day(query.from));
  const to = useField<HTMLInputElement>(day(query.to));
  const field = useField<HTMLSelectElement>(query.date);
  const bounds = { min: index.from ?? undefined, max: index.to ?? undefined };
  return (
    <section className={styles.dates} aria-labelledby="facet-date-title">
      <h3 className={styles.title} id="facet-date-title">
        Date {(query.from || query.to) && <span className={styles.chosen}>selected</span>}
      </h3>
      <form
        action="/"
        method="get"
        className={styles.form}
        onSubmit={(event) => {
          // What the fields cannot say well (the end before the beginning) is told by the page of the plain submit.
          const parsed = parseQuery(
            new URLSearchParams([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])),
          );
          if (!parsed.ok) return;
          event.preventDefault();
          showQuery(change(parsed.query, {}));
        }}
      >
        <label>
          From{' '}
          <input
            type="date"
            name="from"
            ref={from}
            defaultValue={day(query.from)}
            {...(query.date === 'covered' ? bounds : {})}
          />
        </label>
        <label>
          To{' '}
          <input
            type="date"
            name="to"
            ref={to}
            defaultValue={day(query.to)}
            {...(query.date === 'covered' ? bounds : {})}
          />
        </label>
        <label>
          Date of{' '}
          <select name="date" ref={field} defaultValue={query.date}>
            {dayFields.map((one) => (
              <option key={one} value={one}>
                {FIELD_LABELS[one]}
              </option>
            ))}
          </select>
        </label>
        <HiddenInputs query={query} except={['from', 'to', 'date']} />
        <button type="submit">Apply dates</button>
      </form>
      <ul className={styles.presets}>
        {PRESETS.map(({ label, from: span }) => (
          <li key={label}>
            <QueryLink
              query={change(query, { from: span, to: null })}
              aria-current={query.from === span && !query.to ? 'true' : undefined}
            >
              {label}
            </QueryLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
