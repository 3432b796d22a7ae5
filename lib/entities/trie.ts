import type { Alias, Entity } from './entity.ts';
import { firstWord, words } from './words.ts';

export interface Candidate {
  entity: Entity;
  alias: Alias;
  /** Must the text begin with a capital, or be in capitals throughout? */
  case: 'any' | 'capital' | 'capitals';
}

/** A word of aliases: those that end with it, and the words that may follow. */
interface Node {
  next: Map<string, Node> | null;
  candidates: Candidate[];
}

function caseOf(entity: Entity, alias: Alias): Candidate['case'] {
  const letters = alias.text.replace(/[^\p{L}]/gu, '');
  if (letters.length <= 6 && /^\p{Script=Latin}+$/u.test(letters) && letters === letters.toUpperCase())
    return 'capitals';
  // Adjectives have no capital in Ukrainian and Russian, whatever the English word may also mean.
  const adjective = alias.rule === 'demonym' && /\p{Script=Cyrillic}/u.test(letters);
  if (entity.type === 'state' || entity.type === 'country') return alias.cased && !adjective ? 'capital' : 'any';
  return /^\p{Lu}/u.test(alias.text) ? 'capital' : 'any';
}

function followed(node: Node, key: string): Node {
  node.next ??= new Map();
  const next = node.next.get(key) ?? { next: null, candidates: [] };
  node.next.set(key, next);
  return next;
}

/** The entities with an alias that begins with each word. */
function byFirstWord(entities: Entity[]): Map<string, Entity[]> {
  const groups = new Map<string, Entity[]>();
  for (const entity of entities)
    for (const { text } of entity.aliases) {
      const key = firstWord(text)?.key;
      if (!key) continue;
      const group = groups.get(key);
      if (!group) groups.set(key, [entity]);
      else if (group.at(-1) !== entity) group.push(entity);
    }
  return groups;
}

/** The trie of the aliases that begin with a word. */
function trieOf(first: string, entities: Entity[]): Node {
  const root: Node = { next: null, candidates: [] };
  for (const entity of entities)
    for (const alias of entity.aliases) {
      const [head, ...rest] = words(alias.text);
      if (head?.key !== first) continue;
      const node = rest.reduce((last, { key }) => followed(last, key), root);
      node.candidates.push({ entity, alias, case: caseOf(entity, alias) });
    }
  return root;
}

/** By an alias's first word, its trie, which is built when a text first has that word: most never come up. */
export function createTries(entities: Entity[]): (first: string) => Node | undefined {
  const groups = byFirstWord(entities);
  const tries = new Map<string, Node>();
  return (first) => {
    const group = groups.get(first);
    if (group) {
      tries.set(first, trieOf(first, group));
      groups.delete(first);
    }
    return tries.get(first);
  };
}
