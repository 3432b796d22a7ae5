import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAPER, paperOf, returnPath, themeCookie, themeOf, themes } from '#app/theme/theme.ts';

const HOST = 'sitrep.example';

describe('the chosen theme', () => {
  it('is one of three, whatever the cookie says', () => {
    for (const theme of themes) expect(themeOf(theme)).toBe(theme);
    for (const value of ['', 'DARK', '"><script>', null, undefined]) expect(themeOf(value)).toBe('system');
  });

  it('is kept for a year, and sent to this site only; that of the system is not kept', () => {
    expect(themeCookie('dark')).toBe('theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly');
    expect(themeCookie('system')).toContain('Max-Age=0');
  });

  it('has for the browser’s frame the paper that the style sheet has', () => {
    const sheet = readFileSync('app/base.css', 'utf8');
    expect(sheet).toContain(`--paper: light-dark(${PAPER.light}, ${PAPER.dark});`);
    expect(paperOf('dark', 'light')).toBe(PAPER.dark);
    expect(paperOf('system', 'light')).toBe(PAPER.light);
  });
});

describe('the way back from the switch', () => {
  it.each([
    [`http://${HOST}/?q=Kursk&actor=russia`, '/?q=Kursk&actor=russia'],
    [`https://${HOST}/reports/a-b#finding`, '/reports/a-b'],
    [`https://${HOST}//elsewhere.example/x`, '/elsewhere.example/x'],
    [`https://${HOST}/\\elsewhere.example`, '/elsewhere.example'],
    ['https://elsewhere.example/?q=x', '/'],
    [`https://${HOST}@elsewhere.example/x`, '/'],
    [`javascript://${HOST}/%0aalert(1)`, '/'],
    ['no address', '/'],
    [null, '/'],
  ])('from %s is %s', (referrer, path) => {
    expect(returnPath(referrer, HOST)).toBe(path);
  });

  it('stays on this site, whatever was sent', () => {
    const texts = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.string().map((path) => `https://${HOST}/${path}`),
    );
    fc.assert(
      fc.property(texts, (referrer) => {
        const path = returnPath(referrer, HOST);
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, `https://${HOST}`).host).toBe(HOST);
      }),
    );
  });
});
