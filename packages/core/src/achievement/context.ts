import { readActDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import { groupDecider } from '../group/state.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import type { AchievementContext } from './achievement.ts';
import type { RecordAchievement } from './commands.ts';

/** Reads who and what an achievement names: learners, enrollments, the group. */
export async function readNamed(
  session: Desk,
  { on, participants, group }: RecordAchievement,
): Promise<AchievementContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const [learners, enrollments, held] = await Promise.all([
    Promise.all(
      participants.map(
        async ({ learner }) =>
          [learner, (await session.load(learnerDecider, learner)).state] as const,
      ),
    ),
    Promise.all(
      participants
        .flatMap(({ enrollment }) => enrollment ?? [])
        .map(async (id) => [id, (await session.load(enrollmentDecider, id)).state] as const),
    ),
    group === null ? null : session.load(groupDecider, group),
  ]);
  return {
    ...day,
    learners: new Map(learners),
    enrollments: new Map(enrollments),
    groupIsThere: held === null || held.state.id !== null,
  };
}
