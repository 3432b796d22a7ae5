'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { choose } from '#lib/search/edit.ts';
import { isName } from '#lib/search/param-kinds.ts';
import type { Result } from '#lib/search/result.ts';
import { readTyped, withoutLast, withSign } from '#lib/search/typed.ts';
import { queryOf } from '#lib/search/url.ts';
import { useAfterPaint } from '../ui/after-paint.ts';
import { useAsking } from './asking.ts';
import { type Option, optionsOf } from './option.ts';
import { OptionRow } from './option-row.tsx';
import { forget, putFirst, recentSearches, remember } from './recent.ts';
import { suggestOptions } from './suggest-options.ts';
import styles from './suggestions.module.css';
import { FIRST, useListKeys } from './use-list-keys.ts';
import { type Looked, type Words, withWords } from './use-words.ts';

/** What the box tells of the list: whether it is open, and the id of the option that the arrow keys are on. */
export interface Listed {
  open: boolean;
  active: string | undefined;
}

interface State {
  looked: Looked;
  /** What the box held when this was so. */
  text: string;
  closed: boolean;
  /** An option's id, or that of whichever comes first. */
  active: string | null;
}

interface Props {
  words: Words;
  looked: Looked;
  /** Names the filters of a search that is remembered. */
  result: Result;
  onListed: (listed: Listed) => void;
}

function useRemembered(looked: Looked, result: Result): void {
  const kept = useRef<Looked>(undefined);
  useEffect(() => {
    if (looked.why !== 'done' || kept.current === looked) return;
    kept.current = looked;
    remember(queryOf(window.location.search), result);
  }, [looked, result]);
}

/** Whether the list is closed and which option is chosen, as long as that holds for what the box has; `go` changes it. */
function useListState({ box }: Words, looked: Looked) {
  const quiet = looked.why === 'done' || (looked.why === 'came' && looked.text !== '');
  const [last, setLast] = useState<State | null>(null);
  // Each key opens the list anew, with no option chosen; but what came after the last key holds, though it is looked at late.
  const holds = last && (last.looked === looked || (last.text === looked.text && !quiet));
  const { closed, active } = holds ? last : { closed: quiet, active: null };
  const go = (isClosed: boolean, to: string | null) =>
    setLast({ looked, text: box.current?.value ?? '', closed: isClosed, active: to });
  return { closed, active, go };
}

function useListed(open: boolean, active: string | undefined, onListed: Props['onListed']): void {
  useEffect(() => {
    onListed({ open, active });
    return () => onListed({ open: false, active: undefined });
  }, [open, active, onListed]);
}

/** Results come first: both would be there later if they were asked for together. */
function useSuggestions(name: string) {
  const asking = useAsking();
  const shown = useAfterPaint(!asking);
  return useQuery({ ...suggestOptions(name), enabled: !asking && shown && isName(name) });
}

/** What could be meant by what is typed: a list that the keys of the box go through. */
export function Suggestions({ words, looked, result, onListed }: Props) {
  const { closed, active, go } = useListState(words, looked);
  const typed = readTyped(looked.text, looked.caret);
  const { data, isPlaceholderData } = useSuggestions(closed ? '' : typed.name);
  const options = optionsOf(looked.text, typed, data, recentSearches());
  const open = !closed && options.length > 0;
  const current = open ? options[active === FIRST ? 0 : options.findIndex(({ id }) => id === active)] : undefined;

  const take = (option: Option) => {
    const { value: text = '', selectionStart } = words.box.current ?? {};
    const caret = selectionStart ?? text.length;
    if (option.is === 'named') {
      // What is listed is still of the name before, whose words are others.
      if (isPlaceholderData) return;
      const { facet, id } = option.value;
      const q = withoutLast(text, caret, option.words);
      words.turnTo(choose(withWords(queryOf(window.location.search), q), facet, id, option.negated ? 'not' : 'only'));
    } else if (option.is === 'recent') {
      putFirst(option.recent);
      words.turnTo(queryOf(option.recent.search));
    } else if (option.is === 'help') {
      const signed = withSign(text, caret, option.sign);
      words.put(signed.text, signed.caret);
      words.look('came');
    } else {
      forget();
      go(true, null);
    }
  };
  const drop = (option: Option) => {
    if (option.is !== 'recent') return;
    forget(option.recent.search);
    go(false, null);
  };
  useRemembered(looked, result);
  useListKeys(words, { open, current, options }, { go, take, drop });
  useListed(open, current?.id, onListed);

  if (!open) return null;
  return (
    <div id="suggestions" role="listbox" aria-label="Suggestions" className={styles.list}>
      {options.map((option) => (
        <OptionRow key={option.id} option={option} isActive={option === current} onTake={take} onDrop={drop} />
      ))}
    </div>
  );
}
