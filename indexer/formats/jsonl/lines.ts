/** A line of a text; null where it is longer than the limit. */
export interface Line {
  /** From 1. */
  number: number;
  text: string | null;
}

/** The lines of a text that comes in pieces; of a line longer than `limit` characters no more than that is held. */
export async function* linesOf(pieces: AsyncIterable<string>, limit: number): AsyncIterable<Line> {
  let number = 1;
  let open: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      length += at - from;
      yield { number, text: length > limit ? null : open.join('') + piece.slice(from, at) };
      number += 1;
      open = [];
      length = 0;
      from = at + 1;
    }
    length += piece.length - from;
    if (length > limit) open = [];
    else if (from < piece.length) open.push(piece.slice(from));
  }
  if (length > 0) yield { number, text: length > limit ? null : open.join('') };
}
