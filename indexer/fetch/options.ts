/** Bounds of a run. Times are milliseconds. */
export interface Limits {
  /** Between the end of one request to a host and the start of the next. */
  interval: number;
  /** Hosts asked at the same time. */
  hosts: number;
  /** Bytes of one reply, decompressed. */
  bytes: number;
  /** Without a byte from the server. */
  idle: number;
  /** For one request, from the first byte sent to the last received. */
  total: number;
  redirects: number;
  /** Of one request, after 429, 5xx and broken connections. */
  retries: number;
  /** Longest wait before a retry where the server names none: 1 s, doubled each time, up to this. */
  backOff: number;
  /** Longest wait that a server may ask for with Retry-After; who asks for more is left for another run. */
  retryAfter: number;
  /** Longest Crawl-delay that is kept; a site that asks for more gets this. */
  crawlDelay: number;
  /** Sitemaps read below one sitemap index. */
  sitemaps: number;
}

export const defaultLimits = {
  interval: 1000,
  hosts: 4,
  bytes: 20 * 1024 * 1024,
  idle: 30_000,
  total: 120_000,
  redirects: 5,
  retries: 3,
  backOff: 30_000,
  retryAfter: 60_000,
  crawlDelay: 30_000,
  sitemaps: 100,
} satisfies Limits;

/** Pages taken of a feed or sitemap that states no `limit`. */
export const defaultPages = 500;

export interface FetchOptions {
  /** Originals are stored below its `originals/`. */
  dataFolder: string;
  /** Its first word, up to the `/`, is the name looked up in robots.txt. */
  userAgent?: string;
  /** May addresses of this machine and of private networks be asked? */
  allowPrivate?: boolean;
  limits?: Partial<Limits>;
  /** Ends the run: what is under way comes as failed. */
  signal?: AbortSignal;
}
