import { achievementDecider } from '../achievement/state.ts';
import type { ActDay } from '../acting/act-day.ts';
import { readActDay } from '../acting/act-day.ts';
import { commendationDecider } from '../commendation/commendation.ts';
import type { Desk } from '../desk.ts';
import { groupDecider } from '../group/state.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import type { OfficialState } from '../official/state.ts';
import type { AddPortfolioItem, RemovePortfolioItem } from './commands.ts';
import type { PortfolioContext } from './portfolio.ts';

/* What decisions about portfolios read from other streams. */

/** Reads what adding an item needs: its owner, who adds it, and what it shows. */
export async function readAdding(
  session: Desk,
  { on, holder, addedBy, commendation, achievement }: AddPortfolioItem,
): Promise<PortfolioContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const byOfficial = typeof addedBy === 'string' && addedBy !== 'learner';
  const [owner, group, official, award, achieved] = await Promise.all([
    'learner' in holder ? session.load(learnerDecider, holder.learner) : null,
    'group' in holder ? session.load(groupDecider, holder.group) : null,
    byOfficial ? readOfficial(session, addedBy) : null,
    commendation === null ? null : session.load(commendationDecider, commendation),
    achievement === null ? null : session.load(achievementDecider, achievement),
  ]);
  return {
    ...day,
    owner: owner?.state ?? null,
    groupIsThere: group === null || group.state.id !== null,
    official,
    award: award?.state ?? null,
    achievement: achieved?.state ?? null,
  };
}

/** Reads what removing an item needs: its day, and who removes it. */
export async function readRemoving(
  session: Desk,
  { on, removedBy }: RemovePortfolioItem,
): Promise<(ActDay & { readonly official: OfficialState }) | Refusal> {
  const day = await readActDay(session, on);
  return isRefusal(day) ? day : { ...day, official: await readOfficial(session, removedBy) };
}
