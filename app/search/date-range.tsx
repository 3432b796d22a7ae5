'use client';
import type { SubmitEvent } from 'react';
import { dayFields } from '#lib/facets/facets.ts';
import { change } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { formatQuery, parseQuery } from '#lib/search/url.ts';
import { AfterFirst } from '../ui/after-first.tsx';
import { showQuery } from './asking.ts';
import { daysSearched } from './brush.ts';
import styles from './date-range.module.css';
import { HiddenInputs } from './hidden-inputs.tsx';
import { presetsOf } from './presets.ts';
import { QueryLink } from './query-link.tsx';
import { useField } from './use-field.ts';

interface Props {
  query: Query;
  result: Result;
}

const FIELD_LABELS = { covered: 'Day covered', published: 'Published', archived: 'Added to the archive' };

/** What a calendar offers: the days of the archive, and those that are chosen, else the field would refuse its own value. */
function boundsOf({ date }: Query, { index }: Result, chosen: string[]): { min?: string; max?: string } {
  const days = [index.from, index.to, ...chosen].filter(Boolean).sort();
  const [min, max] = [days[0], days.at(-1)];
  return date === 'covered' && min && max ? { min, max } : {};
}

/**
 * Searches by the days of the form; what is wrong with them (the end before the beginning) is told at its field. `shown`
 * is the day that the form had for the query's `from`.
 */
function searchDays(form: HTMLFormElement, query: Query, shown: string | null): void {
  const search = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  // A span such as `7d` is still that where its day was not changed.
  if (query.from && search.get('from') === shown) search.set('from', query.from);
  const parsed = parseQuery(search);
  const problems = parsed.ok ? [] : parsed.problems;
  const fields = [...form.querySelectorAll('input')];
  for (const field of fields) {
    const problem = problems.find(({ param }) => param === field.name);
    field.setCustomValidity(problem ? `${problem.detail} ${problem.hint}` : '');
  }
  const wrong = fields.find(({ validity }) => validity.customError || validity.badInput);
  if (wrong) wrong.reportValidity();
  else if (parsed.ok) showQuery(change(parsed.query, {}));
}

function DaysForm({ query, result }: Props) {
  const days = daysSearched(query, result);
  const chosen = { from: days.from ?? '', to: days.to ?? '' };
  const search = formatQuery(query);
  const from = useField<HTMLInputElement>(chosen.from, search);
  const to = useField<HTMLInputElement>(chosen.to, search);
  const field = useField<HTMLSelectElement>(query.date);
  const bounds = boundsOf(query, result, [chosen.from, chosen.to]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    searchDays(event.currentTarget, query, days.from);
  };
  return (
    <form
      action="/"
      method="get"
      className={styles.form}
      // Days beyond the archive are no fault; where scripts do not run the browser is to look for faults.
      noValidate={typeof window !== 'undefined'}
      onSubmit={submit}
      onInput={({ target }) => target instanceof HTMLInputElement && target.setCustomValidity('')}
    >
      <label>
        From <input type="date" name="from" ref={from} defaultValue={chosen.from} {...bounds} />
      </label>
      <label>
        To <input type="date" name="to" ref={to} defaultValue={chosen.to} {...bounds} />
      </label>
      <label>
        Date of{' '}
        <select
          name="date"
          ref={field}
          defaultValue={query.date}
          onChange={({ target }) => target.form?.requestSubmit()}
        >
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
  );
}

/** The days of a search: two fields and which date is meant, and presets. */
export function DateRange({ query, result }: Props) {
  return (
    <section className={styles.dates} aria-labelledby="facet-date-title">
      <h3 className={styles.title} id="facet-date-title">
        Date {(query.from || query.to) && <span className={styles.chosen}>selected</span>}
      </h3>
      <div className={styles.fields}>
        <AfterFirst>{() => <DaysForm query={query} result={result} />}</AfterFirst>
      </div>
      <ul className={styles.presets}>
        {presetsOf(result).map(({ label, from: span }) => (
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
