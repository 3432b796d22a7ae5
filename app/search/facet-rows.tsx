'use client';
import { type KeyboardEvent, useState } from 'react';
import styles from './facet-list.module.css';
import type { FacetInside } from './facet-lookup.tsx';
import { FacetRow, type RowContext } from './facet-row.tsx';
import type { Branch } from './tree.ts';
import rowStyles from './value-row.module.css';

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
  const [Inside, setInside] = useState<typeof FacetInside>();
  const open = async (opened: boolean) => {
    setOpen(opened);
    const lookup = await import('./facet-lookup.tsx');
    setInside(() => lookup.FacetInside);
  };
  const { value, inside } = branch;
  const listed = inside.filter((one) => one.value.count > 0).length;
  const hasMore = isOpen || (value.inside ?? 0) > listed;
  const rows = (branches: Branch[]) => <FacetRows branches={branches} depth={depth + 1} {...context} />;
  const byArrow = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight' || key === 'ArrowLeft') void open(key === 'ArrowRight');
  };
  const expander = hasMore ? (
    <button
      type="button"
      className={rowStyles.expander}
      aria-expanded={isOpen}
      aria-label={`Show what lies in ${value.label}`}
      onClick={() => void open(!isOpen)}
      onKeyDown={byArrow}
    />
  ) : // What cannot be opened stands under what can.
  context.facet.kind === 'tree' ? null : undefined;
  return (
    <>
      <FacetRow
        value={value}
        depth={depth}
        expander={expander}
        onKeyDown={hasMore ? byArrow : undefined}
        {...context}
      />
      {isOpen && Inside ? <Inside branch={branch} rows={rows} {...context} /> : rows(inside)}
    </>
  );
}
