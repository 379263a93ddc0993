import * as z from 'zod';
import { signerGiven, positionGiven } from '../acting/signer.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import { known } from '../kernel/personal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { Edition } from '../regulation/rules.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import { aboutOf, refuseUnlessActDay, signAbout } from './about-result.ts';
import type { EnrollmentContext } from './context.ts';
import { editionFor } from './context.ts';
import { refuseUnlessMayTakeEffect } from './correction.ts';
import { correctionCountersigned, correctionDeclined, correctionWithdrawn } from './events.ts';
import { enrollmentId, factId } from './id.ts';
import type { EnrollmentState, ResultState, WaitingCorrection } from './state.ts';
import { enrollmentUnknown } from './unknown.ts';

/*
 * A correction that waits: it is countersigned and takes effect, or declined by one who might have
 * countersigned it, or withdrawn by its signer. Until then the old value stands. That a correction
 * is countersigned at all is our default, a field of the regulation (D7).
 */

const waitingCorrection = {
  enrollment: enrollmentId,
  /** Event id of the correction. */
  correction: factId,
  /** Day of the act; by default today. */
  on: localDate.optional(),
};

/** Countersigns a waiting correction: by another person, entered by another account. */
export const countersignCorrection = command(
  'countersign-correction',
  z.strictObject({ ...waitingCorrection, ...signerGiven, ...positionGiven }),
);

/** Declines a waiting correction: the old value stands. */
export const declineCorrection = command(
  'decline-correction',
  z.strictObject({
    ...waitingCorrection,
    ...signerGiven,
    ...positionGiven,
    reason: shortText(500).optional(),
  }),
  ['reason'],
);

/** Takes a waiting correction back, by its signer. It needs no office: nothing changes by it. */
export const withdrawCorrection = command(
  'withdraw-correction',
  z.strictObject({ ...waitingCorrection, signer: identifier }),
);

/* Refusals */

export const correctionUnknown = refusal(
  'correction-unknown',
  (d: { correction: string; enrollment: string }) => ({
    ru: `В ${d.enrollment} нет исправления ${d.correction}: возьмите eventId из ответа`,
    en: `${d.enrollment} has no correction ${d.correction}: take the eventId from the answer`,
  }),
);

export const correctionNotWaiting = refusal(
  'correction-not-waiting',
  (d: { correction: string; inForce: string }) => ({
    ru: `Исправление ${d.correction} не ждёт подписи: действует ${d.inForce}`,
    en: `The correction ${d.correction} waits for nothing: ${d.inForce} is in force`,
  }),
);

export const samePerson = refusal('same-person', (d: { person: string; correction: string }) => ({
  ru: `${d.person} подписал(а) исправление ${d.correction}: решает другое лицо`,
  en: `${d.person} signed the correction ${d.correction}: another person must settle it`,
}));

export const sameActor = refusal('same-actor', (d: { actor: string; correction: string }) => ({
  ru: `Исправление ${d.correction} внесено под ${d.actor}: вторую подпись вносит другой`,
  en: `${d.actor} entered the correction ${d.correction}: another account must countersign`,
}));

export const notTheSigner = refusal(
  'not-the-signer',
  (d: { person: string; signer: string; correction: string }) => ({
    ru: `Исправление ${d.correction} подписал(а) ${d.signer}, отозвать может только он(а)`,
    en: `${d.signer} signed the correction ${d.correction}, and only they withdraw it`,
  }),
);

/* Decide */

type By = Pick<ReceivedCommand, 'sender'>;

interface Found {
  readonly result: ResultState;
  readonly waiting: WaitingCorrection;
  readonly actedOn: string;
  readonly edition: Edition;
}

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
  const no = refuseUnlessMayTakeEffect(state, result, waiting.mark, context, by);
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
  return refuseUnlessActDay(result, actedOn, context) ?? { result, waiting, actedOn, edition };
}

/**
 * Another person than the signer, in an office that countersigns on the day of the act. Where an
 * edition since then asks for no countersignature, those of the correction's own day still may.
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
  const earlier = isRefusal(then) ? null : then.correction.countersignOffices;
  const offices = rules.countersignOffices ?? earlier ?? [];
  return signAbout(input, offices, actedOn, result, context, rules.positionRequired);
}
