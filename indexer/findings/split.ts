/** Words of a passage; the engine indexes 65,535 of a text, and a reader wants the place, not the page. */
const MOST_WORDS = 400;
const WORD = /[\p{L}\p{N}]+/gu;
const END = /[.!?…]["”»’')\]]*(?=\s)/gu;
/** Longest word that may be an abbreviation, with what stands before it. */
const ABBREVIATION = 12;
/** Ends that are none: "Gen.", "U.S.", "Feb." and single letters. */
const ABBREVIATED =
  /(?:^|[\s("“«])(?:\p{L}|[A-Z](?:\.[A-Z])+|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|etc|approx|ім|див|тис|млн|млрд|грн|см|рр?|им|тыс)\.$/u;

/** Offsets behind the sentences of a text, but for the last. */
export function sentenceEnds(text: string): number[] {
  return Array.from(text.matchAll(END), (match) => match.index + match[0].length).filter(
    (at) => !ABBREVIATED.test(text.slice(Math.max(0, at - ABBREVIATION), at)),
  );
}

/** The parts of a text, in order, of at most 400 words each: up to the end of a sentence, or else of a word. */
export function parts(text: string): string[] {
  // A word and what parts it from the next are two characters at the least.
  if (text.length < MOST_WORDS * 2) return [text];
  const starts = Array.from(text.matchAll(WORD), ({ index }) => index);
  if (starts.length <= MOST_WORDS) return [text];
  const ends = sentenceEnds(text);
  const found: string[] = [];
  let from = 0;
  let word = 0;
  let end = 0;
  while (starts.length - word > MOST_WORDS) {
    const limit = starts[word + MOST_WORDS] ?? text.length;
    let cut = 0;
    for (; (ends[end] ?? text.length) < limit; end += 1) cut = ends[end] ?? 0;
    const to = cut > from ? cut : limit;
    found.push(text.slice(from, to).trim());
    from = to;
    while ((starts[word] ?? text.length) < to) word += 1;
  }
  return [...found, text.slice(from).trim()].filter(Boolean);
}
