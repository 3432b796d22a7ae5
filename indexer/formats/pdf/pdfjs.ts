import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

export type Operators = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS'];

// PDF.js names its fonts by it, and Node has it from 21 on.
if (!('transferToFixedLength' in ArrayBuffer.prototype))
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength) {
      const copy = new Uint8Array(length);
      copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy.buffer;
    },
  });

/**
 * Opens a document; images are never decoded. `strict`: what is broken on a page is thrown rather than left out.
 * @throws PDF.js's errors, known by their names: `PasswordException`, `InvalidPDFException`.
 */
export function openPdf(bytes: Uint8Array, strict: boolean): Promise<PdfDocument> {
  // PDF.js takes the buffer away from whom it was given by.
  return getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    stopAtErrors: strict,
    maxImageSize: 1,
    disableFontFace: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
  });
}

/** The numbers of drawing operators by their names. */
export async function operators(): Promise<Operators> {
  return (await getResolvedPDFJS()).OPS;
}
