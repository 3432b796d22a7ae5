/** Several streams as one, each item as it comes; none is read ahead by more than one item. */
export async function* merge<T>(sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const iterators = sources.map((source) => source[Symbol.asyncIterator]());
  const pull = (iterator: AsyncIterator<T>) => iterator.next().then((result) => ({ iterator, result }));
  const pending = new Map(iterators.map((iterator) => [iterator, pull(iterator)]));
  try {
    while (pending.size > 0) {
      const { iterator, result } = await Promise.race(pending.values());
      if (result.done) pending.delete(iterator);
      else {
        pending.set(iterator, pull(iterator));
        yield result.value;
      }
    }
  } finally {
    // Whoever stopped reading does not wait for what is under way.
    for (const [iterator, under] of pending) {
      under.catch(() => {});
      void iterator.return?.()?.catch(() => {});
    }
  }
}
