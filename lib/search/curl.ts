/** A text as one word of a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The call that asks an address of the API, for a terminal. */
export function curlOf(url: string): string {
  return `curl ${shellWord(url)}`;
}
