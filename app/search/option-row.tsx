'use client';
import { type MouseEvent, useEffect, useRef } from 'react';
import { counted } from '../format.ts';
import type { Option } from './option.ts';
import styles from './suggestions.module.css';

const HELP = {
  '-': { sign: '-word', does: 'leaves out the findings that have it' },
  '"': { sign: '“a phrase”', does: 'finds the words side by side, as written' },
};

function Told({ option }: { option: Option }) {
  switch (option.is) {
    case 'named': {
      const { label, alias, type, count } = option.value;
      return (
        <>
          <span className={styles.name}>
            {option.negated && 'not '}
            {label}
          </span>{' '}
          {alias !== label && <span className={styles.alias}>“{alias}”</span>}{' '}
          <span className={styles.about}>
            {type.replaceAll('-', ' ')} · {counted(count, 'finding')}
          </span>
        </>
      );
    }
    case 'recent':
      return (
        <>
          <span className={styles.name}>{option.recent.text}</span>{' '}
          <span className={styles.about}>searched before</span>
        </>
      );
    case 'forget':
      return <span className={styles.about}>Forget these searches</span>;
    case 'help': {
      const { sign, does } = HELP[option.sign];
      return (
        <>
          <span className={styles.name}>{sign}</span> <span className={styles.does}>{does}</span>
        </>
      );
    }
  }
}

interface Props {
  option: Option;
  isActive: boolean;
  onTake: (option: Option) => void;
  onDrop: (option: Option) => void;
}

export function OptionRow({ option, isActive, onTake, onDrop }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  // At the press, for the box would lose the focus, and the list with it, before the click.
  const press = (act: (option: Option) => void) => (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.button === 0) act(option);
  };
  return (
    <div
      id={option.id}
      ref={row}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={styles.option}
      onMouseDown={press(onTake)}
    >
      <Told option={option} />
      {option.is === 'recent' && (
        <span
          className={styles.drop}
          title="Forget this search (Shift+Delete)"
          aria-hidden="true"
          onMouseDown={press(onDrop)}
        >
          ×
        </span>
      )}
    </div>
  );
}
