/** Why the site does not run, and what to do about it. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}
