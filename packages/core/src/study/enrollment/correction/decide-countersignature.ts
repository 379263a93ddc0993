import type * as z from 'zod';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import {
  correctionCountersigned,
  correctionDeclined,
  correctionWithdrawn,
} from '../facts/assessment-events.ts';
import type { ResultState, WaitingCorrection } from '../facts/assessment-state.ts';
import { countersigningOffices, editionFor } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { enrollmentUnknown } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import type { countersignCorrection, declineCorrection, withdrawCorrection } from './commands.ts';
import { aboutOf, refuseUnlessActDay, signAbout } from './decide-about-result.ts';
import { refuseUnlessMayTakeEffect } from './decide-correction.ts';
import {
  correctionNotWaiting,
  correctionUnknown,
  notTheSigner,
  sameActor,
  samePerson,
} from './refusals.ts';

type By = Pick<ReceivedCommand, 'sender'>;

interface Found {
  readonly result: ResultState;
  readonly waiting: WaitingCorrection;
  readonly actedOn: string;
  readonly edition: Edition;
}

/**
 * Decides `countersign-correction`. Refuses `same-person`, `same-actor`, `correction-unknown`,
 * `correction-not-waiting`, and as `refuseUnlessActDay`, `signAbout` and
 * `refuseUnlessMayTakeEffect` do. D7.
 */
export function decideCountersign(
  state: EnrollmentState,
  input: z.output<typeof countersignCorrection.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const found = findWaiting(state, input, context);
  if (isRefusal(found)) return found;
  const { result, waiting, actedOn, edition } = found;
  const signer = countersignAbout(input, found, context);
  if (isRefusal(signer)) return signer;
  const { actor } = by.sender;
  const correction = waiting.event;
  if (actor === waiting.actor) return sameActor({ actor, correction });
  const no = refuseUnlessMayTakeEffect(state, result, context);
  if (no !== null) return no;
  const about = aboutOf(state, result, actedOn);
  return [
    correctionCountersigned.draft({
      occurredOn: result.on,
      refs: result.refs,
      data: { ...about, correction, signer, edition: edition.edition },
    }),
  ];
}

/**
 * Decides `decline-correction`, by one who might have countersigned it. Refuses `same-person`,
 * `correction-unknown`, `correction-not-waiting`, and as `refuseUnlessActDay` and `signAbout` do.
 * D7.
 */
export function decideDecline(
  state: EnrollmentState,
  input: z.output<typeof declineCorrection.schema>,
  context: EnrollmentContext,
): Decision {
  const found = findWaiting(state, input, context);
  if (isRefusal(found)) return found;
  const { result, waiting, actedOn, edition } = found;
  const signer = countersignAbout(input, found, context);
  if (isRefusal(signer)) return signer;
  const { reason } = input;
  return [
    correctionDeclined.draft({
      occurredOn: result.on,
      refs: result.refs,
      data: {
        ...aboutOf(state, result, actedOn),
        correction: waiting.event,
        signer,
        ...(reason === undefined ? {} : { reason: known(reason) }),
        edition: edition.edition,
      },
    }),
  ];
}

/**
 * Decides `withdraw-correction`. Refuses `not-the-signer`, `correction-unknown`,
 * `correction-not-waiting`, and as `refuseUnlessActDay` does. D7.
 */
export function decideWithdraw(
  state: EnrollmentState,
  input: z.output<typeof withdrawCorrection.schema>,
  context: EnrollmentContext,
): Decision {
  const found = findWaiting(state, input, context);
  if (isRefusal(found)) return found;
  const { result, waiting, actedOn, edition } = found;
  const { signer, event: correction } = waiting;
  if (input.signer !== signer.person) {
    return notTheSigner({ person: input.signer, signer: signer.person, correction });
  }
  const about = aboutOf(state, result, actedOn);
  return [
    correctionWithdrawn.draft({
      occurredOn: result.on,
      refs: result.refs,
      data: { ...about, correction, signer, edition: edition.edition },
    }),
  ];
}

function findWaiting(
  state: EnrollmentState,
  input: { readonly enrollment: string; readonly correction: string; readonly on?: unknown },
  context: EnrollmentContext,
): Found | Refusal {
  const { enrollment, correction } = input;
  if (state.id === null) return enrollmentUnknown({ enrollment });
  const result = state.results.get(state.recordOf.get(correction) ?? '');
  if (result === undefined || result.event === correction) {
    return correctionUnknown({ correction, enrollment });
  }
  const { waiting, inForce } = result;
  if (waiting?.event !== correction) return correctionNotWaiting({ correction, inForce });
  const actedOn = typeof input.on === 'string' ? input.on : context.today;
  const edition = editionFor(context, actedOn);
  if (isRefusal(edition)) return edition;
  return refuseUnlessActDay(result, actedOn) ?? { result, waiting, actedOn, edition };
}

/**
 * The countersigner: another person than the signer, in an office that countersigns on the day of
 * the act. Where a newer edition asks for no countersignature, the offices of the correction's day
 * count.
 */
function countersignAbout(
  input: z.output<typeof countersignCorrection.schema>,
  { result, waiting, actedOn, edition }: Found,
  context: EnrollmentContext,
) {
  const person = input.signer;
  if (person === waiting.signer.person) return samePerson({ person, correction: waiting.event });
  const then = editionFor(context, waiting.actedOn);
  const { correction: rules } = edition;
  const offices = countersigningOffices(edition, isRefusal(then) ? null : then);
  return signAbout(input, offices, actedOn, result, context, rules.positionRequired);
}
