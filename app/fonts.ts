import localFont from 'next/font/local';

// The weights that the page is set in, and no variable fonts: those are twice as heavy. A subset a call, so that a page
// without Cyrillic loads none. What stands in for them: fallback-fonts.css.
const serifLatin = localFont({
  src: '../node_modules/@fontsource/literata/files/literata-latin-400-normal.woff2',
  variable: '--serif-latin',
  weight: '400',
  adjustFontFallback: false,
});
const serifCyrillic = localFont({
  src: '../node_modules/@fontsource/literata/files/literata-cyrillic-400-normal.woff2',
  variable: '--serif-cyrillic',
  weight: '400',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' }],
});
const sansLatin = localFont({
  src: [
    { path: '../node_modules/@fontsource/golos-text/files/golos-text-latin-400-normal.woff2', weight: '400' },
    { path: '../node_modules/@fontsource/golos-text/files/golos-text-latin-600-normal.woff2', weight: '600' },
  ],
  variable: '--sans-latin',
  adjustFontFallback: false,
});
const sansCyrillic = localFont({
  src: [
    { path: '../node_modules/@fontsource/golos-text/files/golos-text-cyrillic-400-normal.woff2', weight: '400' },
    { path: '../node_modules/@fontsource/golos-text/files/golos-text-cyrillic-600-normal.woff2', weight: '600' },
  ],
  variable: '--sans-cyrillic',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' }],
});

export const fontClasses = [serifLatin, serifCyrillic, sansLatin, sansCyrillic]
  .map(({ variable }) => variable)
  .join(' ');
