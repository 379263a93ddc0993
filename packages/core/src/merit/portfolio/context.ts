import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { groupFold } from '../../study/group/facts/state.ts';
import type { AchievementState } from '../achievement/facts/state.ts';
import { achievementFold } from '../achievement/facts/state.ts';
import type { CommendationState } from '../commendation/facts/state.ts';
import { commendationFold } from '../commendation/facts/state.ts';
import type { ContestState } from '../contest/facts/state.ts';
import { contestFold } from '../contest/facts/state.ts';
import type { AddPortfolioItem, RemovePortfolioItem } from './commands.ts';

/** What the decision to add an item reads from other streams. */
export interface PortfolioContext extends ActDay {
  /** The learner whose portfolio it is; null for a group's. */
  readonly owner: LearnerState | null;
  /** Whether the group exists; true for a learner's portfolio. */
  readonly groupExists: boolean;
  /** The official who adds it; null where the learner or a representative does. */
  readonly official: OfficialState | null;
  /** The commendation that the item shows, or null. */
  readonly commendationState: CommendationState | null;
  /** The achievement that the item shows, or null. */
  readonly achievement: AchievementState | null;
  /** The kept copy of a contest's protocol that the item is, or null. */
  readonly contest: ContestState | null;
}

/** Reads the owner of the portfolio, who adds the item, and what the item shows. */
export async function readAdding(
  session: Session,
  { on, holder, addedBy, commendation, achievement, contest }: AddPortfolioItem,
): Promise<PortfolioContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const byOfficial = typeof addedBy === 'string' && addedBy !== 'learner';
  const [owner, group, official, award, achieved, copy] = await Promise.all([
    'learner' in holder ? session.load(learnerFold, holder.learner) : null,
    'group' in holder ? session.load(groupFold, holder.group) : null,
    byOfficial ? readOfficial(session, addedBy) : null,
    commendation === null ? null : session.load(commendationFold, commendation),
    achievement === null ? null : session.load(achievementFold, achievement),
    contest === null ? null : session.load(contestFold, contest),
  ]);
  return {
    ...day,
    owner: owner?.state ?? null,
    groupExists: group === null || group.state.id !== null,
    official,
    commendationState: award?.state ?? null,
    achievement: achieved?.state ?? null,
    contest: copy?.state ?? null,
  };
}

/** Reads the edition of the day, and the official who removes the item. */
export async function readRemoving(
  session: Session,
  { on, removedBy }: RemovePortfolioItem,
): Promise<(ActDay & { readonly official: OfficialState }) | Refusal> {
  const day = await readActDay(session, on);
  return isRefusal(day) ? day : { ...day, official: await readOfficial(session, removedBy) };
}
