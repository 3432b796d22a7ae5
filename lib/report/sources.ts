import * as z from 'zod';
import { parseYaml } from '#lib/yaml.ts';
import { sha256, slug } from './ids.ts';
import type { Publisher } from './report.ts';

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** A publisher that the archive knows: an entry of `sources.yaml`. */
export const Source = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are slugs: a-z, 0-9, single hyphens'),
  name: z.string().min(1),
  url: z.url().nullable(),
  hosts: z.array(z.string().regex(/^(?!www\.)[a-z0-9.-]+$/, 'a host name without www.')).default([]),
  aliases: z.array(z.string().min(1)).default([]),
  /** Does it write assessments of its own, which others report? */
  assesses: z.boolean().default(false),
  /** Phrases of lines about its product, which are none of its report: "We do not report in detail on". */
  boilerplate: z.array(z.string().min(1)).default([]),
  timeZone: z.string().refine(isTimeZone, 'not a time zone, such as Europe/Kyiv'),
});
export type Source = z.infer<typeof Source>;

/** The register, with its look-ups. */
export interface Sources {
  all: Source[];
  byName: ReadonlyMap<string, Source>;
  byHost: ReadonlyMap<string, Source>;
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[’ʼ`]/g, "'").replace(/\s+/g, ' ').trim();
}

/** @throws ZodError naming the entry, or Error where two entries claim one name or host */
export function parseSources(yamlText: string): Sources {
  const all = z.array(Source).parse(parseYaml(yamlText));
  const byName = new Map<string, Source>();
  const byHost = new Map<string, Source>();
  const claim = (map: Map<string, Source>, key: string, source: Source) => {
    const other = map.get(key);
    if (other && other !== source) throw new Error(`sources: "${key}" is claimed by ${other.id} and by ${source.id}`);
    map.set(key, source);
  };
  for (const source of all) {
    for (const name of [source.name, ...source.aliases]) claim(byName, folded(name), source);
    for (const host of source.hosts) claim(byHost, host, source);
  }
  return { all, byName, byHost };
}

export function sourceByName(sources: Sources, name: string): Source | null {
  return sources.byName.get(folded(name)) ?? null;
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}

/** The source on whose site a page lies: `https://en.unn.ua/news/x` -> UNN. */
export function sourceByUrl(sources: Sources, url: string): Source | null {
  const labels = (hostOf(url) ?? '').split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    const source = sources.byHost.get(labels.slice(from).join('.'));
    if (source) return source;
  }
  return null;
}

export function publisherOf(source: Source): Publisher {
  return { id: source.id, name: source.name, url: source.url };
}

/** A publisher that is not in the register: by the name it gives itself, else by its host, else "Unknown source". */
export function unknownPublisher(name: string | null, url: string | null): Publisher {
  const host = url ? hostOf(url) : null;
  const site = url && host ? new URL(url).origin : null;
  if (name) {
    const id = slug(name);
    return { id: id === 'x' ? (host ? slug(host) : `source-${sha256(name).slice(0, 8)}`) : id, name, url: site };
  }
  return host ? { id: slug(host), name: host, url: site } : { id: 'unknown', name: 'Unknown source', url: null };
}
