'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { change } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import { queryOf } from '#lib/search/url.ts';
import { settle, showTyped, useAsking } from './asking.ts';

const PAUSE_MS = 120;

/** The text of the box and where its caret stands, and why it was looked at: `came` to it, `typed` in it, `done` with it. */
export interface Looked {
  text: string;
  caret: number;
  why: 'came' | 'typed' | 'done';
}

export interface Words {
  box: RefObject<HTMLInputElement | null>;
  /** What the box held when it was last looked at; null until the reader comes to it. */
  looked: Looked | null;
  look: (why: Looked['why']) => void;
  type: () => void;
  /** By Enter, or by going elsewhere. */
  finish: () => void;
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
  /** Searches what the box says. */
  say: () => void;
  show: (query: Query) => void;
  /** What is typed from here on is another step of Back. */
  end: () => void;
}

/** Box and address say the same, whichever of the two is changed. */
function useSaid(query: Query): Said {
  const box = useRef<HTMLInputElement>(null);
  // What the box has said and the page has not shown yet, and what both last agreed on.
  const said = useRef([query.q]);
  const typing = useRef(false);
  useEffect(() => {
    const echo = said.current.indexOf(query.q);
    said.current = echo < 0 ? [query.q] : said.current.slice(echo);
    if (echo >= 0 || !box.current) return;
    typing.current = false;
    box.current.value = query.q;
  }, [query.q]);
  const show = useCallback((next: Query) => {
    said.current.push(next.q);
    showTyped(next, typing.current ? 'replace' : 'push');
  }, []);
  const say = useCallback(() => {
    const now = queryOf(window.location.search);
    const q = box.current?.value.trim().replace(/\s+/g, ' ') ?? '';
    if (q === said.current.at(-1)) return;
    show(withWords(now, q));
    typing.current = true;
  }, [show]);
  const end = useCallback(() => {
    settle();
    typing.current = false;
  }, []);
  return { box, say, show, end };
}

/** What is in the box whenever it is looked at. */
function useLooked(box: Words['box']): Pick<Words, 'looked' | 'look'> {
  const [looked, setLooked] = useState<Looked | null>(null);
  const look = useCallback(
    (why: Looked['why']) => {
      const { value: text = '', selectionStart } = box.current ?? {};
      setLooked({ text, caret: selectionStart ?? text.length, why });
    },
    [box],
  );
  return { looked, look };
}

function write({ current: field }: Words['box'], text: string, caret: number): void {
  if (!field) return;
  field.value = text;
  field.setSelectionRange(caret, caret);
}

/**
 * The words of the box, searched while they are typed: at once where no answer is awaited, else when it comes or after a
 * pause. All that is typed at one go is one step of Back.
 */
export function useWords(query: Query, waiting: boolean): Words {
  // The page learns some time after it was asked for that an answer is awaited.
  const asking = useAsking();
  const awaited = asking || waiting;
  const { box, say, show, end } = useSaid(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { looked, look } = useLooked(box);

  const sayNow = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    say();
  }, [say]);
  const sayAndLook = useCallback(() => {
    sayNow();
    look('typed');
  }, [sayNow, look]);
  useEffect(() => {
    if (!awaited && timer.current) sayAndLook();
  }, [awaited, sayAndLook]);

  const type = () => {
    clearTimeout(timer.current);
    if (awaited) timer.current = setTimeout(sayAndLook, PAUSE_MS);
    else sayAndLook();
  };
  const finish = () => {
    sayNow();
    end();
    look('done');
  };
  const put = (text: string, caret: number) => {
    write(box, text, caret);
    type();
  };
  const turnTo = (next: Query) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    write(box, next.q, next.q.length);
    show(next);
    end();
    look('came');
  };
  return { box, looked, look, type, finish, put, turnTo };
}
