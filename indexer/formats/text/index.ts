import { canonicalUrl } from '#lib/report/ids.ts';
import type { Draft } from '../format.ts';
import { type Text, textFormat } from '../text-format.ts';
import { readHead } from './head.ts';
import { blocksOfLines } from './lines.ts';

function parse({ text }: Text): Draft {
  const head = readHead(text.split('\n'));
  return {
    metadata: {
      title: head.title,
      url: head.url && canonicalUrl(head.url),
      source: head.source,
      lang: null,
      date: head.date,
      published: head.published,
    },
    blocks: blocksOfLines(head.rest),
  };
}

/** Plain text: a title, perhaps an address and a place line, then the body. Takes whatever no other format does. */
export const text = textFormat({
  id: 'text',
  label: 'Plain text',
  endings: ['.txt', '.text'],
  matches: () => true,
  parse,
});
