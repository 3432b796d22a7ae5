import type { Outcome } from '#indexer/outcome.ts';
import type { Format, Item } from '../format.ts';
import type { Source, Start } from '../source.ts';
import { contentOf } from './content.ts';
import { metadataOf } from './metadata.ts';
import { checkedParts } from './parts.ts';

const MOST_BYTES = 100 * 1024 * 1024;

/** A zip archive that holds a folder `word`; one whose start tells nothing is known by its name. */
function matches({ bytes, path }: Start): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return start.startsWith('PK\x03\x04') && (start.includes('word/') || /\.doc[xm]$/i.test(path));
}

async function read(source: Source): Promise<Outcome<Item>> {
  const fail = (reason: string, remedy: string) => ({ ok: false, source: source.name, reason, remedy }) as const;
  if (source.size > MOST_BYTES) return fail('larger than 100 MB', 'give it without its images, or in parts');
  const bytes = await source.bytes();
  const parts = checkedParts(bytes, source.name);
  if (!parts.ok) return parts;
  try {
    const { blocks, titled } = await contentOf(bytes);
    return { ok: true, value: { key: null, metadata: metadataOf(parts.value.core, blocks, titled), blocks } };
  } catch {
    return fail('damaged, or no Word document', 'open it in Word and save it again as .docx');
  }
}

/** Word documents; macros and images are never read. */
export const docx: Format = {
  id: 'docx',
  label: 'Word document',
  endings: ['.docx', '.docm'],
  matches,
  read: async function* (source) {
    yield await read(source);
  },
};
