import * as z from 'zod';
import { complaint, shown } from '../values/complaint.ts';

const PROTOCOL = /^[A-Za-z0-9_-]{1,48}\.[1-9][0-9]{0,5}$/;

/**
 * Schema of a protocol's id: `<commission>.<n>`, where n counts the commission's sittings from 1.
 * It is no number of a register: that one is given when the protocol is numbered. D8.
 *
 * @example
 * protocolId.parse('c-1.2'); // => 'c-1.2'
 * protocolId.safeParse('c-1').success; // => false
 */
export const protocolId = z
  .string({ error: ({ input }) => noProtocol(input) })
  .regex(PROTOCOL, { error: ({ input }) => noProtocol(input) })
  .brand<'ProtocolId'>();

/**
 * Is this the id of a protocol of a commission, and not of a paper from elsewhere?
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
