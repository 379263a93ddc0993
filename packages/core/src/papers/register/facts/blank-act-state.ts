import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type {
  blankEntryAnnulled,
  blankSpoilt,
  blanksReleased,
  blanksWrittenOff,
} from './blank-events.ts';
import type { BlankNumber, BlankRange } from './blank-questions.ts';
import { blankKey } from './blank-questions.ts';

/*
 * What happened in a register to blanks that no document was issued on: they were spoilt, written
 * off or released. Each of these can be annulled. D15, RK 1.8.
 */

/** Blanks were spoilt, written off or released: an entry of the register, which may be annulled. */
export type BlankAct = EventOf<
  typeof blankSpoilt | typeof blanksWrittenOff | typeof blanksReleased
>;

/** That an act on blanks was annulled. */
export type BlankAnnulment = EventOf<typeof blankEntryAnnulled>;

/** A blank that was spoilt. */
export interface SpoiltBlank extends BlankNumber {
  readonly on: string;
  /** Event id of the entry. */
  readonly entry: string;
  readonly writtenOff: boolean;
}

/** Blanks that were released. */
export interface ReleasedRange extends BlankRange {
  readonly on: string;
  /** Event id of the entry. */
  readonly entry: string;
}

/** What the acts on blanks that count amount to, by kind of blank. */
export interface BlankActs {
  /** Blank → how it was spoilt. */
  readonly spoilt: Map<string, Map<string, SpoiltBlank>>;
  readonly released: Map<string, readonly ReleasedRange[]>;
}

/** The acts on the blanks of a register. */
export type BlankActsState = BlankActs & WithEntries<BlankAct>;

/** How the acts on blanks that count, in the order of their days, make their state. */
export const blankActs: EntryFold<BlankActs, BlankAct> = {
  kind: 'register',
  initial: () => ({ spoilt: new Map(), released: new Map() }),
  evolve: ({ spoilt, released }, { id: entry, type, occurredOn: on, data }) => {
    const { blank } = data;
    if (type === 'BlanksReleased') {
      const { series, from, to } = data;
      released.set(blank, [...(released.get(blank) ?? []), { series, from, to, on, entry }]);
      return;
    }
    const ofKind = spoilt.get(blank) ?? new Map<string, SpoiltBlank>();
    spoilt.set(blank, ofKind);
    if (type === 'BlankSpoilt') {
      const { series, number } = data;
      ofKind.set(blankKey(data), { series, number, on, entry, writtenOff: false });
      return;
    }
    for (const item of data.items) {
      const one = ofKind.get(blankKey(item));
      if (one !== undefined) ofKind.set(blankKey(item), { ...one, writtenOff: true });
    }
  },
};

/** Folds the acts on the blanks of a register. */
export const blankActsFold = foldEntries<BlankActs, BlankAct, BlankAnnulment>(blankActs, {
  type: 'BlankEntryAnnulled',
});

/** The writings off of blanks of which one was not spoilt by their day. D15. */
export function unfitBlankActs(state: BlankActsState): readonly BlankAct[] {
  const before = blankActs.initial();
  return entriesInForce(state).filter((act) => {
    const fits = isCarried(before, act);
    blankActs.evolve(before, act);
    return !fits;
  });
}

function isCarried({ spoilt }: BlankActs, { type, data }: BlankAct): boolean {
  if (type !== 'BlanksWrittenOff') return true;
  return data.items.every((item) => spoilt.get(data.blank)?.has(blankKey(item)));
}
