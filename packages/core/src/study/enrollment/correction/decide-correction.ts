import type * as z from 'zod';
import { refuseUnlessReason } from '../../../acting/reason.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { CorrectionRules } from '../../../rules/regulation/sections/correction.ts';
import { refuseUnlessFinalLast } from '../assessment/decide-final-last.ts';
import { refuseUnlessWordsAgree } from '../assessment/decide-mark-value.ts';
import { refuseIfOwesBeforeFinal } from '../debt/decide-final-debts.ts';
import { assessmentCorrected } from '../facts/assessment-events.ts';
import {
  findResult,
  markOf,
  markOnScale,
  refuseIfPlannedTaken,
} from '../facts/assessment-questions.ts';
import type { MarkValue, ResultState } from '../facts/assessment-state.ts';
import { debtRules } from '../facts/debt-questions.ts';
import { editionFor } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { correctionWaiting, notInForce, resultAnnulled } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import {
  addedAfter,
  refuseUnlessCorrectable,
  refuseUnlessGroundPlace,
} from '../life/decide-added.ts';
import type { correctAssessment } from './commands.ts';
import type { PutRightContext } from './context.ts';
import { aboutOf, refuseUnlessActDay, signAbout } from './decide-about-result.ts';
import {
  correctionDetails,
  dayOfCorrection,
  refuseUnlessAbsenceWasError,
  refuseUnlessPaperCarrier,
  succeededAuthor,
} from './decide-corrector.ts';
import { correctorMustSign, replacedNotNamed, sameValue, scaleStays } from './refusals.ts';

type CorrectInput = z.output<typeof correctAssessment.schema>;

type By = Pick<ReceivedCommand, 'sender'>;

/**
 * Decides `correct-assessment`. Refuses `result-unknown`, `result-annulled`, `correction-waiting`,
 * `replaced-not-named`, `not-in-force`, `corrector-must-sign`, `reason-missing`, `words-missing`,
 * `words-disagree`, `same-value`, and as `refuseUnlessCorrectable`, `refuseUnlessActDay`,
 * `signAbout` and `refuseUnlessMayTakeEffect` do. D7, R2 §2.3.
 */
export function decideCorrect(
  state: EnrollmentState,
  input: CorrectInput,
  context: PutRightContext,
  by: By,
): Decision {
  const actedOn = dayOfCorrection(input, context.today);
  if (isRefusal(actedOn)) return actedOn;
  const edition = editionFor(context, actedOn);
  if (isRefusal(edition)) return edition;
  const rules = edition.correction;
  const shut =
    refuseUnlessCorrectable(state, input.enrollment, 'correct', rules, by) ??
    refuseUnlessGroundPlace(input, context);
  if (shut !== null) return shut;
  const result = valueInForce(state, input, rules);
  if (isRefusal(result)) return result;
  const unfit =
    refuseUnlessActDay(result, actedOn) ??
    refuseUnlessPaperCarrier(input, edition) ??
    refuseUnlessAbsenceWasError(state, input, result, context);
  if (unfit !== null) return unfit;
  const { signer: person, correctedBy = person, reason } = input;
  if (rules.correctorSigns && correctedBy !== person) {
    return correctorMustSign({ correctedBy, signer: person });
  }
  const unsaid = refuseUnlessReason('correct', result.event, rules.reasonRequired, reason);
  if (unsaid !== null) return unsaid;
  const { signerOffices, positionRequired } = rules;
  const signer = signAbout(input, signerOffices, actedOn, result, context, positionRequired);
  if (isRefusal(signer)) return signer;
  const succeeds = succeededAuthor(result, person, actedOn, edition, context);
  if (isRefusal(succeeds)) return succeeds;
  const mark = newMark(input, result, rules, context);
  if (isRefusal(mark)) return mark;
  const no = refuseUnlessMayTakeEffect(state, result, context);
  if (no !== null) return no;
  return [
    assessmentCorrected.draft({
      occurredOn: result.on,
      refs: result.refs,
      data: {
        ...aboutOf(state, result, actedOn),
        replaces: result.inForce,
        mark,
        wordsGiven: input.words ?? null,
        ...(reason === undefined ? {} : { reason: known(reason) }),
        signer,
        correctedBy,
        ...correctionDetails(input, succeeds),
        awaitsCountersignature: rules.countersignOffices !== null,
        ...addedAfter(state, input),
        edition: edition.edition,
      },
    }),
  ];
}

/** The result whose mark in force the command names; no correction of it may wait. */
function valueInForce(
  state: EnrollmentState,
  { replaces, record }: CorrectInput,
  rules: CorrectionRules,
): ResultState | Refusal {
  const result = findResult(state, replaces ?? record ?? '');
  if (isRefusal(result)) return result;
  const { event, annulledOn, waiting, inForce } = result;
  if (annulledOn !== null) return resultAnnulled({ result: event, annulledOn });
  if (waiting !== null) {
    const { signer, actedOn } = waiting;
    return correctionWaiting({ correction: waiting.event, signer: signer.person, since: actedOn });
  }
  if (replaces === undefined && rules.replacedNamed) return replacedNotNamed({ inForce });
  if (replaces !== undefined && replaces !== inForce) {
    return notInForce({ given: replaces, inForce });
  }
  if (record !== undefined && record !== event) return notInForce({ given: record, inForce });
  return result;
}

/** The new mark, on the scale of the mark it replaces, by the edition of the result's day. */
function newMark(
  { value, words, scale: named }: CorrectInput,
  result: ResultState,
  rules: CorrectionRules,
  context: EnrollmentContext,
): MarkValue | Refusal {
  const edition = editionFor(context, result.on);
  if (isRefusal(edition)) return edition;
  const { inForce, mark: before } = result;
  if (named !== undefined && before !== null && named !== before.scale) {
    return scaleStays({ scale: named, own: before.scale, inForce });
  }
  const asked = { module: result.module, scale: named };
  const mark =
    before === null
      ? markOf(asked, value, result.on, edition, context.programme)
      : markOnScale(edition, before.scale, value);
  if (isRefusal(mark)) return mark;
  const disagree = refuseUnlessWordsAgree(edition, mark, words, rules.wordsRequired);
  if (disagree !== null) return disagree;
  const same = before?.value === mark.value;
  return same ? sameValue({ value: mark.value, inForce }) : mark;
}

/**
 * Refuses a mark that may not take effect: a first mark of a result that `already-assessed`,
 * `debts-open` or `final-not-last` rules out.
 */
export function refuseUnlessMayTakeEffect(
  state: EnrollmentState,
  result: ResultState,
  context: EnrollmentContext,
): Refusal | null {
  const { group, planned, module, kind, on, credited } = result;
  if (result.mark !== null || credited) return null;
  const taken = refuseIfPlannedTaken(state, group, planned);
  if (taken !== null) return taken;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  return (
    refuseIfOwesBeforeFinal(state, { kind, on }, edition, debtRules(context)) ??
    refuseUnlessFinalLast(state, { module, kind, on }, edition.assessment.finalKind)
  );
}
