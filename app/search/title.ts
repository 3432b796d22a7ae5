/** The name of the page of a search, in tabs and bookmarks. */
export function titleOf(q: string): string {
  return q ? `${q} · Sitrep` : 'Sitrep: the archive of situation reports';
}
