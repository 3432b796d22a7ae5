/** Why a document cannot be read, and what to do. */
export class Problem extends Error {
  readonly remedy: string;

  constructor(reason: string, remedy: string) {
    super(reason);
    this.remedy = remedy;
  }
}

/** The reason and remedy of whatever was thrown, PDF.js's errors among them. */
export function problemOf(error: unknown): { reason: string; remedy: string } {
  if (error instanceof Problem) return { reason: error.message, remedy: error.remedy };
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return { reason: 'locked by a password', remedy: 'give it without its password' };
  return { reason: 'damaged, or no PDF at all', remedy: 'get the whole file again, or print it to a new PDF' };
}

/** @throws {Problem} where the promise does not settle by then (milliseconds, as `Date.now`). */
export async function by<T>(deadline: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const tooLong = () => reject(new Problem('takes too long to read', 'print it to a new PDF, or split it'));
    timer = setTimeout(tooLong, Math.max(0, deadline - Date.now()));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
