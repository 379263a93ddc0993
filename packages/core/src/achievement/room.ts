import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import { groupDecider } from '../group/state.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import type { AchievementContext, SignedAchievement } from './achievement.ts';
import {
  decideAnnulAchievement,
  decideEvidenceAchievement,
  decideRecordAchievement,
  decideVerifyAchievement,
} from './achievement.ts';
import { bankDecider, decideReplenishBank } from './bank.ts';
import type { RecordAchievement } from './commands.ts';
import {
  annulAchievement,
  evidenceAchievement,
  recordAchievement,
  replenishBank,
  verifyAchievement,
} from './commands.ts';
import { achievementDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** What a step of an achievement answers: `achievement` names it from now on. */
export interface AchievementReceipt extends Receipt {
  readonly achievement: string;
}

type Answer = Promise<Result<AchievementReceipt>>;

/** Achievements: recorded, evidenced, verified, annulled; and the banks of them. D12, R3 §3. */
export interface AchievementRoom {
  record(raw: Raw<typeof recordAchievement>): Answer;
  evidence(raw: Raw<typeof evidenceAchievement>): Answer;
  verify(raw: Raw<typeof verifyAchievement>): Answer;
  annul(raw: Raw<typeof annulAchievement>): Answer;
  replenish(raw: Raw<typeof replenishBank>): Promise<Result<Receipt>>;
}

/**
 * The achievements of an organisation, for one sender.
 * @example
 * const { achievement } = must(await achievementRoom(desk).record({
 *   participants: [{ learner: 'l-1' }], kind: 'olympiad', event: 'Олимпиада по физике',
 *   internal: false, level: 'regional', outcome: 'winner', on: '2026-11-14' }));
 */
export function achievementRoom(desk: Desk): AchievementRoom {
  const shared = {
    decider: achievementDecider,
    stream: ({ achievement }: { readonly achievement: string }) =>
      desk.stream('achievement', achievement),
    answer: (outcome: Outcome): AchievementReceipt => ({
      ...receipt(outcome),
      achievement: streamKey(outcome.stream)[0] ?? '',
    }),
  };
  return {
    record: (raw) =>
      desk.run(recordAchievement, raw, {
        ...shared,
        stream: (input, command) => desk.stream('achievement', input.id ?? command.id),
        context: (input) => readNamed(desk, input),
        decide: (state, input, context, command) =>
          decideRecordAchievement(
            state,
            { ...input, achievement: input.id ?? command.id },
            context,
          ),
      }),
    evidence: (raw) =>
      desk.run(evidenceAchievement, raw, {
        ...shared,
        context: ({ on }) => readActDay(desk, on),
        decide: decideEvidenceAchievement,
      }),
    verify: (raw) =>
      desk.run(verifyAchievement, raw, {
        ...shared,
        context: ({ on, verifiedBy }) => readSigned(desk, on, verifiedBy),
        decide: decideVerifyAchievement,
      }),
    annul: (raw) =>
      desk.run(annulAchievement, raw, {
        ...shared,
        context: ({ on, annulledBy }) => readSigned(desk, on, annulledBy),
        decide: decideAnnulAchievement,
      }),
    replenish: (raw) =>
      desk.run(replenishBank, raw, {
        decider: bankDecider,
        stream: ({ bank }) => desk.stream('bank', bank),
        context: ({ on, replenishedBy }) => readSigned(desk, on, replenishedBy),
        decide: decideReplenishBank,
        answer: (outcome) => receipt(outcome),
      }),
  };
}

async function readNamed(
  desk: Desk,
  { on, participants, group }: RecordAchievement,
): Promise<AchievementContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const [learners, enrollments, held] = await Promise.all([
    Promise.all(
      participants.map(
        async ({ learner }) => [learner, (await desk.load(learnerDecider, learner)).state] as const,
      ),
    ),
    Promise.all(
      participants
        .flatMap(({ enrollment }) => enrollment ?? [])
        .map(async (id) => [id, (await desk.load(enrollmentDecider, id)).state] as const),
    ),
    group === null ? null : desk.load(groupDecider, group),
  ]);
  return {
    ...day,
    learners: new Map(learners),
    enrollments: new Map(enrollments),
    groupIsThere: held === null || held.state.id !== null,
  };
}

async function readSigned(
  desk: Desk,
  on: string,
  person: string,
): Promise<SignedAchievement | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  return { ...day, official: await readOfficial(desk, person) };
}
