import type { Entry } from '../../../entry/fold.ts';
import { entriesInForce } from '../../../entry/fold.ts';
import type { RestingFact } from '../../../entry/refusals.ts';
import { foldEvents } from '../../../kernel/fold.ts';
import { eventId } from '../../../kernel/uuid.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import type { DebtEntryEvent } from '../facts/debt-state.ts';
import { groupOfYear, misfitsIn } from '../facts/life-questions.ts';
import type { LifeEvent } from '../facts/life-state.ts';
import { lifeSteps } from '../facts/life-state.ts';
import { allowsResult, studyOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { StudyEntry } from '../facts/study-state.ts';
import type { DocumentSeen } from './context.ts';
import type { LifeDraft } from './decide-moved.ts';
import { movedTo } from './decide-moved.ts';

/*
 * A change of the life: steps that are added, and steps that are annulled, by one command. It is
 * lawful if the steps that then count are possible in the order of their days, and nothing else
 * that was recorded loses its footing. D4, RK 1.8.
 */

/** One event that the change appends. */
export type ChangeItem =
  | { readonly kind: 'added'; readonly step: LifeEvent }
  | { readonly kind: 'annulled'; readonly step: LifeEvent; readonly replacedBy: string | null };

/** A change: what it appends, in order, and the entries that are left or added by it. */
export interface Change {
  readonly command: string;
  readonly items: readonly ChangeItem[];
  readonly entries: Map<string, Entry<LifeEvent>>;
}

/** A change that does nothing yet. */
export const noChange = (state: EnrollmentState, command: string): Change => ({
  command,
  items: [],
  entries: new Map(state.entries),
});

/** A place after every stored entry of the same day. */
const LATER = Number.MAX_SAFE_INTEGER;

/** Adds a step to a change; where it replaces one of its day, it has the place of that. */
export function addStep(change: Change, draft: LifeDraft, before?: Entry<LifeEvent>): Change {
  const id = eventId(change.command, change.items.length);
  // A fold of steps reads of an event only what a draft has, and the id that it will get.
  const step = { ...draft, id } as unknown as LifeEvent;
  // Steps of one day and place keep the order in which they are added.
  const place = before?.event.occurredOn === step.occurredOn ? before.place : LATER;
  const entries = new Map(change.entries).set(id, { event: step, annulled: null, place });
  return { ...change, entries, items: [...change.items, { kind: 'added', step }] };
}

/** Annuls a step: from the start, or with the step that stands in its place. */
export function annulStep(change: Change, step: LifeEvent, inPlace: LifeDraft | null): Change {
  const { command, items } = change;
  const replacedBy = inPlace === null ? null : eventId(command, items.length + 1);
  const entries = new Map(change.entries);
  entries.delete(step.id);
  const without: Change = {
    command,
    items: [...items, { kind: 'annulled', step, replacedBy }],
    entries,
  };
  return inPlace === null ? without : addStep(without, inPlace, change.entries.get(step.id));
}

/**
 * Carries the later steps that are not possible with the change: a step that only names another
 * group is entered anew with the group in which the learner then is; any other is annulled too.
 */
export function carryLater(change: Change): Change {
  let carried = change;
  for (;;) {
    const [first] = misfitsIn(entriesInForce(carried));
    if (first === undefined) return carried;
    const { step, group } = first;
    const moved = group === null ? null : movedTo(step, group);
    const inPlace = moved === null ? null : { ...moved, ground: step.ground };
    carried = annulStep(carried, step, inPlace);
  }
}

/** The steps that count with the change, and the state of the enrollment as they make it. */
export function stateWith(state: EnrollmentState, { entries }: Change): EnrollmentState {
  return { ...state, ...foldEvents(lifeSteps, entriesInForce({ entries })), entries };
}

/** What was recorded and would lose its footing. */
export interface Unfounded {
  readonly steps: readonly RestingFact[];
  /** Valid results that would lie outside study. */
  readonly results: readonly ResultState[];
  readonly documents: readonly RestingFact[];
  /** What was entered about study and debts, and names a day or group outside the life. */
  readonly entries: readonly RestingFact[];
  /** First records of results that stay with the group where they were given. */
  readonly stay: readonly string[];
}

/** What loses its footing where one state of the life takes the place of another. */
export function unfoundedBy(
  before: EnrollmentState,
  after: EnrollmentState,
  documents: readonly DocumentSeen[],
): Unfounded {
  const valid = [...before.results.values()].filter(({ annulledOn }) => annulledOn === null);
  const results = valid.filter((one) => founded(before, one) && !founded(after, one));
  const stay = valid.filter((one) => founded(after, one) && elsewhere(after, one));
  return {
    steps: misfitsIn(entriesInForce(after)).map(({ step: { type, id, occurredOn: on } }) => ({
      type,
      id,
      on,
    })),
    results,
    documents: documents
      .filter((one) => standsOn(before, one) && !standsOn(after, one))
      .map(({ document: id, on }) => ({ type: 'DocumentIssued', id, on })),
    entries: [...entriesInForce(before.study), ...entriesInForce({ entries: before.debtEntries })]
      .filter((one) => hasPlace(before, one) && !hasPlace(after, one))
      .map(({ type, id, occurredOn: on }) => ({ type, id, on })),
    stay: stay.map(({ event }) => event),
  };
}

/**
 * Was the learner where the entry says that day? How somebody studies is entered until the end, its
 * day too; a study year is decided in its group; of debts one is informed after the end as well.
 */
function hasPlace(state: EnrollmentState, event: StudyEntry | DebtEntryEvent): boolean {
  const { occurredOn: on } = event;
  switch (event.type) {
    case 'YearDecided':
      return studyOn(state, on).status !== 'ended' && wasInYear(state, event);
    case 'StudyFormSet':
    case 'StudyFormEnded':
      return groupsOf(state, on).length > 0 && studyOn(state, on).status !== 'ended';
    default:
      return groupsOf(state, on).length > 0;
  }
}

/** Was the learner in the group of the decision on its day, or last in that year of study? */
function wasInYear(state: EnrollmentState, { occurredOn, data }: DecidedEvent): boolean {
  const { studyYear, group } = data;
  if (groupsOf(state, occurredOn).includes(group)) return true;
  return groupOfYear(state, { studyYear, until: occurredOn }, () => null) === group;
}

type DecidedEvent = Extract<StudyEntry, { type: 'YearDecided' }>;

/** The groups of a day: the one before it, and those into which a step of the day leads. */
function groupsOf({ lifeFacts }: EnrollmentState, day: string): readonly string[] {
  const before = lifeFacts.findLast(({ on }) => on < day);
  return [
    ...(before === undefined ? [] : [before]),
    ...lifeFacts.filter(({ on }) => on === day),
  ].map(({ group }) => group);
}

/** May the result be recorded on its day? */
const founded = (state: EnrollmentState, { on, credited }: ResultState): boolean =>
  allowsResult(studyOn(state, on), credited);

/** Was the learner in another group than the one where the result was given? */
const elsewhere = (state: EnrollmentState, { on, group }: ResultState): boolean =>
  studyOn(state, on).group !== group;

/** Has the enrollment what a document of that day states: that it was completed, or there? */
function standsOn({ lifeFacts }: EnrollmentState, { on, demands }: DocumentSeen): boolean {
  const latest = lifeFacts.findLast((fact) => fact.on <= on);
  return demands === 'completion' ? latest?.type === 'Completed' : latest !== undefined;
}
