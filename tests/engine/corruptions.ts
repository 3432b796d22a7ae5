import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import iconv from 'iconv-lite';

const FIXTURES = 'tests/fixtures/formats';
const FLIPS = 40;
const DEEP = 20_000;
const ENORMOUS = 3_000_000;

/** A file, and what was done to it. */
export interface Corrupted {
  name: string;
  bytes: Buffer;
}

function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

type Fixture = Corrupted & { format: string };
type Roll = (sides: number) => number;

function fixtures(): Fixture[] {
  return readdirSync(FIXTURES)
    .sort()
    .flatMap((format) =>
      readdirSync(join(FIXTURES, format))
        .filter((name) => !/\.(?:expected\.json|map\.yaml)$/.test(name))
        .sort()
        .map((name) => ({ format, name, bytes: readFileSync(join(FIXTURES, format, name)) })),
    );
}

const WAYS: Record<string, (one: Fixture, roll: Roll, all: Fixture[]) => Buffer> = {
  truncated: ({ bytes }, roll) => bytes.subarray(0, 1 + roll(bytes.length)),
  flipped: ({ bytes }, roll) => {
    const copy = Buffer.from(bytes);
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const at = roll(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << roll(8));
    }
    return copy;
  },
  headless: ({ bytes }, roll) => bytes.subarray(roll(Math.min(bytes.length, 200))),
  mixed: ({ bytes }, roll) => {
    const cut = roll(bytes.length);
    const foreign = iconv.encode('Українські війська відбили атаку під містом. ', roll(2) ? 'windows-1251' : 'koi8-u');
    return Buffer.concat([bytes.subarray(0, cut), foreign, bytes.subarray(cut)]);
  },
  spliced: ({ bytes }, roll, all) => {
    const other = all[roll(all.length)]?.bytes ?? bytes;
    return Buffer.concat([bytes.subarray(0, roll(bytes.length)), other.subarray(roll(other.length))]);
  },
  zeroed: ({ bytes }, roll) => Buffer.from(bytes).fill(0, roll(bytes.length)),
  renamed: ({ bytes }) => bytes,
};

/** Files that are made to hurt. */
function made(): Corrupted[] {
  const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content) });
  const sentence = 'The crews cleared the pass before the evening convoy came through. ';
  const entities = Array.from({ length: 20 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};&e${at};">`);
  return [
    text('deep.html', `<html><body>${'<div>'.repeat(DEEP)}${sentence}${'</div>'.repeat(DEEP)}</body></html>`),
    text('deep.md', `${'> '.repeat(DEEP)}${sentence}`),
    text('deep-list.md', Array.from({ length: 2000 }, (_, at) => `${'  '.repeat(at)}- ${sentence}`).join('\n')),
    text('deep.jsonl', `{"text":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}\n{"title":"Pass","text":"${sentence}"}\n`),
    text('deep.xml', `<rss><channel>${'<item>'.repeat(DEEP)}${sentence}</channel></rss>`),
    text(
      'bomb.xml',
      `<!DOCTYPE rss [<!ENTITY e0 "lol">${entities.join('')}]><rss><channel><item><title>&e20;</title></item></channel></rss>`,
    ),
    text('line.txt', `Pass opens\n\n${sentence.repeat(ENORMOUS / sentence.length)}`),
    text('line-without-space.txt', `Pass opens\n\n${'x'.repeat(ENORMOUS)}`),
    text('line.jsonl', `{"title":"Pass","text":"${'x'.repeat(ENORMOUS)}"}\n{"title":"Pass","text":"${sentence}"}\n`),
    text('line.csv', `title,text\n"${'x'.repeat(ENORMOUS)}\nPass,${sentence}\n`),
    text('columns.csv', `${'a,'.repeat(DEEP)}b\n${'1,'.repeat(DEEP)}2\n`),
    text('brackets.html', '<'.repeat(ENORMOUS / 10)),
    text('stars.md', '*_'.repeat(ENORMOUS / 20)),
    text('links.md', '[a]('.repeat(ENORMOUS / 40)),
    text('empty.pdf', ''),
    text('head.pdf', '%PDF-1.7\n'),
    text('head.docx', 'PK\u0003\u0004'),
    text(
      'mail.eml',
      `Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: message/rfc822\n\n'.repeat(5000)}`,
    ),
  ];
}

/** So many corrupted files, the same each time: fixtures of every format harmed in every way, and some made to hurt. */
export function corruptions(count: number): Corrupted[] {
  const all = fixtures();
  const own = made();
  const ways = Object.entries(WAYS);
  const endings = [...new Set(all.map(({ name }) => extname(name)))];
  const harmed = Array.from({ length: count - own.length }, (_, at) => {
    const roll = dice(at + 1);
    const one = all[at % all.length] as Fixture;
    const [way, harm] = ways[(at + Math.floor(at / all.length)) % ways.length] as (typeof ways)[number];
    const ending = way === 'renamed' ? (endings[roll(endings.length)] ?? '.txt') : extname(one.name);
    return { name: `${String(at).padStart(3, '0')}-${way}-${one.format}${ending}`, bytes: harm(one, roll, all) };
  });
  return [...own, ...harmed];
}
