import type * as z from 'zod';
import { ownGround } from '../../../acting/putting-right.ts';
import { entriesInForce } from '../../../entry/fold.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { foldEvents } from '../../../kernel/fold.ts';
import { sortedJson } from '../../../kernel/json.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { LifeEvent } from '../facts/life-state.ts';
import { lifeSteps } from '../facts/life-state.ts';
import { editionFor } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { correctStep } from './commands.ts';
import type { PuttingRightContext } from './context.ts';
import { decideChange, findStep, refuseUnlessStepOrdered } from './decide-annul.ts';
import { annulStep, noChange } from './decide-change.ts';
import { draftComplete } from './decide-completion.ts';
import { draftDischarge } from './decide-discharge.ts';
import { draftEnrolled } from './decide-enroll.ts';
import { enrollmentIdsOf } from './decide-life.ts';
import type { LifeDraft } from './decide-moved.ts';
import {
  draftReinstate,
  draftStart,
  draftSuspend,
  draftTransfer,
  groupToEnter,
} from './decide-movement.ts';
import { stepHasNoField, stepUnchanged } from './refusals.ts';

type CorrectInput = z.output<typeof correctStep.schema>;

/** What a step should have said. */
type Instead = CorrectInput['instead'];

/** The fields of each step that may be put right. */
const FIELDS: Readonly<Record<LifeEvent['type'], readonly (keyof Instead)[]>> = {
  Enrolled: ['from', 'group', 'studyFrom', 'sentBy', 'ground'],
  StudyStarted: ['on', 'ground'],
  Transferred: ['on', 'to', 'ground'],
  Suspended: ['on', 'reason', 'until', 'ground'],
  Reinstated: ['on', 'group', 'ground'],
  Completed: ['on', 'honours', 'ground'],
  Discharged: ['on', 'reason', 'whereTo', 'ground'],
};

/**
 * Decides `correct-step`: the step is annulled, and one with the true day or value, decided by the
 * ordinary rule on the steps before it, stands in its place. Refuses `step-has-no-field`,
 * `step-unchanged`, as the step's own rule does, and as `findStep` and `decideChange` do. RK 1.8.
 */
export function decideCorrectStep(
  state: EnrollmentState,
  input: CorrectInput,
  context: PuttingRightContext,
  by: Pick<ReceivedCommand, 'sender' | 'id'>,
): Decision {
  const found = findStep(state, input, context, by);
  if (isRefusal(found)) return found;
  const { step } = found;
  const has = FIELDS[step.type];
  const fields = (Object.keys(input.instead) as (keyof Instead)[]).filter(
    (field) => input.instead[field] !== undefined,
  );
  const strange = fields.filter((field) => !has.includes(field));
  if (strange.length > 0) return stepHasNoField({ entry: step.type, fields: strange, has });
  const made = draftAnew(state, step, input.instead, context);
  if (isRefusal(made)) return made;
  const unordered = refuseUnlessStepOrdered(step, found.edition, input.instead.ground);
  if (unordered !== null) return unordered;
  const draft: LifeDraft = { ...made, ground: ownGround(step, input.instead.ground) };
  if (says(draft) === says(step)) return stepUnchanged({ entry: step.type, on: step.occurredOn });
  const change = annulStep(noChange(state, by.id), step, draft);
  return decideChange(state, input, found, change, context);
}

type Said = Pick<LifeEvent, 'occurredOn' | 'data'> & Pick<LifeDraft, 'ground'>;

/** What a step says, but for the edition that it was decided on. */
const says = ({ occurredOn, data, ground = null }: Said): string => {
  const { edition: _, resultsStay: __, ...rest } = { resultsStay: null, ...data };
  return sortedJson([occurredOn, ground, rest]);
};

/** The step as it should have been, by the ordinary rule of its kind on its true day. */
function draftAnew(
  state: EnrollmentState,
  step: LifeEvent,
  instead: Instead,
  context: PuttingRightContext,
): LifeDraft | Refusal {
  const on = instead.from ?? instead.on ?? step.occurredOn;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const before = stateBefore(state, step, on);
  const drafts = ((): readonly [LifeDraft] | Refusal => {
    const { until, honours, sentBy, whereTo } = instead;
    switch (step.type) {
      case 'Enrolled': {
        const { data } = step;
        const group = instead.group ?? data.group;
        const entered = groupToEnter(state, group, on, context);
        if (isRefusal(entered)) return entered;
        const own = { ...context, group: entered, edition };
        const said = { group, from: on, studyFrom: studyFromOf(step, instead, on) };
        const by = sentBy === undefined ? data.sentBy : sentBy;
        return draftEnrolled(enrollmentIdsOf(state), { ...said, sentBy: by }, own);
      }
      case 'StudyStarted':
        return draftStart(before, { on }, edition);
      case 'Transferred':
        return draftTransfer(before, { on, to: instead.to ?? step.data.toGroup }, context, edition);
      case 'Suspended': {
        const { data } = step;
        const planned = until === undefined ? data.until : until;
        const said = { on, reason: instead.reason ?? data.reason, until: planned };
        return draftSuspend(before, said, edition);
      }
      case 'Reinstated': {
        const group = instead.group ?? step.data.group;
        return draftReinstate(before, { on, group }, context, edition);
      }
      case 'Completed': {
        const said = { on, honours: honours === undefined ? step.data.honours : honours };
        return draftComplete(before, said, context, edition);
      }
      case 'Discharged': {
        const { data } = step;
        const to = whereTo === undefined ? (data.whereTo ?? null) : whereTo;
        const said = { on, reason: instead.reason ?? data.reason, whereTo: to };
        return draftDischarge(before, said, context, edition);
      }
    }
  })();
  if (isRefusal(drafts)) return drafts;
  const [draft] = drafts;
  return draft;
}

/** The first day of study: the given one; where it was the day of enrolling, that moves with it. */
function studyFromOf(
  { data: { studyFrom }, occurredOn }: Extract<LifeEvent, { type: 'Enrolled' }>,
  instead: Instead,
  on: string,
): string | null {
  if (instead.studyFrom !== undefined) return instead.studyFrom;
  return studyFrom === occurredOn ? on : studyFrom;
}

/** The enrollment as the steps before a step make it, where it is moved to a day. */
function stateBefore(state: EnrollmentState, step: LifeEvent, on: string): EnrollmentState {
  const steps = entriesInForce(state);
  const earlier =
    step.occurredOn === on
      ? steps.slice(0, steps.indexOf(step))
      : steps.filter(({ id, occurredOn }) => id !== step.id && occurredOn <= on);
  return { ...state, ...foldEvents(lifeSteps, earlier) };
}
