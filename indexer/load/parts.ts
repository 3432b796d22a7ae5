/** Documents in order as NDJSON, cut where the next would bring a part over so many bytes; one larger than that is a part alone. */
export function parts(documents: object[], bytes: number): string[] {
  const made: string[] = [];
  let lines: string[] = [];
  let size = 0;
  for (const document of documents) {
    const line = JSON.stringify(document);
    const own = Buffer.byteLength(line) + 1;
    if (lines.length > 0 && size + own > bytes) {
      made.push(lines.join('\n'));
      [lines, size] = [[], 0];
    }
    lines.push(line);
    size += own;
  }
  return lines.length > 0 ? [...made, lines.join('\n')] : made;
}
