'use client';
import { citationOf } from '#lib/cite/citation.ts';
import { dayOfInstant } from '#lib/report/day.ts';
import type { Hit } from '#lib/search/result.ts';
import { CopyButton } from '../ui/copy-button.tsx';

export function CopyCitation({ hit }: { hit: Hit }) {
  const text = () => citationOf(hit, window.location.origin, dayOfInstant(new Date().toISOString()));
  return <CopyButton text={text} told="Copied with its citation" label="Copy" name="Copy with its citation" />;
}
