import * as z from 'zod';
import { actOutOfOrder } from '../acting/act-day.ts';
import { signAs, officeGiven } from '../acting/signer.ts';
import { command } from '../kernel/command.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { OfficialState } from '../official/state.ts';
import type { Edition } from '../regulation/rules.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import type { carrierEvents } from './events.ts';
import { carrierDecided } from './events.ts';

/*
 * Stream: `<org>.carrier-<id>`, or `<org>.carrier-<id>.<group>` for one group alone. Whether an
 * optional carrier of the record (an analytical note, an album, a book of control) is kept.
 * Mandatory ones are kept because the regulation says so.
 */

export type CarrierEvent = EventOf<(typeof carrierEvents)[number]>;

export interface CarrierState {
  /** Decisions in order, each with its first day. */
  readonly decisions: { readonly on: string; readonly kept: boolean }[];
}

export const carrierDecider: Decider<CarrierState, CarrierEvent> = {
  kind: 'carrier',
  initial: () => ({ decisions: [] }),
  evolve: (state, event) => {
    state.decisions.push({ on: event.occurredOn, kept: event.data.kept });
  },
};

/** Is an optional carrier kept on a day? Not before anybody has decided so. */
export function isKept(state: CarrierState, on: string): boolean {
  return state.decisions.findLast((decision) => decision.on <= on)?.kept ?? false;
}

/* Commands */

/**
 * Decides that an optional carrier is kept from a day on, or no longer; by default today. With a
 * group it is kept for that group alone, by its teacher's choice (R3 §3.4).
 */
export const decideOnCarrier = command(
  'decide-on-carrier',
  z.strictObject({
    carrier: identifier,
    group: identifier.nullable().default(null),
    keep: z.boolean(),
    decidedBy: identifier,
    office: officeGiven,
    on: localDate.optional(),
  }),
);

/* Refusals */

export const carrierUnknown = refusal(
  'carrier-unknown',
  (d: { carrier: string; carriers: readonly string[] }) => ({
    ru: `В положении нет носителя «${d.carrier}»; есть: ${d.carriers.join(', ') || '—'}`,
    en: `The regulation has no carrier ${d.carrier}; it has: ${d.carriers.join(', ') || '—'}`,
  }),
);

export const carrierMandatory = refusal('carrier-mandatory', (d: { carrier: string }) => ({
  ru: `Носитель «${d.carrier}» обязателен: решать нечего, внесите изменение в положение`,
  en: `The carrier ${d.carrier} is mandatory: there is nothing to decide, amend the regulation`,
}));

export const alreadyDecided = refusal(
  'already-decided',
  (d: { carrier: string; kept: boolean; since: string }) => ({
    ru: `Носитель «${d.carrier}» уже ${d.kept ? 'ведётся' : 'не ведётся'} с ${d.since}`,
    en: `The carrier ${d.carrier} is ${d.kept ? 'kept' : 'not kept'} since ${d.since} already`,
  }),
);

/* Decide */

/** What the decision rests on: the edition of its day, and who decides. */
export interface CarrierContext {
  readonly on: string;
  readonly edition: Edition;
  readonly official: OfficialState;
}

/**
 * Decides {@link decideOnCarrier}: the carrier is optional, and who decides holds the office that
 * the regulation names for it. Sources: R1 §4/5.6 (the director), R3 §3.4, R5 §4.3.4.
 */
export function decideCarrier(
  state: CarrierState,
  input: z.output<typeof decideOnCarrier.schema>,
  { on, edition, official }: CarrierContext,
): Decision {
  const { carrier, group, keep: kept, decidedBy: person, office } = input;
  const { carriers } = edition.carriers;
  const rule = carriers.find(({ id }) => id === carrier);
  if (rule === undefined) return carrierUnknown({ carrier, carriers: carriers.map((c) => c.id) });
  if (rule.mandatory) return carrierMandatory({ carrier });
  const last = state.decisions.at(-1);
  if (last !== undefined && on < last.on) return actOutOfOrder({ on, after: last.on });
  if (last !== undefined && last.kept === kept) {
    return alreadyDecided({ carrier, kept, since: last.on });
  }
  const offices = rule.decidedBy === null ? ['head'] : [rule.decidedBy];
  const scope = group === null ? {} : { group };
  const signer = signAs(official, { person, office, on }, offices, scope);
  if (isRefusal(signer)) return signer;
  const data = { carrier, group, kept, decidedBy: signer, edition: edition.edition };
  const refs = { carrier: [carrier], group: group === null ? [] : [group], official: [person] };
  return [carrierDecided.draft({ occurredOn: on, refs, data })];
}
