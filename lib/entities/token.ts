/**
 * The one word by which the engine knows that a text names an entity, whatever the spelling: were the names themselves
 * kept there, each word of "Russian Federation" would find all that is about Russia.
 */
export function entityToken(id: string): string {
  return `entity${id.replaceAll('-', '')}`;
}
