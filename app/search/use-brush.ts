'use client';
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  startTransition,
  useRef,
  useState,
} from 'react';
import { change } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Histogram } from '#lib/search/result.ts';
import { type Columns, columnsOf, type Days, daysOf, dragged, type Hold, keyed } from './brush.ts';
import { type Gesture, useGesture } from './use-gesture.ts';

/** A pointer that goes less far has clicked. */
const CLICK_PX = 4;

interface Grip {
  hold: Hold;
  /** Where it began: in pixels, and in columns of the strip. */
  x: number;
  place: number;
  columns: Columns;
  isClick: boolean;
}

export interface Brush {
  /** What is being chosen, before the address says so. */
  draft: Columns | null;
  /** The column under the pointer or the key. */
  pointed: number | null;
  handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
    onPointerLeave: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
}

/** What of the strip an event meets, as its markup says in `data-hold`. */
function holdAt(target: EventTarget): Hold {
  const hold = target instanceof Element ? target.closest('[data-hold]')?.getAttribute('data-hold') : null;
  return hold === 'first' || hold === 'last' || hold === 'whole' ? hold : 'new';
}

interface Chosen {
  columns: Columns;
  setDraft: (columns: Columns | null) => void;
  setPointed: (column: number | null) => void;
  choose: (columns: Columns) => void;
  gesture: Gesture;
}

function usePointer(
  grip: RefObject<Grip | null>,
  size: number,
  { columns, setDraft, setPointed, choose, gesture }: Chosen,
) {
  const placeAt = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(((clientX - left) / width) * size, size - 0.001));
  };
  const giveUp = () => {
    if (!grip.current) return;
    grip.current = null;
    gesture.giveUp();
    setDraft(null);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!event.isPrimary || event.button !== 0) return;
    gesture.end();
    event.currentTarget.setPointerCapture(event.pointerId);
    const hold = holdAt(event.target);
    grip.current = { hold, x: event.clientX, place: placeAt(event), columns, isClick: true };
    // The keys go on where the pointer stops.
    const thumb = event.currentTarget.querySelector<HTMLElement>(`[data-hold=${hold === 'first' ? 'first' : 'last'}]`);
    thumb?.focus({ preventScroll: true, focusVisible: false });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const place = placeAt(event);
    setPointed(Math.floor(place));
    const held = grip.current;
    if (!held) return;
    if (Math.abs(event.clientX - held.x) >= CLICK_PX) held.isClick = false;
    if (!held.isClick) choose(dragged(held.hold, held.columns, held.place, place, size));
  };
  const onPointerUp = () => {
    const held = grip.current;
    if (!held) return;
    const column = Math.floor(held.place);
    if (held.isClick && (held.hold === 'new' || held.hold === 'whole')) choose({ first: column, last: column });
    grip.current = null;
    gesture.end();
  };
  return { giveUp, onPointerDown, onPointerMove, onPointerUp };
}

/** Choosing days on the strip of time, by pointer and keys; the results follow while it is done. */
export function useBrush(query: Query, days: Days, histogram: Histogram): Brush {
  const [draft, setDraft] = useState<Columns | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const grip = useRef<Grip>(null);
  // Together with the address: else the days from before would be seen in between.
  const gesture = useGesture(() => grip.current || startTransition(() => setDraft(null)));
  const columns = draft ?? columnsOf(days, histogram);
  const choose = (next: Columns) => {
    if (draft?.first === next.first && draft.last === next.last) return;
    setDraft(next);
    gesture.show(change(query, daysOf(next, histogram)));
  };
  const size = histogram.buckets.length;
  const { giveUp, ...pointer } = usePointer(grip, size, { columns, setDraft, setPointed, choose, gesture });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && grip.current) {
      event.stopPropagation();
      giveUp();
    }
    const end = holdAt(event.target);
    if (grip.current || (end !== 'first' && end !== 'last')) return;
    const next = keyed(event.key, end, columns, histogram);
    if (!next) return;
    event.preventDefault();
    setPointed(next[end]);
    choose(next);
  };
  const leave = () => grip.current || setPointed(null);
  const onBlur = () => {
    if (!grip.current) gesture.end();
    leave();
  };
  const handlers = { ...pointer, onPointerCancel: giveUp, onPointerLeave: leave, onKeyDown, onBlur };
  return { draft, pointed, handlers };
}
