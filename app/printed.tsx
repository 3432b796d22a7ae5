'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { instant } from './format.ts';
import styles from './printed.module.css';

/** The foot of a printed page: when it was printed (without JavaScript: made), and from where. `at` is an instant. */
export function Printed({ host, at }: { host: string; at: string }) {
  const search = useSearchParams().toString();
  const path = usePathname();
  const [printedAt, setPrintedAt] = useState(at);
  useEffect(() => {
    const print = window.matchMedia('print');
    const note = () => setPrintedAt(new Date().toISOString());
    print.addEventListener('change', note);
    return () => print.removeEventListener('change', note);
  }, []);
  return (
    <p className={styles.printed}>
      Printed {instant(printedAt)}, from {host}
      {path}
      {search && `?${search}`}
    </p>
  );
}
