import type * as z from 'zod';
import { readRestsOn } from '../achievement/resting.ts';
import { creditDecider } from '../credit/state.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { annulAssessment, decideAnnul } from './annulment.ts';
import { decideRecordAssessment, recordAssessment } from './assessment.ts';
import { readContext } from './context.ts';
import { correctAssessment, decideCorrect } from './correction.ts';
import {
  countersignCorrection,
  decideCountersign,
  decideDecline,
  decideWithdraw,
  declineCorrection,
  withdrawCorrection,
} from './countersignature.ts';
import { creditResult, decideCredit } from './credit.ts';
import { studyOn } from './place.ts';
import { enrollmentDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Results of learners: recorded, credited, corrected, annulled. D6, D7, D11. */
export interface AssessmentRoom {
  record(raw: Raw<typeof recordAssessment>): Promise<Result<Receipt>>;
  credit(raw: Raw<typeof creditResult>): Promise<Result<Receipt>>;
  correct(raw: Raw<typeof correctAssessment>): Promise<Result<Receipt>>;
  countersign(raw: Raw<typeof countersignCorrection>): Promise<Result<Receipt>>;
  declineCorrection(raw: Raw<typeof declineCorrection>): Promise<Result<Receipt>>;
  withdrawCorrection(raw: Raw<typeof withdrawCorrection>): Promise<Result<Receipt>>;
  annul(raw: Raw<typeof annulAssessment>): Promise<Result<Receipt>>;
}

/**
 * The room of assessments; `eventId` of an answer names the result in a later correction.
 * @example
 * const m = must(await room.record({ enrollment: 'l-1.mentor.1', module: 'safety', value: '3',
 *   on: '2026-10-05', assessor: 'p-9' }));
 * await room.correct({ enrollment: 'l-1.mentor.1', replaces: m.eventId, value: '4',
 *   words: 'четыре', reason: 'арифметическая ошибка', signer: 'p-9' });
 */
export function assessmentRoom(desk: Desk): AssessmentRoom {
  const shared = {
    decider: enrollmentDecider,
    stream: (input: { readonly enrollment: string }) => desk.stream('enrollment', input.enrollment),
    answer: (outcome: Outcome) => receipt(outcome),
  };
  const signed = {
    ...shared,
    context: (input: { readonly enrollment: string; readonly signer: string }) =>
      readContext(desk, { enrollment: input.enrollment, persons: [input.signer] }),
  };
  /** The group of the day is read only for a planned assessment: it stands in the group's plan. */
  const groupOn = async (input: Placed): Promise<string | null> => {
    if (input.planned === undefined) return null;
    const { state } = await desk.load(enrollmentDecider, input.enrollment);
    return studyOn(state, input.on).group;
  };
  return {
    record: (raw) =>
      desk.run(recordAssessment, raw, {
        ...shared,
        context: async (input) => {
          const { enrollment, assessor, basis } = input;
          const persons = typeof assessor === 'string' ? [assessor] : [];
          const group = await groupOn(input);
          const read = await readContext(desk, { enrollment, persons, basis, group });
          return isRefusal(read) ? read : { ...read, restsOn: await readRestsOn(desk, input) };
        },
        decide: decideRecordAssessment,
      }),
    credit: (raw) =>
      desk.run(creditResult, raw, {
        ...shared,
        context: async (input) => {
          const { enrollment, decidedBy, decision } = input;
          const group = await groupOn(input);
          const read = await readContext(desk, { enrollment, persons: [decidedBy], group });
          if (decision === null || isRefusal(read)) return read;
          return { ...read, credit: (await desk.load(creditDecider, decision)).state };
        },
        decide: decideCredit,
      }),
    correct: (raw) => desk.run(correctAssessment, raw, { ...signed, decide: decideCorrect }),
    countersign: (raw) =>
      desk.run(countersignCorrection, raw, { ...signed, decide: decideCountersign }),
    declineCorrection: (raw) =>
      desk.run(declineCorrection, raw, { ...signed, decide: decideDecline }),
    withdrawCorrection: (raw) =>
      desk.run(withdrawCorrection, raw, { ...signed, decide: decideWithdraw }),
    annul: (raw) => desk.run(annulAssessment, raw, { ...signed, decide: decideAnnul }),
  };
}

interface Placed {
  readonly enrollment: string;
  readonly on: string;
  readonly planned?: string | undefined;
}
