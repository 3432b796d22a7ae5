'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Dialog } from '#app/ui/dialog.tsx';
import { type SavedSearch, searchOf } from '#lib/search/saved.ts';
import { lookedAt, renamed, withoutSearch, withSearch } from '#lib/search/saved-edit.ts';
import { Aside } from './aside.tsx';
import type { PaneProps } from './desk.tsx';
import { proposedName } from './in-words.ts';
import { NameForm } from './name-form.tsx';
import styles from './saved.module.css';
import { NOT_KEPT, SavedFiles } from './saved-files.tsx';
import { SavedRow } from './saved-row.tsx';
import { updateSaved, useSaved } from './storage.ts';
import { countingSearch, useNewCounts } from './use-new-counts.ts';

type Change = (searches: SavedSearch[]) => SavedSearch[];

/** Changes to what is saved, and what is told of the last one, in `status`. */
function useChanges() {
  const [told, tell] = useState<ReactNode>(null);
  const status = useRef<HTMLDivElement>(null);
  const update = (change: Change, words: ReactNode) => tell(updateSaved(change) ? words : NOT_KEPT);
  // For changes that take away the button in focus.
  const updateFocused = (change: Change, words: ReactNode) => {
    update(change, words);
    status.current?.focus();
  };
  return { told, tell, status, update, updateFocused };
}

interface ListProps {
  searches: SavedSearch[];
  changes: ReturnType<typeof useChanges>;
  /** When the results of now were seen. */
  seen: string;
  onOpened: () => void;
}

function SavedList({ searches, changes: { update, updateFocused }, seen, onOpened }: ListProps) {
  const news = useNewCounts(searches);
  const open = (saved: SavedSearch) => {
    const counted = news.get(countingSearch(saved));
    const upTo = counted && counted !== 'failed' ? counted.upTo : null;
    updateSaved((all) => lookedAt(all, saved.search, upTo ?? seen));
    onOpened();
  };
  const remove = (saved: SavedSearch) => {
    const back: Change = (all) => withSearch(all, saved, searches.indexOf(saved));
    const undo = () => updateFocused(back, `“${saved.name}” is back.`);
    update((all) => withoutSearch(all, saved.search), <Undo name={saved.name} onUndo={undo} />);
  };
  return (
    <ul>
      {searches.map((saved) => (
        <SavedRow
          key={saved.search}
          saved={saved}
          news={news.get(countingSearch(saved))}
          onOpen={() => open(saved)}
          onRename={(name) => update((all) => renamed(all, saved.search, name), null)}
          onDelete={() => remove(saved)}
        />
      ))}
    </ul>
  );
}

/** The searches that this browser keeps, and what is new of each. */
export function SavedSearches({ pane, query, result, onClose }: PaneProps) {
  const { searches, unread, aside } = useSaved();
  const changes = useChanges();
  const { told, tell, status, updateFocused } = changes;
  const current = searchOf(query);
  const here = searches.find(({ search }) => search === current);
  const seen = result.index.updated_at ?? new Date().toISOString();
  useEffect(() => {
    if (unread.length > 0) updateSaved((all) => all);
  }, [unread]);
  return (
    <Dialog title="Saved searches" onClose={onClose}>
      {(close) => (
        <div className={styles.saved}>
          {!here && (
            <NameForm
              label="Save this search as"
              action="Save"
              name={proposedName(query, result)}
              focus={pane === 'save'}
              onName={(name) => updateFocused((all) => withSearch(all, { name, search: current, looked: seen }), null)}
            />
          )}
          <div role="status" className={styles.told} ref={status} tabIndex={-1}>
            {told ?? (here && `This search is saved as “${here.name}”.`)}
          </div>
          {searches.length === 0 && <p>None yet. They are kept in this browser only; a file takes them to another.</p>}
          <SavedList searches={searches} changes={changes} seen={seen} onOpened={close} />
          <SavedFiles searches={searches} tell={tell} />
          <Aside aside={aside} />
        </div>
      )}
    </Dialog>
  );
}

/** Takes the focus of the button that is gone. */
function Undo({ name, onUndo }: { name: string; onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      “{name}” is deleted.{' '}
      <button type="button" ref={button} onClick={onUndo}>
        Undo
      </button>
    </>
  );
}
