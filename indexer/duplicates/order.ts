/** A report of a group of copies; instants are ISO 8601, `date` is the day covered, `YYYY-MM-DD`. */
interface Member {
  id: string;
  publishedAt: string | null;
  date: string | null;
  archivedAt: string;
}

/** When a report was out: milliseconds since 1970. */
function outAt({ publishedAt, date, archivedAt }: Member): number {
  // A report on a day comes when the day is over.
  return Date.parse(publishedAt ?? (date ? `${date}T23:59:59.999Z` : archivedAt));
}

function byAge(a: Member, b: Member): number {
  const archived = Date.parse(a.archivedAt) - Date.parse(b.archivedAt);
  return outAt(a) - outAt(b) || archived || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** The copies of one report, the earliest first; of those out at one time, the first archived, then by id. */
export function earliestFirst<T extends Member>(members: readonly T[]): T[] {
  return members.toSorted(byAge);
}
