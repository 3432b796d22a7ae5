import type { Outcome } from '#indexer/outcome.ts';
import { binaryKind } from './binary.ts';
import { csv } from './csv/index.ts';
import { docx } from './docx/index.ts';
import { emlFormat } from './eml/index.ts';
import { feed } from './feed/index.ts';
import type { Format } from './format.ts';
import { html } from './html/index.ts';
import { jsonl } from './jsonl/index.ts';
import { markdown } from './markdown/index.ts';
import { pdf } from './pdf/index.ts';
import type { Source } from './source.ts';
import { text } from './text/index.ts';

/** Every format that can be read, asked in this order; plain text takes what no other does. */
export const formats: readonly Format[] = [pdf, docx, emlFormat(formatOf), feed, jsonl, html, csv, markdown, text];

/** Ends of names that some format is written under. */
export const endings: readonly string[] = formats.flatMap((format) => format.endings);

/** The format of a file, by its content first; a failed outcome where no format takes it. */
export function formatOf({ start, size, name }: Source): Outcome<Format> {
  const format = formats.find(({ matches }) => matches(start));
  if (format) return { ok: true, value: format };
  const failure = (reason: string, remedy: string) => ({ ok: false, source: name, reason, remedy }) as const;
  if (size === 0) return failure('the file is empty', 'give a file with text, or leave it out');
  const kind = binaryKind(start.bytes);
  if (kind)
    return failure(`${kind}, which is no format of reports`, `give it as one of ${endings.join(' ')}, or leave it out`);
  return failure('not valid UTF-8 and no known encoding', 'save it as UTF-8');
}
