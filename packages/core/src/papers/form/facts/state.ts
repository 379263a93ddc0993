import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { formEntryAnnulled, formEvents } from './events.ts';

/* Stream: `<org>.form-<id>`. The versions of one form of the record. R2 §2.1. */

/** Any event in the stream of a form. */
export type FormEvent = EventOf<(typeof formEvents)[number]>;

type FormAnnulment = EventOf<typeof formEntryAnnulled>;

/** An approval or a withdrawal: an entry of the stream, which may be annulled. */
export type FormEntry = Exclude<FormEvent, FormAnnulment>;

/** A version, its first day, and the first day on which it is withdrawn, or null. */
export interface FormVersion {
  readonly from: string;
  readonly version: string;
  withdrawnFrom: string | null;
}

/** What the entries about a form that count amount to. */
export interface FormFacts {
  /** Versions in the order of their days, each with its first day. */
  readonly versions: FormVersion[];
}

/** A form, as of the events folded so far. */
export type FormState = FormFacts & WithEntries<FormEntry>;

/** How the entries that count, in the order of their days, make the versions. */
export const formFacts: EntryFold<FormFacts, FormEntry> = {
  kind: 'form',
  initial: () => ({ versions: [] }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (event.type === 'FormApproved') {
      state.versions.push({ from: on, version: event.data.version, withdrawnFrom: null });
      return;
    }
    const last = state.versions.at(-1);
    if (last !== undefined) last.withdrawnFrom = on;
  },
};

/** Folds the events of a form into its state. */
export const formFold: Fold<FormState, FormEvent> = foldEntries<
  FormFacts,
  FormEntry,
  FormAnnulment
>(formFacts, { type: 'FormEntryAnnulled' });

/** A version that stands beside another approval of it on a day: no withdrawal lies between. */
export function standingBeside(
  { versions }: FormFacts,
  version: string,
  on: string,
): FormVersion | undefined {
  const withdrawn = versions.flatMap(({ withdrawnFrom: day }) => (day === null ? [] : [day]));
  return versions.find((one) => {
    if (one.version !== version) return false;
    const [first, last] = one.from < on ? [one.from, on] : [on, one.from];
    return !withdrawn.some((day) => first <= day && day < last);
  });
}

/**
 * The withdrawals of a version that is not in force on their day, or is not the last one, and the
 * approvals of a version that stands already. D1.
 */
export function unfitFormEntries(state: FormState): readonly FormEntry[] {
  const before = formFacts.initial();
  return entriesInForce(state).filter((entry) => {
    const { version } = entry.data;
    const last = before.versions.at(-1);
    const isInForce = last?.version === version && last.withdrawnFrom === null;
    const stands = standingBeside(before, version, entry.occurredOn) !== undefined;
    formFacts.evolve(before, entry);
    return entry.type === 'FormWithdrawn' ? !isInForce : stands;
  });
}
