/**
 * The kinds of call that a fault can be ordered for. For a batch the plan is asked for every
 * append.
 */
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

/** Asked before every call; null means no fault. */
export type FaultPlan = (call: FaultyCall) => Fault | null;

/** Is the append written although something goes wrong? */
export function commits(fault: Fault | null): boolean {
  return (
    fault === null ||
    fault === 'lose-reply' ||
    fault === 'break-after-commit' ||
    fault === 'time-out-after-commit'
  );
}
