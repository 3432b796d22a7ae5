import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const WORDS =
  'harbour convoy bridge northern supply brigade depot river crossing village council winter shelter repair engine signal patrol valley station grain market border column railway tunnel hospital district commander retreat quiet battery observers counted damaged several eastern reservoir pumping school convoy mediator talks ferry island lighthouse quarry timber workers returned early rain flooded lower road slowed trucks carrying flour toward garrison mountain pass snow closed ridge drones circled warehouse fire burned until morning crews cleared rubble generator failed twice mayor asked residents boil water clinic opened tents near stadium buses evacuated families before dusk artillery fell silent envoy arrived capital ministers postponed vote fuel prices doubled fishermen reported mines drifting outside bay divers removed cable cut radio tower restored teachers protested unpaid wages harvest'.split(
    ' ',
  );

/** A generator of the same numbers for the same seed: 0 to 1. */
function random(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A paragraph of its own for each seed, in sentences of twelve words. */
export function paragraph(seed: number, words = 60): string {
  const next = random(seed);
  const sentences: string[] = [];
  for (let left = words; left > 0; left -= 12) {
    const picked = Array.from({ length: Math.min(12, left) }, () => WORDS[Math.floor(next() * WORDS.length)] ?? '');
    const text = picked.join(' ');
    sentences.push(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
  }
  return sentences.join(' ');
}

/** So many paragraphs, no two alike, and none like those of another seed. */
export function prose(seed: number, paragraphs = 5): string[] {
  return Array.from({ length: paragraphs }, (_, at) => paragraph(seed * 1000 + at));
}

export interface Page {
  title: string;
  /** The name of its site. */
  site?: string;
  url?: string;
  /** An ISO instant. */
  published?: string;
  paragraphs: string[];
}

/** A page of a site, with what it says of itself. */
export function html({ title, site, url, published, paragraphs }: Page): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>
${url ? `<link rel="canonical" href="${url}">` : ''}
${site ? `<meta property="og:site_name" content="${site}">` : ''}
${published ? `<meta property="article:published_time" content="${published}">` : ''}
</head><body><main><article><h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
</article></main></body></html>`;
}

export function text(title: string, paragraphs: string[]): string {
  return `${title}\n\n${paragraphs.join('\n\n')}\n`;
}

/** Writes a file, and the folders that it lies in. */
export async function put(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
