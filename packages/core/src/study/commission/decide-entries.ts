import { refuseUnlessReason } from '../../acting/reason.ts';
import type { Refs } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { refuseIfBefore } from '../../values/day-order.ts';
import { findResult } from '../enrollment/facts/assessment-questions.ts';
import type { ResultState } from '../enrollment/facts/assessment-state.ts';
import type { EnrollmentState } from '../enrollment/facts/state.ts';
import { enrollmentUnknown, notInForce, resultAnnulled } from '../enrollment/facts/unknown.ts';
import type { CorrectProtocolEntry, EnterProtocolEntry } from './commands.ts';
import type { ProtocolEntryContext, ProtocolEntryCorrectionContext } from './context.ts';
import { protocolLineCorrected, protocolLineEntered } from './facts/events.ts';
import type { CommissionState, ProtocolEntry, Sitting } from './facts/state.ts';
import { signingSeat } from './facts/state.ts';
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

/** Decides `enter-protocol-line`. */
export function decideEnterProtocolEntry(
  state: CommissionState,
  { protocol, enrollment, result, questions }: EnterProtocolEntry,
  { edition, study }: ProtocolEntryContext,
): Decision {
  const sitting = state.sittings.get(protocol);
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
      refs: { ...named.refs, commission: [state.id ?? ''] },
      data: {
        commission: state.id ?? '',
        protocol,
        line: sitting.entries.length + 1,
        enrollment,
        learner: study?.learner ?? '',
        ...(questions === undefined ? {} : { questions: { value: questions } }),
        result,
        edition: edition.edition,
      },
    }),
  ];
}

/** Decides `correct-protocol-line`. */
export function decideCorrectProtocolEntry(
  state: CommissionState,
  input: CorrectProtocolEntry,
  { edition, study, on }: ProtocolEntryCorrectionContext,
): Decision {
  const { protocol, replaces, result, questions, reason, signer } = input;
  const found = entryInForce(state, protocol, replaces);
  if (isRefusal(found)) return found;
  const { sitting, line } = found;
  const early = refuseIfBefore(on, line.lastActOn);
  if (early !== null) return early;
  const { reasonRequired } = edition.correction;
  const unsaid = refuseUnlessReason('correct-line', line.event, reasonRequired, reason);
  if (unsaid !== null) return unsaid;
  const seat = signingSeat(state, sitting, signer, on);
  if (seat === null) return notSeated({ person: signer, commission: state.id ?? '', on });
  const roles = edition.commissions.lineCorrectionRoles;
  const { person, role } = seat;
  if (!roles.includes(role)) return roleDoesNotCorrect({ person, role, roles });
  const enrollment = input.enrollment ?? line.enrollment;
  if (result === line.result && enrollment === line.enrollment && questions === undefined) {
    return protocolEntryUnchanged({ line: line.inForce });
  }
  let refs: Refs = line.refs;
  let learner = line.learner;
  if (result !== null) {
    const named = namedResult(study, enrollment, result, protocol);
    if (isRefusal(named)) return named;
    const twice = refuseIfEntered(sitting, study, enrollment, named.event, line);
    if (twice !== null) return twice;
    refs = joinRefs(line.refs, named.refs);
    learner = study?.learner ?? learner;
  }
  return [
    protocolLineCorrected.draft({
      occurredOn: sitting.on,
      refs,
      data: {
        commission: state.id ?? '',
        protocol,
        line: line.number,
        enrollment,
        learner,
        ...(questions === undefined ? {} : { questions: { value: questions } }),
        corrects: line.event,
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

/** The sitting and the line whose event in force is named. */
export function entryInForce(
  state: CommissionState,
  protocol: string,
  event: string,
): { readonly sitting: Sitting; readonly line: ProtocolEntry } | Refusal {
  const sitting = state.sittings.get(protocol);
  if (sitting === undefined) return protocolUnknown({ protocol });
  const line = sitting.entryOf.get(event);
  if (line === undefined) return protocolEntryUnknown({ line: event, protocol });
  if (line.inForce !== event)
    return protocolEntryNotInForce({ given: event, inForce: line.inForce });
  return { sitting, line };
}

/** The result that a line names: it stands, its named value is in force, it rests on this one. */
function namedResult(
  study: EnrollmentState | null,
  enrollment: string,
  event: string,
  protocol: string,
): ResultState | Refusal {
  if (study === null || study.id === null) return enrollmentUnknown({ enrollment });
  const result = findResult(study, event);
  if (isRefusal(result)) return result;
  const { annulledOn, inForce, basis } = result;
  if (annulledOn !== null) return resultAnnulled({ result: event, annulledOn });
  if (inForce !== event) return notInForce({ given: event, inForce });
  if (basis?.kind === 'protocol' && basis.id === protocol) return result;
  const rests = basis === null ? '—' : `${basis.kind} ${basis.id ?? ''}`.trim();
  return resultOfOtherBasis({ result: event, basis: rests, protocol });
}

/** Does another line in force name the same result? */
function refuseIfEntered(
  sitting: Sitting,
  study: EnrollmentState | null,
  enrollment: string,
  record: string,
  but: ProtocolEntry | null,
): Refusal | null {
  const same = sitting.entries.find(
    (line) =>
      line !== but &&
      line.enrollment === enrollment &&
      line.result !== null &&
      study?.recordOf.get(line.result) === record,
  );
  if (same === undefined) return null;
  return protocolEntryEnteredAlready({ enrollment, line: same.number, protocol: sitting.protocol });
}

/** The wrong line's refs and the right one's: both learners must find it. */
function joinRefs(a: Refs, b: Refs): Refs {
  const kinds = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<keyof Refs>;
  return Object.fromEntries(
    [...kinds].map((kind) => [kind, [...new Set([...(a[kind] ?? []), ...(b[kind] ?? [])])]]),
  );
}
