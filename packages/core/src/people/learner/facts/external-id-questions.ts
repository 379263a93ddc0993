import { entriesInForce } from '../../../entry/fold.ts';
import type { RecordedEvent } from '../../../kernel/event.ts';
import { foldEvents } from '../../../kernel/fold.ts';
import type { Personal } from '../../../kernel/personal.ts';
import { isClosedChange } from './closed-questions.ts';
import type { LearnerEvent, LearnerRecord } from './state.ts';
import { learnerFold } from './state.ts';

/* The ids that other systems have for a learner: one a system at a time. */

/** The id of a learner in a system, valid from `from` until the day before `endsOn`. */
export interface ExternalId {
  readonly system: string;
  /** The id itself, which is personal data. */
  readonly value: Personal<string>;
  readonly from: string;
  /** First day without it, on which another one takes its place; null: none does. */
  readonly endsOn: string | null;
}

/**
 * The ids of a learner in other systems, from the stored events of the learner: states are cached,
 * and a value may have been erased meanwhile. Annulled ones are left out, and those of the time
 * before a closed change that another one took the place of, or whose system it names. RK 1.10.
 */
export function externalIdsIn(events: readonly RecordedEvent[]): readonly ExternalId[] {
  const state = foldEvents(learnerFold, events as readonly LearnerEvent[]);
  const entries = entriesInForce(state);
  const given = entries.filter((entry) => entry.type === 'ExternalIdGiven');
  const closed = entries.findLast(isClosedChange);
  const isFormer = ({ system, from, endsOn }: ExternalId): boolean =>
    closed !== undefined &&
    from < closed.occurredOn &&
    (endsOn !== null || closed.data.formerSystems?.includes(system) === true);
  return given
    .map(({ data: { system, value }, occurredOn: from }, at) => {
      const next = given.slice(at + 1).find((one) => one.data.system === system);
      return { system, value, from, endsOn: next?.occurredOn ?? null };
    })
    .filter(({ from, endsOn }) => endsOn === null || from < endsOn)
    .filter((one) => !isFormer(one));
}

/** Is an id valid on a day? */
export const isExternalIdOn = ({ from, endsOn }: ExternalId, on: string): boolean =>
  from <= on && (endsOn === null || on < endsOn);

/** The day on which another id takes the place of one that is given for a day; null: none does. */
export function nextExternalIdOn(state: LearnerRecord, system: string, on: string): string | null {
  const next = entriesInForce(state).find(
    (entry) =>
      entry.type === 'ExternalIdGiven' && entry.data.system === system && entry.occurredOn > on,
  );
  return next?.occurredOn ?? null;
}
