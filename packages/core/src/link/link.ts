import * as z from 'zod';
import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { signAs, signerGiven } from '../acting/signer.ts';
import { command } from '../kernel/command.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import { learnerUnknown } from '../learner/unknown.ts';
import type { OfficialState } from '../official/state.ts';
import { complaint } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import type { linkEvents } from './events.ts';
import { learnersLinked, learnersUnlinked } from './events.ts';

/*
 * Stream: `<org>.link-<a>.<b>`, both ids in plain string order. Whether two learners on record are
 * one person: somebody came twice, or two systems were joined. It is reversible, for it moves no
 * fact: each keeps its id, and who reads them together asks for the group of a day.
 */

export type LinkEvent = EventOf<(typeof linkEvents)[number]>;

export interface LinkState {
  /** The two learners in order; null: they were never linked. */
  learners: readonly [string, string] | null;
  /** Steps in order, each with its first day. */
  readonly steps: { readonly on: string; readonly linked: boolean }[];
}

export const linkDecider: Decider<LinkState, LinkEvent> = {
  kind: 'link',
  initial: () => ({ learners: null, steps: [] }),
  evolve: (state, event) => {
    state.learners = [event.data.learner, event.data.other];
    state.steps.push({ on: event.occurredOn, linked: event.type === 'LearnersLinked' });
  },
};

/**
 * The key of two learners' link, whichever is named first.
 * @example
 * linkKey('l-7', 'l-2'); // => ['l-2', 'l-7']
 */
export const linkKey = (one: string, two: string): readonly [string, string] =>
  one < two ? [one, two] : [two, one];

/** Are the two one person on a day? */
export function isLinked({ steps }: Pick<LinkState, 'steps'>, on: string): boolean {
  return steps.findLast((step) => step.on <= on)?.linked ?? false;
}

/**
 * All ids of the person whom a learner's id names on a day, that id among them, in plain string
 * order: links hold through one another.
 * @example
 * linkedLearners(links, 'l-1', '2026-11-01'); // => ['l-1', 'l-2', 'l-7']
 */
export function linkedLearners(
  links: Iterable<LinkState>,
  learner: string,
  on: string,
): readonly string[] {
  const pairs = [...links].flatMap((link) =>
    link.learners !== null && isLinked(link, on) ? [link.learners] : [],
  );
  const found = new Set([learner]);
  // A set grows while it is walked: each new id is looked at in its turn.
  for (const id of found) {
    for (const [one, two] of pairs) {
      if (one === id) found.add(two);
      if (two === id) found.add(one);
    }
  }
  return [...found].toSorted();
}

/* Commands */

const pair = z
  .strictObject({
    learner: identifier,
    other: identifier,
    reason: shortText(500).optional(),
    ...signerGiven,
    on: localDate.optional(),
  })
  .refine(({ learner, other }) => learner !== other, {
    path: ['other'],
    error: complaint('это одна и та же запись: назовите другую', 'this is the same: name another'),
  });

/** Links two learners on record as one person, on the command's ground. */
export const linkLearners = command('link-learners', pair, ['reason']);

/** Unlinks them again. */
export const unlinkLearners = command('unlink-learners', pair, ['reason']);

type Pair = z.output<typeof pair>;

/* Refusals */

export const linkedAlready = refusal(
  'linked-already',
  (d: { learner: string; other: string; since: string }) => ({
    ru: `${d.learner} и ${d.other} связаны как одно лицо с ${d.since}: делать нечего`,
    en: `${d.learner} and ${d.other} are linked as one person since ${d.since}: nothing to do`,
  }),
);

export const notLinked = refusal('not-linked', (d: { learner: string; other: string }) => ({
  ru: `${d.learner} и ${d.other} не связаны: проверьте обе записи`,
  en: `${d.learner} and ${d.other} are not linked: check both ids`,
}));

/* Decide */

/** What linking reads: its day, who decides, and which of the two are on record. */
export interface LinkContext extends ActDay {
  readonly official: OfficialState;
  readonly registered: readonly string[];
}

/** Decides `link-learners`, signed by who is responsible for the records (R2 §3.2). */
export function decideLink(state: LinkState, input: Pair, context: LinkContext): Decision {
  const [learner, other] = linkKey(input.learner, input.other);
  const unknown = [learner, other].find((one) => !context.registered.includes(one));
  if (unknown !== undefined) return learnerUnknown({ learner: unknown });
  const last = state.steps.at(-1);
  if (last?.linked === true) return linkedAlready({ learner, other, since: last.on });
  return stepOf(learnersLinked, state, input, context);
}

/** Decides `unlink-learners`. */
export function decideUnlink(state: LinkState, input: Pair, context: LinkContext): Decision {
  const [learner, other] = linkKey(input.learner, input.other);
  if (state.steps.at(-1)?.linked !== true) return notLinked({ learner, other });
  return stepOf(learnersUnlinked, state, input, context);
}

function stepOf(
  type: typeof learnersLinked | typeof learnersUnlinked,
  { steps }: LinkState,
  input: Pair,
  { on, edition, official }: LinkContext,
): Decision {
  const [learner, other] = linkKey(input.learner, input.other);
  const last = steps.at(-1);
  if (last !== undefined && on < last.on) return actOutOfOrder({ on, after: last.on });
  const { signer: person, office, reason } = input;
  const signer = signAs(official, { person, office, on }, edition.archive.handOverOffices);
  if (isRefusal(signer)) return signer;
  const why = reason === undefined ? {} : { reason: { value: reason } };
  const data = { learner, other, ...why, signer, edition: edition.edition };
  const refs = { learner: [learner, other], official: [person] };
  return [type.draft({ occurredOn: on, refs, data })];
}
