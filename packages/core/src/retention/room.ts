import type * as z from 'zod';
import { actDecider } from '../act/act.ts';
import type { ActReceipt } from '../act/room.ts';
import { actReceipt } from '../act/room.ts';
import type { ActDay } from '../acting/act-day.ts';
import { readActDay } from '../acting/act-day.ts';
import type { OneSigner } from '../acting/signer.ts';
import { readOneSigner } from '../acting/signer.ts';
import { carrierDecider, isKept } from '../carrier/carrier.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { OfficialState } from '../official/state.ts';
import {
  approvePermanentLists,
  approveSelection,
  callOffSelection,
  drawUpErasureAct,
  endNeed,
  liftHold,
  orderErasure,
  placeHold,
  recordDestruction,
  selectCarriers,
} from './commands.ts';
import { decideDrawUpErasure, decideRecordDestruction } from './destruction.ts';
import type { ErasureContext } from './erasure.ts';
import { decideOrderErasure } from './erasure.ts';
import {
  decideApprovePermanentLists,
  decideEndNeed,
  decideLiftHold,
  decidePlaceHold,
} from './hold.ts';
import { retentionDecider } from './retention.ts';
import { decideApprove, decideCallOff, decideSelect } from './selection.ts';
import type { StartDays } from './starts.ts';
import { readStartDays } from './starts.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Retention: holds, the need of carriers, acts of destruction and of erasure. D19. */
export interface RetentionRoom {
  hold(raw: Raw<typeof placeHold>): Promise<Result<Receipt>>;
  lift(raw: Raw<typeof liftHold>): Promise<Result<Receipt>>;
  endNeed(raw: Raw<typeof endNeed>): Promise<Result<Receipt>>;
  approvePermanentLists(raw: Raw<typeof approvePermanentLists>): Promise<Result<Receipt>>;
  select(raw: Raw<typeof selectCarriers>): Promise<Result<ActReceipt>>;
  approve(raw: Raw<typeof approveSelection>): Promise<Result<ActReceipt>>;
  callOff(raw: Raw<typeof callOffSelection>): Promise<Result<ActReceipt>>;
  /** What was released is destroyed; between approval and this the process `actProcess` runs. */
  recordDestruction(raw: Raw<typeof recordDestruction>): Promise<Result<ActReceipt>>;
  orderErasure(raw: Raw<typeof orderErasure>): Promise<Result<ActReceipt>>;
  drawUpErasureAct(raw: Raw<typeof drawUpErasureAct>): Promise<Result<ActReceipt>>;
}

/**
 * The retention of an organisation's records, for one sender.
 * @example
 * must(await retentionRoom(desk).hold({ id: 'audit-2027', scope: { kind: 'all' },
 *   reason: 'проверка', signer: 'p-1', on: '2027-03-01' }));
 */
export function retentionRoom(desk: Desk): RetentionRoom {
  return { ...mainMethods(desk), ...selectionMethods(desk), ...erasureMethods(desk) };
}

type Main = Pick<RetentionRoom, 'hold' | 'lift' | 'endNeed' | 'approvePermanentLists'>;

/** What stands in `retention-main`. */
function mainMethods(desk: Desk): Main {
  const main = {
    decider: retentionDecider,
    stream: () => desk.stream('retention', 'main'),
    context: (input: Signed) => readSigned(desk, input),
    answer: receipt,
  };
  return {
    hold: (raw) =>
      desk.run(placeHold, raw, {
        ...main,
        decide: (state, input, context, command) =>
          decidePlaceHold(state, { ...input, hold: input.id ?? command.id }, context),
      }),
    lift: (raw) => desk.run(liftHold, raw, { ...main, decide: decideLiftHold }),
    endNeed: (raw) =>
      desk.run(endNeed, raw, {
        ...main,
        context: async (input) => {
          const days = await readStartDays(desk, input.record);
          return isRefusal(days) ? days : readSigned(desk, input, { days });
        },
        decide: decideEndNeed,
      }),
    approvePermanentLists: (raw) =>
      desk.run(approvePermanentLists, raw, { ...main, decide: decideApprovePermanentLists }),
  };
}

/** Acts stand in streams of their own: one that is there already, and one that begins. */
function actPlans(desk: Desk) {
  const act = {
    decider: actDecider,
    stream: (input: { readonly act: string }) => desk.stream('act', input.act),
    answer: actReceipt,
  };
  const begun = {
    ...act,
    stream: (input: { readonly id?: string | undefined }, command: ReceivedCommand) =>
      desk.stream('act', input.id ?? command.id),
  };
  return { act, begun };
}

type Selecting = Pick<RetentionRoom, 'select' | 'approve' | 'callOff' | 'recordDestruction'>;

function selectionMethods(desk: Desk): Selecting {
  const { act, begun } = actPlans(desk);
  const approval = {
    ...act,
    context: (input: Signed, command: ReceivedCommand) =>
      readSigned(desk, input, { ground: command.sender.ground }),
  };
  return {
    select: (raw) =>
      desk.run(selectCarriers, raw, {
        ...begun,
        context: async (input) => {
          const days = await readDays(desk, input.items);
          if (isRefusal(days)) return days;
          const { state: retention } = await desk.load(retentionDecider, 'main');
          return readSigned(desk, input, { days, retention });
        },
        decide: (state, input, context, command) =>
          decideSelect(state, { ...input, act: input.id ?? command.id }, context),
      }),
    approve: (raw) => desk.run(approveSelection, raw, { ...approval, decide: decideApprove }),
    callOff: (raw) => desk.run(callOffSelection, raw, { ...approval, decide: decideCallOff }),
    recordDestruction: (raw) =>
      desk.run(recordDestruction, raw, {
        ...act,
        context: async ({ on, destroyers }) => {
          const read = await readSigners(desk, on, destroyers);
          if (isRefusal(read)) return read;
          return { ...read, retention: (await desk.load(retentionDecider, 'main')).state };
        },
        decide: decideRecordDestruction,
      }),
  };
}

function erasureMethods(desk: Desk): Pick<RetentionRoom, 'orderErasure' | 'drawUpErasureAct'> {
  const { act, begun } = actPlans(desk);
  return {
    orderErasure: (raw) =>
      desk.run(orderErasure, raw, {
        ...begun,
        context: (input) => readErasure(desk, input),
        decide: (state, input, context, command) =>
          decideOrderErasure(state, { ...input, act: input.id ?? command.id }, context),
      }),
    drawUpErasureAct: (raw) =>
      desk.run(drawUpErasureAct, raw, {
        ...act,
        context: ({ on, signers }) => readSigners(desk, on, signers),
        decide: decideDrawUpErasure,
      }),
  };
}

interface Signed {
  readonly signer: string;
  readonly on: string;
}

type SignedBy<More> = ActDay & { readonly official: OfficialState } & More;

/** The act's day, who signs it, and what else the decision asks for. */
async function readSigned<More extends object = object>(
  desk: Desk,
  { signer, on }: Signed,
  more?: More,
): Promise<SignedBy<More> | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  return { ...day, official: await readOfficial(desk, signer), ...(more as More) };
}

async function readSigners(desk: Desk, on: string, signers: readonly OneSigner[]) {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const officials = new Map<string, OfficialState>();
  for (const { person } of signers.map(readOneSigner)) {
    officials.set(person, await readOfficial(desk, person));
  }
  return { ...day, officials };
}

/** The days that each listed record shows. */
async function readDays(
  desk: Desk,
  items: readonly { readonly record: string }[],
): Promise<ReadonlyMap<string, StartDays> | Refusal> {
  const days = new Map<string, StartDays>();
  for (const { record } of items) {
    if (days.has(record)) continue;
    const shown = await readStartDays(desk, record);
    if (isRefusal(shown)) return shown;
    days.set(record, shown);
  }
  return days;
}

async function readErasure(desk: Desk, input: Signed): Promise<ErasureContext | Refusal> {
  const signed = await readSigned(desk, input);
  if (isRefusal(signed)) return signed;
  const { state: retention } = await desk.load(retentionDecider, 'main');
  const keptByDecision = new Set<string>();
  for (const { id, mandatory } of signed.edition.carriers.carriers) {
    if (mandatory) continue;
    const { state } = await desk.load(carrierDecider, id);
    if (isKept(state, input.on)) keptByDecision.add(id);
  }
  const { erasure } = desk.kernel.store.guarantees;
  return { ...signed, retention, keptByDecision, erasure };
}
