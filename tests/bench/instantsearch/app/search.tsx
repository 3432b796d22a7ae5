'use client';
import { instantMeiliSearch } from '@meilisearch/instant-meilisearch';
import { useState } from 'react';
import {
  ClearRefinements,
  Configure,
  CurrentRefinements,
  Hits,
  Pagination,
  RangeInput,
  RefinementList,
  SearchBox,
  Stats,
} from 'react-instantsearch';
import { InstantSearchNext } from 'react-instantsearch-nextjs';
import { Hit } from './hit.tsx';

const FACETS = { actor: 'Actor', region: 'Region', topic: 'Topic', source: 'Source', kind: 'Kind', lang: 'Language' };

interface Props {
  host: string;
  searchKey: string;
}

/** What is retrieved is what a hit shows: the page is not to be slower than it need be. */
function clientFor({ host, searchKey }: Props) {
  return instantMeiliSearch(host, searchKey, {
    primaryKey: 'id',
    finitePagination: true,
    meiliSearchParams: {
      attributesToRetrieve: ['id', 'text', 'date', 'kind', 'source', 'report', 'facets'],
      attributesToHighlight: ['text'],
    },
  }).searchClient;
}

export function Search(props: Props) {
  const [client] = useState(() => clientFor(props));
  return (
    <InstantSearchNext indexName="findings" searchClient={client} routing future={FUTURE}>
      <Configure hitsPerPage={20} filters="copy = false" />
      <header>
        <SearchBox placeholder="Words" />
      </header>
      <div className="columns">
        <aside>
          <h2>Day covered</h2>
          <RangeInput attribute="facets.date.covered" />
          {Object.entries(FACETS).map(([id, label]) => (
            <section key={id}>
              <h2>{label}</h2>
              <RefinementList attribute={`facets.${id}`} operator="or" limit={10} showMore />
            </section>
          ))}
        </aside>
        <main>
          <Stats />
          <CurrentRefinements />
          <ClearRefinements />
          <Hits hitComponent={Hit} />
          <Pagination />
        </main>
      </div>
    </InstantSearchNext>
  );
}

const FUTURE = { preserveSharedStateOnUnmount: true };
