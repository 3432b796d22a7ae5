'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** A field that shows `value` whenever that changes (Back, a link), and is the reader's own in between; it keeps its focus. */
export function useField<E extends HTMLInputElement | HTMLSelectElement>(value: string): RefObject<E | null> {
  const field = useRef<E>(null);
  useEffect(() => {
    if (field.current) field.current.value = value;
  }, [value]);
  return field;
}
