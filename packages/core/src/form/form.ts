import type { Sender } from '../kernel/command.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { DayAndEdition } from '../regulation/today.ts';
import type { formEvents } from './events.ts';
import * as z from 'zod';
import { actOutOfOrder } from '../archive/acting.ts';
import { carrierUnknown } from '../carrier/carrier.ts';
import { command } from '../kernel/command.ts';
import { refusal } from '../kernel/refusal.ts';
import { isOrder, withoutOrder } from '../regulation/order-required.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { localText, shortText } from '../values/text.ts';
import { formApproved } from './events.ts';

/* Stream: `<org>.form-<id>`. The versions of one form of the record. R2 §2.1. */

export type FormEvent = EventOf<(typeof formEvents)[number]>;

export interface FormState {
  /** Versions in order, each with its first day. */
  readonly versions: { readonly from: string; readonly version: string }[];
}

export const formDecider: Decider<FormState, FormEvent> = {
  kind: 'form',
  initial: () => ({ versions: [] }),
  evolve: (state, event) => {
    state.versions.push({ from: event.occurredOn, version: event.data.version });
  },
};

/** The version of a form in force on a day; null before the first was approved. */
export function versionOn(state: FormState, on: string): string | null {
  return state.versions.findLast(({ from }) => from <= on)?.version ?? null;
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

/* Refusals */

export const formVersionExists = refusal(
  'form-version-exists',
  (d: { form: string; version: string; from: string }) => ({
    ru: `Версия ${d.version} формы ${d.form} утверждена с ${d.from}: дайте новой другой номер`,
    en: `Version ${d.version} of the form ${d.form} stands since ${d.from}: name another`,
  }),
);

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
  const byOrder = edition.general.orderFor.includes('approve-form');
  if (byOrder && !isOrder(sender.ground)) return withoutOrder('approve-form', sender.ground);
  const carriers = edition.carriers.carriers.map(({ id }) => id);
  if (carrier !== null && !carriers.includes(carrier)) return carrierUnknown({ carrier, carriers });
  const standing = state.versions.find((one) => one.version === version);
  if (standing !== undefined) return formVersionExists({ form, version, from: standing.from });
  const last = state.versions.at(-1);
  if (last !== undefined && on < last.from) return actOutOfOrder({ on, after: last.from });
  const data = { form, version, title, carrier, edition: edition.edition };
  return [formApproved.draft({ occurredOn: on, refs: {}, data })];
}
