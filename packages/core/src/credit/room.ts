import type * as z from 'zod';
import { achievementDecider } from '../achievement/state.ts';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { readContext } from '../enrollment/context.ts';
import { enrollmentParts } from '../enrollment/id.ts';
import { studyOn } from '../enrollment/place.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import {
  applyForCredit,
  compareCredit,
  decideCreditApplication,
  withdrawCredit,
} from './commands.ts';
import type { CreditContext } from './credit.ts';
import { decideApplyForCredit, decideCompareCredit, decideWithdrawCredit } from './credit.ts';
import { decideCreditDecision } from './decision.ts';
import { creditUnknown } from './refusals.ts';
import { creditDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** What a step of a credit answers: `credit` names it from now on. */
export interface CreditReceipt extends Receipt {
  readonly credit: string;
}

type Answer = Promise<Result<CreditReceipt>>;

/**
 * Credit (зачёт): applied for, compared, decided, withdrawn. The process `creditGranting` then
 * does what a decision owes to the enrollment. D11, R4 §2.2.9, R5 §1.2, §5.
 */
export interface CreditRoom {
  apply(raw: Raw<typeof applyForCredit>): Answer;
  compare(raw: Raw<typeof compareCredit>): Answer;
  decide(raw: Raw<typeof decideCreditApplication>): Answer;
  withdraw(raw: Raw<typeof withdrawCredit>): Answer;
}

/**
 * The credits of an organisation, for one sender.
 * @example
 * const { credit } = must(await creditRoom(desk).apply({ enrollment: 'l-1.mentor.1',
 *   applicant: { representative: 'r-1' }, wanted: [{ module: 'safety', kind: 'interim' }],
 *   source: { kind: 'other-organisation', organisation: 'Школа № 5' },
 *   document: { title: 'Справка', number: '7' }, on: '2026-10-05' }));
 */
export function creditRoom(desk: Desk): CreditRoom {
  const shared = {
    decider: creditDecider,
    stream: ({ credit }: { readonly credit: string }) => desk.stream('credit', credit),
    answer: (outcome: Outcome): CreditReceipt => ({
      ...receipt(outcome),
      credit: streamKey(outcome.stream)[0] ?? '',
    }),
  };
  return {
    apply: (raw) =>
      desk.run(applyForCredit, raw, {
        ...shared,
        stream: (input, command) => desk.stream('credit', input.id ?? command.id),
        context: ({ enrollment, achievement, on }) =>
          readCredit(desk, { enrollment, achievement, on }),
        decide: (state, input, context, command) =>
          decideApplyForCredit(state, { ...input, credit: input.id ?? command.id }, context),
      }),
    compare: (raw) =>
      desk.run(compareCredit, raw, {
        ...shared,
        context: async (input) => {
          const read = await readStanding(desk, input, []);
          if (isRefusal(read)) return read;
          return { ...read, official: await readOfficial(desk, input.comparedBy) };
        },
        decide: decideCompareCredit,
      }),
    decide: (raw) =>
      desk.run(decideCreditApplication, raw, {
        ...shared,
        context: async (input) => {
          const { decidedBy, controlledBy } = input;
          const read = await readStanding(desk, input, [decidedBy]);
          if (isRefusal(read)) return read;
          const official = await readOfficial(desk, decidedBy);
          const controller = controlledBy === null ? null : await readOfficial(desk, controlledBy);
          return { ...read, official, controller };
        },
        decide: decideCreditDecision,
      }),
    withdraw: (raw) =>
      desk.run(withdrawCredit, raw, {
        ...shared,
        context: (input) => readStanding(desk, input, []),
        decide: decideWithdrawCredit,
      }),
  };
}

interface Reading {
  readonly enrollment: string;
  readonly achievement: string | null;
  readonly on: string;
  readonly persons?: readonly string[];
}

/** Reads what a step on an application needs; refuses `credit-unknown`. */
async function readStanding(
  desk: Desk,
  { credit, on }: { readonly credit: string; readonly on: string },
  persons: readonly string[],
): Promise<CreditContext | Refusal> {
  const { state } = await desk.load(creditDecider, credit);
  const { id, enrollment, achievement } = state;
  if (id === null) return creditUnknown({ credit });
  return readCredit(desk, { enrollment, achievement, on, persons });
}

async function readCredit(
  desk: Desk,
  { enrollment, achievement, on, persons = [] }: Reading,
): Promise<CreditContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const [{ state: study }, { state: about }, held] = await Promise.all([
    desk.load(enrollmentDecider, enrollment),
    desk.load(learnerDecider, enrollmentParts(enrollment).learner),
    achievement === null ? null : desk.load(achievementDecider, achievement),
  ]);
  const of = await readContext(desk, { enrollment, persons, group: studyOn(study, on).group });
  if (isRefusal(of)) return of;
  return { ...day, about, study, of, achievement: held?.state ?? null };
}
