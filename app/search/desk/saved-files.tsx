'use client';
import { type ReactNode, useRef } from 'react';
import { counted } from '#app/format.ts';
import { parseSaved, type SavedSearch, type Unread, writeSaved } from '#lib/search/saved.ts';
import { type Merged, mergeSaved } from '#lib/search/saved-edit.ts';
import styles from './saved.module.css';
import { updateSaved } from './storage.ts';

const MOST_BYTES = 1_000_000;
const FILE_NAME = 'sitrep-saved-searches.json';

export const NOT_KEPT = 'This browser did not keep it: it is out of room, or set to keep nothing for this site.';

export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What an import did, in words. */
function told(name: string, { added, present }: Merged, unread: Unread[]): ReactNode {
  return (
    <>
      {`${counted(added, 'search', 'searches')} added from ${name}. `}
      {present.map((one) => `“${one.name}” was here already${one.as === one.name ? '' : ` as “${one.as}”`}. `).join('')}
      {unread.length > 0 && `Not taken: ${unread.map(({ reason }) => reason).join(' ')}`}
    </>
  );
}

async function takeIn(file: File): Promise<ReactNode> {
  const refused = (reason: string) => `${file.name} was not taken. ${reason}`;
  if (file.size > MOST_BYTES) return refused('It is larger than 1 MB.');
  const { searches, unread } = parseSaved(await file.text());
  if (searches.length === 0) return refused(unread[0]?.reason ?? 'It holds no saved searches.');
  let merged: Merged = { searches: [], added: 0, present: [] };
  const isKept = updateSaved((mine) => {
    merged = mergeSaved(mine, searches);
    return merged.searches;
  });
  return isKept ? told(file.name, merged, unread) : NOT_KEPT;
}

/** To a file, and from one. */
export function SavedFiles({ searches, tell }: { searches: SavedSearch[]; tell: (words: ReactNode) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <p className={styles.files}>
      {searches.length > 0 && (
        <button type="button" onClick={() => download(FILE_NAME, writeSaved(searches))}>
          Export to a file
        </button>
      )}
      <button type="button" onClick={() => field.current?.click()}>
        Import from a file
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        aria-label="File of saved searches"
        hidden
        onChange={async ({ target }) => {
          const [file] = target.files ?? [];
          if (file) tell(await takeIn(file));
          // The same file again is a change too.
          target.value = '';
        }}
      />
    </p>
  );
}
