'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';

const REST_MS = 800;

interface Props {
  sentence: RefObject<HTMLElement | null>;
  /** The address of the results on the page. */
  shown: string;
  waiting: boolean;
}

/** Says the sentence to those who do not see it change, once it has come to rest: not at each key. */
export function Spoken({ sentence, shown, waiting }: Props) {
  const [text, setText] = useState('');
  const told = useRef(shown);
  useEffect(() => {
    if (waiting || told.current === shown) return;
    const words = sentence.current?.textContent ?? '';
    const timer = setTimeout(() => {
      told.current = shown;
      setText(words);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [sentence, shown, waiting]);
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  );
}
