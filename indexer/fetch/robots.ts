import robotsParser from 'robots-parser';
import type { Outcome } from '#indexer/outcome.ts';
import { failure } from './failure.ts';
import type { Follow, Permit } from './follow.ts';

type Rules = ReturnType<typeof robotsParser>;

interface Setting {
  userAgent: string;
  /** Longest Crawl-delay kept, in ms. */
  crawlDelay: number;
}

const always: Permit = async () => ({ ok: true, value: 0 });

async function rulesAt(origin: string, follow: Follow): Promise<Outcome<Rules | null>> {
  const file = `${origin}/robots.txt`;
  const followed = await follow(file, { permit: always, headers: () => ({}) });
  if (!followed.ok) return followed;
  const { status, body } = followed.value.reply;
  if (status === 200) return { ok: true, value: robotsParser(file, new TextDecoder().decode(body)) };
  // RFC 9309: what is not there forbids nothing, what cannot be given just now forbids all.
  if (status < 500 && status !== 429) return { ok: true, value: null };
  return failure(
    origin,
    `its site's robots.txt answered ${status}, so that nothing of it may be fetched now`,
    'run it again later',
  );
}

/** What robots.txt permits, each site's read once in a run. */
export function createRobots(follow: Follow, { userAgent, crawlDelay }: Setting): Permit {
  const sites = new Map<string, Promise<Outcome<Rules | null>>>();
  return async (url) => {
    const { origin } = new URL(url);
    const asked = sites.get(origin) ?? rulesAt(origin, follow);
    sites.set(origin, asked);
    const rules = await asked;
    if (!rules.ok) return { ...rules, source: url };
    if (rules.value?.isAllowed(url, userAgent) === false)
      return failure(url, "its site's robots.txt does not allow it", 'leave it out, or save it by hand');
    const seconds = rules.value?.getCrawlDelay(userAgent) ?? 0;
    return { ok: true, value: Math.min(Math.max(seconds, 0) * 1000, crawlDelay) || 0 };
  };
}
