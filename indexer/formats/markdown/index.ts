import { keyHeading } from '#indexer/findings/key-heading.ts';
import { canonicalUrl } from '#lib/report/ids.ts';
import type { Block, Draft } from '../format.ts';
import { type Text, textFormat } from '../text-format.ts';
import { markdownBlocks } from './blocks.ts';
import { hasFrontMatter, readFrontMatter } from './front-matter.ts';

/** The names under which fields are known, the surest first. */
const NAMES = {
  title: ['title', 'headline'],
  url: ['url', 'canonical', 'canonical_url', 'link', 'permalink', 'source_url'],
  source: ['source', 'publisher', 'site', 'site_name', 'agency'],
  lang: ['lang', 'language', 'locale'],
  date: ['covers', 'covered', 'report_date', 'date'],
  published: ['published', 'published_at', 'publishdate', 'publish_date', 'pubdate', 'datepublished'],
} as const;

/** How far down a text its headline may stand. */
const HEAD = 3;

/** The first heading, if it stands at the head of the text and announces no list. */
function headlineOf(blocks: Block[]): string | null {
  const heading = blocks.slice(0, HEAD).find(({ kind }) => kind === 'heading');
  return heading && !keyHeading(heading.text) ? heading.text : null;
}

function parse({ text }: Text): Draft {
  const { fields, body } = readFrontMatter(text);
  const field = (names: readonly string[]) => names.map((name) => fields.get(name)).find(Boolean) ?? null;
  const blocks = markdownBlocks(body);
  const url = field(NAMES.url);
  return {
    metadata: {
      title: field(NAMES.title) ?? headlineOf(blocks),
      url: url && canonicalUrl(url),
      source: field(NAMES.source),
      lang: /^[a-z]{2}(?![a-z])/i.exec(field(NAMES.lang) ?? '')?.[0].toLowerCase() ?? null,
      date: field(NAMES.date),
      published: field(NAMES.published),
    },
    blocks,
  };
}

function matches({ path, text }: Text): boolean {
  return /\.(?:md|markdown)$/i.test(path) || hasFrontMatter(text);
}

/** Markdown, with or without front matter. */
export const markdown = textFormat({
  id: 'markdown',
  label: 'Markdown',
  endings: ['.md', '.markdown'],
  matches,
  parse,
});
