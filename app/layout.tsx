import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { CSSProperties, ReactNode } from 'react';
import { fontClasses } from './fonts.ts';
import { Printed } from './printed.tsx';
import { titleOf } from './search/title.ts';
import { paperOf, type Theme, themeOf } from './theme/theme.ts';
import { ThemeSwitch } from './theme/theme-switch.tsx';
import { Announcer } from './ui/announcer.tsx';
import { PaintFirst } from './ui/paint-first.tsx';
import './fallback-fonts.css';
import './base.css';
import styles from './layout.module.css';

export const metadata: Metadata = {
  title: { default: titleOf(''), template: '%s · Sitrep' },
  description: 'Search the findings of situation reports by word, actor, region, topic and date.',
};

async function readTheme(): Promise<Theme> {
  return themeOf((await cookies()).get('theme')?.value);
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await readTheme();
  return {
    colorScheme: theme === 'system' ? 'light dark' : theme,
    themeColor: (['light', 'dark'] as const).map((system) => ({
      media: `(prefers-color-scheme: ${system})`,
      color: paperOf(theme, system),
    })),
  };
}

/** Each page is made for its request: only so can its scripts carry the request's nonce. */
export const dynamic = 'force-dynamic';

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await readTheme();
  const asked = await headers();
  const host = asked.get('host') ?? '';
  // For the addresses on paper.
  const style: CSSProperties & { '--host': string } = { '--host': JSON.stringify(host) };
  return (
    <html lang="en" className={fontClasses} data-theme={theme === 'system' ? undefined : theme}>
      <body className={styles.page} style={style}>
        <PaintFirst nonce={asked.get('x-nonce') ?? undefined} />
        <a className={styles.skip} href="#main">
          Skip to the content
        </a>
        <header className={styles.masthead}>
          <a href="/" className={styles.name}>
            Sitrep
          </a>
          <p className={styles.motto}>The archive of situation reports</p>
          <ThemeSwitch theme={theme} />
        </header>
        {children}
        <Announcer />
        <Printed host={host} at={new Date().toISOString()} />
        <footer className={styles.colophon}>
          <p>
            The reports of “Sitrep Daily”, “Sitrep Wire” and “Sitrep Regional Desk” are <strong>samples</strong>:
            written for this software from public facts, to show what it does. Do not cite them.
          </p>
          <p>
            Search from a program: <a href="/api/search?q=Kursk">/api/search</a>
          </p>
        </footer>
      </body>
    </html>
  );
}
