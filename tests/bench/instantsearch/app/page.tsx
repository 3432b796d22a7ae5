import { Search } from './search.tsx';

// The engine is known when the page is asked for, not when it is built.
export const dynamic = 'force-dynamic';

export default function Page() {
  return <Search host={process.env.MEILI_URL ?? ''} searchKey={process.env.MEILI_SEARCH_KEY ?? ''} />;
}
