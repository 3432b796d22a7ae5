import type { Match } from '#lib/entities/matcher.ts';
import type { Word } from '#lib/entities/words.ts';

/** Capitalised words before a name that make no person of it: "Near Jackson", "Greater Houston", "Tuesday". */
const NO_GIVEN_NAME =
  /^(?:a|an|the|in|at|from|to|near|of|on|for|and|or|but|with|by|outside|around|inside|across|into|over|toward|towards|through|when|while|as|after|before|since|downtown|greater|central|upper|lower|old|north|south|east|west|(?:north|south)(?:east|west)|(?:north|south|east|west)ern|mainland|occupied|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|also|both|if|where|why|how|only|that|this|its|his|her|their|our|federal|national)$/iu;
const TITLE =
  /^(?:mr|mrs|ms|dr|gen|col|sgt|lt|capt|maj|cpl|pvt|adm|sen|rep|gov|rev|judge|justice|president|secretary|minister|senator|representative|congressman|congresswoman|officer|detective|chief|coach|sheriff|deputy|pastor|mayor|councilman|attorney|professor|general|colonel|captain|major|admiral|commander|sir|lord|lady|prince|princess|king|queen|pope|saint)$/iu;
/** What follows the name of a state and makes no person of it: "Chad President", "Jordan Armed Forces". */
const NO_SURNAME =
  /^(?:prime|foreign|defen[cs]e|interior|armed|army|air|navy|national|police|government|parliament|ministry|supreme|central|border|dream|river|valley|county|city|town|state|district|districts|province|region|oblast|street|road|avenue|hospital|airport|fire|public|high|international|regional|front|axis)$/iu;
const SPEECH =
  /^(?:said|says|told|added|testified|wrote|noted|argued|announced|asked|replied|recalled|thinks|believes|who)$/u;
/** What makes of a place's name that of a body, a paper or a treaty. */
const BODY =
  /^(?:university|college|institute|school|times|post|tribune|herald|gazette|journal|independent|review|observer|globe|chronicle|accords?|agreements?|conventions?|memorandum|protocols?|treaty|statute|communiqu[eé]|declaration|format)$/iu;
const BODY_OF =
  /^(?:University|College|Institute|Bank|Bishop|Archbishop|Duke|Duchess|Earl|Prince|Diocese|Treaty|Statute|School|Lord)$/u;
const PROPER = /^\p{Lu}[\p{Ll}'’]+$/u;
/** Of a text with more words in capitals than this, capitals say nothing. */
const HEADLINE = 0.6;

/** A text with what is known of its words. */
export interface Reading {
  text: string;
  textWords: Word[];
  matches: Match[];
}

/** Are the words of a sentence capitalised throughout, as in headlines? */
function isHeadline({ text, textWords }: Reading, at: Match): boolean {
  const start = Math.max(text.lastIndexOf('. ', at.span[0]), text.lastIndexOf('\n', at.span[0]));
  const end = text.slice(at.span[1]).search(/\. |\n/u);
  const sentence = textWords.filter(
    ({ span }) =>
      span[0] > start && (end < 0 || span[1] <= at.span[1] + end) && /^\p{L}{4,}/u.test(text.slice(...span)),
  );
  return (
    sentence.length > 3 && sentence.filter((word) => /^\p{Lu}/u.test(word.text)).length / sentence.length > HEADLINE
  );
}

/** The word that stands beside a match with nothing but a space (after an initial, a stop) between them. */
function beside({ text, textWords }: Reading, match: Match, step: -1 | 1): Word | null {
  const word = textWords[step < 0 ? match.first - 1 : match.last + 1];
  if (!word) return null;
  const gap = step < 0 ? text.slice(word.span[1], match.span[0]) : text.slice(match.span[1], word.span[0]);
  const initial = step < 0 && gap === '. ' && (word.text.length === 1 || TITLE.test(word.text));
  return gap === ' ' || initial ? word : null;
}

/** Letters that are short for something else: "NIS", not Niš. */
function isAcronym({ written, alias }: Match): boolean {
  return /^\p{Lu}{2,4}$/u.test(written) && alias.text !== written;
}

/** Does a name of a place belong to that of a body, a paper or a treaty: "University of Chicago", "Minsk agreements"? */
export function namesBody(reading: Reading, match: Match): boolean {
  if (isAcronym(match)) return true;
  const after = beside(reading, match, 1);
  if (after && BODY.test(after.text)) return true;
  const before = beside(reading, match, -1);
  return before?.text === 'of' && BODY_OF.test(reading.textWords[match.first - 2]?.text ?? '');
}

/**
 * Is a name but part of a longer one: "Jordan Peterson", "Lyndon Johnson", "Mr. Jackson", "Bala Deh"? `person` where what
 * stands before it shows that it is a surname, which the rest of the text may use alone.
 */
export function isPart(reading: Reading, match: Match): 'person' | 'part' | null {
  const { personal, type } = match.entity;
  const before = beside(reading, match, -1);
  if (before && TITLE.test(before.text)) return 'person';
  if (isHeadline(reading, match)) return null;
  const matched = (index: number) => reading.matches.some(({ first, last }) => first <= index && index <= last);
  const initial = before && /^\p{Lu}$/u.test(before.text);
  if (before && (initial || PROPER.test(before.text)) && !NO_GIVEN_NAME.test(before.text) && !matched(match.first - 1))
    return personal ? 'person' : 'part';
  const after = beside(reading, match, 1);
  if (!after) return null;
  const kind = [NO_GIVEN_NAME, NO_SURNAME, TITLE].some((words) => words.test(after.text));
  if (PROPER.test(after.text) && !kind && !matched(match.last + 1)) return 'part';
  // "Moscow said" is Russia, not a Mr. Moscow.
  const isMetonym = reading.matches.some(({ first, alias }) => first === match.first && alias.rule === 'metonym');
  return personal && type === 'city' && !isMetonym && SPEECH.test(after.text) ? 'part' : null;
}
