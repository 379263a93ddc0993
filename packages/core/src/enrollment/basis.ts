import type * as z from 'zod';
import { isProtocolId } from '../commission/protocol-id.ts';
import type { ProtocolSeen } from '../commission/reading.ts';
import {
  commissionNotWorking,
  hasNoVote,
  notPresent,
  protocolIsSigned,
  protocolNotNumbered,
} from '../commission/refusals.ts';
import { votes } from '../commission/sitting.ts';
import type { CommissionState } from '../commission/state.ts';
import { worksOn } from '../commission/state.ts';
import { commissionUnknown, protocolUnknown } from '../commission/unknown.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Edition } from '../regulation/rules.ts';
import type { basisShape } from './events.ts';

/*
 * A result by protocol refers to it: the mark names the protocol, the protocol's line names the
 * mark's event. Which results need one is a field of the regulation. D8, R1 §4.2.3-4.2.4.
 */

/** What a result rests on, as the event holds it. */
export type Basis = z.infer<typeof basisShape>;

/** The regulation asks for a protocol. R1 §4.2.3. */
export const protocolNeeded = refusal('protocol-needed', (d: { kind: string; given: string }) => ({
  ru: `Результат («${d.kind}») записывают по протоколу комиссии, а дано: ${d.given}`,
  en: `A result of kind ${d.kind} rests on a protocol of a commission, and has: ${d.given}`,
}));

/** A result by protocol is of the sitting's day. */
export const protocolOtherDay = refusal(
  'protocol-other-day',
  (d: { protocol: string; sittingOn: string; on: string }) => ({
    ru: `Заседание ${d.protocol} было ${d.sittingOn}, а результат от ${d.on}: исправьте дату`,
    en: `The sitting ${d.protocol} was on ${d.sittingOn}, the result is of ${d.on}: mend the day`,
  }),
);

/** A number or day that is given agrees with the register. */
export const protocolDisagrees = refusal(
  'protocol-disagrees',
  (d: { protocol: string; given: string; registered: string }) => ({
    ru: `Протокол ${d.protocol} зарегистрирован как ${d.registered}, а дано ${d.given}`,
    en: `The protocol ${d.protocol} is registered as ${d.registered}, and ${d.given} is given`,
  }),
);

/** A commission attests its kinds, attempts, programmes and groups. */
export const commissionNotFor = refusal(
  'commission-not-for',
  (d: { commission: string; kind: string; retake: boolean; group: string }) => ({
    ru:
      `Комиссия ${d.commission} не аттестует: ${d.kind}, ` +
      `${d.retake ? 'пересдача' : 'первая попытка'}, группа ${d.group}`,
    en:
      `Commission ${d.commission} does not attest ${d.kind}, ` +
      `${d.retake ? 'a retake' : 'a first attempt'}, group ${d.group}`,
  }),
);

/** What a commission is asked to attest. */
export interface AttestationAsked {
  readonly kind: string;
  readonly programme: string;
  readonly group: string;
  readonly retake: boolean;
  readonly on: string;
}

/** Why a commission cannot attest this on that day; null: it can. */
export function refuseUnlessCommissionServes(
  commission: CommissionState | null,
  named: string,
  asked: AttestationAsked,
  edition: Edition,
): Refusal | null {
  if (commission === null || commission.id === null) {
    return commissionUnknown({ commission: named });
  }
  const { on, kind, retake, group, programme } = asked;
  if (!worksOn(commission, on)) {
    const { from, until, dissolvedFrom } = commission;
    return commissionNotWorking({ commission: named, on, from, until: dissolvedFrom ?? until });
  }
  const rule = edition.commissions.kinds.find((one) => one.id === commission.kind);
  const attempts = retake ? 'retake' : 'first';
  const fits =
    rule !== undefined &&
    (rule.attests.length === 0 || rule.attests.includes(kind)) &&
    (rule.attempts === 'any' || rule.attempts === attempts) &&
    (commission.programmes.length === 0 || commission.programmes.includes(programme)) &&
    (commission.groups.length === 0 || commission.groups.includes(group));
  return fits ? null : commissionNotFor({ commission: named, kind, retake, group });
}

/** Does the regulation ask for a protocol under results of this kind in this programme type? */
export function needsProtocol(
  { commissions }: Edition,
  kind: string,
  programmeType: string | null,
): boolean {
  return commissions.protocolFor.some(
    ({ kind: one, programmeTypes }) =>
      one === kind &&
      (programmeTypes.length === 0 ||
        (programmeType !== null && programmeTypes.includes(programmeType))),
  );
}

/** What is asked of a result's basis. */
export interface BasisAsked extends AttestationAsked {
  readonly programmeType: string | null;
  /** The official who assessed; null: a platform or an outside organisation. */
  readonly assessor: string | null;
  /** Must a commission hold it, whatever the regulation asks of the kind? */
  readonly byCommission: boolean;
}

/**
 * The basis of a result as it is stored: of a protocol, with its number and day. A paper from
 * elsewhere stays as it was given, where no protocol of ours is asked for.
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
