import type { Outcome } from '#indexer/outcome.ts';
import type { Draft, Format, Item } from '../format.ts';
import type { Source, Start } from '../source.ts';
import { contentOf } from './blocks.ts';
import { metadataOf } from './metadata.ts';
import { type Opened, readPages } from './pages.ts';
import { openPdf, type PdfDocument } from './pdfjs.ts';
import { by, Problem, problemOf } from './problem.ts';
import { isBomb } from './unpacked.ts';

const MOST_BYTES = 100 * 1024 * 1024;
/** Milliseconds that a document may take. */
const LONGEST = 60_000;
/** Bytes at a file's end within which it says that it ends. */
const TAIL = 4096;
/** Share of a text's characters that may be none that people read. */
const UNREADABLE = 0.2;

const OCR = 'read it with OCR (such as ocrmypdf) first';

/** Behind what came before it on its way: mail or web headers, but no text that speaks of it. */
function matches({ bytes }: Start): boolean {
  return /(?:^|[^\x20-\x7e])%PDF-\d/.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'));
}

function checkFile(bytes: Uint8Array): void {
  const tail = Buffer.from(bytes.subarray(-TAIL)).toString('latin1');
  if (!/%%EOF|startxref/.test(tail)) throw new Problem('cut off: its end is missing', 'get the whole file again');
  if (isBomb(bytes))
    throw new Problem('packed so that it would fill the memory', 'print it to a new PDF, or leave it out');
}

function checkText({ blocks }: Draft, pages: number): void {
  const text = blocks.map((block) => block.text).join(' ');
  const odd = text.match(/[\ufffd\u25a1]|[^\P{Cn}]/gu)?.length ?? 0;
  if (odd > text.length * UNREADABLE) throw new Problem('its fonts do not tell which letters they show', OCR);
  if (!/\p{L}/u.test(text))
    throw new Problem(`no text on its ${pages} ${pages === 1 ? 'page' : 'pages'}: images alone`, OCR);
}

async function draftOf(opened: Opened, deadline: number): Promise<Draft> {
  const content = contentOf(await readPages(opened, deadline));
  const draft = { blocks: content.blocks, metadata: await metadataOf(opened.lenient, content) };
  checkText(draft, opened.strict.numPages);
  return draft;
}

async function read(source: Source): Promise<Outcome<Item>> {
  const deadline = Date.now() + LONGEST;
  const open: PdfDocument[] = [];
  try {
    if (source.size > MOST_BYTES) throw new Problem('larger than 100 MB', 'give it without its images, or in parts');
    const bytes = await source.bytes();
    checkFile(bytes);
    const strict = await by(deadline, openPdf(bytes, true));
    open.push(strict);
    const lenient = await by(deadline, openPdf(bytes, false));
    open.push(lenient);
    return { ok: true, value: { key: null, ...(await draftOf({ lenient, strict }, deadline)) } };
  } catch (error) {
    return { ok: false, source: source.name, ...problemOf(error) };
  } finally {
    for (const pdf of open) await pdf.destroy().catch(() => null);
  }
}

/** PDF documents that hold text. */
export const pdf: Format = {
  id: 'pdf',
  label: 'PDF',
  endings: ['.pdf'],
  matches,
  read: async function* (source) {
    yield await read(source);
  },
};
