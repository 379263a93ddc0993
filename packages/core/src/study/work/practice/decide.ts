import type { ActDay } from '../../../acting/act-day.ts';
import { alreadyExists } from '../../../acting/exists.ts';
import type { WithId } from '../../../acting/on.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { actOutOfOrder, refuseIfReversed } from '../../../values/day-order.ts';
import { refuseUnlessEnrolled } from '../../enrollment/facts/questions.ts';
import type { EnrollmentState } from '../../enrollment/facts/state.ts';
import { practiceEvaluated } from '../facts/events.ts';
import { resultNamed } from '../facts/questions.ts';
import { workCodeUnknown } from '../facts/unknown.ts';
import type { EvaluatePractice } from './commands.ts';
import type { PracticeState } from './facts/state.ts';

/**
 * Decides `evaluate-practice`. Refuses `already-exists`, `enrollment-unknown`, `work-code-unknown`,
 * `period-reversed`, `act-out-of-order` before its last day, and as `resultNamed` does. D10.
 */
export function decideEvaluatePractice(
  state: PracticeState,
  input: WithId<EvaluatePractice>,
  { edition, study }: ActDay & { readonly study: EnrollmentState },
): Decision {
  const { id: practice, enrollment, kind, place, from, until, supervisor, evaluation, on } = input;
  if (state.id !== null) return alreadyExists({ kind: 'practice', id: practice });
  const none = refuseUnlessEnrolled(study, enrollment);
  if (none !== null) return none;
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
