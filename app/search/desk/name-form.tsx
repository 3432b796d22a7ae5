'use client';
import { useEffect, useRef } from 'react';
import { MOST_TITLE_LETTERS, tidyName } from '#lib/search/saved.ts';
import styles from './saved.module.css';

interface Props {
  label: string;
  action: string;
  name: string;
  /** Put the focus in at once. */
  focus: boolean;
  onName: (name: string) => void;
  onCancel?: () => void;
}

/** Asks for a name. */
export function NameForm({ label, action, name, focus, onName, onCancel }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) field.current?.select();
  }, [focus]);
  return (
    <form
      className={styles.name}
      onSubmit={(event) => {
        event.preventDefault();
        const named = tidyName(field.current?.value ?? '');
        if (named) onName(named);
      }}
    >
      <label className={styles.field}>
        {label}{' '}
        <input
          ref={field}
          data-first={focus || undefined}
          defaultValue={name}
          maxLength={MOST_TITLE_LETTERS}
          required
          autoComplete="off"
        />
      </label>
      <button type="submit" className={styles.main}>
        {action}
      </button>
      {onCancel && (
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      )}
    </form>
  );
}
