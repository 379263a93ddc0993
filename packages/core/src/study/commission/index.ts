/*
 * An attestation commission, with its members, sittings and protocols. D8, R1 §4.2.3-4.2.4.
 *
 * Stream: `<org>.commission-<commission>`.
 * Events: CommissionFormed, MemberSeated, MemberRelieved, CommissionDissolved, SittingHeld,
 * ProtocolLineEntered, ProtocolLineCorrected, DissentRecorded, ProtocolSigned.
 * Commands: form, change, dissolve: any sender; those in `commissions.orderFor` need an order. Hold
 * a sitting, enter a result: any sender. Correct an entry: a member in one of
 * `commissions.lineCorrectionRoles`. Dissent: a voting member who was present. Sign: a member who
 * was.
 * Rules: members, decide.ts; quorum and presiding member, decide-sitting.ts; entries of a protocol,
 * decide-entries.ts; signatures and dissent, decide-signing.ts; the number of a protocol,
 * protocol/.
 * Read: facts/events.ts, facts/state.ts, facts/questions.ts, commands.ts, the decisions,
 * service.ts, protocol-service.ts.
 */
export type { NumberReceipt } from './protocol-service.ts';
export { protocolService } from './protocol-service.ts';
export type { CommissionReceipt, SittingReceipt } from './service.ts';
export { commissionService } from './service.ts';
