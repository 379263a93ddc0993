import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { importEvents, importReceived } from './events.ts';
import { rowsPageKey } from './questions.ts';

/*
 * Stream: `<org>.import-<hash>`. Files received from another system. The name is the hash of their
 * bytes, so the same files are one import however often they are sent. D22, R4 §5.1-5.2.
 */

/** Any event in the stream of an import. */
export type ImportEvent = EventOf<(typeof importEvents)[number]>;

/** The received files: name, SHA-256, size in bytes and number of rows. */
export type Files = EventOf<typeof importReceived>['data']['files'];

/** The latest event about one page of rows. */
export interface RowsPage {
  readonly revision: number;
  readonly digest: string;
}

/** What the events of an import amount to. */
export interface ImportState {
  /** The received files; null while the stream is empty. */
  files: Files | null;
  source: string;
  /** By {@link rowsPageKey}. */
  readonly pages: Map<string, RowsPage>;
}

/** Folds the events of an import into its state. */
export const importFold: Fold<ImportState, ImportEvent> = {
  kind: 'import',
  initial: () => ({ files: null, source: '', pages: new Map() }),
  evolve: (state, event) => {
    if (event.type === 'RowsIngested') {
      const { revision, data } = event;
      state.pages.set(rowsPageKey(data), { revision, digest: data.digest });
      return;
    }
    state.files = event.data.files;
    state.source = event.data.source;
  },
};
