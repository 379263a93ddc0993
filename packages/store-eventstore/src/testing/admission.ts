import type { Metadata } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type { Caller } from './access.ts';
import type { CallFailure, ServerState } from './server-state.ts';
import { accessDenied, failure, thrownByHandler } from './server-state.ts';

/** A caller who was admitted, or the error that refuses the call. */
export type Admission =
  | { readonly caller: Caller; readonly refused: null }
  | { readonly refused: CallFailure };

/**
 * Checks a call before anything else: is the password right, and is this the server that it asks
 * for?
 */
export function admit(server: ServerState, headers: Metadata): Admission {
  const [authorization] = headers.get('authorization');
  const caller = server.access.callerOf(authorization?.toString());
  if (caller === null) return { refused: failure(status.UNAUTHENTICATED, 'Unauthenticated') };
  const [asksForLeader] = headers.get('requires-leader');
  if (asksForLeader?.toString() === 'true' && !server.isLeader) {
    return { refused: server.failureOf('not-leader') };
  }
  return { caller, refused: null };
}

/** Checks the same, and whether the caller may do this with this stream. */
export function admitTo(
  server: ServerState,
  headers: Metadata,
  right: '$r' | '$w' | '$d',
  stream: string,
): CallFailure | null {
  const admission = admit(server, headers);
  if (admission.refused !== null) return admission.refused;
  if (isBadName(stream)) return thrownByHandler();
  return server.access.allows(admission.caller, right, stream) ? null : accessDenied();
}

/** The two texts that are no stream names; every other one is. */
export const isBadName = (stream: string): boolean => stream === '' || stream === '$$';
