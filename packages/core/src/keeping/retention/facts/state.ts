import type { Fit } from '../../../entry/fitting.ts';
import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import { itemTarget } from '../../act/facts/questions.ts';
import type { retentionEvents } from './events.ts';
import { isPresenceCarried } from './presence-fitting-questions.ts';
import type { PresenceCourse, PresenceFact } from './presence-questions.ts';
import { addPresenceFact, noPresence } from './presence-questions.ts';
import type { HoldScope } from './questions.ts';

/*
 * Stream: `<org>.retention-main`. What forbids destruction and what was released for it are in one
 * stream, so that a hold and a release cannot overlook each other. D19.
 */

/** Any event in the stream of retention. */
export type RetentionEvent = EventOf<(typeof retentionEvents)[number]>;

/** An entry about the presence of carriers. */
export type PresenceEntry = Extract<RetentionEvent, { type: PresenceFact['type'] }>;

/**
 * A hold, a decision on the need, an approval of lists or an entry about the presence of carriers:
 * an entry, which may be annulled.
 */
export type RetentionEntry =
  | PresenceEntry
  | Extract<
      RetentionEvent,
      { type: 'HoldPlaced' | 'HoldLifted' | 'NoLongerNeeded' | 'PermanentListsApproved' }
    >;

type RetentionAnnulment = Extract<RetentionEvent, { type: 'RetentionEntryAnnulled' }>;

/** A hold. `liftedOn` is null while it is in force. */
export interface Hold {
  readonly scope: HoldScope;
  /** Who asks for it; null: not said. RK 1.11. */
  readonly authority: string | null;
  readonly placedOn: string;
  liftedOn: string | null;
}

/** What the entries of retention that count amount to. */
export interface RetentionEntries extends PresenceCourse {
  /** By id. */
  readonly holds: Map<string, Hold>;
  /** `<carrier> <record>` → day of the decision that it is no longer needed. */
  readonly unneeded: Map<string, string>;
  /** Calendar year → day on which its permanent inventories were approved. */
  readonly permanentLists: Map<string, string>;
}

/** The release of a carrier for destruction, or of a record for erasure. */
export interface Release {
  readonly act: string;
  readonly on: string;
  /** Event id of the release. */
  readonly entry: string;
  /** Event id of what owed it: the last approval, or the order of the erasure. */
  readonly owedBy: string | null;
}

/** What the acts released, in the order of the log. */
export interface Releases {
  /** `<carrier> <record>` → the release that stands. */
  readonly released: Map<string, Release>;
  /** Record → the release for the erasure of its personal data. */
  readonly erased: Map<string, Release>;
}

/** What the events of retention amount to. */
export type RetentionState = RetentionEntries & WithEntries<RetentionEntry> & Releases;

/** How the entries of retention that count, in the order of their days, make its state. */
export const retentionEntries: EntryFold<RetentionEntries, RetentionEntry> = {
  kind: 'retention',
  initial: () => ({
    holds: new Map(),
    unneeded: new Map(),
    permanentLists: new Map(),
    ...noPresence(),
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    switch (event.type) {
      case 'HoldPlaced': {
        const { hold, scope, authority } = event.data;
        state.holds.set(hold, { scope, authority, placedOn: on, liftedOn: null });
        return;
      }
      case 'HoldLifted': {
        const hold = state.holds.get(event.data.hold);
        if (hold !== undefined) hold.liftedOn = on;
        return;
      }
      case 'NoLongerNeeded':
        state.unneeded.set(itemTarget(event.data), on);
        return;
      case 'PermanentListsApproved':
        state.permanentLists.set(event.data.year, on);
        return;
      default:
        return addPresenceFact(state, event);
    }
  },
};

const entriesFold = foldEntries<RetentionEntries, RetentionEntry, RetentionAnnulment>(
  retentionEntries,
  { type: 'RetentionEntryAnnulled' },
);

/** Folds the events of retention into its state. */
export const retentionFold: Fold<RetentionState, RetentionEvent> = {
  kind: entriesFold.kind,
  initial: () => ({ ...entriesFold.initial(), released: new Map(), erased: new Map() }),
  evolve: (state, event) => {
    const { id: entry, occurredOn: on, causationId: owedBy } = event;
    switch (event.type) {
      case 'CarrierReleased':
        state.released.set(itemTarget(event.data), { act: event.data.act, on, entry, owedBy });
        return;
      case 'CarrierReleaseAnnulled': {
        const target = itemTarget(event.data);
        const { corrects } = event.data;
        if (state.released.get(target)?.entry === corrects) state.released.delete(target);
        return;
      }
      case 'RecordReleased':
        state.erased.set(event.data.record, { act: event.data.act, on, entry, owedBy });
        return;
      default:
        entriesFold.evolve(state, event);
    }
  },
};

/** The liftings of holds that were not placed, and what the presence of carriers rules out. D19. */
export function unfitRetentionEntries(
  state: RetentionEntries & WithEntries<RetentionEntry>,
): readonly RetentionEntry[] {
  const before = noPresence();
  return entriesInForce(state).filter((entry) => {
    if (!isPresenceEntry(entry)) {
      return entry.type === 'HoldLifted' && !state.holds.has(entry.data.hold);
    }
    const fits = isPresenceCarried(before, entry);
    addPresenceFact(before, entry);
    return !fits;
  });
}

/** How the entries of retention make its state, and which of them do not fit the others. */
export const retentionFit: Fit<RetentionEntries, RetentionEntry> = {
  own: retentionEntries,
  unfit: unfitRetentionEntries,
};

const OTHERS = ['HoldPlaced', 'HoldLifted', 'NoLongerNeeded', 'PermanentListsApproved'];

/** Is the entry about the presence of carriers? */
export const isPresenceEntry = (entry: RetentionEntry): entry is PresenceEntry =>
  !OTHERS.includes(entry.type);
