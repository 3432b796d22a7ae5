import { months } from '#indexer/dates/months.ts';
import { fold, keyOf, type Word } from '#lib/entities/words.ts';

/** Words before or in a name that say what kind of thing it is; Russian and Ukrainian ones without their endings, as keys are. */
const TITLES =
  /^(?:mr|mrs|ms|dr|gen|general|lieutenant|lt|col|colonel|maj|major|capt|captain|sergeant|admiral|adm|commander|president|prime|minister|foreign|defen[cs]e|interior|secretary|governor|senator|spokes(?:person|man|woman)|chair(?:man|woman|person)|head|director|mayor|ambassador|deputy|chief|leader|representative|correspondent|milblogger|sheikh|mullah|acting|former|first|brigadier|commissioner|advis[eo]r|journalist|analyst|генерал|полковник|подполковник|маиор|президент|министр|міністр|глав|голов|губернатор|мэр|мер|командир|командующ)$/u;
const GROUPS =
  /^(?:group|grouping|brigade|regiment|division|battalion|army|corps|company|detachment|forces?|troops|front|movement|party|council|committee|commission|ministry|department|directorate|administration|agency|service|bank|bureau|institute|university|union|federation|association|organi[sz]ation|alliance|fleet|command|staff|center|centre|office|police|guard|network|tv|news|media|channel|бригад|полк|дивиз|дивізі|батальион|армі|арми|корпус|груп|групп|парті|парти|служб|мінистерств|міністерств|министерств|комитет|комітет|банк|союз|рад|совет)$/u;

/** An ordinal or a number: which of many, and no name by itself. */
export const ORDINAL = /^\d+(?:st|nd|rd|th)?$/u;
/** Letters that are short for words: "LMD", "MoD", "POWs". */
export const ABBREVIATION = /^\p{Lu}\p{L}{0,4}\p{Lu}s?$/u;
/** Of a weapon, a vehicle, a road: "F-16s", "T-0504". */
export const DESIGNATION = /^\p{Lu}(?:\p{L}*-|\p{L}{0,3})\d+\p{L}{0,2}$/u;
export const PLACE_BEFORE =
  /(?:^|\s)(?:in|near|at|towards?|from|outside|around|into|of|в|у|во|біля|під|под|около|близ|із|из)\s$/iu;

const WEEKDAYS = ['en', 'uk', 'ru'].flatMap((language) =>
  Array.from({ length: 7 }, (_, day) =>
    new Date(Date.UTC(2025, 0, 5 + day)).toLocaleDateString(language, { weekday: 'long', timeZone: 'UTC' }),
  ),
);
const SEASONS = ['spring', 'summer', 'fall', 'autumn', 'winter'];
const CALENDAR = new Set([...WEEKDAYS, ...SEASONS, ...months.keys()].map(keyOf));

export function isOfCalendar({ key }: Word): boolean {
  return CALENDAR.has(key);
}

export function isTitle({ key }: Word): boolean {
  return TITLES.test(fold(key));
}

export function isGroup({ key }: Word): boolean {
  return GROUPS.test(fold(key));
}
