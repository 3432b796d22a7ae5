import type { Outcome } from '#indexer/outcome.ts';
import type { Format } from '../format.ts';
import type { Source, Start } from '../source.ts';
import { readMessage } from './read-message.ts';

const HEADER = /^([!-9;-~]{1,76}):/;
const USUAL =
  /^(?:from|to|subject|date|message-id|mime-version|received|return-path|reply-to|delivered-to|content-type|sender|x-mailer|dkim-signature)$/;
const SURE = /^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature)$/;

function matches({ bytes, path }: Start): boolean {
  const [head = ''] = Buffer.from(bytes.subarray(0, 16_384))
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  const lines = head
    .replace(/^\s+/, '')
    .replace(/^From .*\r?\n/, '')
    .split(/\r?\n/)
    .filter((line) => !/^[ \t]/.test(line));
  const names = lines.map((line) => HEADER.exec(line)?.[1]?.toLowerCase());
  if (names.slice(0, -1).includes(undefined)) return false;
  const usual = new Set(names.filter((name) => name !== undefined && USUAL.test(name)));
  const sure = [...usual].some((name) => name !== undefined && SURE.test(name));
  return usual.size >= (sure || /\.eml$/i.test(path) ? 2 : 4);
}

/** Mail messages, and the documents attached to them: `formatOf` tells how each of those is read. */
export function emlFormat(formatOf: (source: Source) => Outcome<Format>): Format {
  return {
    id: 'eml',
    label: 'Mail message',
    endings: ['.eml'],
    matches,
    read: (source) => readMessage(source, formatOf),
  };
}
