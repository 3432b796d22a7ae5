import { type Command, Option } from 'commander';
import type { ActionName } from '#lib/entities/overrides.ts';

/** Makes of a command's work what runs it and sets the exit code. */
type Runner = <A extends unknown[]>(command: (...args: A) => Promise<number>) => (...args: A) => Promise<void>;

const FACET: [string, string] = ['<facet>', 'actor, region or topic; country is a state and its place at once'];

/** A thing that one entry of the file says; the modules are loaded when it runs. */
function override(action: ActionName, what: object): Promise<number> {
  return import('./entities.ts').then(({ overrideCommand }) => overrideCommand(action, what));
}

function addMaking(group: Command, run: Runner): void {
  group
    .command('add')
    .description('an entity that the register has not')
    .argument(...FACET)
    .argument('<label>', 'what it is called')
    .option('--id <id>', 'its id, a-z, 0-9 and hyphens; made of the label unless given')
    .option('--type <type>', 'what it is: person, organisation, armed-force, armed-group; division, city, area, sea …')
    .option('--alias <name...>', 'other names, in any script')
    .option('--demonym <name...>', 'of a state: its adjective and its people')
    .option('--parent <id>', 'what it lies in')
    .option('--cased', 'its names are common words too: only with a capital they count')
    .option('--phrase <phrase=weight...>', 'of a topic: "drone strike*=3"; together 2 make the topic')
    .action(run(async (facet, label, options) => (await import('./entities.ts')).addCommand(facet, label, options)));
  group
    .command('alias')
    .description('more names of an entity')
    .argument(...FACET)
    .argument('<id>')
    .argument('<name...>')
    .option('--cased', 'they are common words too: only with a capital they count')
    .action(run((facet, id, aliases, { cased }) => override('alias', { facet, id, aliases, ...(cased && { cased }) })));
}

function addChanging(group: Command, run: Runner): void {
  group
    .command('merge')
    .description('make one of several entities')
    .argument(...FACET)
    .argument('<from...>', 'ids of those that are to be another; they stay good in addresses')
    .requiredOption('--into <id>', 'the one that stays')
    .action(run((facet, from, { into }) => override('merge', { facet, from, into })));
  group
    .command('rename')
    .description('give an entity another label; the old one stays a name')
    .argument(...FACET)
    .argument('<id>')
    .argument('<label>')
    .action(run((facet, id, label) => override('rename', { facet, id, label })));
  group
    .command('hide')
    .description('take out an entity, or one of its names')
    .argument(...FACET)
    .argument('<id>')
    .option('--alias <name>', 'this name alone')
    .action(run((facet, id, { alias }) => override('hide', { facet, id, ...(alias && { alias }) })));
  for (const [action, does] of [
    ['pin', 'put a tag on one finding'],
    ['remove', 'take a tag off one finding'],
  ] as const)
    group
      .command(action)
      .description(`${does}, whatever its text says`)
      .argument('<finding>', 'its id, as in preview and in the API')
      .argument('<facet>', 'actor, region or topic')
      .argument('<id>', 'of the entity')
      .action(run((finding, facet, id) => override(action, { finding, facet, id })));
}

function addApplying(group: Command, run: Runner): void {
  const json = new Option('--json', 'for machines: JSON');
  group
    .command('list')
    .description('what is overridden, numbered, and whether it is applied')
    .addOption(json)
    .action(run(async (options) => (await import('./entities.ts')).listCommand(options)));
  group
    .command('undo')
    .description('take back an override, the last unless a number is given')
    .argument('[number]', 'as list numbers them')
    .action(run(async (number) => (await import('./entities.ts')).undoCommand(number)));
  group
    .command('preview')
    .description('show which findings the overrides that wait would touch, with their tags; nothing is written')
    .addOption(json)
    .action(run(async (options) => (await import('./entities-apply.ts')).previewCommand(options)));
  group
    .command('apply')
    .description('tag those findings anew, beside the archive that is searched, and swap')
    .addOption(json)
    .option('-q, --quiet', 'only the summary')
    .action(run(async (options) => (await import('./entities-apply.ts')).applyCommand(options)));
}

function addLooking(group: Command, run: Runner): void {
  const json = new Option('--json', 'for machines: JSON');
  group
    .command('suggest')
    .description('names in the archive that look like actors or places and are in no register, the most frequent first')
    .option('--limit <number>', 'how many', '30')
    .addOption(json)
    .action(run(async (options) => (await import('./entities-look.ts')).suggestCommand(options)));
  group
    .command('check')
    .description('find doubled names, cycles, orphans and bad ids in the register and its overrides')
    .addOption(json)
    .action(run(async (options) => (await import('./entities-look.ts')).checkCommand(options)));
}

/** `sitrep entities …`: what the archive does otherwise than the register of actors, regions and topics. */
export function addEntitiesCommands(program: Command, run: Runner, examples: (...lines: string[]) => string): void {
  const group = program
    .command('entities')
    .description('correct actors, regions and topics: overrides are written to overrides.yaml, previewed, and applied')
    .addHelpText(
      'after',
      examples(
        'npm run sitrep -- entities add actor "Tamsa Guard" --type armed-group --alias "Guard of Tamsa"',
        'npm run sitrep -- entities merge actor redut --into wagner-group',
        'npm run sitrep -- entities hide region georgia-united-states --alias Georgia',
        'npm run sitrep -- entities pin 0123456789-abcdef actor wagner-group',
        'npm run sitrep -- entities preview',
        'npm run sitrep -- entities apply',
        'npm run sitrep -- entities undo',
      ),
    );
  addMaking(group, run);
  addChanging(group, run);
  addApplying(group, run);
  addLooking(group, run);
}
