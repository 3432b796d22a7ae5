import { startTransition, useEffect, useState } from 'react';

/** A page that is not looked at is not painted. */
const PATIENCE_MS = 100;

/** Calls when the next frame is painted. What is given back calls it off. */
export function afterPaint(call: () => void): () => void {
  let timer = window.setTimeout(call, PATIENCE_MS);
  const frame = requestAnimationFrame(() => {
    window.clearTimeout(timer);
    timer = window.setTimeout(call);
  });
  return () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };
}

/** A value one paint late: what is drawn of it leaves the frame to what is drawn at once. */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(value);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(value))), [value]);
  return painted;
}
