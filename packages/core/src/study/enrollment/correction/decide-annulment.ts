import type * as z from 'zod';
import { refuseUnlessReason } from '../../../acting/reason.ts';
import type { RestingFact } from '../../../entry/refusals.ts';
import { entryRestedOn } from '../../../entry/refusals.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { assessmentAnnulled } from '../facts/assessment-events.ts';
import { findResult } from '../facts/assessment-questions.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { isWaiting } from '../facts/debt-state.ts';
import { editionFor } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import {
  addedAfter,
  refuseUnlessCorrectable,
  refuseUnlessGroundPlace,
} from '../life/decide-added.ts';
import type { annulAssessment } from './commands.ts';
import type { PutRightContext } from './context.ts';
import { aboutOf, refuseUnlessActDay, signAbout } from './decide-about-result.ts';
import { alreadyAnnulled, notFirstRecord } from './refusals.ts';

/**
 * Decides `annul-assessment`. Refuses `result-unknown`, `not-first-record`, `already-annulled`,
 * `reason-missing`, `entry-rested-on`, and as `refuseUnlessCorrectable`,
 * `refuseUnlessActDay` and `signAbout` do. D6, D7.
 */
export function decideAnnul(
  state: EnrollmentState,
  input: z.output<typeof annulAssessment.schema>,
  context: PutRightContext,
  by: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const actedOn = input.on ?? context.today;
  const edition = editionFor(context, actedOn);
  if (isRefusal(edition)) return edition;
  const rules = edition.correction;
  const shut =
    refuseUnlessCorrectable(state, input.enrollment, 'annul', rules, by) ??
    refuseUnlessGroundPlace(input, context);
  if (shut !== null) return shut;
  const result = findResult(state, input.result);
  if (isRefusal(result)) return result;
  const { event, annulledOn } = result;
  if (event !== input.result) return notFirstRecord({ given: input.result, record: event });
  if (annulledOn !== null) return alreadyAnnulled({ result: event, annulledOn });
  const wrongDay = refuseUnlessActDay(result, actedOn);
  if (wrongDay !== null) return wrongDay;
  const { reason } = input;
  const unsaid = refuseUnlessReason('annul', event, rules.annulmentReasonRequired, reason);
  if (unsaid !== null) return unsaid;
  const signer = signAbout(input, rules.annulmentOffices, actedOn, result, context);
  if (isRefusal(signer)) return signer;
  const rested = restingOn(state, result);
  if (rested.length > 0) return entryRestedOn({ entry: event, facts: rested });
  return [
    assessmentAnnulled.draft({
      occurredOn: result.on,
      refs: result.refs,
      data: {
        ...aboutOf(state, result, actedOn),
        ...(reason === undefined ? {} : { reason: known(reason) }),
        signer,
        ...addedAfter(state, input),
        edition: edition.edition,
      },
    }),
  ];
}

/**
 * What rests on a result: the decisions on its appeals, and its retakes, taken or waiting. They are
 * annulled or withdrawn first. RK 1.8.
 */
function restingOn(state: EnrollmentState, { event }: ResultState): readonly RestingFact[] {
  const type = 'AssessmentRecorded';
  const results = [...state.results.values()].filter(
    ({ annulledOn, appealOf, retake }) =>
      annulledOn === null && (appealOf === event || retake?.of === event),
  );
  const waiting = [...state.retakes.values()].filter(
    (one) => one.of === event && isWaiting(state, one),
  );
  return [
    ...results.map((one) => ({ type, id: one.event, on: one.on })),
    ...waiting.map((one) => ({ type: 'RetakeGranted', id: one.event, on: one.on })),
  ];
}
