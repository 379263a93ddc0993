import { refusal } from '../kernel/refusal.ts';
import type { ArchivedKind } from '../record/kind.ts';
import { correctionWaiting } from './correction.ts';
import { refsOf } from './life.ts';
import { statusWords } from './movement.ts';
import { placeOn } from './place.ts';
import type { EnrollmentEvent, EnrollmentState } from './state.ts';
import { enrollmentDecider } from './state.ts';

/* The enrollment's side of the hand-over to the archive. D18, R1 §7.2: after the expulsion. */

export const notEnded = refusal(
  'not-ended',
  (d: { enrollment: string; on: string; status: string; since: string | null }) => {
    const words = statusWords(d.status, d.since);
    return {
      ru: `${d.enrollment} на ${d.on} не окончено (${words.ru}): сначала завершите или отчислите`,
      en: `${d.enrollment} has not ended by ${d.on} (${words.en}): complete or discharge first`,
    };
  },
);

/**
 * What the archive needs to know of enrollments. One is handed over once it has ended (completed or
 * discharged, `not-ended` else), and not while a correction waits (`correction-waiting`).
 */
export const enrollmentArchive: ArchivedKind<EnrollmentState, EnrollmentEvent> = {
  decider: enrollmentDecider,
  statusOf: (state) => (state.id === null ? null : state.archival),
  refsOf: (state) => refsOf(state, state.line.at(-1)?.group ?? ''),
  refuseUnlessReady: (state, { on }) => {
    const { status, since } = placeOn(state, on);
    if (status !== 'ended') return notEnded({ enrollment: state.id ?? '', on, status, since });
    for (const record of state.waiting.values()) {
      const waiting = state.results.get(record)?.waiting;
      if (waiting === null || waiting === undefined) continue;
      const { event: correction, signer, actedOn } = waiting;
      return correctionWaiting({ correction, signer: signer.person, since: actedOn });
    }
    return null;
  },
};
