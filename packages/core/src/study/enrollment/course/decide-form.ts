import { refuseUnlessOrder } from '../../../acting/order.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { refuseIfReversed } from '../../../values/day-order.ts';
import { formHeldWithin, formsEndedOn } from '../facts/form-questions.ts';
import { refsOf } from '../facts/life-questions.ts';
import { editionFor, placeOn, refuseUnlessOpen } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { studyFormEnded, studyFormSet } from '../facts/study-events.ts';
import type { StudyFormRule } from '../facts/study-questions.ts';
import { formsOf } from '../facts/study-questions.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import { notPossibleNow } from '../life/refusals.ts';
import type { EndStudyForm, SetStudyForm } from './commands.ts';
import {
  studyFormHeld,
  studyFormNotForProgramme,
  studyFormNotHeld,
  studyFormPaperMissing,
  studyFormUnknown,
} from './refusals.ts';

type By = Pick<ReceivedCommand, 'sender'>;

/** What the entry of a form says, in `set-study-form` and in its correction. */
interface FormSaid extends Omit<SetStudyForm, 'on'> {
  readonly on: string;
}

/**
 * Decides `set-study-form`. Refuses `enrollment-unknown`, `regulation-missing`,
 * `study-form-unknown`, `order-required`, `study-form-not-for-programme`,
 * `study-form-paper-missing`, `period-reversed`, `not-possible-now`, `study-form-held`, and as
 * `refuseIfArchived` does. 273-FZ art. 17, 34, 63.
 */
export function decideSetStudyForm(
  state: EnrollmentState,
  input: FormSaid,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { aspect, form, until, paper, on } = input;
  const found = findForm(state, input, context, by, 'set-study-form');
  if (isRefusal(found)) return found;
  const { rule, group, edition } = found;
  const { programmeTypes } = rule;
  const { programmeType } = context.programme;
  if (programmeTypes.length > 0 && !programmeTypes.includes(programmeType)) {
    return studyFormNotForProgramme({ form, programmeType, programmeTypes });
  }
  if (rule.paperRequired && paper === null) return studyFormPaperMissing({ form });
  const reversed = refuseIfReversed(on, until);
  if (reversed !== null) return reversed;
  const held = formHeldWithin(state.study, { aspect, form }, { from: on, until });
  if (held !== null) {
    return studyFormHeld({ form, from: held.from, until: held.until, event: held.event });
  }
  const ids = { ...enrollmentIdsOf(state), group };
  const data = { ...ids, aspect, form, until, paper, edition: edition.edition };
  return [studyFormSet.draft({ occurredOn: on, refs: refsOf(state, group), data })];
}

/**
 * Decides `end-study-form`. Refuses as `set-study-form` does, and `study-form-not-held`.
 */
export function decideEndStudyForm(
  state: EnrollmentState,
  input: EndStudyForm,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { aspect, form, on } = input;
  const found = findForm(state, input, context, by, 'end-study-form');
  if (isRefusal(found)) return found;
  const held = formsEndedOn(state.study, { aspect, form }, on);
  if (held.length === 0) return studyFormNotHeld({ aspect, form, on });
  const { group, edition } = found;
  const data = { ...enrollmentIdsOf(state), group, aspect, form, edition: edition.edition };
  return [studyFormEnded.draft({ occurredOn: on, refs: refsOf(state, group), data })];
}

interface FormFound {
  readonly rule: StudyFormRule;
  readonly group: string;
  readonly edition: Edition;
}

function findForm(
  state: EnrollmentState,
  { enrollment, aspect, form, on }: Pick<FormSaid, 'enrollment' | 'aspect' | 'form' | 'on'>,
  context: EnrollmentContext,
  { sender }: By,
  act: 'set-study-form' | 'end-study-form',
): FormFound | Refusal {
  const shut = refuseUnlessOpen(state, enrollment);
  if (shut !== null) return shut;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const rules = formsOf(edition, aspect);
  const rule = rules.find((one) => one.id === form);
  if (rule === undefined) {
    return studyFormUnknown({ aspect, form, known: rules.map((one) => one.id) });
  }
  const unordered = refuseUnlessOrder(act, rule.orderRequired, sender.ground);
  if (unordered !== null) return unordered;
  const { status, since, group } = placeOn(state, on);
  if (group === null || status === 'ended') {
    return notPossibleNow({ act, on, status, since });
  }
  return { rule, group, edition };
}
