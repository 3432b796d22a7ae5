import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Region } from '#lib/map/sheet.ts';

/** Regions on their sheets. The server puts in those of its answer; what knows where places are is loaded only for another. */
export function mapOptions(regions: Region[]) {
  return queryOptions({
    queryKey: ['map', regions.map(({ id, count }) => `${id} ${count}`).join()],
    queryFn: async () => (await import('#lib/map/map.ts')).sheetsOf(regions),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}
