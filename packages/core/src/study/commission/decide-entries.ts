import { refuseUnlessReason } from '../../acting/reason.ts';
import type { Refs } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { refuseIfBefore } from '../../values/day-order.ts';
import { findResult } from '../enrollment/facts/assessment-questions.ts';
import type { ResultState } from '../enrollment/facts/assessment-state.ts';
import { refuseUnlessEnrolled } from '../enrollment/facts/questions.ts';
import type { EnrollmentState } from '../enrollment/facts/state.ts';
import { notInForce, resultAnnulled } from '../enrollment/facts/unknown.ts';
import type { CorrectProtocolEntry, EnterProtocolEntry } from './commands.ts';
import type { ProtocolEntryContext, ProtocolEntryCorrectionContext } from './context.ts';
import { protocolLineCorrected, protocolLineEntered } from './facts/events.ts';
import type { CommissionState, ProtocolEntry, Sitting } from './facts/state.ts';
import { signingSeat, sittingOf } from './facts/state.ts';
import { protocolIsSigned, protocolUnknown } from './facts/unknown.ts';
import {
  protocolEntryEnteredAlready,
  protocolEntryNotInForce,
  protocolEntryUnchanged,
  protocolEntryUnknown,
  notSeated,
  resultOfOtherBasis,
  roleDoesNotCorrect,
} from './refusals.ts';

/**
 * Decides `enter-protocol-line`. The result must be valid, its mark in force, and this protocol its
 * basis. Refuses `protocol-unknown`, `protocol-is-signed`, `enrollment-unknown`, `result-unknown`,
 * `result-annulled`, `not-in-force`, `result-of-other-basis` and `line-entered-already`. D8.
 */
export function decideEnterProtocolEntry(
  state: CommissionState,
  { protocol, enrollment, result, questions }: EnterProtocolEntry,
  { edition, study }: ProtocolEntryContext,
): Decision {
  const sitting = sittingOf(state, protocol);
  if (sitting === undefined) return protocolUnknown({ protocol });
  const [signer] = sitting.signed;
  if (signer !== undefined) return protocolIsSigned({ protocol, signer });
  const named = namedResult(study, enrollment, result, protocol);
  if (isRefusal(named)) return named;
  const twice = refuseIfEntered(sitting, study, enrollment, named.event, null);
  if (twice !== null) return twice;
  return [
    protocolLineEntered.draft({
      occurredOn: sitting.on,
      refs: { ...named.refs, commission: [sitting.commission] },
      data: {
        commission: sitting.commission,
        protocol,
        line: sitting.entries.length + 1,
        enrollment,
        learner: study.learner,
        ...(questions === undefined ? {} : { questions: { value: questions } }),
        result,
        edition: edition.edition,
      },
    }),
  ];
}

/**
 * Decides `correct-protocol-line`. The wrong entry stays readable. Refuses `protocol-unknown`,
 * `line-unknown`, `line-not-in-force`, `act-out-of-order`, `reason-missing`, `not-seated`,
 * `role-does-not-correct`, `line-unchanged`, and for a named result as `decideEnterProtocolEntry`
 * does. D7, D8.
 */
export function decideCorrectProtocolEntry(
  state: CommissionState,
  input: CorrectProtocolEntry,
  { edition, study, on }: ProtocolEntryCorrectionContext,
): Decision {
  const { protocol, replaces, result, questions, reason, signer } = input;
  const found = entryInForce(state, protocol, replaces);
  if (isRefusal(found)) return found;
  const { sitting, entry } = found;
  const early = refuseIfBefore(on, entry.lastActOn);
  if (early !== null) return early;
  const { reasonRequired } = edition.correction;
  const unsaid = refuseUnlessReason('correct-line', entry.event, reasonRequired, reason);
  if (unsaid !== null) return unsaid;
  const seat = signingSeat(state, sitting, signer, on);
  if (seat === null) return notSeated({ person: signer, commission: sitting.commission, on });
  const roles = edition.commissions.lineCorrectionRoles;
  const { person, role } = seat;
  if (!roles.includes(role)) return roleDoesNotCorrect({ person, role, roles });
  const enrollment = input.enrollment ?? entry.enrollment;
  if (result === entry.result && enrollment === entry.enrollment && questions === undefined) {
    return protocolEntryUnchanged({ line: entry.inForce });
  }
  let refs: Refs = entry.refs;
  let learner = entry.learner;
  if (result !== null) {
    const named = namedResult(study, enrollment, result, protocol);
    if (isRefusal(named)) return named;
    const twice = refuseIfEntered(sitting, study, enrollment, named.event, entry);
    if (twice !== null) return twice;
    refs = joinRefs(entry.refs, named.refs);
    learner = study.learner;
  }
  return [
    protocolLineCorrected.draft({
      occurredOn: sitting.on,
      refs,
      data: {
        commission: sitting.commission,
        protocol,
        line: entry.number,
        enrollment,
        learner,
        ...(questions === undefined ? {} : { questions: { value: questions } }),
        corrects: entry.event,
        replaces,
        actedOn: on,
        result,
        ...(reason === undefined ? {} : { reason: { value: reason } }),
        signer: { person, role },
        edition: edition.edition,
      },
    }),
  ];
}

/**
 * The entry whose event in force is named, with its sitting. Refuses `protocol-unknown`,
 * `line-unknown` and `line-not-in-force`.
 */
export function entryInForce(
  state: CommissionState,
  protocol: string,
  event: string,
): { readonly sitting: Sitting; readonly entry: ProtocolEntry } | Refusal {
  const sitting = sittingOf(state, protocol);
  if (sitting === undefined) return protocolUnknown({ protocol });
  const entry = sitting.entryOf.get(event);
  if (entry === undefined) return protocolEntryUnknown({ line: event, protocol });
  if (entry.inForce !== event)
    return protocolEntryNotInForce({ given: event, inForce: entry.inForce });
  return { sitting, entry };
}

/**
 * The result that an entry names: valid, with the named mark in force, and based on this protocol.
 */
function namedResult(
  study: EnrollmentState,
  enrollment: string,
  event: string,
  protocol: string,
): ResultState | Refusal {
  const none = refuseUnlessEnrolled(study, enrollment);
  if (none !== null) return none;
  const result = findResult(study, event);
  if (isRefusal(result)) return result;
  const { annulledOn, inForce, basis } = result;
  if (annulledOn !== null) return resultAnnulled({ result: event, annulledOn });
  if (inForce !== event) return notInForce({ given: event, inForce });
  if (basis?.kind === 'protocol' && basis.id === protocol) return result;
  const rests = basis === null ? '—' : `${basis.kind} ${basis.id ?? ''}`.trim();
  return resultOfOtherBasis({ result: event, basis: rests, protocol });
}

/** Refuses `line-entered-already` where another entry of the protocol names the same result. */
function refuseIfEntered(
  sitting: Sitting,
  study: EnrollmentState,
  enrollment: string,
  record: string,
  but: ProtocolEntry | null,
): Refusal | null {
  const earlier = sitting.entries.find(
    (entry) =>
      entry !== but && entry.result !== null && study.recordOf.get(entry.result) === record,
  );
  if (earlier === undefined) return null;
  return protocolEntryEnteredAlready({
    enrollment,
    line: earlier.number,
    protocol: sitting.protocol,
  });
}

/** The refs of both entries, so that the views of both learners see the correction. */
function joinRefs(a: Refs, b: Refs): Refs {
  const kinds = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<keyof Refs>;
  return Object.fromEntries(
    [...kinds].map((kind) => [kind, [...new Set([...(a[kind] ?? []), ...(b[kind] ?? [])])]]),
  );
}
