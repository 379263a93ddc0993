import type { PutRight } from '../../../acting/putting-right.ts';
import {
  annulmentData,
  annulmentPlace,
  findPutRight,
  onOwnPaper,
  ownGround,
} from '../../../acting/putting-right.ts';
import { stateWith, stateWithout } from '../../../entry/fold.ts';
import type { RestingFact } from '../../../entry/refusals.ts';
import { entryOfAnotherKind, entryRestedOn, entryUnknown } from '../../../entry/refusals.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Ground } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { eventId } from '../../../kernel/uuid.ts';
import { notArchived } from '../../../record/state.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { PutRightContext } from '../correction/context.ts';
import { editionFor, officialOf, scopeOf } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { studyEntryAnnulled } from '../facts/study-events.ts';
import { formsOf } from '../facts/study-questions.ts';
import type { StudyEntry } from '../facts/study-state.ts';
import { ownStudyFold } from '../facts/study-state.ts';
import {
  addedAfter,
  refuseUnlessCorrectable,
  refuseUnlessGroundPlace,
} from '../life/decide-added.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import { stepsLosingPromotion } from '../life/decide-promotion.ts';
import type { AnnulStudyEntry, CorrectStudyForm, CorrectYearDecision } from './commands.ts';
import type { StudyPutRightContext } from './context.ts';
import { decideSetStudyForm } from './decide-form.ts';
import { decideYearAlone } from './decide-year.ts';

type By = Pick<ReceivedCommand, 'sender' | 'id'>;

/**
 * Decides `annul-study-entry`. Refuses as `findEntry` does, and `entry-rested-on` where the learner
 * moved on a decision, or a form was ended that its entry began. RK 1.8.
 */
export function decideAnnulStudyEntry(
  state: EnrollmentState,
  input: AnnulStudyEntry,
  context: StudyPutRightContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'annul-study-entry');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const losing = stepsLosingPromotion(state, without(state, event.id), context);
  const carried = carriedBy(state, event).filter(({ id }) => losing.every((one) => one.id !== id));
  const facts = [...losing, ...carried, ...endsOf(state, event)];
  if (facts.length > 0) return entryRestedOn({ entry: event.id, facts });
  return [annulment(state, input, found, null)];
}

/**
 * Decides `correct-year-decision`: the decision is annulled and another one stands in its place.
 * Refuses as `findEntry` and `decideYearAlone` do, `entry-of-another-kind`, and `entry-rested-on`
 * where the learner moved to a group to which the new decision does not lead, or before its day. RK
 * 1.6, 1.8.
 */
export function decideCorrectYear(
  state: EnrollmentState,
  input: CorrectYearDecision,
  context: StudyPutRightContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'correct-year-decision');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  if (event.type !== 'YearDecided') return anotherKind(event, 'YearDecided');
  const { studyYear, toGroup } = event.data;
  const said = { ...input, studyYear, toGroup, on: input.decidedOn ?? event.occurredOn };
  const own = byOwnPaper(by, ownGround(event, input.entryGround));
  const made = decideYearAlone(without(state, event.id), said, context, own);
  if (isRefusal(made)) return made;
  const study = stateWith(ownStudyFold, state.study, made, event.id);
  const facts = stepsLosingPromotion(state, { ...state, study }, context);
  if (facts.length > 0) return entryRestedOn({ entry: event.id, facts });
  const entered = onOwnPaper(made, own.sender.ground);
  return [annulment(state, input, found, eventId(by.id, 1)), ...entered];
}

/**
 * Decides `correct-study-form`: the entry is annulled and another one stands in its place. Refuses
 * as `findEntry` and `decideSetStudyForm` do, and `entry-of-another-kind`. RK 1.8.
 */
export function decideCorrectStudyForm(
  state: EnrollmentState,
  input: CorrectStudyForm,
  context: PutRightContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'correct-study-form');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  if (event.type !== 'StudyFormSet') return anotherKind(event, 'StudyFormSet');
  const facts = endsOf(state, event);
  if (facts.length > 0) return entryRestedOn({ entry: event.id, facts });
  const aspect = event.data.aspect as 'education' | 'study' | 'arrangement';
  const set = { ...input, aspect, on: input.from ?? event.occurredOn };
  const own = byOwnPaper(by, ownGround(event, input.entryGround));
  const made = decideSetStudyForm(without(state, event.id), set, context, own);
  if (isRefusal(made)) return made;
  const entered = onOwnPaper(made, own.sender.ground);
  return [annulment(state, input, found, eventId(by.id, 1)), ...entered];
}

/** The command as one on the entry's own paper, by which the entry is decided again. */
const byOwnPaper = (by: By, ground: Ground | null): By => ({
  ...by,
  sender: { ...by.sender, ground },
});

interface Found extends PutRight<StudyEntry> {
  readonly at: { readonly on: string; readonly edition: Edition };
}

/**
 * Finds the entry and its signer. Refuses as `findPutRight`, `refuseUnlessCorrectable` and
 * `refuseUnlessGroundPlace` do.
 */
function findEntry(
  state: EnrollmentState,
  input: AnnulStudyEntry,
  context: PutRightContext,
  { sender }: By,
  act: string,
): Found | Refusal {
  const on = input.on ?? context.today;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const shut =
    refuseUnlessCorrectable(state, input.enrollment, act, edition.correction, { sender }) ??
    refuseUnlessGroundPlace(input, context);
  if (shut !== null) return shut;
  const event = state.study.entries.get(input.entry)?.event;
  if (event === undefined) return entryUnknown({ entry: input.entry, of: input.enrollment });
  const official = officialOf(context, input.signer);
  const found = findPutRight(
    state.study,
    input,
    { on, today: context.today, edition, official },
    {
      act,
      of: input.enrollment,
      orderRequired: needsOrder(event, edition),
      ground: sender.ground,
      scope: scopeOf(context, event.data.group),
    },
  );
  return isRefusal(found) ? found : { ...found, at: { on, edition } };
}

/** The order that an entry needed is needed for putting it right too. */
function needsOrder(event: StudyEntry, edition: Edition): boolean {
  if (event.type === 'YearDecided') return edition.enrollment.orderFor.includes('decide-year');
  const { form, aspect } = event.data;
  const rules = formsOf(edition, aspect as 'education' | 'study' | 'arrangement');
  return rules.find((one) => one.id === form)?.orderRequired ?? false;
}

function anotherKind(event: StudyEntry, needed: string): Refusal {
  return entryOfAnotherKind({ entry: event.id, type: event.type, needed });
}

/**
 * The enrollment as if an entry had never been made, for what stands in its place. Whether the
 * archive, which may have it, lets it be put right was asked before. RK 1.9.
 */
const without = (state: EnrollmentState, entry: string): EnrollmentState => ({
  ...state,
  archival: notArchived(),
  study: stateWithout(ownStudyFold, state.study, entry),
});

/**
 * The move to the next group that a decision carried. It rests on the decision also where the
 * regulation lets learners move without one.
 */
function carriedBy({ lifeFacts }: EnrollmentState, entry: StudyEntry): readonly RestingFact[] {
  if (entry.type !== 'YearDecided') return [];
  const { toGroup } = entry.data;
  return lifeFacts
    .filter(({ type, group, on }) => {
      return type === 'Transferred' && group === toGroup && on >= entry.occurredOn;
    })
    .map(({ type, event: id, on }) => ({ type, id, on }));
}

/** The ends that rest on the entry of a form. */
function endsOf(state: EnrollmentState, entry: StudyEntry): readonly RestingFact[] {
  const held = state.study.forms.find(({ event }) => event === entry.id);
  if (held === undefined || held.endedFrom === null || held.endedBy === null) return [];
  return [{ type: 'StudyFormEnded', id: held.endedBy, on: held.endedFrom }];
}

function annulment(
  state: EnrollmentState,
  { reason, groundAt }: Pick<AnnulStudyEntry, 'reason' | 'groundAt'>,
  found: Found,
  replacedBy: string | null,
) {
  return studyEntryAnnulled.draft({
    ...annulmentPlace(found),
    data: {
      ...enrollmentIdsOf(state),
      ...annulmentData(found, found.at, replacedBy),
      ...(reason === undefined ? {} : { reason: known(reason) }),
      ...addedAfter(state, { groundAt }),
    },
  });
}
