/** Names that reports give to the list of their key findings, by how surely they mean one. */
const SURE = [
  /\b(?:key|main|principal|top|major|chief)\s+(?:take-?\s?aways?|findings?|points|conclusions?|judge?ments?|messages|assessments|insights|highlights|inflections?(?:\s+points?)?)\b/iu,
  /^(?:the\s+)?take-?aways?\b/iu,
  /\bkey\s+(?:developments|events|updates)\b/iu,
  /(?:ключові|основні|головні)\s+(?:висновки|тези|підсумки|моменти|положення|оцінки)/iu,
  /(?:ключевые|основные|главные)\s+(?:выводы|тезисы|итоги|моменты|положения|оценки)/iu,
  /^(?:висновки|выводы)(?:\s+(?:ISW|ІВВ|звіту|аналітиків|експертів|отчета|отчёта|аналитиков|экспертов|за)(?![\p{L}])|\s*:?$)/iu,
];

const LIKELY = [
  /^top\s?-?lines?\b/iu,
  /^(?:highlights|at a glance|in brief|the bottom line|bottom line up front|bluf)\s*:?$/iu,
  /^(?:коротко|головне|главное)\s*:?$/iu,
];

const MOST_WORDS = 16;

/** `sure`: "Key Takeaways"; `likely`: "Toplines", a list of findings where no surer heading stands. */
export type KeyHeading = 'sure' | 'likely';

/** Does a heading announce key findings: "Key Takeaways", "ISW's key findings for February 28:", "Ключові висновки ISW"? */
export function keyHeading(text: string): KeyHeading | null {
  if (text.split(' ').length > MOST_WORDS || /[.!?…]$/.test(text)) return null;
  if (SURE.some((name) => name.test(text))) return 'sure';
  return LIKELY.some((name) => name.test(text)) ? 'likely' : null;
}

/** As a line of text that no markup tells apart: nothing but the name, an owner and a date, or a colon at its end. */
export function isKeyHeading(line: string): boolean {
  if (!keyHeading(line)) return false;
  return line.endsWith(':') || line.split(' ').length <= 8;
}
