import * as z from 'zod';
import { refuseUnlessReason } from '../acting/reason.ts';
import { signerGiven, positionGiven } from '../acting/signer.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import { known } from '../kernel/personal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import { aboutOf, refuseUnlessActDay, findResult, signAbout } from './about-result.ts';
import { refuseIfUndoesCompletion } from './completion.ts';
import type { EnrollmentContext } from './context.ts';
import { editionFor } from './context.ts';
import { refuseUnlessCorrectable } from './correction.ts';
import { assessmentAnnulled } from './events.ts';
import { enrollmentId, factId } from './id.ts';
import type { EnrollmentState } from './state.ts';

/*
 * A result (or credit) was recorded in error: it is annulled with all that hangs on it, a waiting
 * correction too. Its line stays. D6.
 */

/** Annuls a result: `result` is the event id of its first record, or of the credit. */
export const annulAssessment = command(
  'annul-assessment',
  z.strictObject({
    enrollment: enrollmentId,
    result: factId,
    reason: shortText(500).optional(),
    ...signerGiven,
    ...positionGiven,
    /** Day of the annulment; by default today. */
    on: localDate.optional(),
  }),
  ['reason'],
);

export const alreadyAnnulled = refusal(
  'already-annulled',
  (d: { result: string; annulledOn: string }) => ({
    ru: `Результат ${d.result} уже аннулирован ${d.annulledOn}`,
    en: `The result ${d.result} was annulled on ${d.annulledOn} already`,
  }),
);

export const notFirstRecord = refusal(
  'not-first-record',
  (d: { given: string; record: string }) => ({
    ru: `${d.given} — исправление; аннулируют первую запись: ${d.record}`,
    en: `${d.given} is a correction; an annulment names the first record: ${d.record}`,
  }),
);

export function decideAnnul(
  state: EnrollmentState,
  input: z.output<typeof annulAssessment.schema>,
  context: EnrollmentContext,
  by: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const actedOn = input.on ?? context.today;
  const edition = editionFor(context, actedOn);
  if (isRefusal(edition)) return edition;
  const rules = edition.correction;
  const shut = refuseUnlessCorrectable(state, input.enrollment, 'annul', rules, by);
  if (shut !== null) return shut;
  const result = findResult(state, input.result);
  if (isRefusal(result)) return result;
  const { event, annulledOn } = result;
  if (event !== input.result) return notFirstRecord({ given: input.result, record: event });
  if (annulledOn !== null) return alreadyAnnulled({ result: event, annulledOn });
  const wrongDay = refuseUnlessActDay(result, actedOn, context);
  if (wrongDay !== null) return wrongDay;
  const { reason } = input;
  const unsaid = refuseUnlessReason('annul', event, rules.annulmentReasonRequired, reason);
  if (unsaid !== null) return unsaid;
  const signer = signAbout(input, rules.annulmentOffices, actedOn, result, context);
  if (isRefusal(signer)) return signer;
  const undone = refuseIfUndoesCompletion(state, event, context, by.sender.ground);
  if (undone !== null) return undone;
  return [
    assessmentAnnulled.draft({
      occurredOn: result.on,
      refs: result.refs,
      data: {
        ...aboutOf(state, result, actedOn),
        ...(reason === undefined ? {} : { reason: known(reason) }),
        signer,
        edition: edition.edition,
      },
    }),
  ];
}
