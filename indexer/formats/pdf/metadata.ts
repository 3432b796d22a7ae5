import { keyHeading } from '#indexer/findings/key-heading.ts';
import { foldSpaces } from '../clean.ts';
import type { Metadata } from '../format.ts';
import { publishedWhenSaved } from '../saved-date.ts';
import { statedTitle } from '../stated-title.ts';
import type { Content } from './blocks.ts';
import type { PdfDocument } from './pdfjs.ts';

/** Browsers write down when a page was printed, not when it came out. */
const PRINTED = /chrom(?:e|ium)|mozilla|firefox|safari|wkhtmltopdf|webkit|prince|weasyprint/i;
const STAMP = /^D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-]\d{2})'?(\d{2})?'?)?/;

/** "D:20250305063000+02'00'" -> "2025-03-05T06:30:00+02:00". */
function instantOf(stamp: string): string {
  const [found, year, month, day, hour, minute, second = '00', , offset, minutes = '00'] = STAMP.exec(stamp) ?? [];
  if (!found) return '';
  if (!hour) return `${year}-${month}-${day}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset ? `${offset}:${minutes}` : 'Z'}`;
}

function field(info: object, name: string): string {
  const value = Object.entries(info).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? foldSpaces(value) : '';
}

function titleOf(stated: string, { blocks, headline }: Content): string | null {
  const title = statedTitle(stated);
  if (title && keyHeading(title) === null) return title;
  return headline !== null && keyHeading(headline) === null && blocks.length > 1 ? headline : null;
}

/** What a document says of itself. */
export async function metadataOf(pdf: PdfDocument, content: Content): Promise<Metadata> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const described: unknown = metadata?.get('dc:title');
  const words = field(info, 'Title') || (typeof described === 'string' ? foldSpaces(described) : '');
  const title = titleOf(words, content);
  const printed = PRINTED.test(`${field(info, 'Creator')} ${field(info, 'Producer')}`);
  return {
    title,
    url: null,
    source: null,
    lang: /^([a-z]{2})(?![a-z])/i.exec(field(info, 'Language'))?.[1]?.toLowerCase() ?? null,
    date: null,
    published: printed ? null : publishedWhenSaved(instantOf(field(info, 'CreationDate')), title, content.blocks),
  };
}
