import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { EnrollmentState } from '../enrollment/state.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import { receive } from '../kernel/command.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { NumberProtocol } from './commands.ts';
import { correctLine, enterLine, numberProtocol, recordDissent, signProtocol } from './commands.ts';
import { decideCorrectLine, decideEnterLine } from './lines.ts';
import { commissionOf } from './protocol-id.ts';
import type {
  NumberingContext,
  ProtocolRegisterEvent,
  ProtocolRegisterState,
} from './protocol-register.ts';
import {
  decideNumberProtocol,
  protocolRegisterDecider,
  seriesKey,
  seriesOf,
} from './protocol-register.ts';
import { readCommission, readProtocol } from './reading.ts';
import { decideRecordDissent, decideSignProtocol } from './signing.ts';
import { commissionDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** A protocol's number in the series of its year. */
export interface NumberReceipt extends Receipt {
  readonly number: number;
  readonly year: number;
}

/** Protocols of sittings: numbered, filled with lines, corrected, dissented from, signed. D8. */
export interface ProtocolRoom {
  number(raw: Raw<typeof numberProtocol>): Promise<Result<NumberReceipt>>;
  /** `eventId` names the line in a later correction. */
  enter(raw: Raw<typeof enterLine>): Promise<Result<Receipt>>;
  correct(raw: Raw<typeof correctLine>): Promise<Result<Receipt>>;
  dissent(raw: Raw<typeof recordDissent>): Promise<Result<Receipt>>;
  sign(raw: Raw<typeof signProtocol>): Promise<Result<Receipt>>;
}

/**
 * The protocols of an organisation's commissions, for one sender.
 * @example
 * const room = protocolRoom(desk);
 * const { number } = must(await room.number({ protocol: 'c-1.1' }));
 * must(await room.sign({ protocol: 'c-1.1', signer: 'p-1', on: '2026-12-20' }));
 */
export function protocolRoom(desk: Desk): ProtocolRoom {
  const shared = {
    decider: commissionDecider,
    stream: ({ protocol }: { readonly protocol: string }) =>
      desk.stream('commission', commissionOf(protocol)),
    answer: (outcome: Outcome) => receipt(outcome),
  };
  return {
    number: (raw) => giveNumber(desk, raw),
    enter: (raw) =>
      desk.run(enterLine, raw, {
        ...shared,
        context: async ({ protocol, enrollment }) => {
          const seen = await readProtocol(desk, protocol);
          if (isRefusal(seen)) return seen;
          return { edition: seen.edition, study: await study(desk, enrollment) };
        },
        decide: decideEnterLine,
      }),
    correct: (raw) =>
      desk.run(correctLine, raw, {
        ...shared,
        context: async ({ protocol, replaces, enrollment, on }) => {
          const day = await readActDay(desk, on);
          if (isRefusal(day)) return day;
          const commission = await readCommission(desk, commissionOf(protocol));
          const line = commission.sittings.get(protocol)?.lineOf.get(replaces);
          const named = enrollment ?? line?.enrollment;
          return { ...day, study: named === undefined ? null : await study(desk, named) };
        },
        decide: decideCorrectLine,
      }),
    dissent: (raw) =>
      desk.run(recordDissent, raw, {
        ...shared,
        context: ({ on }) => readActDay(desk, on),
        decide: decideRecordDissent,
      }),
    sign: (raw) =>
      desk.run(signProtocol, raw, {
        ...shared,
        context: async ({ protocol, on }) => {
          const day = await readActDay(desk, on);
          if (isRefusal(day)) return day;
          const seen = await readProtocol(desk, protocol);
          return isRefusal(seen) ? seen : { edition: day.edition, number: seen.number };
        },
        decide: decideSignProtocol,
      }),
  };
}

async function study(desk: Desk, enrollment: string): Promise<EnrollmentState> {
  const { state } = await desk.load(enrollmentDecider, enrollment);
  return state;
}

/** The stream is the series of the sitting's day, so the sitting is read before it is named. */
async function giveNumber(
  desk: Desk,
  raw: Raw<typeof numberProtocol>,
): Promise<Result<NumberReceipt>> {
  const received = receive(numberProtocol, raw, desk.sender, desk.kernel.store.ports);
  if (!received.ok) return received;
  const context = await readNumbering(desk, received.value.input);
  if (isRefusal(context)) return { ok: false, refusal: context };
  return desk.runReceived<
    NumberProtocol,
    ProtocolRegisterState,
    ProtocolRegisterEvent,
    NumberingContext,
    NumberReceipt
  >(received.value, {
    decider: protocolRegisterDecider,
    stream: () => desk.stream('register', ...seriesKey(context.series)),
    context: async () => context,
    decide: (state, _, read) => decideNumberProtocol(state, read),
    answer: (outcome) => {
      const { number = 0, year = 0 } = outcome.events[0]?.data ?? {};
      return { ...receipt(outcome), number, year };
    },
  });
}

async function readNumbering(
  desk: Desk,
  { protocol }: NumberProtocol,
): Promise<NumberingContext | Refusal> {
  const seen = await readProtocol(desk, protocol);
  if (isRefusal(seen)) return seen;
  const { commission, sitting, edition } = seen;
  const series = seriesOf(edition.commissions, commission, sitting);
  return { commission: commission.id ?? '', sitting, series, edition };
}
