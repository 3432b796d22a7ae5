'use client';
import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import styles from './facet-list.module.css';
import { FacetRow, type RowContext } from './facet-row.tsx';
import type { Branch } from './tree.ts';

const FacetInside = lazy(async () => ({ default: (await import('./facet-lookup.tsx')).FacetInside }));

interface RowsProps extends RowContext {
  branches: Branch[];
  depth?: number;
  /** How many of the first are apart from the others. */
  lifted?: number;
}

/** The values of a facet, each with those that lie in it below. */
export function FacetRows({ branches, depth = 0, lifted = 0, ...context }: RowsProps) {
  if (branches.length === 0) return null;
  return (
    <ul>
      {branches.map((branch, at) => (
        <li key={branch.value.id} className={at + 1 === lifted ? styles.lifted : undefined}>
          <FacetBranch branch={branch} depth={depth} {...context} />
        </li>
      ))}
    </ul>
  );
}

function FacetBranch({ branch, depth, ...context }: RowContext & { branch: Branch; depth: number }) {
  const [isOpen, setOpen] = useState(false);
  const { value, inside } = branch;
  const listed = inside.filter((one) => one.value.count > 0).length;
  const hasMore = isOpen || (value.inside ?? 0) > listed;
  const rows = (branches: Branch[]) => <FacetRows branches={branches} depth={depth + 1} {...context} />;
  const byArrow = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight' || key === 'ArrowLeft') setOpen(key === 'ArrowRight');
  };
  const expander = hasMore ? (
    <button
      type="button"
      className={styles.expander}
      aria-expanded={isOpen}
      aria-label={`Show what lies in ${value.label}`}
      title={`Show what lies in ${value.label}`}
      onClick={() => setOpen(!isOpen)}
      onKeyDown={byArrow}
    />
  ) : undefined;
  return (
    <>
      <FacetRow
        value={value}
        depth={depth}
        expander={expander}
        onKeyDown={hasMore ? byArrow : undefined}
        {...context}
      />
      {isOpen ? (
        <Suspense fallback={rows(inside)}>
          <FacetInside branch={branch} rows={rows} {...context} />
        </Suspense>
      ) : (
        rows(inside)
      )}
    </>
  );
}
