'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { change } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import { showQuery } from './query-link.tsx';
import { queryOf } from './use-search.ts';

const PAUSE_MS = 120;

/** The text of the box and where its caret stands; `quiet`: nothing is being typed, so nothing is to be offered yet. */
export interface Looked {
  text: string;
  caret: number;
  quiet: boolean;
}

export interface Words {
  box: RefObject<HTMLInputElement | null>;
  /** What the box held when it was last looked at; null while the reader is elsewhere. */
  looked: Looked | null;
  look: (quiet: boolean) => void;
  type: () => void;
  /** The reader has finished; the answer is the search that is shown then. */
  finish: () => Query;
  /** The same when the reader goes elsewhere. */
  leave: () => Query;
  /** Types for the reader. */
  put: (text: string, caret: number) => void;
  /** Shows a search instead of what was typed on the way to it. */
  turnTo: (query: Query) => void;
}

export function withWords(query: Query, q: string): Query {
  return change(query, { q, sort: !q && query.sort === 'relevance' ? null : query.sort });
}

interface Said {
  box: RefObject<HTMLInputElement | null>;
  /** Searches what the box says; the answer is the search that is shown then. */
  say: () => Query;
  show: (query: Query) => void;
  /** What is typed from here on is another step of Back. */
  end: () => void;
}

/** Box and address say the same, whichever of the two is changed. */
function useSaid(query: Query): Said {
  const box = useRef<HTMLInputElement>(null);
  // What they last agreed on.
  const said = useRef(query.q);
  const typing = useRef(false);
  useEffect(() => {
    // A rendering that comes late must not undo what was typed since.
    if (!box.current || query.q === said.current || query.q !== queryOf(window.location.search).q) return;
    typing.current = false;
    said.current = query.q;
    box.current.value = query.q;
  }, [query.q]);
  const show = useCallback((next: Query) => {
    said.current = next.q;
    showQuery(next, typing.current ? 'replace' : 'push');
  }, []);
  const say = useCallback(() => {
    const now = queryOf(window.location.search);
    const q = box.current?.value.trim().replace(/\s+/g, ' ') ?? '';
    if (q === now.q) return now;
    const next = withWords(now, q);
    show(next);
    typing.current = true;
    return next;
  }, [show]);
  const end = useCallback(() => {
    typing.current = false;
  }, []);
  return { box, say, show, end };
}

/**
 * The words of the box, searched while they are typed: at once where no answer is awaited, else when it comes or after a
 * pause. All that is typed at one go is one step of Back.
 */
export function useWords(query: Query, waiting: boolean): Words {
  const { box, say, show, end } = useSaid(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [looked, setLooked] = useState<Looked | null>(null);

  const look = useCallback(
    (quiet: boolean) => {
      const { value: text = '', selectionStart } = box.current ?? {};
      setLooked({ text, caret: selectionStart ?? text.length, quiet });
    },
    [box],
  );
  const sayNow = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    return say();
  }, [say]);
  const sayAndLook = useCallback(() => {
    sayNow();
    look(false);
  }, [sayNow, look]);
  useEffect(() => {
    if (!waiting && timer.current) sayAndLook();
  }, [waiting, sayAndLook]);

  const type = () => {
    clearTimeout(timer.current);
    if (waiting) timer.current = setTimeout(sayAndLook, PAUSE_MS);
    else sayAndLook();
  };
  const finish = () => {
    const shown = sayNow();
    end();
    return shown;
  };
  const leave = () => {
    setLooked(null);
    return finish();
  };
  const write = (text: string, caret = text.length) => {
    if (!box.current) return;
    box.current.value = text;
    box.current.setSelectionRange(caret, caret);
  };
  const put = (text: string, caret: number) => {
    write(text, caret);
    type();
  };
  const turnTo = (next: Query) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    write(next.q);
    show(next);
    end();
    look(true);
  };
  return { box, looked, look, type, finish, leave, put, turnTo };
}
