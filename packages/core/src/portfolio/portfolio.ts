import { refuseUnlessTheirs } from '../achievement/basis.ts';
import { achievementIsAnnulled, achievementUnknown } from '../achievement/refusals.ts';
import type { AchievementState } from '../achievement/state.ts';
import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { alreadyExists } from '../acting/exists.ts';
import { signAs } from '../acting/signer.ts';
import type { CommendationState } from '../commendation/commendation.ts';
import {
  commendationIsRevoked,
  commendationNotOrdered,
  commendationUnknown,
} from '../commendation/refusals.ts';
import { commendationOfAnother } from '../file/file.ts';
import { groupUnknown } from '../group/unknown.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { representativeUnknown } from '../learner/consent.ts';
import type { LearnerState } from '../learner/state.ts';
import { representativesOn } from '../learner/state.ts';
import { learnerUnknown } from '../learner/unknown.ts';
import type { OfficialState } from '../official/state.ts';
import type { Edition } from '../regulation/rules.ts';
import type { AddPortfolioItem, PortfolioHolder, RemovePortfolioItem } from './commands.ts';
import type { portfolioEvents } from './events.ts';
import { groupPortfolioItemAdded, portfolioItemAdded, portfolioItemRemoved } from './events.ts';
import {
  groupHasNone,
  learnerMayNotAdd,
  portfolioItemGone,
  portfolioItemUnknown,
  portfolioWordUnknown,
} from './refusals.ts';

/*
 * Stream: `<org>.portfolio-learner.<learner>` or `<org>.portfolio-group.<group>`. D13, R5 §4.9.
 */

export type PortfolioEvent = EventOf<(typeof portfolioEvents)[number]>;

/** An item, and the day on which it left the portfolio. */
export interface PortfolioItem {
  readonly addedOn: string;
  removedOn: string | null;
}

export interface PortfolioState {
  readonly items: Map<string, PortfolioItem>;
}

export const portfolioDecider: Decider<PortfolioState, PortfolioEvent> = {
  kind: 'portfolio',
  initial: () => ({ items: new Map() }),
  evolve: (state, event) => {
    const { item } = event.data;
    if (event.type !== 'PortfolioItemRemoved') {
      state.items.set(item, { addedOn: event.occurredOn, removedOn: null });
      return;
    }
    const held = state.items.get(item);
    if (held !== undefined) held.removedOn = event.occurredOn;
  },
};

/** The key of a holder's portfolio: `learner.l-1`, `group.m-1`. */
export function portfolioKey(holder: PortfolioHolder): readonly [string, string] {
  return 'learner' in holder ? ['learner', holder.learner] : ['group', holder.group];
}

/* Decide */

/** What adding needs from elsewhere. */
export interface PortfolioContext extends ActDay {
  /** The learner whose it is; null for a group's. */
  readonly owner: LearnerState | null;
  /** Is the group open? True for a learner's. */
  readonly groupIsThere: boolean;
  /** The official who adds; null where the learner or a representative does. */
  readonly official: OfficialState | null;
  /** What the item shows, where it is named. */
  readonly award: CommendationState | null;
  readonly achievement: AchievementState | null;
}

type Adding = Omit<AddPortfolioItem, 'item'>;

/** Decides `add-portfolio-item`; `item` is the id to give it. R3 §3.4, R5 §4.8-4.9. */
export function decideAddPortfolioItem(
  state: PortfolioState,
  input: Adding & { readonly item: string },
  context: PortfolioContext,
): Decision {
  const { item, holder, kind, medium, content, commendation, achievement, on } = input;
  const held = state.items.get(item);
  if (held !== undefined)
    return alreadyExists({ kind: 'portfolio-item', id: item, standing: held.addedOn });
  const { edition } = context;
  const no = refuseUnlessHolder(holder, context) ?? refuseUnlessWordKnown(input, edition);
  if (no !== null) return no;
  const addedBy = adder(input, context);
  if (isRefusal(addedBy)) return addedBy;
  const odd = refuseIfAwardUnfit(input, context) ?? refuseIfAchievementUnfit(input, context);
  if (odd !== null) return odd;
  const shows = { commendation, achievement };
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

function refuseUnlessHolder(holder: PortfolioHolder, context: PortfolioContext): Refusal | null {
  if ('group' in holder) {
    return context.groupIsThere ? null : groupUnknown({ group: holder.group });
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

/** Who adds it, if they may: an official in an office, the learner, or a representative. */
function adder({ addedBy, holder, office, on }: Adding, context: PortfolioContext) {
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
  if (representativesOn(owner, on).some(({ id }) => id === by)) {
    return { kind: 'representative', id: by } as const;
  }
  return representativeUnknown({ representative: by, on });
}

/** A copy of a commendation goes with one that was ordered, and is the holder's. R5 §4.9. */
function refuseIfAwardUnfit(
  { commendation, holder, on }: Adding,
  { award }: PortfolioContext,
): Refusal | null {
  if (commendation === null) return null;
  if (award === null || award.id === null) return commendationUnknown({ commendation });
  if ('group' in holder) return groupHasNone({ group: holder.group, shows: commendation });
  const { learner } = holder;
  if (award.learner !== learner) return commendationOfAnother({ commendation, learner });
  if (award.orderedOn === null || award.orderedOn > on) {
    return commendationNotOrdered({ commendation });
  }
  if (award.revokedOn === null || award.revokedOn > on) return null;
  return commendationIsRevoked({ commendation, on: award.revokedOn });
}

/** What shows an achievement shows one of the learner, or of the group. */
function refuseIfAchievementUnfit(
  { achievement, holder, on }: Adding,
  { achievement: state }: PortfolioContext,
): Refusal | null {
  if (achievement === null) return null;
  if (state === null || state.id === null) return achievementUnknown({ achievement });
  if ('learner' in holder) {
    return refuseUnlessTheirs(achievement, state, { learner: holder.learner, on }, false);
  }
  const { group } = holder;
  if (state.annulledOn !== null) {
    return achievementIsAnnulled({ achievement, on: state.annulledOn });
  }
  return state.group === group ? null : groupHasNone({ group, shows: achievement });
}

/** Decides `remove-portfolio-item`. */
export function decideRemovePortfolioItem(
  state: PortfolioState,
  input: RemovePortfolioItem,
  { edition, official }: ActDay & { readonly official: OfficialState },
): Decision {
  const { holder, item, reason, removedBy: person, office, on } = input;
  const [kind, id] = portfolioKey(holder);
  const held = state.items.get(item);
  if (held === undefined) return portfolioItemUnknown({ item, portfolio: `${kind} ${id}` });
  if (held.removedOn !== null) return portfolioItemGone({ item, on: held.removedOn });
  if (on < held.addedOn) return actOutOfOrder({ on, after: held.addedOn });
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

const kindOf = (holder: PortfolioHolder) =>
  'learner' in holder ? ('learner' as const) : ('group' as const);
