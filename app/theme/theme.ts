export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const THEME_LABELS = { system: 'System', light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>;

/** The paper of each, for the browser's own frame; base.css has the same. */
export const PAPER = { light: '#faf6ee', dark: '#161410' };

const YEAR_SECONDS = 31_536_000;

/** What a cookie or a form says; anything else is the system's. */
export function themeOf(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}

/** The paper in the scheme that the system prefers. */
export function paperOf(theme: Theme, system: 'light' | 'dark'): string {
  return PAPER[theme === 'system' ? system : theme];
}

/** The `Set-Cookie` that keeps a choice for a year; the system's needs none. */
export function themeCookie(theme: Theme): string {
  const kept = theme === 'system' ? 0 : YEAR_SECONDS;
  return `theme=${theme}; Path=/; Max-Age=${kept}; SameSite=Lax; HttpOnly`;
}

/** Where a form of this site was sent from, as a path of it: never another site's. `host` is this site's. */
export function returnPath(referrer: string | null, host: string | null): string {
  if (!referrer || !host || !URL.canParse(referrer)) return '/';
  const { protocol, host: from, pathname, search } = new URL(referrer);
  if (from !== host || !protocol.startsWith('http')) return '/';
  // `//name` at the beginning of an address is another host.
  return `/${pathname.replace(/^[/\\]+/, '')}${search}`;
}
