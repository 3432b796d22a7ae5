import { type Page, readPage } from './page.ts';
import type { PdfDocument } from './pdfjs.ts';
import { by, Problem } from './problem.ts';

const MOST_PAGES = 1000;
/** Pieces of text: some 20,000 a page are drawings made of letters. */
const MOST_RUNS = 400_000;

/** One document, opened twice. */
export interface Opened {
  /** Leaves out what is broken: the names of fonts are asked of it, and a font that fails there would end the process. */
  lenient: PdfDocument;
  strict: PdfDocument;
}

/** A document's pages, each let go before the next is read. @throws {Problem} where one is broken, or they are too many. */
export async function readPages(opened: Opened, deadline: number): Promise<Page[]> {
  const { numPages } = opened.strict;
  if (numPages > MOST_PAGES) throw new Problem(`${numPages} pages, and the limit is ${MOST_PAGES}`, 'split it');
  const pages: Page[] = [];
  let runs = 0;
  for (let number = 1; number <= numPages; number += 1) {
    const page = await by(deadline, readOne(opened, number));
    runs += page.runs.length;
    if (runs > MOST_RUNS) throw new Problem('more pieces of text than a report has', 'split it, or leave it out');
    pages.push(page);
  }
  return pages;
}

async function readOne({ lenient, strict }: Opened, number: number): Promise<Page> {
  try {
    const checked = await strict.getPage(number);
    await checked.getTextContent();
    checked.cleanup();
    const page = await lenient.getPage(number);
    const read = await readPage(page);
    page.cleanup();
    return read;
  } catch {
    throw new Problem(`page ${number} is damaged`, 'get the whole file again, or print it to a new PDF');
  }
}
