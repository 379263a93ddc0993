import type { ActDay } from '../../../acting/act-day.ts';
import { personalReason } from '../../../acting/annulling.ts';
import type { ActContext } from '../../../acting/context.ts';
import type { WithId } from '../../../acting/default-id.ts';
import { alreadyExists } from '../../../acting/exists.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../../acting/putting-right.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { actOutOfOrder, refuseIfReversed } from '../../../values/day-order.ts';
import { refuseUnlessEnrolled } from '../../enrollment/facts/questions.ts';
import type { EnrollmentState } from '../../enrollment/facts/state.ts';
import { practiceAnnulled, practiceEvaluated } from '../facts/events.ts';
import { resultNamed } from '../facts/questions.ts';
import { workCodeUnknown } from '../facts/unknown.ts';
import type { AnnulPractice, EvaluatePractice } from './commands.ts';
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

/** Decides `annul-practice`. Refuses as `findPutRight` does. D10, RK 1.8. */
export function decideAnnulPractice(
  state: PracticeState,
  input: AnnulPractice,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const asked = { act: 'annul-practice', of: input.practice, orderRequired: false, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { practice, learner, enrollment, programme } = found.entry.event.data;
  return [
    practiceAnnulled.draft({
      ...annulmentPlace(found),
      data: {
        practice,
        learner,
        enrollment,
        programme,
        ...annulmentData(found, context, null),
        ...personalReason(input),
      },
    }),
  ];
}
