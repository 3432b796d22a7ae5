/** Documents in order, cut where the next would bring a part's JSON over so many bytes; one larger than that is a part alone. */
export function parts<T>(documents: T[], bytes: number): T[][] {
  const made: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const document of documents) {
    const own = Buffer.byteLength(JSON.stringify(document));
    if (size + own > bytes) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(document);
    size += own;
  }
  return made;
}
