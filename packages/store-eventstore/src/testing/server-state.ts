import { Metadata, status } from '@grpc/grpc-js';
import type { Access } from './access.ts';
import type { Fault, FaultPlan, FaultyCall } from './faults.ts';
import type { ServerLog } from './server-log.ts';

/** A host and a port. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What all calls of one test server share. */
export interface ServerState {
  readonly log: ServerLog;
  readonly access: Access;
  /** The address that calls which ask for the leader are sent to. */
  readonly leader: Address;
  readonly isLeader: boolean;
  readonly sendsCaughtUp: boolean;
  readonly clockOffsetMs: number;
  readonly serverLine: '24.6' | '24.10';
  readonly commitMs: number;
  readonly writeTimeoutMs: number;
  /** Stream and first id of each append that is being committed. */
  readonly committing: Set<string>;
  readonly fault: FaultPlan;
  readonly failureOf: (fault: Fault | null) => CallFailure;
  /** Does what the end of the process would do. */
  kill(): Promise<void>;
}

/** An error of a call, with the trailers by which the client recognises it. */
export type CallFailure = Error & {
  readonly code: number;
  readonly details: string;
  readonly metadata: Metadata;
};

const PRINTABLE = /^[ -~]*$/u;

/**
 * Makes the error of a call. HTTP headers are ASCII: a server that puts anything else into its
 * trailers ends the call with a 500.
 */
export function failure(
  code: number,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): CallFailure {
  const metadata = new Metadata();
  if (!Object.values(trailers).every((value) => PRINTABLE.test(value))) {
    const said = 'Received HTTP status code 500';
    return Object.assign(new Error(said), { code: status.UNKNOWN, details: said, metadata });
  }
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** The error of a call that the caller may not make. */
export const accessDenied = (): CallFailure =>
  failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

/** The error of a call on a stream that was deleted for good. */
export const streamDeleted = (stream: string): CallFailure =>
  failure(status.FAILED_PRECONDITION, 'Stream is deleted', {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

/** What gRPC's server answers where a handler throws. */
export const thrownByHandler = (): CallFailure =>
  failure(status.UNKNOWN, 'Exception was thrown by handler.');

/** The error of a call that was ordered to fail. */
export function brokenCall(fault: Fault | null, leader: Address): CallFailure {
  if (fault === 'not-leader') {
    return failure(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': leader.host,
      'leader-endpoint-port': String(leader.port),
    });
  }
  if (fault === 'forbidden') return accessDenied();
  return failure(status.UNAVAILABLE, 'Connection dropped');
}

/** A plan without faults. */
export const noFaults = (_call: FaultyCall): Fault | null => null;
