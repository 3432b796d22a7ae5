'use client';
import { chooseTheme, useChosenTheme } from './choose.ts';
import { THEME_LABELS, type Theme, themes } from './theme.ts';
import styles from './theme-switch.module.css';

/** A form that works by itself; with JavaScript the page need not be loaded again. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const current = useChosenTheme() ?? theme;
  return (
    <form action="/theme" method="post" className={styles.switch}>
      <fieldset className={styles.options}>
        <legend className="visually-hidden">Colours</legend>
        {themes.map((one) => (
          <button
            key={one}
            type="submit"
            name="theme"
            value={one}
            aria-pressed={one === current}
            onClick={(event) => {
              event.preventDefault();
              chooseTheme(one);
            }}
          >
            {THEME_LABELS[one]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
