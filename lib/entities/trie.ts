import type { Alias, Entity } from './entity.ts';
import { firstKey, words } from './words.ts';

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
  if (alias.rule === 'metonym') return 'capital';
  if (entity.type === 'state' || entity.type === 'country') return alias.cased && !adjective ? 'capital' : 'any';
  return /^\p{Lu}/u.test(alias.text) ? 'capital' : 'any';
}

function followed(node: Node, key: string): Node {
  node.next ??= new Map();
  const next = node.next.get(key) ?? { next: null, candidates: [] };
  node.next.set(key, next);
  return next;
}

/** The last of the Latin letters, accents and all. */
const LATIN = 0x24f;

function isLatin(text: string): boolean {
  return text.charCodeAt(0) <= LATIN;
}

/** The entities with an alias that begins with each word, of aliases in Latin letters or of the others. */
function byFirstWord(entities: Entity[], latin: boolean): Map<string, Entity[]> {
  const groups = new Map<string, Entity[]>();
  for (const entity of entities)
    for (const { text } of entity.aliases) {
      if (isLatin(text) !== latin) continue;
      const key = firstKey(text);
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

/**
 * By an alias's first word, its trie, which is built when a text first has that word: most never come up, and in many an
 * archive nothing is written in Cyrillic.
 */
export function createTries(entities: Entity[]): (first: string) => Node | undefined {
  const latin = byFirstWord(entities, true);
  let others: Map<string, Entity[]> | null = null;
  const tries = new Map<string, Node>();
  return (first) => {
    const known = tries.get(first);
    if (known) return known;
    if (!isLatin(first)) others ??= byFirstWord(entities, false);
    const groups = isLatin(first) ? latin : others;
    const group = groups?.get(first);
    if (!group) return undefined;
    const trie = trieOf(first, group);
    tries.set(first, trie);
    groups?.delete(first);
    return trie;
  };
}
