import type * as z from 'zod';
import { isNumbered } from '../../../acting/order.ts';
import { refuseUnlessReason } from '../../../acting/reason.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Ground } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { absenceCorrected } from '../facts/assessment-events.ts';
import { findResult } from '../facts/assessment-questions.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { editionFor } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { notInForce, notInRegulation, resultAnnulled } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import {
  addedAfter,
  refuseUnlessCorrectable,
  refuseUnlessGroundPlace,
} from '../life/decide-added.ts';
import type { correctAbsence } from './commands.ts';
import type { PutRightContext } from './context.ts';
import { aboutOf, refuseUnlessActDay, signAbout } from './decide-about-result.ts';
import { absencePaperMissing, notAnAbsence, sameAbsence } from './refusals.ts';

/**
 * Decides `correct-absence`: another code for an absence (absent → ill), on the paper that is the
 * command's ground. What rests on the absence follows: a debt of an absence that is excused now is
 * no debt. Refuses `result-unknown`, `result-annulled`, `not-an-absence`, `not-in-force`,
 * `not-in-regulation`, `same-absence`, `absence-paper-missing`, `reason-missing`, and as
 * `refuseUnlessCorrectable`, `refuseUnlessActDay` and `signAbout` do. RK 1.4.
 */
export function decideCorrectAbsence(
  state: EnrollmentState,
  input: z.output<typeof correctAbsence.schema>,
  context: PutRightContext,
  by: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const actedOn = input.on ?? context.today;
  const edition = editionFor(context, actedOn);
  if (isRefusal(edition)) return edition;
  const rules = edition.correction;
  const shut =
    refuseUnlessCorrectable(state, input.enrollment, 'correct-absence', rules, by) ??
    refuseUnlessGroundPlace(input, context);
  if (shut !== null) return shut;
  const result = absenceInForce(state, input.replaces);
  if (isRefusal(result)) return result;
  const { code, reason } = input;
  const no =
    refuseUnlessActDay(result, actedOn) ??
    refuseUnlessCode(code, result, context) ??
    refuseUnlessPaper(result, rules.attendancePaperRequired, by.sender.ground) ??
    refuseUnlessReason('correct-absence', result.event, rules.reasonRequired, reason);
  if (no !== null) return no;
  const signer = signAbout(input, rules.attendanceOffices, actedOn, result, context);
  if (isRefusal(signer)) return signer;
  return [
    absenceCorrected.draft({
      occurredOn: result.on,
      refs: result.refs,
      data: {
        ...aboutOf(state, result, actedOn),
        replaces: result.inForce,
        code,
        ...(reason === undefined ? {} : { reason: known(reason) }),
        signer,
        ...addedAfter(state, input),
        edition: edition.edition,
      },
    }),
  ];
}

function absenceInForce(state: EnrollmentState, given: string): ResultState | Refusal {
  const result = findResult(state, given);
  if (isRefusal(result)) return result;
  const { annulledOn, event, outcome, inForce } = result;
  if (annulledOn !== null) return resultAnnulled({ result: event, annulledOn });
  if (outcome !== 'absent') return notAnAbsence({ result: event });
  return given === inForce ? result : notInForce({ given, inForce });
}

/** Refuses a code that the edition of the result's day does not have, or that it has already. */
function refuseUnlessCode(
  code: string | null,
  { on, reason, event }: ResultState,
  context: EnrollmentContext,
): Refusal | null {
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const codes = edition.lessons.attendanceCodes.map((one) => one.code);
  if (code !== null && !codes.includes(code)) {
    return notInRegulation({ field: 'reason', value: code, known: codes });
  }
  return code === reason ? sameAbsence({ result: event, code: code ?? '—' }) : null;
}

function refuseUnlessPaper(
  { event }: ResultState,
  required: boolean,
  ground: Ground | null,
): Refusal | null {
  return required && !isNumbered(ground) ? absencePaperMissing({ result: event }) : null;
}
