import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { buildSite } from '#indexer/serve/build.ts';
import { emptyPage, ROOT } from '#tests/bench/apps.ts';

/** Addresses of scripts with their gzipped bytes. */
export type Weights = Map<string, number>;

export const gzipped = (script: Uint8Array): number => gzipSync(script).length;

export function sum(weights: Weights): number {
  return [...weights.values()].reduce((all, one) => all + one, 0);
}

/** The scripts that a page loads, but for those for browsers that know no modules. */
function scriptsOf(html: string): string[] {
  const scripts = [...parseHTML(html).document.querySelectorAll('script[src]')];
  // linkedom keeps an attribute's name as it is written, and React writes `noModule`.
  const modern = scripts.filter((script) => !/\bnomodule\b/i.test(script.getAttributeNames().join(' ')));
  return modern.map((script) => script.getAttribute('src') ?? '');
}

async function weigh(html: string, read: (src: string) => Promise<Uint8Array>): Promise<Weights> {
  return new Map(await Promise.all(scriptsOf(html).map(async (src) => [src, gzipped(await read(src))] as const)));
}

/** The scripts of a page that is served. */
export async function pageScripts(url: string): Promise<Weights> {
  const get = async (address: string) => (await fetch(new URL(address, url))).arrayBuffer();
  return weigh(Buffer.from(await get('/')).toString(), async (src) => new Uint8Array(await get(src)));
}

/** The scripts of an empty App Router page, built by the same Next unless it has been. */
export async function emptyPageScripts(): Promise<Weights> {
  await buildSite({ root: ROOT, app: emptyPage, print: () => undefined });
  const output = join(ROOT, emptyPage.folder, '.next');
  const html = await readFile(join(output, 'server', 'app', 'index.html'), 'utf8');
  return weigh(html, (src) => readFile(join(output, src.replace('/_next/', ''))));
}
