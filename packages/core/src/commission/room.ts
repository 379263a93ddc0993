import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { OfficialState } from '../official/state.ts';
import { readEdition } from '../regulation/reading.ts';
import { changeCommission, dissolveCommission, formCommission, holdSitting } from './commands.ts';
import type { CommissionContext } from './commission.ts';
import {
  decideChangeCommission,
  decideDissolveCommission,
  decideFormCommission,
} from './commission.ts';
import { decideHoldSitting } from './sitting.ts';
import type { CommissionEvent } from './state.ts';
import { commissionDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** What an act about a commission answers: `commission` names it from now on. */
export interface CommissionReceipt extends Receipt {
  readonly commission: string;
}

/** What a sitting answers: `protocol` names its protocol from now on. */
export interface SittingReceipt extends CommissionReceipt {
  readonly protocol: string;
}

/** Commissions: formed by order, their members changed, sittings held, dissolved. D8. */
export interface CommissionRoom {
  form(raw: Raw<typeof formCommission>): Promise<Result<CommissionReceipt>>;
  change(raw: Raw<typeof changeCommission>): Promise<Result<CommissionReceipt>>;
  hold(raw: Raw<typeof holdSitting>): Promise<Result<SittingReceipt>>;
  dissolve(raw: Raw<typeof dissolveCommission>): Promise<Result<CommissionReceipt>>;
}

/**
 * The commissions of an organisation, for one sender.
 * @example
 * const members = [{ person: 'p-1', role: 'chair' }, { person: 'p-8', role: 'member' },
 *   { person: 'p-9', role: 'member' }];
 * must(await commissionRoom(desk).form({ id: 'c-1', kind: 'attestation', members,
 *   from: '2026-12-01' }));
 */
export function commissionRoom(desk: Desk): CommissionRoom {
  const shared = {
    decider: commissionDecider,
    stream: ({ commission }: { readonly commission: string }) =>
      desk.stream('commission', commission),
    answer,
  };
  return {
    form: (raw) =>
      desk.run(formCommission, raw, {
        ...shared,
        stream: (input, command) => desk.stream('commission', input.id ?? command.id),
        context: ({ from, members }, command) => readOrder(desk, from, members, command),
        decide: (state, input, context, command) =>
          decideFormCommission(state, { ...input, commission: input.id ?? command.id }, context),
      }),
    change: (raw) =>
      desk.run(changeCommission, raw, {
        ...shared,
        context: ({ on, seated }, command) => readOrder(desk, on, seated, command),
        decide: decideChangeCommission,
      }),
    hold: (raw) =>
      desk.run(holdSitting, raw, {
        ...shared,
        context: ({ on }) => readActDay(desk, on),
        decide: decideHoldSitting,
        answer: (outcome: Outcome<CommissionEvent>): SittingReceipt => {
          const [held] = outcome.events;
          const protocol = held?.type === 'SittingHeld' ? held.data.protocol : '';
          return { ...answer(outcome), protocol };
        },
      }),
    dissolve: (raw) =>
      desk.run(dissolveCommission, raw, {
        ...shared,
        context: ({ on }, command) => readOrder(desk, on, [], command),
        decide: decideDissolveCommission,
      }),
  };
}

/** An order about a commission may be dated ahead: it holds from its day on. */
async function readOrder(
  desk: Desk,
  on: string,
  seated: readonly { readonly person: string }[],
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<CommissionContext | Refusal> {
  const edition = await readEdition(desk, on);
  if (isRefusal(edition)) return edition;
  const read = async ({ person }: { readonly person: string }) =>
    [person, await readOfficial(desk, person)] as const;
  const officials = new Map<string, OfficialState>(await Promise.all(seated.map(read)));
  return { edition, officials, ground: sender.ground };
}

function answer(outcome: Outcome): CommissionReceipt {
  return {
    ...receipt(outcome),
    commission: streamKey(outcome.stream)[0] ?? '',
  };
}
