'use client';
import { type KeyboardEvent, useRef, useState } from 'react';
import { counted } from '#app/format.ts';
import { copyText } from '#app/ui/copy-text.ts';
import { Dialog } from '#app/ui/dialog.tsx';
import { lookedAt } from '#lib/search/saved-edit.ts';
import styles from './commands.module.css';
import { type Command, commandsOf, matching, nameCommands, savedCommands, wordsCommand } from './commands-list.ts';
import type { PaneProps } from './desk.tsx';
import { type Shared, textOf } from './share.ts';
import { updateSaved, useSaved } from './storage.ts';
import { useNames } from './use-names.ts';

/** The commands that fit what is typed, and the filters of that name. */
function useCommands({ query, result }: PaneProps, typed: string, tell: (words: string) => void) {
  const { searches } = useSaved();
  const { names, failed } = useNames(typed, query);
  const seen = result.index.updated_at ?? new Date().toISOString();
  const copy = async (shared: Shared) => {
    const text = textOf(shared, result.links);
    tell((await copyText(text)) ? 'Copied.' : `The browser did not let it be copied. Take it from here: ${text}`);
  };
  const own = commandsOf(query, result, (shared) => void copy(shared));
  const saved = savedCommands(searches, ({ search }) => updateSaved((all) => lookedAt(all, search, seen)));
  const fitting = matching([...saved, ...own], typed);
  const named = names.flatMap((one) => nameCommands(one, query));
  const words = typed.trim() ? [wordsCommand(typed, query)] : [];
  return { commands: [...fitting, ...named, ...words], failed };
}

/** A step through the field and the commands, whichever has the focus; letters go to the field. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget } = event;
  const stops = [...(currentTarget.closest('form')?.querySelectorAll<HTMLElement>('input, li button') ?? [])];
  const at = stops.indexOf(currentTarget);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[key];
  if (to !== undefined) {
    event.preventDefault();
    stops.at(to % stops.length)?.focus();
  } else if (key.length === 1 && !event.ctrlKey && !event.metaKey && key !== ' ') stops[0]?.focus();
}

function CommandList({ commands, onRun }: { commands: Command[]; onRun: (command: Command) => void }) {
  return (
    <ul className={styles.list}>
      {commands.map((command) => (
        <li key={command.id}>
          <button type="button" className={styles.command} onKeyDown={step} onClick={() => onRun(command)}>
            <span className={styles.label}>{command.label}</span>
            <span className={styles.group}>
              {command.group}
              {command.note && ` · ${command.note}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The palette: all that the page can do, and filters by any name, from one field. */
export function Commands(props: PaneProps) {
  const [typed, setTyped] = useState('');
  const [told, tell] = useState('');
  const then = useRef<() => void>(undefined);
  const { commands, failed } = useCommands(props, typed, tell);
  const [first] = commands;
  const run = (command: Command, close: () => void) => {
    if (command.stays) return command.run();
    then.current = command.run;
    close();
  };
  const onClose = () => {
    props.onClose();
    // Only now is the focus back where the command may take it from.
    then.current?.();
  };
  return (
    <Dialog title="Commands" onClose={onClose}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (first) run(first, close);
          }}
        >
          <input
            type="text"
            data-first
            className={styles.field}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={step}
            aria-label="A command, or a name to filter by"
            placeholder="A command, or a name to filter by"
            autoComplete="off"
            spellCheck={false}
          />
          <p role="status" className={styles.status}>
            {told || `${counted(commands.length, 'command')}${first ? `; Enter: ${first.label}` : ''}`}
            {failed && '. Names could not be looked up.'}
          </p>
          <CommandList commands={commands} onRun={(command) => run(command, close)} />
        </form>
      )}
    </Dialog>
  );
}
