import type { ViewStore } from '../../kernel/view-store.ts';
import { fail } from '../suite/expectation.ts';
import type { Concern } from '../suite/run-suite.ts';

/** An opened view store, and what else a test can do with its file. */
export interface OpenedViewStore {
  readonly views: ViewStore;
  /** Closes the store and opens the same views again. */
  readonly reopen?: () => Promise<ViewStore>;
  /** Opens one more instance over the same views, as another process would. */
  readonly second?: () => Promise<ViewStore>;
  /** Closes whatever is open and removes the views; called once, also after a failure. */
  readonly cleanup: () => Promise<void>;
}

/** Opens a new, empty view store. */
export type OpenViewStore = () => Promise<OpenedViewStore>;

/** What one test of a view store works with: the store, and ways to reopen it. */
export interface ViewStoreBench {
  readonly views: ViewStore;
  readonly reopen: () => Promise<ViewStore>;
  readonly second: () => Promise<ViewStore>;
}

/** One concern of the view stores' suite. */
export type ViewStoreConcern = Concern<ViewStoreBench>;

/** Opens views, runs a test on them, and cleans up in any case. */
export async function onViewStore(
  open: OpenViewStore,
  test: (bench: ViewStoreBench) => Promise<void>,
): Promise<void> {
  const { views, reopen, second, cleanup } = await open();
  try {
    await test({
      views,
      reopen: reopen ?? missing('reopen'),
      second: second ?? missing('second'),
    });
  } finally {
    await cleanup();
  }
}

const missing = (what: string) => (): Promise<never> =>
  fail(`open() gave no ${what}: give one, or skip this test and say why`);
