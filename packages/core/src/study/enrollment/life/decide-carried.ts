import { annulmentData, annulmentPlace } from '../../../acting/putting-right.ts';
import type { RestingFact } from '../../../entry/refusals.ts';
import type { DraftEvent } from '../../../kernel/event.ts';
import { known } from '../../../kernel/personal.ts';
import { eventId } from '../../../kernel/uuid.ts';
import { groupOfYear } from '../facts/life-questions.ts';
import { placeOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { studyEntryAnnulled, yearDecided } from '../facts/study-events.ts';
import type { StudyEntry } from '../facts/study-state.ts';
import type { PuttingRightContext } from './context.ts';
import { addedAfter } from './decide-added.ts';
import type { PutRightInput, StepFound } from './decide-annul.ts';
import type { Change } from './decide-change.ts';
import { enrollmentIdsOf } from './decide-life.ts';

type Decided = Extract<StudyEntry, { type: 'YearDecided' }>;

/** A decision on a study year, and the group in which the learner truly was. */
interface CarriedDecision {
  readonly event: Decided;
  readonly group: string;
}

/**
 * Those of the entries that a change leaves without a place which are decisions on a study year and
 * only name another group: the decision is the learner's, and is carried to the true group. RK 1.8,
 * 273-FZ art. 58 part 8.
 */
export function decisionsCarried(
  { study }: EnrollmentState,
  after: EnrollmentState,
  entries: readonly RestingFact[],
  { groups }: Pick<PuttingRightContext, 'groups'>,
): readonly CarriedDecision[] {
  const yearOf = (id: string): string | null => groups.get(id)?.studyYear ?? null;
  return entries.flatMap(({ id }) => {
    const event = study.entries.get(id)?.event;
    if (event?.type !== 'YearDecided' || placeOn(after, event.occurredOn).status === 'ended') {
      return [];
    }
    const { studyYear } = event.data;
    const group = groupOfYear(after, { studyYear, until: event.occurredOn }, yearOf);
    return group === null ? [] : [{ event, group }];
  });
}

/** Each decision is annulled, and the same one in the true group stands in its place. */
export function carriedEvents(
  state: EnrollmentState,
  input: PutRightInput,
  found: StepFound,
  { command, items }: Change,
  carried: readonly CarriedDecision[],
): readonly DraftEvent[] {
  const { reason } = input;
  return carried.flatMap(({ event, group }, index) => {
    const { occurredOn, refs, ground, revision: place } = event;
    const { toGroup } = event.data;
    const entry = { ...found, entry: { event, annulled: null, place } };
    const day = { on: found.actedOn, edition: found.edition };
    const replacedBy = eventId(command, items.length + 2 * index + 1);
    const annulled = {
      ...enrollmentIdsOf(state),
      ...annulmentData(entry, day, replacedBy),
      ...(reason === undefined ? {} : { reason: known(reason) }),
      ...addedAfter(state, input),
    };
    const decided = yearDecided.draft({
      occurredOn,
      refs: { ...refs, group: [...new Set(toGroup === null ? [group] : [group, toGroup])] },
      data: { ...event.data, group },
    });
    return [
      studyEntryAnnulled.draft({ ...annulmentPlace(entry), data: annulled }),
      { ...decided, ground },
    ];
  });
}
