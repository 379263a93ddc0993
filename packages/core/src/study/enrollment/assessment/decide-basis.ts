import type * as z from 'zod';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { isProtocolId, votes } from '../../commission/facts/questions.ts';
import {
  hasNoVote,
  notPresent,
  protocolIsSigned,
  protocolNotNumbered,
  protocolUnknown,
} from '../../commission/facts/unknown.ts';
import type { ProtocolSeen } from '../../commission/protocol/facts/reading.ts';
import type { basisShape } from '../facts/assessment-events.ts';
import type { AttestationAsked } from '../facts/assessment-questions.ts';
import { refuseUnlessCommissionServes } from '../facts/assessment-questions.ts';
import { protocolDisagrees, protocolNeeded, protocolOtherDay } from './refusals.ts';

/*
 * A result and its protocol name each other: the result names the protocol as its basis, and the
 * protocol's entry names the result's event. The regulation says which results need a protocol. D8.
 */

/** The basis of a result, as the event stores it. */
export type Basis = z.infer<typeof basisShape>;

/** Does the regulation require a protocol for results of this kind in this programme type? */
export function needsProtocol(
  { commissions }: Edition,
  kind: string,
  programmeType: string,
): boolean {
  return commissions.protocolFor.some(
    ({ kind: one, programmeTypes }) =>
      one === kind && (programmeTypes.length === 0 || programmeTypes.includes(programmeType)),
  );
}

/** A result whose basis is checked. */
export interface BasisAsked extends AttestationAsked {
  readonly programmeType: string;
  /** Person id of the official who assessed; null: a platform or an outside organisation. */
  readonly assessor: string | null;
  /** Must a commission hold it, even where the regulation does not require that of the kind? */
  readonly byCommission: boolean;
}

/**
 * The basis of a result as it is stored; a protocol of a commission here gets its number and day. A
 * paper from elsewhere is stored as given, unless a protocol is required. Refuses
 * `protocol-needed`, `protocol-unknown`, `protocol-other-day`, `protocol-not-numbered`,
 * `protocol-is-signed`, `protocol-disagrees`, `not-present`, `has-no-vote`, and as
 * `refuseUnlessCommissionServes` does. D8, R1 §4.2.3-4.2.4.
 */
export function checkBasis(
  basis: Basis | null,
  protocol: ProtocolSeen | null,
  asked: BasisAsked,
  edition: Edition,
): Basis | null | Refusal {
  const ours = basis?.kind === 'protocol' && basis.id !== null && isProtocolId(basis.id);
  if (basis === null || !ours) {
    const needed = asked.byCommission || needsProtocol(edition, asked.kind, asked.programmeType);
    return needed ? protocolNeeded({ kind: asked.kind, given: basis?.kind ?? '—' }) : basis;
  }
  const id = basis.id ?? '';
  if (protocol === null) return protocolUnknown({ protocol: id });
  const { commission, sitting, number, edition: then } = protocol;
  const { on } = sitting;
  if (asked.on !== on) return protocolOtherDay({ protocol: id, sittingOn: on, on: asked.on });
  if (number === null) return protocolNotNumbered({ protocol: id });
  const [signer] = sitting.signed;
  if (signer !== undefined) return protocolIsSigned({ protocol: id, signer });
  const unfit = refuseUnlessCommissionServes(commission, commission.id ?? '', asked, edition);
  if (unfit !== null) return unfit;
  const registered = { number: String(number), date: on };
  for (const field of ['number', 'date'] as const) {
    const given = basis[field];
    if (given === null || given === registered[field]) continue;
    return protocolDisagrees({ protocol: id, given, registered: registered[field] });
  }
  const seat = sitting.present.find((one) => one.person === asked.assessor);
  if (seat === undefined) return notPresent({ person: asked.assessor ?? '—', protocol: id });
  const { person, role } = seat;
  if (!votes(then.commissions, role)) return hasNoVote({ person, role, protocol: id });
  return { kind: 'protocol', id, ...registered };
}
