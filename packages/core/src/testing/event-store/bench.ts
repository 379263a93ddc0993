import type { EventStore } from '../../kernel/event-store.ts';
import type { Ports } from '../../kernel/ports.ts';
import { fail } from '../suite/expectation.ts';
import type { FixedPorts } from '../suite/fixed-ports.ts';
import { fixedPorts } from '../suite/fixed-ports.ts';
import type { Concern } from '../suite/run-suite.ts';

/** An opened store, and what else can be done with its log. */
export interface OpenedEventStore {
  readonly store: EventStore;
  /** Closes the store and opens the same log again. */
  readonly reopen?: () => Promise<EventStore>;
  /** Opens one more instance over the same log, as another process would. */
  readonly second?: (ports: Partial<Ports>) => Promise<EventStore>;
  /** Closes whatever is open and removes the log; called once, also after a failure. */
  readonly cleanup: () => Promise<void>;
}

/**
 * Opens a store over a new, empty log. It must use the ports that are given; the others are its
 * own.
 */
export type OpenEventStore = (options: {
  readonly ports: Partial<Ports>;
}) => Promise<OpenedEventStore>;

/**
 * What one test of an event store works with: the store, its fixed clock, and ways to reopen it.
 */
export interface EventStoreBench {
  readonly store: EventStore;
  /** The clock and the random bytes that the store was opened with. */
  readonly time: FixedPorts;
  readonly open: OpenEventStore;
  readonly reopen: () => Promise<EventStore>;
  readonly second: (ports: Partial<Ports>) => Promise<EventStore>;
  /**
   * Can this store's log be opened again? Fails the test where `reopen` is missing and not skipped.
   */
  readonly reopens: boolean;
  /** Can a second instance be opened over this store's log? */
  readonly seconds: boolean;
}

/** One concern of the event stores' suite. */
export type EventStoreConcern = Concern<EventStoreBench>;

/** The fixed clock and random bytes as ports of a store; its hash and its waits stay its own. */
export function clockAndChance(time: FixedPorts): Pick<Ports, 'clock' | 'random'> {
  return { clock: time.clock, random: time.random };
}

/** Opens a store with fixed ports, runs a test on it, and cleans up in any case. */
export async function onEventStore(
  open: OpenEventStore,
  test: (bench: EventStoreBench) => Promise<void>,
): Promise<void> {
  const time = fixedPorts();
  const opened = await open({ ports: clockAndChance(time) });
  try {
    await test({
      store: opened.store,
      time,
      open,
      reopen: opened.reopen ?? missing('reopen'),
      second: opened.second ?? missing('second'),
      reopens: opened.reopen !== undefined,
      seconds: opened.second !== undefined,
    });
  } finally {
    await opened.cleanup();
  }
}

const missing = (what: string) => (): Promise<never> =>
  fail(`open() gave no ${what}: give one, or skip this test and say why`);
