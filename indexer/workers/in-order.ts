/**
 * What `read` gives for each of `inputs`, in their order, `ahead` of them begun at once: the first is drained while
 * the others are on their way to their first piece.
 */
export async function* inOrder<I, P>(
  inputs: AsyncIterable<I>,
  ahead: number,
  read: (input: I) => AsyncIterable<P>,
): AsyncIterable<{ input: I; pieces: AsyncIterable<P> }> {
  const begun: { input: I; pieces: AsyncIterable<P> }[] = [];
  for await (const input of inputs) {
    begun.push({ input, pieces: eager(read(input)) });
    const first = begun.length > ahead ? begun.shift() : undefined;
    if (first) yield first;
  }
  yield* begun;
}

/** Begins at once what an iteration would begin when it is asked. */
function eager<T>(pieces: AsyncIterable<T>): AsyncIterable<T> {
  const iterator = pieces[Symbol.asyncIterator]();
  let first: Promise<IteratorResult<T>> | null = iterator.next();
  // Met where it is awaited.
  first.catch(() => undefined);
  const next = () => {
    const answer = first ?? iterator.next();
    first = null;
    return answer;
  };
  return {
    [Symbol.asyncIterator]: () => ({
      next,
      return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
    }),
  };
}
