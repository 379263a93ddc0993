import type { ActDay } from '../../acting/act-day.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { commendationOfAnother } from '../../papers/file/facts/unknown.ts';
import { refuseUnlessRepresents } from '../../people/learner/facts/questions.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { groupUnknown } from '../../study/group/facts/unknown.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { refuseUnlessAchievementOf } from '../achievement/facts/questions.ts';
import { achievementIsAnnulled, achievementUnknown } from '../achievement/facts/unknown.ts';
import {
  commendationIsRevoked,
  commendationNotOrdered,
  commendationUnknown,
} from '../commendation/facts/unknown.ts';
import { protocolShown } from '../contest/facts/questions.ts';
import type { AddPortfolioItem, PortfolioHolder, RemovePortfolioItem } from './commands.ts';
import { portfolioKey } from './commands.ts';
import type { PortfolioContext } from './context.ts';
import {
  groupPortfolioItemAdded,
  portfolioItemAdded,
  portfolioItemRemoved,
} from './facts/events.ts';
import type { PortfolioState } from './facts/state.ts';
import {
  groupHasNone,
  learnerMayNotAdd,
  portfolioItemGone,
  portfolioItemUnknown,
  portfolioWordUnknown,
} from './refusals.ts';

type Adding = Omit<AddPortfolioItem, 'item'>;

/**
 * Decides `add-portfolio-item`, where `item` is the id that the item gets. Refuses
 * `already-exists`, an unknown holder or code, somebody who may not add items, and a commendation
 * or achievement that is not the holder's. R3 §3.4, R5 §4.8-4.9.
 */
export function decideAddPortfolioItem(
  state: PortfolioState,
  input: Adding & { readonly item: string },
  context: PortfolioContext,
): Decision {
  const { item, holder, kind, medium, content, commendation, achievement, contest, on } = input;
  const existing = state.items.get(item);
  if (existing !== undefined)
    return alreadyExists({ kind: 'portfolio-item', id: item, standing: existing.addedOn });
  const { edition } = context;
  const refused = refuseUnlessHolder(holder, context) ?? refuseUnlessWordKnown(input, edition);
  if (refused !== null) return refused;
  const addedBy = whoAdds(input, context);
  if (isRefusal(addedBy)) return addedBy;
  const unfit =
    refuseIfCommendationUnfit(input, context) ??
    refuseIfAchievementUnfit(input, context) ??
    refuseIfContestUnfit(input, context);
  if (unfit !== null) return unfit;
  const copy = contest === null ? {} : { contest };
  const shows = { commendation, achievement, ...copy };
  const fact = { item, kind, medium, content, ...shows, addedBy, edition: edition.edition };
  const refs = {
    commendation: commendation === null ? [] : [commendation],
    achievement: achievement === null ? [] : [achievement],
    official: addedBy.kind === 'official' ? [addedBy.id] : [],
  };
  const { title, locator } = input;
  if ('group' in holder) {
    const data = { group: holder.group, ...fact, title, locator };
    const about = { ...refs, group: [holder.group] };
    return [groupPortfolioItemAdded.draft({ occurredOn: on, refs: about, data })];
  }
  const words = { title: { value: title }, locator: { value: locator } };
  const data = { learner: holder.learner, ...fact, ...words };
  const about = { ...refs, learner: [holder.learner] };
  return [portfolioItemAdded.draft({ occurredOn: on, refs: about, data })];
}

/**
 * Decides `remove-portfolio-item`: once, for a reason of the regulation, signed in an office that
 * keeps portfolios.
 */
export function decideRemovePortfolioItem(
  state: PortfolioState,
  input: RemovePortfolioItem,
  { edition, official }: ActDay & { readonly official: OfficialState },
): Decision {
  const { holder, item, reason, removedBy: person, office, on } = input;
  const [kind, id] = portfolioKey(holder);
  const existing = state.items.get(item);
  if (existing === undefined) return portfolioItemUnknown({ item, portfolio: `${kind} ${id}` });
  if (existing.removedOn !== null) return portfolioItemGone({ item, on: existing.removedOn });
  if (on < existing.addedOn) return actOutOfOrder({ on, after: existing.addedOn });
  const { removalReasons, keeperOffices } = edition.portfolio;
  const known = removalReasons.map((one) => one.id);
  if (!known.includes(reason)) {
    return portfolioWordUnknown({ field: 'reason', value: reason, known });
  }
  const signer = signAs(official, { person, office, on }, keeperOffices);
  if (isRefusal(signer)) return signer;
  const whose = 'learner' in holder ? { learner: [id] } : { group: [id] };
  const by = { removedBy: person, office: signer.office, edition: edition.edition };
  const data = { holder: { kind: kindOf(holder), id }, item, reason, ...by };
  const refs = { ...whose, official: [person] };
  return [portfolioItemRemoved.draft({ occurredOn: on, refs, data })];
}

function refuseUnlessHolder(holder: PortfolioHolder, context: PortfolioContext): Refusal | null {
  if ('group' in holder) {
    return context.groupExists ? null : groupUnknown({ group: holder.group });
  }
  const { learner } = holder;
  return context.owner?.registered === true ? null : learnerUnknown({ learner });
}

function refuseUnlessWordKnown(
  { holder, kind, medium }: Adding,
  { portfolio }: Edition,
): Refusal | null {
  const asked = [
    ['holder', portfolioKey(holder)[0], portfolio.holders],
    ['kind', kind, portfolio.kinds.map(({ id }) => id)],
    ['medium', medium, portfolio.media],
  ] as const;
  for (const [field, value, known] of asked) {
    if (!(known as readonly string[]).includes(value)) {
      return portfolioWordUnknown({ field, value, known });
    }
  }
  return null;
}

/**
 * Who adds the item, or the refusal: an official in an office, the learner, or a representative.
 */
function whoAdds({ addedBy, holder, office, on }: Adding, context: PortfolioContext) {
  const { portfolio, edition } = context.edition;
  const { keeperOffices: offices, learnerMayAdd } = portfolio;
  const { official, owner } = context;
  if (official !== null && typeof addedBy === 'string') {
    const signer = signAs(official, { person: addedBy, office, on }, offices);
    return isRefusal(signer) ? signer : ({ kind: 'official', id: addedBy } as const);
  }
  const by = typeof addedBy === 'string' ? addedBy : addedBy.representative;
  if (!learnerMayAdd || owner === null || !('learner' in holder)) {
    return learnerMayNotAdd({ by, edition, offices });
  }
  if (typeof addedBy === 'string') return { kind: 'learner', id: holder.learner } as const;
  const refused = refuseUnlessRepresents(owner, { representative: by, on }, 'full');
  return refused ?? ({ kind: 'representative', id: by } as const);
}

/**
 * Refuses an item that shows a commendation which is not the learner's, not ordered, or revoked. R5
 * §4.9.
 */
function refuseIfCommendationUnfit(
  { commendation, holder, on }: Adding,
  { commendationState }: PortfolioContext,
): Refusal | null {
  if (commendation === null) return null;
  if (commendationState === null || commendationState.id === null)
    return commendationUnknown({ commendation });
  if ('group' in holder) return groupHasNone({ group: holder.group, shows: commendation });
  const { learner } = holder;
  if (commendationState.learner !== learner)
    return commendationOfAnother({ commendation, learner });
  if (commendationState.orderedOn === null || commendationState.orderedOn > on) {
    return commendationNotOrdered({ commendation });
  }
  if (commendationState.revokedOn === null || commendationState.revokedOn > on) return null;
  return commendationIsRevoked({ commendation, on: commendationState.revokedOn });
}

/**
 * Refuses an item that shows an achievement which is annulled, or not the learner's or the group's.
 */
function refuseIfAchievementUnfit(
  { achievement, holder, on }: Adding,
  { achievement: state }: PortfolioContext,
): Refusal | null {
  if (achievement === null) return null;
  if (state === null || state.id === null) return achievementUnknown({ achievement });
  if ('learner' in holder) {
    return refuseUnlessAchievementOf(achievement, state, { learner: holder.learner, on }, false);
  }
  const { group } = holder;
  if (state.annulledOn !== null) {
    return achievementIsAnnulled({ achievement, on: state.annulledOn });
  }
  return state.group === group ? null : groupHasNone({ group, shows: achievement });
}

/** Refuses an item that is a copy of a protocol which is not kept, or of a later contest. */
function refuseIfContestUnfit(
  { contest, on }: Adding,
  { contest: state }: PortfolioContext,
): Refusal | null {
  if (contest === null) return null;
  const shown = protocolShown(state, contest, on);
  return isRefusal(shown) ? shown : null;
}

const kindOf = (holder: PortfolioHolder) =>
  'learner' in holder ? ('learner' as const) : ('group' as const);
