import type * as z from 'zod';
import { alreadyExists } from '../../acting/exists.ts';
import { refuseUnlessOrder } from '../../acting/order.ts';
import type { Sender } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { DayAndEdition } from '../../rules/regulation/facts/reading.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { carrierUnknown } from '../carrier/facts/unknown.ts';
import type { approveForm, withdrawForm } from './commands.ts';
import { formApproved, formWithdrawn } from './facts/events.ts';
import type { FormState } from './facts/state.ts';
import { formNotInForce } from './refusals.ts';

/**
 * Decides {@link approveForm}: by an order where the regulation asks for one (`general.orderFor`
 * names `approve-form`), in a new version, for a carrier of the regulation. Refuses
 * `carrier-unknown`, `already-exists` and `act-out-of-order`. R2 §2.1.
 */
export function decideApproveForm(
  state: FormState,
  input: z.output<typeof approveForm.schema>,
  { on, edition }: DayAndEdition,
  { sender }: { readonly sender: Pick<Sender, 'ground'> },
): Decision {
  const { form, version, title, carrier } = input;
  const refused = refuseUnlessOrder('approve-form', edition.general.orderFor, sender.ground);
  if (refused !== null) return refused;
  const carriers = edition.carriers.carriers.map(({ id }) => id);
  if (carrier !== null && !carriers.includes(carrier)) return carrierUnknown({ carrier, carriers });
  const earlier = state.versions.find((one) => one.version === version);
  if (earlier !== undefined)
    return alreadyExists({
      kind: 'form-version',
      id: version,
      standing: `${form}, ${earlier.from}`,
    });
  const last = state.versions.at(-1);
  const after = last === undefined ? on : (last.withdrawnFrom ?? last.from);
  if (on < after) return actOutOfOrder({ on, after });
  const data = { form, version, title, carrier, edition: edition.edition };
  return [formApproved.draft({ occurredOn: on, refs: {}, data })];
}

/**
 * Decides {@link withdrawForm}, by an order where approval needs one. Refuses `form-not-in-force`.
 * R2 §2.1.
 */
export function decideWithdrawForm(
  state: FormState,
  { form }: z.output<typeof withdrawForm.schema>,
  { on, edition }: DayAndEdition,
  { sender }: { readonly sender: Pick<Sender, 'ground'> },
): Decision {
  const { orderFor } = edition.general;
  const refused = refuseUnlessOrder('withdraw-form', orderFor, sender.ground, 'approve-form');
  if (refused !== null) return refused;
  const last = state.versions.at(-1);
  if (last === undefined || last.withdrawnFrom !== null) return formNotInForce({ form, on });
  if (on < last.from) return actOutOfOrder({ on, after: last.from });
  const data = { form, version: last.version, edition: edition.edition };
  return [formWithdrawn.draft({ occurredOn: on, refs: {}, data })];
}
