import * as z from 'zod';
import { actOutOfOrder } from '../acting/act-day.ts';
import type { DayAndEdition } from '../acting/act-day.ts';
import { alreadyExists } from '../acting/exists.ts';
import { refuseUnlessOrder } from '../acting/order.ts';
import { carrierUnknown } from '../carrier/carrier.ts';
import type { Sender } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import { refusal } from '../kernel/refusal.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { localText, shortText } from '../values/text.ts';
import type { formEvents } from './events.ts';
import { formApproved, formWithdrawn } from './events.ts';

/* Stream: `<org>.form-<id>`. The versions of one form of the record. R2 §2.1. */

export type FormEvent = EventOf<(typeof formEvents)[number]>;

/** A version, its first day, and the first day without it; null: it was not withdrawn. */
export interface FormVersion {
  readonly from: string;
  readonly version: string;
  withdrawnFrom: string | null;
}

export interface FormState {
  /** Versions in order, each with its first day. */
  readonly versions: FormVersion[];
}

export const formDecider: Decider<FormState, FormEvent> = {
  kind: 'form',
  initial: () => ({ versions: [] }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (event.type === 'FormApproved') {
      state.versions.push({ from: on, version: event.data.version, withdrawnFrom: null });
      return;
    }
    const last = state.versions.at(-1);
    if (last !== undefined) last.withdrawnFrom = on;
  },
};

/** The version of a form in force on a day; null before the first, and once it is withdrawn. */
export function versionOn(state: FormState, on: string): string | null {
  const held = state.versions.findLast(({ from }) => from <= on);
  if (held === undefined) return null;
  return held.withdrawnFrom === null || on < held.withdrawnFrom ? held.version : null;
}

/* Commands */

/** Approves a version of a form from a day on, by default today. */
export const approveForm = command(
  'approve-form',
  z.strictObject({
    form: identifier,
    version: shortText(64),
    title: localText,
    carrier: identifier.nullable().default(null),
    on: localDate.optional(),
  }),
);

/** Withdraws a form: none of its versions is in force from a day on, by default today. */
export const withdrawForm = command(
  'withdraw-form',
  z.strictObject({ form: identifier, on: localDate.optional() }),
);

/* Refusals */

export const formNotInForce = refusal('form-not-in-force', (d: { form: string; on: string }) => ({
  ru: `Форма ${d.form} на ${d.on} не действует: отменять нечего`,
  en: `The form ${d.form} is not in force on ${d.on}: there is nothing to withdraw`,
}));

/* Decide */

/**
 * Decides {@link approveForm}: on an order where the regulation asks for one (`general.orderFor`
 * names `approve-form`), in a new version, for a carrier that the regulation has. R2 §2.1.
 */
export function decideApproveForm(
  state: FormState,
  input: z.output<typeof approveForm.schema>,
  { on, edition }: DayAndEdition,
  { sender }: { readonly sender: Pick<Sender, 'ground'> },
): Decision {
  const { form, version, title, carrier } = input;
  const no = refuseUnlessOrder('approve-form', edition.general.orderFor, sender.ground);
  if (no !== null) return no;
  const carriers = edition.carriers.carriers.map(({ id }) => id);
  if (carrier !== null && !carriers.includes(carrier)) return carrierUnknown({ carrier, carriers });
  const standing = state.versions.find((one) => one.version === version);
  if (standing !== undefined)
    return alreadyExists({
      kind: 'form-version',
      id: version,
      standing: `${form}, ${standing.from}`,
    });
  const last = state.versions.at(-1);
  const after = last === undefined ? on : (last.withdrawnFrom ?? last.from);
  if (on < after) return actOutOfOrder({ on, after });
  const data = { form, version, title, carrier, edition: edition.edition };
  return [formApproved.draft({ occurredOn: on, refs: {}, data })];
}

/** Decides {@link withdrawForm}: on an order as its approval was. R2 §2.1. */
export function decideWithdrawForm(
  state: FormState,
  { form }: z.output<typeof withdrawForm.schema>,
  { on, edition }: DayAndEdition,
  { sender }: { readonly sender: Pick<Sender, 'ground'> },
): Decision {
  const no = refuseUnlessOrder('approve-form', edition.general.orderFor, sender.ground);
  if (no !== null) return no;
  const last = state.versions.at(-1);
  if (last === undefined || last.withdrawnFrom !== null) return formNotInForce({ form, on });
  if (on < last.from) return actOutOfOrder({ on, after: last.from });
  const data = { form, version: last.version, edition: edition.edition };
  return [formWithdrawn.draft({ occurredOn: on, refs: {}, data })];
}
