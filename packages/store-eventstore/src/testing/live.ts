import type { Answers, ReadCall } from './answers.ts';
import type { ServerLog } from './server-log.ts';

/**
 * Most records that a subscriber may be behind. One that is further behind has missed the server's
 * live buffer: the server catches up with it from the log and reports "caught up" once more.
 */
export const LIVE_BUFFER = 32;

/** Waits for the next append, or for the end of the call. */
export function appended(log: ServerLog, call: ReadCall, answers: Answers): Promise<void> {
  return new Promise((resolve) => {
    const stop = log.watch(go);
    function go(): void {
      stop();
      call.off('cancelled', go).off('close', go).off('error', go);
      resolve();
    }
    call.on('cancelled', go).on('close', go).on('error', go);
    if (answers.over) go();
  });
}

/** Waits for ever, or until the call ends, as a server does that has lost its subscriber. */
export async function nothingMore(log: ServerLog, call: ReadCall, answers: Answers): Promise<void> {
  while (!answers.over) await appended(log, call, answers);
}
