import * as z from 'zod';
import type { CommissionRules } from '../../../rules/regulation/sections/commissions.ts';
import { complaint, shown } from '../../../values/complaint.ts';

/**
 * How many voting members must be present for a quorum.
 *
 * @example
 * quorumOf({ of: 'share', numerator: 2, denominator: 3, more: false }, 5); // => 4
 */
export function quorumOf(quorum: CommissionRules['quorum'], voting: number): number {
  if (quorum.of === 'number') return quorum.members;
  const { numerator, denominator, more } = quorum;
  const share = voting * numerator;
  return more ? Math.floor(share / denominator) + 1 : Math.ceil(share / denominator);
}

const PROTOCOL = /^[A-Za-z0-9_-]{1,48}\.[1-9][0-9]{0,5}$/;

/**
 * Schema of a protocol's id: `<commission>.<n>`, where n counts the commission's sittings from 1.
 * Its number in the year's series is another one, which `number-protocol` gives. D8.
 *
 * @example
 * protocolId.parse('c-1.2'); // => 'c-1.2'
 * protocolId.safeParse('c-1').success; // => false
 */
export const protocolId = z
  .string({ error: ({ input }) => noProtocol(input) })
  .regex(PROTOCOL)
  .brand<'ProtocolId'>();

/**
 * Is this the id of a protocol of a commission here, and not of a paper from elsewhere?
 *
 * @example
 * isProtocolId('c-1.2'); // => true
 */
export const isProtocolId = (id: string): boolean => PROTOCOL.test(id);

/**
 * The commission that a protocol's id names.
 *
 * @example
 * commissionOf('c-1.2'); // => 'c-1'
 */
export const commissionOf = (protocol: string): string => protocol.split('.')[0] ?? '';

function noProtocol(input: unknown): string {
  return complaint(
    `${shown(input)} не номер протокола вида «комиссия.заседание»`,
    `${shown(input)} is no protocol id of the form commission.n`,
  );
}

/** Does a role vote, and so count in the quorum? */
export const votes = ({ seats }: CommissionRules, role: string): boolean =>
  seats.some((seat) => seat.role === role && seat.votes);
