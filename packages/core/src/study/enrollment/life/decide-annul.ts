import type * as z from 'zod';
import type { PutRight } from '../../../acting/putting-right.ts';
import {
  annulmentData,
  annulmentPlace,
  findPutRight,
  refuseUnlessOwnOrder,
} from '../../../acting/putting-right.ts';
import type { RestingFact } from '../../../entry/refusals.ts';
import { entryRestedOn, entryUnknown } from '../../../entry/refusals.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { DraftEvent, Ground } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { recordHandedOver } from '../../../record/refusals.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { refuseIfBefore } from '../../../values/day-order.ts';
import { assessmentAnnulled } from '../facts/assessment-events.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { enrollmentEntryAnnulled } from '../facts/life-events.ts';
import type { LifeEvent } from '../facts/life-state.ts';
import { editionFor, officialOf, recordOf, scopeOf } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { enrollmentUnknown } from '../facts/unknown.ts';
import type { annulStep } from './commands.ts';
import type { PuttingRightContext } from './context.ts';
import { addedAfter, refuseUnlessGroundPlace } from './decide-added.ts';
import { carriedEvents, decisionsCarried } from './decide-carried.ts';
import type { Change } from './decide-change.ts';
import {
  annulStep as changeWithout,
  carryLater,
  noChange,
  stateWith,
  unfoundedBy,
} from './decide-change.ts';
import { draftsOf, enrollmentIdsOf, newStays, refuseIfOpenTogether } from './decide-life.ts';
import { stepsLosingPromotion } from './decide-promotion.ts';

/** A parsed `annul-step`, and what `correct-step` has in common with it. */
export type PutRightInput = z.output<typeof annulStep.schema>;

type By = Pick<ReceivedCommand, 'sender' | 'id'>;

/** The names of the steps in the regulation's `enrollment.orderFor`. */
const ACTS = {
  Enrolled: 'enroll',
  StudyStarted: 'start-study',
  Transferred: 'transfer',
  Suspended: 'suspend',
  Reinstated: 'reinstate',
  Completed: 'complete',
  Discharged: 'discharge',
} as const satisfies Record<LifeEvent['type'], string>;

/** The step that may be put right, who signs, and the rules of the day of the act. */
export interface StepFound extends PutRight<LifeEvent> {
  readonly step: LifeEvent;
  readonly actedOn: string;
  readonly edition: Edition;
}

/**
 * Decides `annul-step`. Refuses as `findStep` and `decideChange` do. RK 1.8.
 */
export function decideAnnulStep(
  state: EnrollmentState,
  input: PutRightInput,
  context: PuttingRightContext,
  by: By,
): Decision {
  const found = findStep(state, input, context, by);
  if (isRefusal(found)) return found;
  const change = changeWithout(noChange(state, by.id), found.step, null);
  return decideChange(state, input, found, change, context);
}

/**
 * Finds the step to be annulled or corrected, and who signs. Refuses `enrollment-unknown`,
 * `record-handed-over`, `ground-place-missing`, and as `findPutRight` does. An order is needed
 * where the step needed one, and after acceptance by the archive where the regulation says so. RK
 * 1.8, 1.9.
 */
export function findStep(
  state: EnrollmentState,
  input: PutRightInput,
  context: PuttingRightContext,
  { sender: { ground } }: By,
): StepFound | Refusal {
  const { enrollment, entry } = input;
  if (state.id === null) return enrollmentUnknown({ enrollment });
  const { transfer, accepted } = state.archival;
  const record = recordOf(enrollment);
  if (transfer !== null && !accepted) return recordHandedOver({ record, transfer });
  const actedOn = input.on ?? context.today;
  const edition = editionFor(context, actedOn);
  if (isRefusal(edition)) return edition;
  const step = state.entries.get(entry)?.event;
  if (step === undefined) return entryUnknown({ entry, of: enrollment });
  const act = ACTS[step.type];
  const orderRequired =
    edition.enrollment.orderFor.includes(act) || (accepted && edition.correction.orderAfterArchive);
  const [group = ''] = step.refs.group ?? [];
  const found = findPutRight(
    state,
    input,
    { on: actedOn, today: context.today, edition, official: officialOf(context, input.signer) },
    { act, of: enrollment, orderRequired, ground, scope: scopeOf(context, group) },
  );
  if (isRefusal(found)) return found;
  const unplaced = refuseUnlessGroundPlace(input, context);
  if (unplaced !== null) return unplaced;
  return { ...found, step: found.entry.event, actedOn, edition };
}

/** Refuses `order-required` where a correction takes away the order that the step needed. */
export const refuseUnlessStepOrdered = (
  { type }: LifeEvent,
  { enrollment }: Edition,
  given: Ground | null | undefined,
): Refusal | null =>
  refuseUnlessOwnOrder(ACTS[type], enrollment.orderFor.includes(ACTS[type]), given);

/**
 * Decides a change that puts a step right. Refuses `entry-rested-on` where later steps, results,
 * documents, or entries about study and debts would lose their footing, unless the command carries
 * them, or a step would lead to another year without a decision; and `already-enrolled`,
 * `act-out-of-order`. RK 1.6, 1.8.
 */
export function decideChange(
  state: EnrollmentState,
  input: PutRightInput,
  found: StepFound,
  given: Change,
  context: PuttingRightContext,
): Decision {
  const change = input.withLater ? carryLater(given) : given;
  const after = stateWith(state, change);
  const { steps, results, documents, entries, stay } = unfoundedBy(state, after, context.documents);
  const carried = input.withLater ? decisionsCarried(state, after, entries, context) : [];
  const moved = carried.map(({ event }) => event.id);
  const facts: readonly RestingFact[] = [
    ...steps,
    ...stepsLosingPromotion(state, after, context),
    ...(input.withResults ? [] : results.map(restingResult)),
    ...documents,
    ...entries.filter(({ id }) => !moved.includes(id)),
  ];
  if (facts.length > 0) return entryRestedOn({ entry: input.entry, facts });
  const twice = refuseIfOpenTogether(state, after, context);
  if (twice !== null) return twice;
  for (const { lastActOn } of results) {
    const early = refuseIfBefore(found.actedOn, lastActOn);
    if (early !== null) return early;
  }
  // A stay that only an annulled step told is told anew.
  const told = newStays(after, stay);
  return [
    ...eventsOf(state, input, found, change, told),
    ...carriedEvents(state, input, found, change, carried),
    ...results.map((result) => resultAnnulled(state, input, found, result)),
  ];
}

const restingResult = ({ event: id, on, credited }: ResultState): RestingFact => ({
  type: credited ? 'ResultCredited' : 'AssessmentRecorded',
  id,
  on,
});

/** The events of the change in their order; stays are told by a new step, or by the annulment. */
function eventsOf(
  state: EnrollmentState,
  input: PutRightInput,
  found: StepFound,
  change: Change,
  stay: readonly string[],
): readonly DraftEvent[] {
  const added = [...draftsOf(change, stay)];
  const untold = stay.length > 0 && !added.some(({ data }) => 'resultsStay' in data);
  return change.items.map((item, index) => {
    if (item.kind !== 'annulled') return added.shift() ?? item.step;
    const { step, replacedBy } = item;
    const entry = { ...found, entry: { event: step, annulled: null, place: step.revision } };
    const day = { on: found.actedOn, edition: found.edition };
    const data = {
      ...enrollmentIdsOf(state),
      ...annulmentData(entry, day, replacedBy),
      ...(input.reason === undefined ? {} : { reason: known(input.reason) }),
      ...(untold && index === 0 ? { resultsStay: [...stay] } : {}),
      ...addedAfter(state, input),
    };
    return enrollmentEntryAnnulled.draft({ ...annulmentPlace(entry), data });
  });
}

/** The order that puts the step right annuls the result: the same day, signer and reason. */
function resultAnnulled(
  state: EnrollmentState,
  input: PutRightInput,
  { actedOn, signer, edition: { edition } }: StepFound,
  { on: occurredOn, refs, module, group, event: corrects }: ResultState,
): DraftEvent {
  const { reason } = input;
  const said = reason === undefined ? {} : { reason: known(reason) };
  const data = {
    ...enrollmentIdsOf(state),
    module,
    group,
    corrects,
    actedOn,
    ...said,
    signer,
    ...addedAfter(state, input),
    edition,
  };
  return assessmentAnnulled.draft({ occurredOn, refs, data });
}
