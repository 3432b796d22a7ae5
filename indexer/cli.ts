import { Command, CommanderError, Option } from 'commander';
import { addEntitiesCommands } from './commands/entities-group.ts';
import { outlivePipes, tell } from './print.ts';

const program = new Command('sitrep')
  .description('A searchable archive of situation reports.')
  .showHelpAfterError('(sitrep --help lists the commands)')
  .addHelpText(
    'after',
    '\nsitrep COMMAND --help tells of one, with examples. Exit codes: 0 all in, 1 some inputs could not be',
  )
  .addHelpText('after', 'read (sitrep problems lists them), 2 failed, 130 stopped by Ctrl-C.');

/** The end of a command's help. */
function examples(...lines: string[]): string {
  return ['\nExamples:', ...lines].join('\n  ');
}

const pairs = new Option(
  '--map <name=column...>',
  'which column or field of CSV and JSON holds what; to keep it, write it to reports.csv.map.yaml beside reports.csv',
);
const pairsFile = new Option('--mapping <file>', 'the same from a YAML file, a line for each: "title: Headline"');

program
  .command('start')
  .description('run the engine and the site; an empty archive gets the sample reports first')
  .option('-p, --port <number>', 'the site’s port (or PORT)', Number)
  .addHelpText('after', examples('npm start', 'PORT=8080 npm start', 'npm run sitrep -- start --port 8080'))
  .action(run(async (options) => (await import('./commands/start.ts')).startCommand(options)));

program
  .command('index')
  .description(
    'bring reports into the archive: files of any format, or folders of them; what has not changed is left alone',
  )
  .argument('<path...>', 'files and folders')
  .option('--prune', 'take out of the archive what the folders do not hold any more')
  .option('--dry-run', 'tell what each file would become, and write nothing to the archive')
  .addOption(
    new Option('-w, --watch', 'stay, and index again whenever something changes; Ctrl-C ends it').conflicts('dryRun'),
  )
  .addOption(pairs)
  .addOption(pairsFile)
  .option('--json', 'for machines: a JSON object a line, with "event" problem, notice, and at last summary')
  .option('-q, --quiet', 'no progress and no notices: only what could not be read, and the summary')
  .addHelpText(
    'after',
    examples(
      'npm run sitrep -- index reports/',
      'npm run sitrep -- index article.txt assessment.pdf --dry-run',
      'npm run sitrep -- index events.csv --map title=Headline text=Body date=Day',
      'npm run sitrep -- index reports/ --prune --watch',
      'npm run --silent sitrep -- index reports/ --json | tail -n 1',
    ),
  )
  .action(run(async (paths, options) => (await import('./commands/index.ts')).indexCommand(paths, options)));

program
  .command('inspect')
  .description('show in full what a file would become: dates with what they rest on, findings, tags with their places')
  .argument('<file...>', 'files, or folders of them; nothing is written, and no engine is needed')
  .addOption(pairs)
  .addOption(pairsFile)
  .option('--json', 'for machines: a report a line')
  .addHelpText(
    'after',
    examples(
      'npm run sitrep -- inspect assessment.html',
      'npm run --silent sitrep -- inspect events.csv --json | head -n 1',
    ),
  )
  .action(run(async (files, options) => (await import('./commands/inspect.ts')).inspectCommand(files, options)));

program
  .command('fetch')
  .description('fetch feeds, sitemaps and pages, keep their originals, and bring them into the archive')
  .argument('<url...>', 'addresses; what they are is seen from what they answer')
  .option('--allow-private', 'also addresses of this machine and of its own network, which are refused otherwise')
  .addHelpText('after', examples('npm run sitrep -- fetch https://reports.example/feed.xml'))
  .action(run(async (urls, options) => (await import('./commands/fetch.ts')).fetchCommand(urls, options)));

program
  .command('update')
  .description('fetch all that a sources file names, what is new or changed, and bring it into the archive')
  .argument('[file]', 'a YAML file; sources.yaml in the data folder unless another is named')
  .option('--allow-private', 'also addresses of this machine and of its own network, which are refused otherwise')
  .addHelpText('after', examples('npm run sitrep -- update', 'npm run sitrep -- update my-sources.yaml'))
  .action(run(async (file, options) => (await import('./commands/fetch.ts')).updateCommand(file, options)));

program
  .command('problems')
  .description('list what could not be read, why, and what to do; each is tried again when its file changes')
  .option('--json', 'for machines: one list; every run writes the same to problems.json in the data folder')
  .addHelpText('after', examples('npm run sitrep -- problems', 'npm run --silent sitrep -- problems --json'))
  .action(run(async (options) => (await import('./commands/problems.ts')).problemsCommand(options)));

program
  .command('rebuild')
  .description('make the archive anew beside the one that is searched, and then put it in its place')
  .option('--json', 'for machines: a JSON object a line, with "event" problem, notice, and at last summary')
  .option('-q, --quiet', 'no progress and no notices: only what could not be read, and the summary')
  .addHelpText('after', examples('npm run sitrep -- rebuild'))
  .action(run(async (options) => (await import('./commands/rebuild.ts')).rebuildCommand(options)));

program
  .command('status')
  .description('tell what is in the archive, whether it is up to date, and where it is kept')
  .option('--json', 'for machines: one JSON object')
  .addHelpText('after', examples('npm run sitrep -- status', 'npm run --silent sitrep -- status --json'))
  .action(run(async (options) => (await import('./commands/status.ts')).statusCommand(options)));

addEntitiesCommands(program, run, examples);

// A command's modules are loaded when it runs: help and a misspelt command answer at once.

/** Exit codes: 0 all well, 1 something could not be read, 2 failed. */
function run<A extends unknown[]>(command: (...args: A) => Promise<number>): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      process.exitCode = await command(...args);
    } catch (error) {
      tell(error);
      process.exitCode = 2;
    }
  };
}

function overrideExit(command: Command): void {
  command.exitOverride().commands.forEach(overrideExit);
}

outlivePipes();
// A command that was not understood has failed; commander's own code for it is 1, which here says something else.
overrideExit(program);
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
