import { readFile } from 'node:fs/promises';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import type { Outcome } from '#indexer/outcome.ts';
import { codeOf, failure } from './failure.ts';
import { Target } from './target.ts';

/** Its name in the data folder. */
export const sourcesFileName = 'sitrep.sources.yaml';

const REMEDIES: Readonly<Record<string, string>> = {
  url: 'write a full address, as url: https://example.org/feed.xml',
  kind: 'write feed, sitemap or page, or leave it out',
  pages: 'write true or false',
  include: 'write a list of addresses or paths, as include: [/reports/*]',
  exclude: 'write a list of addresses or paths, as exclude: [/sport/*]',
  limit: 'write a whole number above 0, as limit: 50',
  since: 'write a day, as since: 2025-01-31',
  every: 'write a number and m, h, d or w, as every: 12h',
};
const KEYS = Object.keys(Target.shape).join(', ');
const ENTRY = 'write each source as "- url: https://example.org/feed.xml"';

interface Fault {
  path: PropertyKey[];
  reason: string;
  remedy: string;
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  const { path } = issue;
  const key = path.map(String).find((step) => step in REMEDIES);
  if (issue.code === 'unrecognized_keys') {
    const [first = ''] = issue.keys;
    return { path: [...path, first], reason: `\`${first}\` is not known`, remedy: `the keys are ${KEYS}` };
  }
  if (!key) return { path, reason: 'not a list of sources', remedy: ENTRY };
  const missing = issue.code === 'invalid_type' && /undefined/.test(issue.message);
  return { path, reason: `\`${key}\` ${missing ? 'is missing' : 'is not right'}`, remedy: REMEDIES[key] ?? ENTRY };
}

/** Two entries of one address would have each other's settings. */
function twice(targets: Target[]): Fault[] {
  return targets.flatMap(({ url }, at) => {
    const first = targets.findIndex((other) => other.url === url);
    if (first === at) return [];
    return [
      { path: [at, 'url'], reason: `\`url\` is that of entry ${first + 1} again`, remedy: 'remove one of the two' },
    ];
  });
}

/** The line of the node at a path, or of the nearest around it that is there. */
function lineOf(document: Document, path: PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Sources from the text of a sources file. A failed outcome names the file, line and key of the first fault. */
export function parseSourcesFile(text: string, file: string): Outcome<Target[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  const [message = ''] = error?.message.split(/ at line|\n/) ?? [];
  if (error) return failure(file, `line ${lines.linePos(error.pos[0]).line}: not YAML: ${message}`, ENTRY);
  const parsed = z.array(Target).safeParse(contentOf(document));
  const faults = (parsed.success ? twice(parsed.data) : parsed.error.issues.map(faultOf))
    .map((fault) => ({ ...fault, line: lineOf(document, fault.path, lines) }))
    .sort((a, b) => a.line - b.line);
  const [fault] = faults;
  if (parsed.success && !fault) return { ok: true, value: parsed.data };
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return failure(file, `line ${fault?.line ?? 1}: ${fault?.reason}${more}`, fault?.remedy ?? ENTRY);
}

/** Null where aliases would make it too large. */
function contentOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}

/** The sources that a file lists. */
export async function readSourcesFile(path: string): Promise<Outcome<Target[]>> {
  try {
    return parseSourcesFile(await readFile(path, 'utf8'), path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return failure(path, 'there is no such file', `make it: ${ENTRY}`);
    return failure(path, `cannot be read (${code})`, 'check that it is a file that may be read');
  }
}
