import { foldSpaces } from './clean.ts';

const LONGEST = 500;

/** Keys of a file's documents, each one time: one that comes again gets a number behind it ("a", "a-2"). */
export function distinctKeys(): (wanted: string) => string {
  const times = new Map<string, number>();
  return (wanted) => {
    // A copy: a piece cut from a text keeps the whole of it in memory.
    const key = Buffer.from(foldSpaces(wanted).slice(0, LONGEST)).toString();
    let own = key;
    let time = times.get(key) ?? 0;
    do {
      time += 1;
      own = time === 1 ? key : `${key}-${time}`;
    } while (time > 1 && times.has(own));
    times.set(key, time);
    if (own !== key) times.set(own, 1);
    return own;
  };
}
