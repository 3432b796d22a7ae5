import { Command, CommanderError } from 'commander';
import { tell } from './print.ts';

const program = new Command('sitrep')
  .description('A searchable archive of situation reports.')
  .showHelpAfterError('(sitrep --help lists the commands)');

program
  .command('start')
  .description('run the engine and the site; an empty archive gets the sample reports first')
  .option('-p, --port <number>', 'the site’s port (or PORT)', Number)
  .addHelpText('after', '\nExamples:\n  npm start\n  PORT=8080 npm start\n  npm run sitrep -- start --port 8080')
  .action(run(async (options) => (await import('./commands/start.ts')).startCommand(options)));

program
  .command('index')
  .description('bring reports into the archive: text, Markdown and HTML files, or folders of them')
  .argument('<path...>', 'files and folders')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run sitrep -- index reports/\n  npm run sitrep -- index article.txt assessment.html',
  )
  .action(run(async (paths) => (await import('./commands/index.ts')).indexCommand(paths)));

program
  .command('status')
  .description('tell what is in the archive, and where it is kept')
  .option('--json', 'for machines')
  .addHelpText('after', '\nExamples:\n  npm run sitrep -- status\n  npm run sitrep -- status --json')
  .action(run(async (options) => (await import('./commands/status.ts')).statusCommand(options)));

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

// A command that was not understood has failed; commander's own code for it is 1, which here says something else.
program.exitOverride().commands.forEach((command) => void command.exitOverride());
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
