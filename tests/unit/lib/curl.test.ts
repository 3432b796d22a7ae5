import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlOf, shellWord } from '#lib/search/curl.ts';

/** What a shell makes of a word. */
function asShellReads(word: string): string {
  return execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' });
}

const awkward = fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '`', '&', ';', ' ', '\n', '!', '*', 'a', 'я') });

describe('the call of the API as curl', () => {
  it('is one word to a shell, whatever the address holds', () => {
    fc.assert(
      fc.property(awkward, (text) => void expect(asShellReads(shellWord(text))).toBe(text)),
      { numRuns: 40 },
    );
  });

  it('names the address whole', () => {
    expect(curlOf("http://localhost/api/search?q=don't&actor=russia")).toBe(
      `curl 'http://localhost/api/search?q=don'\\''t&actor=russia'`,
    );
  });
});
