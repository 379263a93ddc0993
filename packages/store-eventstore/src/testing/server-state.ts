import type { Fault, FaultPlan, FaultyCall } from './faults.ts';
import type { ServerLog } from './server-log.ts';
import { Metadata, status } from '@grpc/grpc-js';

/** What all calls of one test server share. */
export interface ServerState {
  readonly log: ServerLog;
  readonly address: { readonly host: string; readonly port: number };
  /** Events between two checkpoints of a filtered subscription are so many at the least. */
  readonly sendsCaughtUp: boolean;
  readonly clockOffsetMs: number;
  readonly fault: FaultPlan;
  readonly failureOf: (fault: Fault | null) => ReturnType<typeof failure>;
}

/** An error of a call, with the trailers by which the client knows what it is. */
export function failure(
  code: number,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): Error & { readonly code: number; readonly details: string; readonly metadata: Metadata } {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** The error of a call that a fault breaks. */
export function brokenCall(
  fault: Fault | null,
  { host, port }: ServerState['address'],
): ReturnType<typeof failure> {
  if (fault === 'not-leader') {
    return failure(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': host,
      'leader-endpoint-port': String(port),
    });
  }
  if (fault === 'forbidden') {
    return failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
  }
  return failure(status.UNAVAILABLE, 'Connection dropped');
}

/** No fault at all. */
export const noFaults = (_call: FaultyCall): Fault | null => null;
