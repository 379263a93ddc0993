import type * as z from 'zod';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { refuseUnlessInOffice } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { refuseIfReversed } from '../../values/day-order.ts';
import {
  refuseUnlessFormKnown,
  refuseUnlessKindKnown,
  refuseUnlessModuleKnown,
  refuseUnlessResultGroupKnown,
} from '../programme/facts/questions.ts';
import { closingBeforeOpening, programmeIsClosed } from '../programme/facts/unknown.ts';
import type {
  announceRequirements,
  closeGroup,
  dropAssessment,
  openGroup,
  planAssessment,
  planAssessments,
} from './commands.ts';
import type { AnnouncementContext, OpeningContext, PlanningContext } from './context.ts';
import {
  assessmentPlanned,
  groupClosed,
  groupOpened,
  plannedAssessmentDropped,
  requirementsAnnounced,
} from './facts/events.ts';
import type { GroupState } from './facts/state.ts';
import { groupIsClosed, groupUnknown, plannedUnknown } from './facts/unknown.ts';

/**
 * Decides `open-group`. Refuses `already-exists`, `programme-closed` and `period-reversed`. D2.
 */
export function decideOpenGroup(
  state: GroupState,
  input: WithId<Input<typeof openGroup>>,
  { on, programme: { closedFrom } }: OpeningContext,
): Decision {
  const { id: group, programme, title, from, until, stage, studyYear } = input;
  if (state.id !== null) return alreadyExists({ kind: 'group', id: group });
  if (closedFrom !== null && on >= closedFrom) {
    return programmeIsClosed({ programme, from: closedFrom });
  }
  const reversed = refuseIfReversed(from, until);
  if (reversed !== null) return reversed;
  const year = {
    ...(stage === undefined ? {} : { stage }),
    ...(studyYear === undefined ? {} : { studyYear }),
  };
  const data = { group, programme, title: title ?? group, from, until, ...year };
  return [groupOpened.draft({ occurredOn: on, refs: groupRefs(group, programme), data })];
}

/**
 * Decides `plan-assessments`. The id of a dropped assessment is not used again, since recorded
 * results may name it. Weights are not added up: a module may have two finals at 100 percent each,
 * of which a learner takes one. Refuses `group-unknown`, `already-exists`, `module-unknown`,
 * `kind-unknown`, `form-unknown` and `result-group-unknown`. D2, R5 §3.2.4.
 */
export function decidePlan(
  state: GroupState,
  { group, assessments }: AssessmentsToPlan,
  { on: occurredOn, edition, programme }: PlanningContext,
): Decision {
  if (state.id === null) return groupUnknown({ group });
  const taken = new Set(Object.keys(state.everPlanned));
  for (const { id, module, kind, form, resultGroup } of assessments) {
    if (taken.has(id)) return alreadyExists({ kind: 'planned-assessment', id, standing: group });
    taken.add(id);
    const no: Refusal | null =
      refuseUnlessModuleKnown(programme, module) ??
      refuseUnlessKindKnown(edition, kind) ??
      refuseUnlessFormKnown(edition, form) ??
      refuseUnlessResultGroupKnown(edition, resultGroup);
    if (no !== null) return no;
  }
  return assessments.map(({ id: planned, title, resultGroup, ...rest }) => {
    const refs = { ...groupRefs(group, state.programme), module: [rest.module] };
    const own = { group, programme: state.programme, planned, title: title ?? planned };
    const grouped = resultGroup === undefined ? {} : { resultGroup };
    const data = { ...own, ...rest, ...grouped, edition: edition.edition };
    return assessmentPlanned.draft({ occurredOn, refs, data });
  });
}

/** Decides `plan-assessment`: a plan of one assessment. */
export function decidePlanOne(
  state: GroupState,
  { group, plannedOn: _day, ...one }: WithId<Input<typeof planAssessment>>,
  context: PlanningContext,
): Decision {
  return decidePlan(state, { group, assessments: [one] }, context);
}

/** Decides `drop-assessment`. Refuses `group-unknown` and `planned-unknown`. D2. */
export function decideDrop(
  state: GroupState,
  { group, planned }: Input<typeof dropAssessment>,
  on: string,
): Decision {
  if (state.id === null) return groupUnknown({ group });
  const assessment = Object.hasOwn(state.planned, planned) ? state.planned[planned] : undefined;
  if (assessment === undefined) return plannedUnknown({ group, planned });
  const refs = { ...groupRefs(group, state.programme), module: [assessment.module] };
  return [plannedAssessmentDropped.draft({ occurredOn: on, refs, data: { group, planned } })];
}

/**
 * Decides `announce-requirements`: a teacher makes them known at the beginning of study. Refuses
 * `group-unknown`, `dated-ahead`, `module-unknown`, and as `signAs` does. R2 §1.5.
 */
export function decideAnnounce(
  state: GroupState,
  { group, module, by, office }: Input<typeof announceRequirements>,
  { on, edition, programme, official }: AnnouncementContext,
): Decision {
  if (state.id === null) return groupUnknown({ group });
  const no = module === null ? null : refuseUnlessModuleKnown(programme, module);
  if (no !== null) return no;
  const offices = edition.lessons.teacherOffices;
  const asked = { group, programme: state.programme, level: programme.level };
  const teaches = refuseUnlessInOffice(official, { person: by, office, on }, offices, asked);
  if (teaches !== null) return teaches;
  const modules = module === null ? [] : [module];
  const refs = { ...groupRefs(group, state.programme), module: modules, official: [by] };
  const announcement = { group, programme: state.programme, module, announcedBy: by };
  const data = { ...announcement, edition: edition.edition };
  return [requirementsAnnounced.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `close-group`. Refuses `group-unknown`, `group-closed` and `closing-before-opening`. D2.
 */
export function decideCloseGroup(
  state: GroupState,
  { group }: Input<typeof closeGroup>,
  on: string,
): Decision {
  if (state.id === null) return groupUnknown({ group });
  if (state.closedFrom !== null) {
    return groupIsClosed({ group, from: state.closedFrom, into: state.mergedInto });
  }
  if (state.openedOn !== null && on < state.openedOn) {
    return closingBeforeOpening({ on, openedOn: state.openedOn });
  }
  const refs = groupRefs(group, state.programme);
  return [groupClosed.draft({ occurredOn: on, refs, data: { group } })];
}

/** The assessments to plan for a group, each with its id. */
export interface AssessmentsToPlan {
  readonly group: string;
  readonly assessments: readonly (Omit<Assessments[number], 'id'> & { readonly id: string })[];
}

type Assessments = Input<typeof planAssessments>['assessments'];

type Input<T extends { readonly schema: z.ZodType }> = z.output<T['schema']>;

function groupRefs(group: string, programme: string) {
  return { group: [group], programme: [programme] };
}
