'use client';
import { shared } from '#app/ui/shared.ts';

/** What can be laid over the search; `save` is the saved searches, with a name for this one asked first. */
export type Pane = 'commands' | 'keys' | 'saved' | 'save' | 'share';

const pane = shared<Pane | null>(null);

export const showPane = pane.set;
export const usePane = pane.useValue;
