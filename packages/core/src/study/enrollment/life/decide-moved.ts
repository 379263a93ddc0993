import type { DraftEvent } from '../../../kernel/event.ts';
import {
  completed,
  discharged,
  reinstated,
  studyStarted,
  suspended,
  transferred,
} from '../facts/life-events.ts';
import type { LifeEvent } from '../facts/life-state.ts';

/** The draft of a step. */
export type LifeDraft = {
  [Type in LifeEvent['type']]: DraftEvent<Type, Extract<LifeEvent, { type: Type }>['data']>;
}[LifeEvent['type']];

/**
 * A step as it is where the learner was in another group before it; null where that leaves nothing
 * of it: a transfer into the group in which the learner is. Its day and edition stay. An enrollment
 * is never asked, because nothing comes before it.
 */
export function movedTo(step: LifeEvent, group: string): LifeDraft | null {
  const { occurredOn } = step;
  const refsTo = (...groups: readonly string[]) => ({ ...step.refs, group: [...new Set(groups)] });
  const inGroup = { occurredOn, refs: refsTo(group) };
  switch (step.type) {
    case 'Enrolled':
      return null;
    case 'StudyStarted':
      return studyStarted.draft({ ...inGroup, data: step.data });
    case 'Transferred': {
      const { toGroup } = step.data;
      if (toGroup === group) return null;
      const refs = refsTo(group, toGroup);
      return transferred.draft({ occurredOn, refs, data: { ...step.data, fromGroup: group } });
    }
    case 'Suspended':
      return suspended.draft({ ...inGroup, data: step.data });
    case 'Reinstated': {
      // With one group it was a return to the group that the learner had left.
      const back = step.refs.group?.length === 1 ? group : step.data.group;
      const data = { ...step.data, group: back };
      return reinstated.draft({ occurredOn, refs: refsTo(group, back), data });
    }
    case 'Completed':
      return completed.draft({ ...inGroup, data: { ...step.data, group } });
    case 'Discharged':
      return discharged.draft({ ...inGroup, data: { ...step.data, group } });
  }
}
