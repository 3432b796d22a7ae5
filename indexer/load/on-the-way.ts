import type { EnqueuedTaskPromise } from 'meilisearch';
import type { Documents, ReportDocument } from '#lib/archive/documents.ts';
import { done } from './tasks.ts';

/** What the engine has accepted and may not have done. */
interface Sent {
  documents: Documents[];
  tasks: EnqueuedTaskPromise[];
  /** What they are, for messages. */
  what: string;
  /** Run when all of it is done. */
  after: () => Promise<void>;
}

/** Batches that are on their way: the engine works on one while the next is made ready. */
export class OnTheWay {
  private sent: Sent[] = [];

  push(sent: Sent): void {
    this.sent.push(sent);
  }

  /** The reports that the engine may not have yet, the latest last. */
  reports(): ReportDocument[] {
    return this.sent.flatMap(({ documents }) => documents.map(({ report }) => report));
  }

  /**
   * Resolves when no more than `most` batches are on their way.
   * @throws LoadError when the engine could not do a write.
   */
  async settle(most = 0): Promise<void> {
    while (this.sent.length > most) {
      const [{ tasks, what, after }] = this.sent as [Sent];
      for (const task of tasks) await done(task, what);
      await after();
      this.sent.shift();
    }
  }
}
