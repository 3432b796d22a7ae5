'use client';
import { Commands } from './commands.tsx';
import type { PaneProps } from './desk.tsx';
import { KeysHelp } from './keys-help.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { ShareSearch } from './share-search.tsx';

/** The pane that is asked for. */
export function ShownPane(props: PaneProps) {
  switch (props.pane) {
    case 'commands':
      return <Commands {...props} />;
    case 'keys':
      return <KeysHelp {...props} />;
    case 'saved':
    case 'save':
      return <SavedSearches {...props} />;
    case 'share':
      return <ShareSearch {...props} />;
  }
}
