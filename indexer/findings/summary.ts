import { sentenceEnds } from './split.ts';

const MOST = 400;
const LEAST = 80;

/** Cut at the end of a word, with `…` for what is left out. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const end = room.lastIndexOf(' ');
  return `${(end > most / 2 ? room.slice(0, end) : room).replace(/[\s,;:–—-]+$/, '')}…`;
}

/** At most 400 characters: whole where it fits, else up to the end of a sentence, or of a word, and `…`. */
export function summaryOf(text: string): string {
  if (text.length <= MOST) return text;
  const room = text.slice(0, MOST - 2);
  const end = sentenceEnds(room).findLast((at) => at >= LEAST);
  return end ? `${room.slice(0, end)} …` : shortened(text, MOST);
}
