/** Names that reports give to the list of their key findings, by how surely they mean one. */
/** Longest heading, in characters. */
const LONGEST = 200;

const SURE = [
  /\b(?:key|main|principal|top|major|chief)\s+(?:take-?\s?aways?|findings?|points|conclusions?|judge?ments?|messages|assessments|insights|highlights|inflections?(?:\s+points?)?)\b/iu,
  /^(?:the\s+)?take-?aways?\b/iu,
  /\bkey\s+(?:developments|events|updates|trends)\b/iu,
  /^(?:the\s+)?(?:main|major|most\s+important|significant)\s+(?:developments|events|trends)\b/iu,
  /^what\s+(?:you\s+)?(?:need|have)\s+to\s+know\s*:?$/iu,
  /(?:ключові|основні|головні|найважливіші)\s+(?:висновки|тези|підсумки|моменти|положення|оцінки|події|зміни|тенденції)/iu,
  /(?:ключевые|основные|главные|важнейшие)\s+(?:выводы|тезисы|итоги|моменты|положения|оценки|события|изменения|тенденции)/iu,
  /^(?:висновки|выводы)(?:\s+(?:ISW|ІВВ|звіту|аналітиків|експертів|отчета|отчёта|аналитиков|экспертов|за)(?![\p{L}])|\s*:?$)/iu,
];

const LIKELY = [
  /^(?:the\s+)?top\s?-?lines?\b/iu,
  /^(?:highlights|at a glance|in brief|the bottom line|bottom line up front|bluf)\s*:?$/iu,
  /^(?:key|main|major|significant|notable)\s+(?:facts|changes)\s*:?$/iu,
  /^(?:коротко|стисло|головне|главное|основне|основное)(?:\s+(?:за|про|о)\s.{2,40})?\s*:?$/iu,
];

const LISTED = [
  /^(?:(?:executive|daily|weekly|monthly)\s+)?(?:summary|overview)(?:\s+(?:of|for)\s.{2,60})?\s*:?$/iu,
  /^(?:(?:короткий|стислий)\s+зміст|підсум(?:ок|ки)|резюме|кратко|итоги|краткое\s+содержание|сводка)(?:\s+(?:за|дня|доби|суток)(?:\s.{2,40})?)?\s*:?$/iu,
];

const MOST_WORDS = 16;

/**
 * `sure`: "Key Takeaways"; `likely`: "Toplines", a list of findings where no surer heading stands; `listed`: "Summary",
 * one only where bullets stand under it, and under no heading of the others.
 */
export type KeyHeading = 'sure' | 'likely' | 'listed';

/** Does a heading announce key findings: "Key Takeaways", "ISW's key findings for February 28:", "Ключові висновки ISW"? */
export function keyHeading(text: string): KeyHeading | null {
  if (text.length > LONGEST || text.split(' ').length > MOST_WORDS || /[.!?…]$/.test(text)) return null;
  if (SURE.some((name) => name.test(text))) return 'sure';
  if (LIKELY.some((name) => name.test(text))) return 'likely';
  return LISTED.some((name) => name.test(text)) ? 'listed' : null;
}

/** As a line of text that no markup tells apart: nothing but the name, an owner and a date, or a colon at its end. */
export function isKeyHeading(line: string): boolean {
  const sureness = keyHeading(line);
  if (sureness === null || sureness === 'listed') return false;
  return line.endsWith(':') || line.split(' ').length <= 8;
}
