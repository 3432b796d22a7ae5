import { setTimeout } from 'node:timers/promises';
import { dehydrate, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { isEngineDown } from '#lib/archive/client.ts';
import type { Insight } from '#lib/search/insight.ts';
import { followMerges } from '#lib/search/merged.ts';
import type { Query } from '#lib/search/query.ts';
import { formatQuery, parseQuery } from '#lib/search/url.ts';
import { readInsight, register, searchArchive } from './archive.ts';
import { BadQuery } from './search/bad-query.tsx';
import { insightOptions } from './search/insight-options.ts';
import { Providers } from './search/providers.tsx';
import { searchOptions } from './search/search-options.ts';
import { SearchPage } from './search/search-page.tsx';
import { titleOf } from './search/title.ts';
import { EngineDown } from './ui/engine-down.tsx';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

async function readSearch(searchParams: SearchParams): Promise<URLSearchParams> {
  const pairs = Object.entries(await searchParams).flatMap(([name, value = []]) =>
    [value].flat().map((one) => [name, one]),
  );
  return new URLSearchParams(pairs);
}

/** Results wait no longer than this for what stands out in them. */
const PATIENCE_MS = 1000;

/** What stands out in a search, if it is told soon; else the page asks for it when it is there. */
function insightSoon(query: Query): Promise<Insight | null> {
  const insight = readInsight(query).catch((error: unknown) => {
    if (!isEngineDown(error)) console.error(error);
    return null;
  });
  return Promise.race([insight, setTimeout(PATIENCE_MS, null)]);
}

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  const q = (await readSearch(searchParams)).get('q')?.trim() ?? '';
  return { title: { absolute: titleOf(q) } };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const search = await readSearch(searchParams);
  const parsed = parseQuery(search);
  if (!parsed.ok) return <BadQuery problems={parsed.problems} search={search} />;
  const { query, notes } = followMerges(parsed.query, register());
  // The panel's links take a chosen value off by the id that it has now.
  if (notes.length > 0) redirect(`/?${formatQuery(query)}`);
  const client = new QueryClient();
  try {
    const [result, insight] = await Promise.all([searchArchive(parsed.query), insightSoon(parsed.query)]);
    client.setQueryData(searchOptions(parsed.query).queryKey, result);
    if (insight) client.setQueryData(insightOptions(parsed.query).queryKey, insight);
  } catch (error) {
    if (isEngineDown(error)) return <EngineDown />;
    throw error;
  }
  return (
    <Providers answers={JSON.stringify(dehydrate(client))}>
      <SearchPage />
    </Providers>
  );
}
