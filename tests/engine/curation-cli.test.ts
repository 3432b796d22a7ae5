import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '#indexer/engine/engine.ts';

let folder: string;
let engine: Engine;
const file = () => join(folder, 'data', 'overrides.yaml');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-curation-'));
  mkdirSync(join(folder, 'reports'));
  const text = [
    'Tamsa Valley Bulletin, March 3, 2025',
    '',
    'The Tamsa Guard held the mill near Kharkiv.',
    '',
    'Nothing else was reported that day.',
  ];
  writeFileSync(join(folder, 'reports', 'one.txt'), `${text.join('\n')}\n`);
  // The commands find it running, and none has to start its own.
  engine = await openEngine({ dataFolder: join(folder, 'data') });
  await sitrep('index', join(folder, 'reports'));
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The command, as node runs it. */
function sitrep(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, SITREP_DATA: join(folder, 'data'), NO_COLOR: '1', INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'indexer/cli.ts', ...args], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}
const index = () => sitrep('index', '--json', join(folder, 'reports'));
const entities = (...args: string[]) => sitrep('entities', ...args);

describe('sitrep entities', () => {
  it('adds, previews, applies and takes back', async () => {
    const added = await entities('add', 'actor', 'Tamsa Guard', '--type', 'armed-group', '--alias', 'TG of the valley');
    expect(added.code).toBe(0);
    expect(added.out).toContain('1  add     actor tamsa-guard');

    const preview = await entities('preview');
    expect(preview.code).toBe(0);
    expect(preview.out).toContain('actor  +tamsa-guard');
    expect(preview.out).toContain('The Tamsa Guard held the mill');
    expect(preview.out).toContain('1 findings of 1 reports');

    expect((await index()).out).toContain('not applied');
    expect((await entities('apply')).out).toContain('applied 1 overrides: 1 findings of 1 reports');
    expect((await entities('list')).out).toContain('all applied');
    const again = (await index()).out;
    expect(again).toContain('"unchanged":1');
    expect(again).not.toContain('notice');
    expect((await entities('preview')).out).toContain('nothing waits');

    expect((await entities('undo')).out).toContain('tamsa-guard');
    const [change] = (await entities('preview', '--json')).out.split('\n').map((line) => line && JSON.parse(line));
    expect(change).toMatchObject({ before: { actor: ['tamsa-guard'] }, after: { actor: [] } });
    expect((await entities('apply', '--json')).code).toBe(0);
    expect((await entities('list')).out).toContain('nothing is overridden');
  });

  it('pins a tag on the finding that is named, and tells of one that is not there', async () => {
    const json = await entities('suggest', '--json');
    const { examples } = JSON.parse(json.out.split('\n')[0] ?? '');
    const finding: string = examples[0].finding;
    expect((await entities('pin', finding, 'topic', 'diplomacy')).code).toBe(0);
    expect((await entities('preview')).out).toMatch(new RegExp(`${finding}[\\s\\S]*topic +.*\\+diplomacy`));
    await entities('pin', 'no-such-finding', 'topic', 'diplomacy');
    const preview = await entities('preview');
    expect(preview.code).toBe(1);
    expect(preview.err).toContain('no-such-finding');
    expect((await entities('undo', '2')).code).toBe(0);
    expect((await entities('undo', '1')).code).toBe(0);
  });

  it('merges, renames, hides and gives more names, each with what it is to be', async () => {
    await entities('merge', 'region', 'kharkiv', '--into', 'kharkiv-oblast');
    await entities('rename', 'country', 'russia', 'Russian State');
    await entities('hide', 'actor', 'vladimir-putin', '--alias', 'Putin');
    await entities('alias', 'actor', 'vladimir-putin', 'VVP', 'ВВП', '--cased');
    const { out } = await entities('list', '--json');
    expect(JSON.parse(out)).toMatchObject({
      pending: true,
      overrides: [
        { merge: { facet: 'region', from: ['kharkiv'], into: 'kharkiv-oblast' } },
        { rename: { facet: 'country', id: 'russia', label: 'Russian State' } },
        { hide: { facet: 'actor', id: 'vladimir-putin', alias: 'Putin' } },
        { alias: { facet: 'actor', id: 'vladimir-putin', aliases: ['VVP', 'ВВП'], cased: true } },
      ],
    });
    rmSync(file());
  });

  it('refuses what it does not understand, says what to do, and writes nothing', async () => {
    const unknown = await entities('hide', 'actor', 'vladimir-putn');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('vladimir-putin');
    expect((await entities('undo')).code).toBe(2);
    expect((await entities('suggest', '--limit', 'many')).code).toBe(2);
    expect((await entities('forget')).code).toBe(2);
    expect(existsSync(file())).toBe(false);
  });

  it('checks the register with what is overridden, and finds a name that two have', async () => {
    await entities('add', 'actor', 'Second Tamsa', '--type', 'person', '--alias', 'Vladimir Putin');
    const { code, out } = await entities('check');
    expect(code).toBe(1);
    expect(out).toContain('doubled alias: actor vladimir-putin, second-tamsa');
    expect(readFileSync(file(), 'utf8')).toContain('second-tamsa');
  });
});
