import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import { readActBy, readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { creditFold } from '../../study/credit/facts/state.ts';
import { basedOn, creditedBy } from '../../study/enrollment/facts/resting-questions.ts';
import type { EnrollmentState } from '../../study/enrollment/facts/state.ts';
import { enrollmentFold } from '../../study/enrollment/facts/state.ts';
import { groupFold } from '../../study/group/facts/state.ts';
import { contestFold } from '../contest/facts/state.ts';
import { itemsShowingAchievement } from '../portfolio/facts/questions.ts';
import { portfolioFold } from '../portfolio/facts/state.ts';
import type {
  AnnulAchievement,
  AnnulAchievementEntry,
  EvidenceAchievement,
  RecordAchievement,
} from './commands.ts';
import type { EvidenceContext } from './decide-evidence.ts';
import type { AchievementFacts } from './facts/state.ts';
import { achievementFold } from './facts/state.ts';

/** What the decision to record reads from other streams. */
export interface AchievementContext extends ActDay {
  readonly learners: ReadonlyMap<string, LearnerState>;
  readonly enrollments: ReadonlyMap<string, EnrollmentState>;
  /** Whether the named group exists; true where none is named. */
  readonly groupExists: boolean;
}

/** What the decision on a signed act reads: the edition of the day, and the official who signs. */
export interface SignedAchievementContext extends ActDay {
  readonly official: OfficialState;
}

/** Reads the learners, the enrollments and the group that the command names. */
export async function readAchievementContext(
  session: Session,
  { on, participants, group }: RecordAchievement,
): Promise<AchievementContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const [learners, enrollments, loadedGroup] = await Promise.all([
    Promise.all(
      participants.map(
        async ({ learner }) => [learner, (await session.load(learnerFold, learner)).state] as const,
      ),
    ),
    Promise.all(
      participants
        .flatMap(({ enrollment }) => enrollment ?? [])
        .map(async (id) => [id, (await session.load(enrollmentFold, id)).state] as const),
    ),
    group === null ? null : session.load(groupFold, group),
  ]);
  return {
    ...day,
    learners: new Map(learners),
    enrollments: new Map(enrollments),
    groupExists: loadedGroup === null || loadedGroup.state.id !== null,
  };
}

/** Reads the edition of the day, and the copy of a protocol that the command names. */
export async function readEvidence(
  session: Session,
  { on, contest }: EvidenceAchievement,
): Promise<EvidenceContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const copy = contest === null ? null : await session.load(contestFold, contest);
  return { ...day, contest: copy?.state ?? null };
}

/** What the annulment of an entry reads: its signer, and what may rest on a verification. */
export interface AchievementAnnulmentContext extends ActContext {
  /** Results of the enrollments in which it was achieved that are based on it, or credit it. */
  readonly results: readonly RestingFact[];
}

/** What the annulment of the whole reads: its signer, and what may rest on the achievement. */
export interface WholeAnnulmentContext extends SignedAchievementContext {
  /** The results that are based on it or credit it, and the portfolio items that show it. */
  readonly resting: readonly RestingFact[];
}

/** Reads the signer of an annulment, and the results that rest on the achievement. */
export async function readAchievementAnnulment(
  session: Session,
  input: AnnulAchievementEntry,
): Promise<AchievementAnnulmentContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { state } = await session.load(achievementFold, input.achievement);
  return { ...act, results: await readResults(session, state, input.achievement) };
}

/** Reads who annuls an achievement, and the results and portfolio items that rest on it. */
export async function readWholeAnnulment(
  session: Session,
  { achievement, annulledBy, on }: AnnulAchievement,
): Promise<WholeAnnulmentContext | Refusal> {
  const act = await readActBy(session, annulledBy, on);
  if (isRefusal(act)) return act;
  const { state } = await session.load(achievementFold, achievement);
  const resting = [...(await readResults(session, state, achievement))];
  const holders = state.learners.map((learner) => ['learner', learner] as const);
  const groups = state.group === null ? [] : [['group', state.group] as const];
  for (const holder of [...holders, ...groups]) {
    const { state: portfolio } = await session.load(portfolioFold, ...holder);
    resting.push(...itemsShowingAchievement(portfolio, achievement));
  }
  return { ...act, resting };
}

/** The results of the enrollments in which it was achieved that are based on it, or credit it. */
async function readResults(
  session: Session,
  { enrollments }: AchievementFacts,
  achievement: string,
): Promise<readonly RestingFact[]> {
  const results: RestingFact[] = [];
  for (const enrollment of enrollments) {
    const { state: study } = await session.load(enrollmentFold, enrollment);
    results.push(...basedOn(study, 'achievement', achievement));
    const decisions = [...study.results.values()].flatMap(({ decision }) => decision ?? []);
    for (const decision of new Set(decisions)) {
      const { state: credit } = await session.load(creditFold, decision);
      if (credit.achievement === achievement) results.push(...creditedBy(study, decision));
    }
  }
  return results;
}
