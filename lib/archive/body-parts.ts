/**
 * Words of one part. The engine indexes the first 65,535 places of an attribute, and each comma or full stop takes
 * eight places, so that some 30,000 words of prose fit.
 */
const MOST_WORDS = 20_000;
const WORD = /\S+/g;

/** A body as the engine is to index it: whole, however long, in attributes of their own. */
export function bodyParts(body: string): { body: string; rest: Record<string, string> } {
  // No text of so few characters has so many words.
  if (body.length <= MOST_WORDS * 2) return { body, rest: {} };
  const cuts = [0];
  let words = 0;
  for (const { index } of body.matchAll(WORD)) {
    if (words > 0 && words % MOST_WORDS === 0) cuts.push(index);
    words += 1;
  }
  const [first = '', ...others] = cuts.map((from, at) => body.slice(from, cuts[at + 1]));
  return { body: first, rest: Object.fromEntries(others.map((part, at) => [String(at + 2), part])) };
}

/** The body that `bodyParts` cut. */
export function wholeBody({ body, rest }: { body: string; rest: Record<string, string> }): string {
  return body + Object.values(rest).join('');
}
