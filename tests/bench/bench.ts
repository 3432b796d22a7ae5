import { availableParallelism, loadavg } from 'node:os';
import { benchIndex } from './index.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchPage } from './page/page.ts';
import { benchSearch } from './search.ts';
import { benchTagging } from './tagging.ts';

const BENCHES: Record<string, (print: (line: string) => void) => Promise<void>> = {
  search: async (print) => {
    await benchSearch(print, 1);
    await benchSearch(print, 20);
  },
  tagging: benchTagging,
  index: benchIndex,
  page: benchPage,
  lighthouse: benchLighthouse,
};

const print = (line: string) => void process.stdout.write(`${line}\n`);
const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  const bench = BENCHES[name];
  if (!bench) throw new Error(`there is no benchmark ${name}; there is ${Object.keys(BENCHES).join(', ')}`);
  // What else the machine does tells how far times may be believed.
  print(`== ${name} (${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)})`);
  await bench(print);
}
