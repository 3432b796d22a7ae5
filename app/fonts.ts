import localFont from 'next/font/local';

// A subset a call, so that a page without Cyrillic loads none. What stands in for them: fallback-fonts.css.
const serifLatin = localFont({
  src: '../node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2',
  variable: '--serif-latin',
  weight: '200 900',
  adjustFontFallback: false,
});
const serifCyrillic = localFont({
  src: '../node_modules/@fontsource-variable/literata/files/literata-cyrillic-wght-normal.woff2',
  variable: '--serif-cyrillic',
  weight: '200 900',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' }],
});
const sansLatin = localFont({
  src: '../node_modules/@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2',
  variable: '--sans-latin',
  weight: '400 900',
  adjustFontFallback: false,
});
const sansCyrillic = localFont({
  src: '../node_modules/@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2',
  variable: '--sans-cyrillic',
  weight: '400 900',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' }],
});

export const fontClasses = [serifLatin, serifCyrillic, sansLatin, sansCyrillic]
  .map(({ variable }) => variable)
  .join(' ');
