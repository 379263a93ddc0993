import type { Metadata } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type { Caller } from './access.ts';
import type { CallFailure, ServerState } from './server-state.ts';
import { accessDenied, failure, thrownByHandler } from './server-state.ts';

/** A caller who was let in, or why not. */
export type Admission =
  | { readonly caller: Caller; readonly refused: null }
  | { readonly refused: CallFailure };

/** At the door: is the password right, and is this the server that the call asks for? */
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

/** The same, and may the caller do this with this stream? */
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

/** The two names that no stream has; every other string is one. */
export const isBadName = (stream: string): boolean => stream === '' || stream === '$$';
