import type { Metadata, Viewport } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { fontClasses } from './fonts.ts';
import { titleOf } from './search/title.ts';
import './base.css';
import styles from './layout.module.css';

export const metadata: Metadata = {
  title: { default: titleOf(''), template: '%s · Sitrep' },
  description: 'Search the findings of situation reports by word, actor, region, topic and date.',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf6ee' },
    { media: '(prefers-color-scheme: dark)', color: '#161410' },
  ],
};

/** Each page is made for its request: only so can its scripts carry the request's nonce. */
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontClasses}>
      <body className={styles.page}>
        <a className={styles.skip} href="#main">
          Skip to the content
        </a>
        <header className={styles.masthead}>
          <Link href="/" className={styles.name}>
            Sitrep
          </Link>
          <p className={styles.motto}>The archive of situation reports</p>
        </header>
        {children}
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
