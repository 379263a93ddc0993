import type { Entry, WithEntries } from '../entry/fold.ts';
import { entryAnnulledAlready, entryUnknown } from '../entry/refusals.ts';
import { entryId } from '../entry/shape.ts';
import { groundGiven } from '../kernel/command.ts';
import type { RecordedEvent } from '../kernel/event.ts';
import type { DraftEvent, Ground } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { ScopeQuery } from '../rules/official/facts/questions.ts';
import type { OfficialState } from '../rules/official/facts/state.ts';
import type { Edition } from '../rules/regulation/facts/state.ts';
import { localDate } from '../values/local-date.ts';
import type { Signer } from '../values/shape.ts';
import { shortText } from '../values/text.ts';
import { refuseUnlessOrder } from './order.ts';
import { refuseUnlessReason } from './reason.ts';
import { positionField, signAs, signerFields } from './signer.ts';

/*
 * Putting an entry right: who may annul or correct an earlier fact of a stream, with which reason,
 * signature and ground. One rule for all streams; each stream adds what rests on its facts. RK 1.8.
 */

/** A command's fields for annulling or correcting an entry. */
export const putRightFields = {
  /** Event id of the entry. */
  entry: entryId,
  reason: shortText(500).optional(),
  ...signerFields,
  ...positionField,
  /** Day of the act itself; by default today. */
  on: localDate.optional(),
};

/** A command's fields for correcting an entry. */
export const correctingFields = {
  ...putRightFields,
  /** The paper that the entry itself rests on, where another one was entered; null: none. */
  entryGround: groundGiven.nullable().optional(),
};

/** A parsed command that annuls or corrects an entry. */
export interface PuttingRight {
  readonly entry: string;
  readonly reason?: string | undefined;
  readonly signer: string;
  readonly office: string | null;
  readonly position?: string | undefined;
  readonly entryGround?: Ground | null | undefined;
}

/** What a decision to annul or correct an entry reads from other streams. */
export interface PutRightContext {
  /** The day of the act. */
  readonly on: string;
  readonly today: string;
  /** In force on the day of the act. */
  readonly edition: Edition;
  /** The appointments of the signer. */
  readonly official: OfficialState;
}

/** How the entry's stream is asked. */
export interface PutRightAsked {
  /** The act, as refusals name it: `annul-step`. */
  readonly act: string;
  /** What the stream is about: the id of the learner, enrollment or official. */
  readonly of: string;
  /** Whether the act needs an order as its ground. */
  readonly orderRequired: boolean;
  readonly ground: Ground | null;
  readonly scope?: ScopeQuery | 'any';
  /** Who may sign, where the entry is not for all of `correction.entryOffices`. */
  readonly offices?: readonly string[];
}

/** An entry that may be put right, and who signs. */
export interface PutRight<E extends RecordedEvent> {
  readonly entry: Entry<E>;
  readonly signer: Signer;
}

/**
 * Finds the entry that a command annuls or corrects, and its signer. Refuses `entry-unknown`,
 * `entry-annulled-already`, `dated-ahead`, `reason-missing`, `order-required`, and as `signAs`
 * does. Who may sign is `correction.entryOffices` of the regulation, or `offices` where asked.
 */
export function findPutRight<E extends RecordedEvent>(
  { entries }: Pick<WithEntries<E>, 'entries'>,
  input: PuttingRight,
  { on, edition, official }: PutRightContext,
  { act, of, orderRequired, ground, scope = 'any', offices }: PutRightAsked,
): PutRight<E> | Refusal {
  const entry = entries.get(input.entry);
  if (entry === undefined) return entryUnknown({ entry: input.entry, of });
  const { annulled } = entry;
  if (annulled !== null) {
    const { actedOn, replacedBy } = annulled;
    return entryAnnulledAlready({ entry: input.entry, on: actedOn, replacedBy });
  }
  const { entryOffices, entryReasonRequired } = edition.correction;
  const no =
    refuseUnlessReason(act, input.entry, entryReasonRequired, input.reason) ??
    refuseUnlessOrder(act, orderRequired, ground) ??
    refuseUnlessOwnOrder(act, orderRequired, input.entryGround);
  if (no !== null) return no;
  const { signer: person, office, position } = input;
  const acting = { person, office, on, position };
  const signer = signAs(official, acting, offices ?? entryOffices, scope);
  return isRefusal(signer) ? signer : { entry, signer };
}

/** Refuses `order-required` where a correction takes the order away that the entry needed. */
export function refuseUnlessOwnOrder(
  act: string,
  orderRequired: boolean,
  given: Ground | null | undefined,
): Refusal | null {
  return given === undefined ? null : refuseUnlessOrder(act, orderRequired, given);
}

/** The paper of the entry that takes the place of another one: the one given, or as it was. */
export const ownGround = (
  { ground }: Pick<RecordedEvent, 'ground'>,
  given: Ground | null | undefined,
): Ground | null => (given === undefined ? ground : given);

/**
 * What stands in the place of an entry, on the entry's own paper. The paper of the correction is
 * that of the annulment beside it: it says why the entry reads otherwise now, and not what the fact
 * rests on. RK 1.5, 1.8.
 */
export const onOwnPaper = <Draft extends DraftEvent>(
  drafts: readonly Draft[],
  ground: Ground | null,
): readonly Draft[] => drafts.map((draft) => ({ ...draft, ground }));

/**
 * Day and refs of an event that annuls the entry: those of the entry, with the signer among the
 * officials. An entry about an official keeps its own refs, as these say whom it is about.
 */
export function annulmentPlace<E extends RecordedEvent>({ entry, signer }: PutRight<E>) {
  const { occurredOn, refs } = entry.event;
  const official = [...(refs.official ?? []), signer.person];
  return { occurredOn, refs: { ...refs, official } };
}

/** The fields of an event that annuls the entry, as `annulmentShape` has them. */
export function annulmentData<E extends RecordedEvent>(
  { entry, signer }: PutRight<E>,
  { on, edition }: Pick<PutRightContext, 'on' | 'edition'>,
  replacedBy: string | null,
) {
  const { id: corrects, type } = entry.event;
  return {
    corrects,
    entry: type as string,
    actedOn: on,
    replacedBy,
    signer,
    edition: edition.edition,
  };
}
