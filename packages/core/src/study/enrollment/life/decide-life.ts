import { refuseUnlessOrder } from '../../../acting/order.ts';
import { entriesInForce } from '../../../entry/fold.ts';
import { entryContradicted } from '../../../entry/refusals.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { foldEvents } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { openTogether } from '../facts/life-questions.ts';
import type { LifeEvent } from '../facts/life-state.ts';
import { lifeSteps } from '../facts/life-state.ts';
import { editionFor, refuseUnlessOpen } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { EnrollmentContext } from './context.ts';
import type { Change } from './decide-change.ts';
import { addStep, noChange, stateWith, unfoundedBy } from './decide-change.ts';
import type { LifeDraft } from './decide-moved.ts';
import { alreadyEnrolled, resultsOutside, stepsDisagree } from './refusals.ts';

/*
 * What all acts of an enrollment's life have in common. Such an act applies from its day on. It may
 * be entered late: it then takes its place among the steps by its day, where the steps after it
 * stay possible. D4, RK 1.5.
 */

/** An act of an enrollment's life. */
export interface LifeAct {
  /** As the regulation's `orderFor` names it: `transfer`, `suspend`, … */
  readonly act: string;
  readonly enrollment: string;
  readonly on: string;
}

/** A valid result that an act would leave outside study. */
export interface ResultOutside {
  readonly event: string;
  readonly on: string;
}

/** The ids that every event of the enrollment carries in its data. */
export function enrollmentIdsOf(state: EnrollmentState) {
  return { enrollment: state.id ?? '', learner: state.learner, programme: state.programme };
}

/**
 * The edition in force on the day of an act. Refuses `enrollment-unknown`, `enrollment-annulled`,
 * `regulation-missing`, `order-required`, and as `refuseIfArchived` does.
 */
export function editionOfLifeAct(
  state: EnrollmentState,
  { act, enrollment, on }: LifeAct,
  context: EnrollmentContext,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Edition | Refusal {
  const shut = refuseUnlessOpen(state, enrollment);
  if (shut !== null) return shut;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const unordered = refuseUnlessOrder(act, edition.enrollment.orderFor, sender.ground);
  return unordered ?? edition;
}

/** The enrollment as the steps up to a day make it: what a step of that day follows. */
export function stateUntil(state: EnrollmentState, day: string): EnrollmentState {
  const earlier = entriesInForce(state).filter(({ occurredOn }) => occurredOn <= day);
  return { ...state, ...foldEvents(lifeSteps, earlier) };
}

/**
 * Decides steps that the ordinary rule allows on their day. Refuses `steps-disagree` where later
 * steps would no longer be possible, `results-outside` where valid results would lie outside study,
 * `entry-contradicted` where entries about study and debts would, and `already-enrolled`. Results
 * in another group stay where they were given, and the step says so. D4, RK 1.8.
 */
export function decideSteps(
  state: EnrollmentState,
  { act, on }: LifeAct,
  drafts: readonly LifeDraft[] | Refusal,
  context: EnrollmentContext,
  command: Pick<ReceivedCommand, 'id'>,
): Decision {
  if (isRefusal(drafts)) return drafts;
  const change = drafts.reduce<Change>(
    (made, draft) => addStep(made, draft),
    noChange(state, command.id),
  );
  const after = stateWith(state, change);
  const { steps, results, entries, stay } = unfoundedBy(state, after, []);
  if (steps.length > 0) return stepsDisagree({ act, on, steps });
  if (results.length > 0) {
    return resultsOutside({
      on,
      results: results.map(({ event, on: day }) => ({ event, on: day })),
    });
  }
  if (entries.length > 0) return entryContradicted({ on, facts: entries });
  const twice = refuseIfOpenTogether(state, after, context);
  return twice ?? draftsOf(change, newStays(state, stay));
}

/** The drafts of the added steps; results that stay are told by the first step that can. */
export function draftsOf(change: Change, stay: readonly string[]): readonly LifeDraft[] {
  const drafts: LifeDraft[] = [];
  let untold = stay.length > 0;
  for (const item of change.items) {
    if (item.kind !== 'added') continue;
    // A step that stands in the place of another one brings its paper; any other has the command's.
    const { type, occurredOn, refs, data, ground } = item.step;
    const tells = untold && TELLING.includes(type);
    if (tells) untold = false;
    const told = tells ? { ...data, resultsStay: [...staysIn(data), ...stay] } : data;
    drafts.push({ type, occurredOn, refs, data: told, ground } as LifeDraft);
  }
  return drafts;
}

/** The results of which a step says that they stay; a carried step may have said it before. */
const staysIn = (data: LifeEvent['data']): readonly string[] =>
  ({ resultsStay: null, ...data }).resultsStay ?? [];

/** The steps that say in which group the learner is. */
const TELLING: readonly string[] = ['Enrolled', 'Transferred', 'Reinstated'];

/** Those of the results that stay elsewhere of which no step that counts says so yet. */
export function newStays(state: EnrollmentState, stay: readonly string[]): readonly string[] {
  const told = new Set<string>();
  for (const { data } of entriesInForce(state)) for (const event of staysIn(data)) told.add(event);
  return stay.filter((event) => !told.has(event));
}

/**
 * Refuses `already-enrolled` where the life would be open on one day in one group (or programme,
 * where the regulation allows one there) with another enrollment, and was not before. D4.
 */
export function refuseIfOpenTogether(
  before: EnrollmentState,
  after: EnrollmentState,
  context: EnrollmentContext,
): Refusal | null {
  const last = after.lifeFacts.at(-1);
  const edition = last === undefined ? null : editionFor(context, last.on);
  if (edition === null || isRefusal(edition)) return edition;
  const { onePer } = edition.enrollment;
  const perProgramme = onePer === 'programme';
  for (const other of context.otherEnrollments) {
    const group = openTogether(after, other, perProgramme);
    if (group === null || openTogether(before, other, perProgramme) !== null) continue;
    return alreadyEnrolled({ enrollment: other.id ?? '', group, onePer });
  }
  return null;
}
