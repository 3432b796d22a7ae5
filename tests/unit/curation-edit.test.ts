import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editOverrides, replaceFile, withEntry, withoutEntry } from '#indexer/curation/edit.ts';
import { parseOverrides } from '#lib/entities/overrides-file.ts';
import { smallRegister } from './register.ts';

const hide = (id: string) => ({ facet: 'region', id });
const kept = (text: string) => parseOverrides(text, 'x').overrides.map(({ what }) => ('id' in what ? what.id : ''));

describe('the file of overrides', () => {
  it('keeps comments and order when an entry is added, and when one is taken back', () => {
    const text = `# ours
- hide: # the town alone
    facet: region
    id: kursk
# next
- hide: { facet: region, id: moscow }
`;
    const more = withEntry(text, 'hide', hide('kyiv'));
    expect(kept(more)).toEqual(['kursk', 'moscow', 'kyiv']);
    for (const comment of ['# ours', '# the town alone', '# next']) expect(more).toContain(comment);
    const fewer = withoutEntry(more, 1);
    expect(kept(fewer)).toEqual(['kursk', 'kyiv']);
    expect(fewer).toContain('# the town alone');
  });

  it('begins with what it is for, and keeps what a file of comments says', () => {
    expect(withEntry('', 'hide', hide('kyiv'))).toMatch(/^# What this archive does[\s\S]*\n- hide:\n/);
    expect(withEntry('# mine\n', 'hide', hide('kyiv'))).toMatch(/^# mine\n/);
  });

  it('is none again when the only entry is taken back, and takes others then', () => {
    const empty = withoutEntry(withEntry('', 'hide', hide('kyiv')), 0);
    expect(kept(empty)).toEqual([]);
    expect(kept(withEntry(empty, 'hide', hide('kursk')))).toEqual(['kursk']);
  });

  it('holds every text that an entry can have', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() === one),
        (label) => {
          const [one] = parseOverrides(withEntry('', 'rename', { ...hide('kyiv'), label }), 'x').overrides;
          expect(one).toEqual({ action: 'rename', what: { ...hide('kyiv'), label } });
        },
      ),
    );
  });
});

describe('editing it', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sitrep-overrides-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('makes the file, and leaves it as it was where the register does not allow the edit', () => {
    const file = join(folder, 'new', 'overrides.yaml');
    const edit = (id: string) => editOverrides(file, smallRegister, ({ text }) => withEntry(text, 'hide', hide(id)));
    expect(() => edit('nowhere')).toThrow('no region “nowhere”');
    expect(existsSync(file)).toBe(false);
    edit('kyiv');
    const before = readFileSync(file, 'utf8');
    // What is hidden cannot be hidden again.
    expect(() => edit('kyiv')).toThrow('no region “kyiv”');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(join(folder, 'new'))).toEqual(['overrides.yaml']);
  });

  it('cannot take back an override that others build upon', () => {
    const file = join(folder, 'chain.yaml');
    const add = { facet: 'region', id: 'tamsa', label: 'Tamsa', type: 'city' };
    replaceFile(file, withEntry(withEntry('', 'add', add), 'rename', { ...hide('tamsa'), label: 'T' }));
    expect(() => editOverrides(file, smallRegister, ({ text }) => withoutEntry(text, 0))).toThrow('no region “tamsa”');
  });
});
