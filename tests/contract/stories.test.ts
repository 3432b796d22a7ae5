import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

interface Suite {
  file: string;
  specs: { title: string }[];
  suites?: Suite[];
}

const text = readFileSync('tests/e2e/stories.md', 'utf8');
const stories = text
  .split(/^### /m)
  .slice(1)
  .map((part) => {
    const [title = '', ...lines] = part.split('\n');
    const after = (start: string) =>
      lines
        .find((line) => line.startsWith(start))
        ?.slice(start.length)
        .trim() ?? '';
    const told = ['Given ', 'When ', 'Then '].every((start) => after(start) !== '');
    return { title, told, spec: after('Spec: '), plain: after('Without JavaScript: ') };
  });

/** Every test of the browser, as `file › title`. */
async function titles(): Promise<Set<string>> {
  const { stdout } = await promisify(execFile)('npx', ['playwright', 'test', '--list', '--reporter=json'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const { suites }: { suites: Suite[] } = JSON.parse(stdout);
  const found = new Set<string>();
  const walk = ({ file, specs, suites: inner = [] }: Suite) => {
    for (const { title } of specs) found.add(`tests/e2e/${file} › ${title}`);
    inner.forEach(walk);
  };
  suites.forEach(walk);
  return found;
}

/** A reference names a file, the groups that a test stands in, if any, and the test. */
function named(reference: string, known: Set<string>): boolean {
  const [file, ...rest] = reference.split(' › ');
  const title = rest.at(-1) ?? '';
  return known.has(`${file} › ${title}`);
}

it('every story is told whole, and names tests that there are', { timeout: 60_000 }, async () => {
  const known = await titles();
  expect(stories.length).toBeGreaterThanOrEqual(25);
  expect(stories.filter(({ told }) => !told).map(({ title }) => title)).toEqual([]);
  const lost = stories.flatMap(({ title, spec, plain }) =>
    [spec, ...(plain === 'no' ? [] : [plain])].filter((one) => !named(one, known)).map((one) => `${title}: ${one}`),
  );
  expect(lost).toEqual([]);
});
