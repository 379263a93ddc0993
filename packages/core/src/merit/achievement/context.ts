import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { EnrollmentState } from '../../study/enrollment/facts/state.ts';
import { enrollmentFold } from '../../study/enrollment/facts/state.ts';
import { groupFold } from '../../study/group/facts/state.ts';
import type { RecordAchievement } from './commands.ts';

/** What the decision to record reads from other streams. */
export interface AchievementContext extends ActDay {
  readonly learners: ReadonlyMap<string, LearnerState>;
  readonly enrollments: ReadonlyMap<string, EnrollmentState>;
  /** Whether the named group exists; true where none is named. */
  readonly groupExists: boolean;
}

/** What the decision on a signed act reads: the edition of the day, and the official who signs. */
export interface SignedAchievementContext extends ActDay {
  readonly official: OfficialState;
}

/** Reads the learners, the enrollments and the group that the command names. */
export async function readAchievementContext(
  session: Session,
  { on, participants, group }: RecordAchievement,
): Promise<AchievementContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const [learners, enrollments, loadedGroup] = await Promise.all([
    Promise.all(
      participants.map(
        async ({ learner }) => [learner, (await session.load(learnerFold, learner)).state] as const,
      ),
    ),
    Promise.all(
      participants
        .flatMap(({ enrollment }) => enrollment ?? [])
        .map(async (id) => [id, (await session.load(enrollmentFold, id)).state] as const),
    ),
    group === null ? null : session.load(groupFold, group),
  ]);
  return {
    ...day,
    learners: new Map(learners),
    enrollments: new Map(enrollments),
    groupExists: loadedGroup === null || loadedGroup.state.id !== null,
  };
}
