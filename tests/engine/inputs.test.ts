import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#indexer/engine/engine.ts';
import { archiveClient } from '#lib/archive/client.ts';
import type { FindingDocument } from '#lib/archive/documents.ts';
import { allDocuments } from './harness.ts';

const MEGABYTE = 1_000_000;
const PAGE = `<!doctype html><html lang="en"><head><title>Hostile page, May 4, 2024</title></head><body><main><article>
<h1>Hostile page, May 4, 2024</h1><p>An opening paragraph that is long enough to be taken for the text of a report on the front.</p>
<h2>Key Takeaways</h2><ul>
<li>Russian forces <script>alert('first')</script>advanced near Pokrovsk on May 4.</li>
<li>Ukrainian forces &lt;img src=x onerror=alert(1)&gt; held their line near Kupyansk.</li></ul>
<script>document.title = 'stolen'</script></article></main></body></html>`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitrep-inputs-'));
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(
    join(folder, 'binary.txt'),
    Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256),
  );
  await writeFile(
    join(folder, 'invalid.txt'),
    Buffer.from([...Buffer.from('Report of the day\n'), 0xff, 0xfe, 0xc3, 0x28, 0x80, 0x81, 0xf5, 0x0a, 0x9f, 0xfa]),
  );
  await writeFile(join(folder, 'hostile.html'), PAGE);
  await writeFile(join(folder, 'large.txt'), 'Russian forces advanced near Pokrovsk. '.repeat((50 * MEGABYTE) / 39));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The command as a user runs it, on an archive of this test's own. */
function sitrep(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', 'sitrep', '--', ...args], {
      env: { ...process.env, SITREP_DATA: join(folder, '.data'), NO_COLOR: '1' },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('what cannot be read', () => {
  it.each([
    ['empty.txt', /empty/],
    ['binary.txt', /binary|not text/],
    ['invalid.txt', /UTF-8/],
    ['large.txt', /too large: \d+\.\d MB.*20\.0 MB/],
    ['not-there', /no such file/],
  ])('%s is told in a line with the file and what to do, and nothing is written', async (name, reason) => {
    const { code, out, err } = await sitrep('index', join(folder, name));
    const lines = err.split('\n').filter((line) => line.includes(name));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(reason);
    expect(lines[0]).toMatch(/; .+/);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toMatch(/^0 reports added.* 1 not read/);
    expect(code).toBe(1);
  });

  it('does not keep the rest out, and markup of a report is text, never markup', async () => {
    const { code, out } = await sitrep('index', folder);
    expect(out).toMatch(/^1 report added, 0 changed \(\d+ findings\), 0 unchanged, 4 not read/);
    expect(code).toBe(1);
    const engine = await openEngine({ dataFolder: join(folder, '.data') });
    const texts = (await allDocuments<FindingDocument>(archiveClient(engine.host, engine.masterKey), 'findings')).map(
      ({ text }) => text,
    );
    await engine.close();
    expect(texts).toContain('Russian forces advanced near Pokrovsk on May 4.');
    expect(texts).toContain('Ukrainian forces <img src=x onerror=alert(1)> held their line near Kupyansk.');
    expect(texts.join()).not.toContain('first');
  });
});

describe('the command line', () => {
  it('says what a wrong command should have been, and fails', async () => {
    const { code, err } = await sitrep('indx', 'x');
    expect(err).toMatch(/unknown command 'indx'/);
    expect(code).toBe(2);
  });

  it('tells what is in the archive', async () => {
    const { code, out } = await sitrep('status', '--json');
    expect(JSON.parse(out)).toMatchObject({ reports: 1, from: '2024-05-04', to: '2024-05-04' });
    expect(code).toBe(0);
  });
});
