'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { choose } from '#lib/search/edit.ts';
import { readTyped, withoutLast, withSign } from '#lib/search/typed.ts';
import { type Option, optionsOf } from './option.ts';
import { OptionRow } from './option-row.tsx';
import { forget, putFirst, recentSearches } from './recent.ts';
import { suggestOptions } from './suggest-options.ts';
import styles from './suggestions.module.css';
import { useListKeys } from './use-list-keys.ts';
import { queryOf } from './use-search.ts';
import { type Looked, type Words, withWords } from './use-words.ts';

/** What the box tells of the list: whether it is open, and the id of the option that the arrow keys are on. */
export interface Listed {
  open: boolean;
  active: string | undefined;
}

interface Props {
  words: Words;
  looked: Looked;
  onListed: (listed: Listed) => void;
}

/** What could be meant by what is typed: a list that the keys of the box go through. */
export function Suggestions({ words, looked, onListed }: Props) {
  const [last, setLast] = useState({ looked, closed: looked.quiet, active: -1 });
  // Each key opens the list anew, with no option chosen.
  const { closed, active } = last.looked === looked ? last : { closed: looked.quiet, active: -1 };
  const typed = readTyped(looked.text, looked.caret);
  const { data } = useQuery({ ...suggestOptions(typed.name), enabled: !closed && typed.name !== '' });
  const options = optionsOf(looked.text, typed, data, recentSearches());
  const open = !closed && options.length > 0;
  const current = open ? options[active] : undefined;
  const go = (closed: boolean, active: number) => setLast({ looked, closed, active });

  const take = (option: Option) => {
    const { value: text = '', selectionStart } = words.box.current ?? {};
    const caret = selectionStart ?? text.length;
    if (option.is === 'named') {
      const { facet, id } = option.value;
      const q = withoutLast(text, caret, option.words);
      words.turnTo(choose(withWords(queryOf(window.location.search), q), facet, id, option.negated ? 'not' : 'only'));
    } else if (option.is === 'recent') {
      putFirst(option.recent);
      words.turnTo(queryOf(option.recent.search));
    } else if (option.is === 'help') {
      const signed = withSign(text, caret, option.sign);
      words.put(signed.text, signed.caret);
      words.look(true);
    } else {
      forget();
      go(true, -1);
    }
  };
  const drop = (option: Option) => {
    if (option.is !== 'recent') return;
    forget(option.recent.search);
    go(false, -1);
  };
  useListKeys(words, { open, active, options }, { go, take, drop });
  useEffect(() => {
    onListed({ open, active: current?.id });
    return () => onListed({ open: false, active: undefined });
  }, [open, current?.id, onListed]);

  if (!open) return null;
  return (
    <div id="suggestions" role="listbox" aria-label="Suggestions" className={styles.list}>
      {options.map((option) => (
        <OptionRow key={option.id} option={option} isActive={option === current} onTake={take} onDrop={drop} />
      ))}
    </div>
  );
}
