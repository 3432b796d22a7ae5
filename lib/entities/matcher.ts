import type { Span } from '#lib/report/finding.ts';
import type { Entity } from './entity.ts';
import { type Candidate, createTries } from './trie.ts';
import { type Word, words } from './words.ts';

/** An alias as it stands in a text. `first` and `last` are the indexes of its words. */
export interface Match extends Omit<Candidate, 'case'> {
  written: string;
  span: Span;
  first: number;
  last: number;
}

interface MatchOptions {
  /** The text's words, where they are known already. */
  textWords?: Word[];
  /** Are names without their capitals names too? */
  anyCase?: boolean;
  /** Also what stands within a longer name: "Donetsk" in "Donetsk Oblast". */
  nested?: boolean;
}

/** All that stands at one place, of the longest alias there, and the adjectives of states inside it. */
export type Matcher = (text: string, options?: MatchOptions) => Match[];

function fits(candidate: Candidate, matched: Word[]): boolean {
  if (candidate.case === 'any') return true;
  if (candidate.case === 'capitals')
    return matched.every((word) => word.text === word.text.toUpperCase() || /['’]s$/.test(word.text));
  return /^[\p{Lu}\p{N}]/u.test(matched[0]?.text ?? '');
}

/** The adjective or name of a state that begins the name of a body, but of no armed group: "Russian Ministry of Defense", "Israel Defense Forces". */
function namesState({ entity, alias }: Candidate, longest: Candidate[]): boolean {
  if (entity.type !== 'state' || longest.some((other) => other.entity.id === entity.id)) return false;
  if (longest.some((other) => other.entity.type === 'armed-group')) return false;
  if (alias.rule === 'demonym') return true;
  return (
    alias.rule === 'name' && longest.some((other) => other.entity.facet === 'actor' && other.entity.type !== 'person')
  );
}

/** Names of entities in text: longest alias first, whatever the case, the accents and the Cyrillic case ending. */
export function createMatcher(entities: Entity[]): Matcher {
  const startingWith = createTries(entities);

  /** What stands at a word, by where it ends, shortest first. */
  function standingAt(textWords: Word[], first: number, anyCase: boolean): { last: number; candidates: Candidate[] }[] {
    const found: { last: number; candidates: Candidate[] }[] = [];
    let node = startingWith(textWords[first]?.key ?? '');
    for (let last = first; node; node = node.next?.get(textWords[++last]?.key ?? '')) {
      if (node.candidates.length === 0) continue;
      const matched = textWords.slice(first, last + 1);
      const candidates = node.candidates.filter((candidate) => anyCase || fits(candidate, matched));
      if (candidates.length > 0) found.push({ last, candidates });
    }
    return found;
  }

  return (text, { anyCase = false, nested = false, textWords = words(text) } = {}) => {
    const found: Match[] = [];
    const add = (first: number, last: number, candidates: Candidate[]) => {
      const span: Span = [textWords[first]?.span[0] ?? 0, textWords[last]?.span[1] ?? 0];
      const written = text.slice(...span);
      for (const { entity, alias } of candidates) found.push({ entity, alias, written, span, first, last });
    };
    let covered = -1;
    for (let first = 0; first < textWords.length; first++) {
      const here = standingAt(textWords, first, anyCase);
      const longest = here.at(-1);
      if (!longest) continue;
      if (nested) {
        for (const { last, candidates } of here) add(first, last, candidates);
        continue;
      }
      if (first <= covered) {
        const inside = here.filter(({ last }) => last <= covered);
        for (const { last, candidates } of inside)
          add(
            first,
            last,
            candidates.filter(({ alias }) => alias.rule === 'demonym'),
          );
        continue;
      }
      add(first, longest.last, longest.candidates);
      for (const { last, candidates } of here.slice(0, -1))
        add(
          first,
          last,
          candidates.filter((candidate) => namesState(candidate, longest.candidates)),
        );
      covered = longest.last;
    }
    return found;
  };
}
