import type { CoreEvent, Ground } from '@letopis/core';
import type { Dated } from '../projection/fact.ts';

/* A change of a learner's data that hides who they were before: adoption, protection. RK 1.10. */

/** What a closed change says beside the new values. */
export interface Closing {
  /** The court's decision, or another paper. */
  readonly ground: Ground | null;
  /** Ids of the representatives who stay. */
  readonly staying: readonly string[];
  /** Systems whose ids for the learner lead to who they were. */
  readonly formerSystems: readonly string[];
}

/** A closed change of a learner's data that counts. */
export interface ClosedChange {
  /** Event id of the change. */
  readonly event: string;
  /** The day from which who the learner was before is hidden. */
  readonly on: string;
  /** Its place in the log. */
  readonly position: string;
  /** `null` where the reader may not know. */
  readonly says: Closing | null;
}

/** What an event says as a closed change of a person's data; `null` if it is none. */
export function closingOf(
  { ground, data }: Extract<CoreEvent, { type: 'LearnerDataChanged' }>,
  person: string,
): Closing | null {
  if (data.closed === undefined || data.learner !== person) return null;
  const { staying = [], formerSystems = [] } = data;
  return { ground: ground as Ground | null, staying, formerSystems };
}

/** The last closed change among facts that count, in the order of their days. */
export function closedIn(
  inForce: readonly (Dated & { readonly closed: Closing | null })[],
): ClosedChange | null {
  const last = inForce.findLast(({ closed }) => closed !== null);
  if (last === undefined) return null;
  const { event, position } = last.source;
  return { event, on: last.on, position, says: last.closed };
}
