import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItemToken } from 'wink-nlp';
import type { Span } from '#lib/report/finding.ts';
import { ORDINAL } from './name-words.ts';

/** A name as it stands in a text. */
export interface NameAt {
  span: Span;
  /** Does it begin a sentence, where any word has a capital? */
  begins: boolean;
}

interface Token {
  text: string;
  span: Span;
  proper: boolean;
  begins: boolean;
}

const nlp = winkNLP(model, ['sbd', 'pos']);
const CAPITAL = /^\p{Lu}/u;
/** Small words within names: "Ministry of Information", "Harakat al-Nur". */
const LINK = /^(?:of|the|al|el|an|bin|ibn|de|la|du|von|van|-)$/u;
/** Adjectives of peoples and directions, where a common word follows: "Western support". */
const ADJECTIVE = /(?:ern|ish|ean|ese|ian|en)$/u;

function tokensOf(text: string): Token[] {
  const doc = nlp.readDoc(text);
  const tokens: Token[] = [];
  let end = 0;
  doc.sentences().each((sentence: ItemSentence) => {
    let begins = true;
    sentence.tokens().each((token: ItemToken) => {
      const value = token.out();
      const start = text.indexOf(value, end);
      if (start < 0) return;
      end = start + value.length;
      // Where no sentence begins the capital tells more than the model does.
      const proper = CAPITAL.test(value) && (!begins || token.out(nlp.its.pos) === 'PROPN');
      tokens.push({ text: value, span: [start, end], proper, begins });
      begins &&= !/[\p{L}\p{N}]/u.test(value);
    });
  });
  return tokens;
}

/** Where a run of names that begins at a token ends: links count only between names. */
function endOfRun(tokens: Token[], first: number, text: string): number {
  let last = first;
  for (let at = first + 1; at < tokens.length; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (!before || !token || !/^ ?$/u.test(text.slice(before.span[1], token.span[0]))) break;
    if (token.proper || (ORDINAL.test(token.text) && at === last + 1)) last = at;
    else if (!LINK.test(token.text) || at > last + 2) break;
  }
  return last;
}

/** The runs of proper nouns in an English text. */
export function englishNames(text: string): NameAt[] {
  const tokens = tokensOf(text);
  const names: NameAt[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const [token, next] = [tokens[first], tokens[first + 1]];
    if (!token || !(token.proper || (ORDINAL.test(token.text) && next?.proper))) continue;
    const last = endOfRun(tokens, first, text);
    const after = text.slice(tokens[last]?.span[1]);
    if (last === first && ADJECTIVE.test(token.text) && /^(?: |-)\p{Ll}/u.test(after)) continue;
    names.push({ span: [token.span[0], tokens[last]?.span[1] ?? token.span[1]], begins: token.begins });
    first = last;
  }
  return names;
}
