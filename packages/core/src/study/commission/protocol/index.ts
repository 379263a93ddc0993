/*
 * A series of protocol numbers: per organisation, kind or commission (`commissions.numberedPer`),
 * and year. D8.
 *
 * Stream: `<org>.register-protocol.<per>.<series>.<year>`. Event: ProtocolNumbered.
 * Command: `number-protocol`, any sender; `number` of ../protocol-service.ts. Rule: decide.ts,
 * without gaps and once per protocol. How others read a protocol: facts/reading.ts.
 */
export type { ProtocolRegisterState } from './facts/state.ts';
