import type * as z from 'zod';
import { readDay, readToday } from '../acting/act-day.ts';
import type { Created } from '../created.ts';
import { created, withId } from '../created.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import { readProgramme } from '../programme/reading.ts';
import type { AnnouncementContext, OpeningContext, PlanningContext } from './decide.ts';
import {
  decideAnnounce,
  decideCloseGroup,
  decideDrop,
  decideOpenGroup,
  decidePlan,
} from './decide.ts';
import {
  announceRequirements,
  closeGroup,
  dropAssessment,
  openGroup,
  planAssessment,
  planAssessments,
} from './group.ts';
import { readGroup } from './reading.ts';
import type { GroupEvent } from './state.ts';
import { groupDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Groups: their planned assessments, and the requirements made known to them. D2. */
export interface GroupRoom {
  open(raw: Raw<typeof openGroup>): Promise<Result<Created>>;
  planAssessment(raw: Raw<typeof planAssessment>): Promise<Result<Created>>;
  planAssessments(raw: Raw<typeof planAssessments>): Promise<Result<Receipt>>;
  dropAssessment(raw: Raw<typeof dropAssessment>): Promise<Result<Receipt>>;
  announceRequirements(raw: Raw<typeof announceRequirements>): Promise<Result<Receipt>>;
  close(raw: Raw<typeof closeGroup>): Promise<Result<Receipt>>;
}

export function groupRoom(desk: Desk): GroupRoom {
  const shared = {
    decider: groupDecider,
    stream: (input: { readonly group: string }) => desk.stream('group', input.group),
    answer: (outcome: Outcome<GroupEvent>) => receipt(outcome),
  };
  const dated = {
    ...shared,
    context: async (input: { readonly on?: string | undefined }) =>
      input.on ?? (await readToday(desk)),
  };
  return {
    open: (raw) =>
      desk.run(openGroup, raw, {
        ...shared,
        stream: (input, command) => desk.stream('group', input.id ?? command.id),
        context: (input) => openingContext(desk, input),
        decide: withId(decideOpenGroup),
        answer: (outcome) => created(outcome, streamKey(outcome.stream)[0]),
      }),
    planAssessment: (raw) =>
      desk.run(planAssessment, raw, {
        ...shared,
        context: ({ group, plannedOn }) => planningContext(desk, group, plannedOn),
        decide: (state, { group, plannedOn: _day, ...one }, context, command) => {
          const assessments = [{ ...one, id: one.id ?? command.id }];
          return decidePlan(state, { group, assessments }, context);
        },
        answer: (outcome) => created(outcome, plannedIn(outcome)),
      }),
    planAssessments: (raw) =>
      desk.run(planAssessments, raw, {
        ...shared,
        context: ({ group, plannedOn }) => planningContext(desk, group, plannedOn),
        decide: decidePlan,
      }),
    dropAssessment: (raw) => desk.run(dropAssessment, raw, { ...dated, decide: decideDrop }),
    announceRequirements: (raw) =>
      desk.run(announceRequirements, raw, {
        ...shared,
        context: (input) => announcementContext(desk, input),
        decide: decideAnnounce,
      }),
    close: (raw) => desk.run(closeGroup, raw, { ...dated, decide: decideCloseGroup }),
  };
}

async function openingContext(
  desk: Desk,
  input: z.output<typeof openGroup.schema>,
): Promise<OpeningContext | Refusal> {
  const on = input.on ?? (await readToday(desk));
  if (isRefusal(on)) return on;
  const programme = await readProgramme(desk, input.programme);
  return isRefusal(programme) ? programme : { on, programme };
}

async function planningContext(
  desk: Desk,
  group: string,
  given: string | undefined,
): Promise<PlanningContext | Refusal> {
  const day = await readDay(desk, given);
  if (isRefusal(day)) return day;
  const found = await readGroup(desk, group);
  if (isRefusal(found)) return found;
  const programme = await readProgramme(desk, found.programme);
  return isRefusal(programme) ? programme : { ...day, programme };
}

async function announcementContext(
  desk: Desk,
  { group, by, on }: z.output<typeof announceRequirements.schema>,
): Promise<AnnouncementContext | Refusal> {
  const planning = await planningContext(desk, group, on);
  if (isRefusal(planning)) return planning;
  const today = await readToday(desk);
  if (isRefusal(today)) return today;
  return { ...planning, today, official: await readOfficial(desk, by) };
}

function plannedIn(outcome: Outcome<GroupEvent>): string | undefined {
  const planned = outcome.events[0];
  return planned?.type === 'AssessmentPlanned' ? planned.data.planned : undefined;
}
