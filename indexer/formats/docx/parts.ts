import type { Outcome } from '#indexer/outcome.ts';
import { type Entry, entriesOf, unpacked } from './zip.ts';

/** Bytes of XML; a report of 100 pages has some 2 MB of it, and 16 MB take some ten seconds and 500 MB to read. */
const MOST = 16 * 1024 * 1024;

const PART = /\.(?:xml|rels)$/i;

/** Where mammoth looks for styles of its own. */
const STYLES = 'mammoth/';
/** Parts that are read as text; what else a document points to is never opened. */
const READ = /\/(?:officeDocument|styles|numbering|footnotes|endnotes|comments\w*)$|&/i;

type Check = Outcome<{ core: string | null }>;

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1] ?? '';
}

/** Does it have something read that is no XML, and so was not checked? */
function evades(relations: string): boolean {
  const tags = relations.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? [];
  return tags.some((tag) => READ.test(attribute(tag, 'Type')) && !PART.test(attribute(tag, 'Target')));
}

function checked(parts: readonly Entry[], fail: (reason: string, remedy: string) => Check): Check {
  const again = 'save it again as .docx';
  if (parts.some(({ locked }) => locked)) return fail('locked by a password', 'save it without its password');
  const large = () => fail('unpacks to more than 16 MB of text', 'split it, or leave it out');
  if (parts.reduce((sum, { size }) => sum + size, 0) > MOST) return large();
  let left = MOST;
  let core: string | null = null;
  for (const part of parts) {
    try {
      const content = unpacked(part, left + 1);
      left -= content.length;
      if (left < 0) return large();
      if (/\.rels$/i.test(part.name) && evades(content.toString('utf8'))) return fail(`damaged in ${part.name}`, again);
      if (part.name === 'docProps/core.xml') core = content.toString('utf8');
    } catch (error) {
      const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return tooLarge ? large() : fail(`damaged in ${part.name}`, again);
    }
  }
  return { ok: true, value: { core } };
}

/** Is it safe to unpack: whole, and no larger than reports are, whatever its directory says? Gives the core properties. */
export function checkedParts(bytes: Uint8Array, name: string): Check {
  const fail = (reason: string, remedy: string) => ({ ok: false, source: name, reason, remedy }) as const;
  try {
    const entries = entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    const parts = entries.filter(({ name: part }) => PART.test(part) || part.startsWith(STYLES));
    if (!parts.some((part) => part.name.startsWith('word/')))
      return fail('a zip archive without a Word document in it', 'unpack it, and give the documents within');
    return checked(parts, fail);
  } catch {
    return fail('cut off or damaged: its directory is missing', 'get the whole file again');
  }
}
