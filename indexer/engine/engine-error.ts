/** Why there is no engine, and what to do about it. Neither text ever holds a key. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}
