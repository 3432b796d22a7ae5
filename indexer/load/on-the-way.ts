import type { EnqueuedTaskPromise } from 'meilisearch';
import type { ReportDocument } from '#lib/archive/documents.ts';
import { done } from './tasks.ts';

/** What the engine has accepted and may not have done. */
interface Sent {
  reports: ReportDocument[];
  tasks: EnqueuedTaskPromise[];
  /** What they are, for messages. */
  what: string;
  /** Run when all of it is done; what it sends then need not be done before the next. */
  after: () => Promise<EnqueuedTaskPromise[]>;
}

/** Batches that are on their way: the engine works on one while the next is made ready. */
export class OnTheWay {
  private sent: Sent[] = [];
  private last: EnqueuedTaskPromise[] = [];

  push(sent: Sent): void {
    this.sent.push(sent);
  }

  /** The reports that the engine may not have yet, the latest last. */
  reports(): ReportDocument[] {
    return this.sent.flatMap(({ reports }) => reports);
  }

  /**
   * Resolves when no more than `most` batches are on their way; with none, nothing else is either.
   * @throws LoadError when the engine could not do a write.
   */
  async settle(most = 0): Promise<void> {
    while (this.sent.length > most) {
      const [{ tasks, what, after }] = this.sent as [Sent];
      for (const task of tasks) await done(task, what);
      this.last.push(...(await after()));
      this.sent.shift();
    }
    if (most > 0) return;
    for (const task of this.last) await done(task, 'what was read of which file');
    this.last = [];
  }
}
