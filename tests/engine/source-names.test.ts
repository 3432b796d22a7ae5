import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyQuery } from '#lib/search/query.ts';
import { searchFacet, suggest } from '#lib/search/search.ts';
import { archiveOf, openTestArchive, type TestArchive } from './harness.ts';
import { html, prose, put } from './texts.ts';

/** What the pages say that they are by; the register knows neither. */
const NAMES = ['The Tamsa Herald', 'Orlo Evening Post'];

let archive: TestArchive;
beforeAll(async () => {
  archive = await openTestArchive();
  const folder = join(archive.folder, 'reports');
  await mkdir(folder);
  const page = { published: '2025-03-04T20:00:00Z' };
  for (const [at, site] of NAMES.entries())
    await put(
      join(folder, `${at}.html`),
      html({ ...page, title: site, site, url: `https://${at}.example/1`, paragraphs: prose(1 + 20 * at, 3) }),
    );
  await archive.index(folder);
});
afterAll(() => archive.close());

const searched = () => archiveOf(archive.client, archive.options.register);

describe('a source that the register does not know', () => {
  it('is called by what its reports call it in the facet, though none of its hits is on the page', async () => {
    const { results, facets } = await archive.find('per_page=1');
    expect(results).toHaveLength(1);
    expect(facets.source?.values.map(({ label }) => label).sort()).toEqual(NAMES.toSorted());
  });

  it('is found by that name among the values and the suggestions', async () => {
    const { values } = await searchFacet('source', 'orlo ev', emptyQuery(), searched());
    expect(values).toMatchObject([{ label: 'Orlo Evening Post' }]);
    const suggested = await suggest('tamsa her', searched());
    expect(suggested.values).toMatchObject([{ facet: 'source', label: 'The Tamsa Herald' }]);
  });
});
