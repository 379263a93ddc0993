/** What a call to the test server is about. A batch is asked about for every append in it. */
export type FaultyCall = 'append' | 'read' | 'subscribe' | 'features';

/**
 * What goes wrong with one call.
 *
 * - `silence`: nothing is done and nothing is said; `lose-reply`: it is done, and nothing is said
 * - `break`: the call ends with UNAVAILABLE; `break-after-commit`: the same, and it is done
 * - `time-out`, `time-out-after-commit`: the server's own answer that it took too long
 * - `too-busy`, `not-ready`, `not-leader`, `forbidden`: not done, and said so
 * - `cutAfter`, `endAfter`, `silentAfter`: a read or a subscription breaks off, ends as if all were
 *   well, or falls silent after so many answers
 */
export type Fault =
  | 'silence'
  | 'lose-reply'
  | 'break'
  | 'break-after-commit'
  | 'time-out'
  | 'time-out-after-commit'
  | 'too-busy'
  | 'not-ready'
  | 'not-leader'
  | 'forbidden'
  | { readonly cutAfter: number }
  | { readonly endAfter: number }
  | { readonly silentAfter: number };

/** Asked before every call; null lets it through. */
export type FaultPlan = (call: FaultyCall) => Fault | null;

/** Is the append done, though something goes wrong? */
export function commits(fault: Fault | null): boolean {
  return (
    fault === null ||
    fault === 'lose-reply' ||
    fault === 'break-after-commit' ||
    fault === 'time-out-after-commit'
  );
}
