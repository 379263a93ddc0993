import type * as z from 'zod';
import { achievementDecider } from '../achievement/state.ts';
import { readActDay } from '../acting/act-day.ts';
import { commendationDecider } from '../commendation/commendation.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { groupDecider } from '../group/state.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import type { AddPortfolioItem, PortfolioHolder } from './commands.ts';
import { addPortfolioItem, removePortfolioItem } from './commands.ts';
import type { PortfolioContext, PortfolioEvent } from './portfolio.ts';
import {
  decideAddPortfolioItem,
  decideRemovePortfolioItem,
  portfolioDecider,
  portfolioKey,
} from './portfolio.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** What a step of a portfolio answers: `item` names the item from now on. */
export interface PortfolioReceipt extends Receipt {
  readonly item: string;
}

/** Portfolios of learners and groups: items added, removed. D13, R5 §4.9. */
export interface PortfolioRoom {
  add(raw: Raw<typeof addPortfolioItem>): Promise<Result<PortfolioReceipt>>;
  remove(raw: Raw<typeof removePortfolioItem>): Promise<Result<PortfolioReceipt>>;
}

/**
 * The portfolios of an organisation, for one sender.
 * @example
 * const { item } = must(await portfolioRoom(desk).add({ holder: { group: 'm-1' },
 *   title: 'Альбом класса', kind: 'album', medium: 'paper', locator: 'шкаф 2',
 *   addedBy: 'p-9', on: '2026-11-14' }));
 */
export function portfolioRoom(desk: Desk): PortfolioRoom {
  const shared = {
    decider: portfolioDecider,
    stream: ({ holder }: { readonly holder: PortfolioHolder }) =>
      desk.stream('portfolio', ...portfolioKey(holder)),
    answer: (outcome: Outcome<PortfolioEvent>): PortfolioReceipt => ({
      ...receipt(outcome),
      item: outcome.events[0]?.data.item ?? '',
    }),
  };
  return {
    add: (raw) =>
      desk.run(addPortfolioItem, raw, {
        ...shared,
        context: (input) => readAdding(desk, input),
        decide: (state, input, context, command) =>
          decideAddPortfolioItem(state, { ...input, item: input.item ?? command.id }, context),
      }),
    remove: (raw) =>
      desk.run(removePortfolioItem, raw, {
        ...shared,
        context: async ({ on, removedBy }) => {
          const day = await readActDay(desk, on);
          return isRefusal(day) ? day : { ...day, official: await readOfficial(desk, removedBy) };
        },
        decide: decideRemovePortfolioItem,
      }),
  };
}

async function readAdding(
  desk: Desk,
  { on, holder, addedBy, commendation, achievement }: AddPortfolioItem,
): Promise<PortfolioContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const byOfficial = typeof addedBy === 'string' && addedBy !== 'learner';
  const [owner, group, official, award, achieved] = await Promise.all([
    'learner' in holder ? desk.load(learnerDecider, holder.learner) : null,
    'group' in holder ? desk.load(groupDecider, holder.group) : null,
    byOfficial ? readOfficial(desk, addedBy) : null,
    commendation === null ? null : desk.load(commendationDecider, commendation),
    achievement === null ? null : desk.load(achievementDecider, achievement),
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
