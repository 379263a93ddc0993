import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { alreadyExists } from '../acting/exists.ts';
import type { WithId } from '../acting/on.ts';
import { refuseIfReversed } from '../acting/period.ts';
import type { EnrollmentState } from '../enrollment/state.ts';
import { enrollmentUnknown } from '../enrollment/unknown.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { EvaluatePractice } from './commands.ts';
import { practiceEvaluated } from './events.ts';
import { workCodeUnknown } from './refusals.ts';
import { resultNamed } from './result-named.ts';

/* Stream: `<org>.practice-<id>`. A practice or internship and its evaluation. D10, R1 §3.5b. */

/** The event of a practice's stream. */
export type PracticeEvent = EventOf<typeof practiceEvaluated>;

/** Whether it was evaluated. */
export interface PracticeState {
  id: string | null;
}

/** Folds a practice's stream. */
export const practiceDecider: Decider<PracticeState, PracticeEvent> = {
  kind: 'practice',
  initial: () => ({ id: null }),
  evolve: (state, event) => {
    state.id = event.data.practice;
  },
};

/** Decides `evaluate-practice`. */
export function decideEvaluatePractice(
  state: PracticeState,
  input: WithId<EvaluatePractice>,
  { edition, study }: ActDay & { readonly study: EnrollmentState },
): Decision {
  const { id: practice, enrollment, kind, place, from, until, supervisor, evaluation, on } = input;
  if (state.id !== null) return alreadyExists({ kind: 'practice', id: practice });
  if (study.id === null) return enrollmentUnknown({ enrollment });
  const rules = edition.works;
  const known = rules.practiceKinds.map((one) => one.id);
  if (!known.includes(kind)) return workCodeUnknown({ field: 'practice', code: kind, known });
  const reversed = refuseIfReversed(from, until);
  if (reversed !== null) return reversed;
  if (until > on) return actOutOfOrder({ on, after: until });
  const { result: event } = input;
  const { practiceForms: forms } = rules;
  const asked = { id: practice, event: event ?? '', module: null, forms, byProtocol: false };
  const result = event === null ? null : resultNamed(study, asked);
  if (isRefusal(result)) return result;
  const { learner, programme } = study;
  return [
    practiceEvaluated.draft({
      occurredOn: on,
      refs: {
        learner: [learner],
        enrollment: [enrollment],
        programme: [programme],
        official: supervisor === null ? [] : [supervisor],
        module: result === null || result.module === null ? [] : [result.module],
      },
      data: {
        practice,
        learner,
        enrollment,
        programme,
        kind,
        place,
        from,
        until,
        supervisor,
        ...(evaluation === undefined ? {} : { evaluation: { value: evaluation } }),
        result: result?.event ?? null,
        edition: edition.edition,
      },
    }),
  ];
}
