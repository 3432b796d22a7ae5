'use client';
import type { Query } from '#lib/search/query.ts';
import { count } from '../format.ts';
import styles from './pagination.module.css';
import { QueryLink } from './query-link.tsx';

const AROUND = 2;

/** The first, the last and the pages around the current one; 0 stands for a gap. */
function pageNumbers(page: number, pages: number): number[] {
  const wanted = new Set([1, pages]);
  for (let near = page - AROUND; near <= page + AROUND; near++) if (near >= 1 && near <= pages) wanted.add(near);
  const numbers = [...wanted].sort((a, b) => a - b);
  return numbers.flatMap((number, index) =>
    index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? [0, number] : [number],
  );
}

export function Pagination({ query, total }: { query: Query; total: number }) {
  const pages = Math.ceil(total / query.perPage);
  const { page } = query;
  if (pages < 2 || page > pages) return null;
  const to = (number: number) => ({ ...query, page: number });
  return (
    <nav className={styles.pages} aria-label="Pages">
      <p className={styles.printed}>
        Page {count(page)} of {count(pages)}
      </p>
      {page > 1 && (
        <QueryLink query={to(page - 1)} rel="prev" toTop>
          Previous
        </QueryLink>
      )}
      <ul>
        {pageNumbers(page, pages).map((number, index, all) =>
          number === 0 ? (
            <li key={`gap after ${all[index - 1]}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={number}>
              <QueryLink
                query={to(number)}
                aria-label={`Page ${number}`}
                aria-current={number === page ? 'page' : undefined}
                toTop
              >
                {count(number)}
              </QueryLink>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <QueryLink query={to(page + 1)} rel="next" toTop>
          Next
        </QueryLink>
      )}
    </nav>
  );
}
