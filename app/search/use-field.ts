'use client';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * A field that shows `value` whenever that changes (Back, a link), or `of` does, and is the reader's own in between; it
 * keeps its focus.
 */
export function useField<E extends HTMLInputElement | HTMLSelectElement>(value: string, of = ''): RefObject<E | null> {
  const field = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was not applied is not to stand beside another search.
  useEffect(() => {
    if (!field.current) return;
    field.current.value = value;
    field.current.setCustomValidity('');
  }, [value, of]);
  return field;
}
