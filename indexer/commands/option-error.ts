/** An option or argument that cannot be followed, and what to do about it. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}
