import type { Block } from '#indexer/formats/format.ts';
import { normalised } from '#lib/report/ids.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { withoutContents } from './contents.ts';
import { keyList } from './key-list.ts';
import { parts } from './split.ts';
import { summaryOf } from './summary.ts';

/** A statement of a report, and the heading it stands under. */
interface Statement {
  text: string;
  section: string | null;
}

export interface Findings {
  summary: string;
  /** The report's own text, blocks apart by a blank line. */
  body: string;
  key: Statement[];
  passages: Statement[];
}

const LEAST_WORDS = 5;

function isPassage(text: string): boolean {
  return (text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0) >= LEAST_WORDS;
}

/** Does a text say the title again? `head` is the title, normalised. */
function repeatsTitle(text: string, head: string): boolean {
  if (text.length > head.length * 2 + 200) return false;
  const own = normalised(text);
  if (own === head) return true;
  const [short, long] = own.length < head.length ? [own, head] : [head, own];
  return short.length > 20 && long.startsWith(short) && long.length - short.length <= 40;
}

function passagesOf(blocks: Block[], listed: ReadonlyMap<Block, string>): Statement[] {
  const seen = new Set([...listed.keys()].map(({ text }) => normalised(text)));
  const passages: Statement[] = [];
  let section: string | null = null;
  for (const block of blocks) {
    const { kind, text } = block;
    // Behind the list the text goes on under no heading, where none stands.
    if (listed.has(block)) section = null;
    else if (kind === 'heading') section = text.replace(/\s*:$/, '');
    else if (isPassage(text)) {
      const words = normalised(text);
      if (seen.has(words)) continue;
      seen.add(words);
      for (const part of parts(text)) passages.push({ text: part, section });
    }
  }
  return passages;
}

/** A report's statements, its notes being taken out: the key findings it lists, and the passages of its body; what is not its own text, or has a phrase of `boilerplate`, is left out. */
export function findFindings(blocks: Block[], title = '', boilerplate: readonly string[] = []): Findings {
  // Listed before anything is left out: what stands behind a list is what ends it.
  const listed = new Map(
    keyList(blocks).items.flatMap(({ at, section }) => (blocks[at] ? [[blocks[at], section] as const] : [])),
  );
  const head = normalised(title);
  const own = withoutBoilerplate(blocks, { listed, boilerplate }).filter(
    (block) => listed.has(block) || block.kind === 'item' || !repeatsTitle(block.text, head),
  );
  const kept = withoutContents(own, listed);
  const key = kept.flatMap((block) =>
    listed.has(block) ? [{ text: block.text, section: listed.get(block) ?? null }] : [],
  );
  const passages = passagesOf(kept, listed);
  return {
    summary: summaryOf(passages[0]?.text ?? key[0]?.text ?? ''),
    body: kept.map(({ text }) => text).join('\n\n'),
    key,
    passages,
  };
}
