import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import { stateOn } from '../../entry/fold.ts';
import { entryRestedOn } from '../../entry/refusals.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import type { AchievementRules } from '../../rules/regulation/sections/achievements.ts';
import { refuseUnlessEnrolled } from '../../study/enrollment/facts/questions.ts';
import { groupUnknown } from '../../study/group/facts/unknown.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { enrollmentOfAnother } from '../commendation/facts/unknown.ts';
import type { AnnulAchievement, RecordAchievement, VerifyAchievement } from './commands.ts';
import type {
  AchievementContext,
  SignedAchievementContext,
  WholeAnnulmentContext,
} from './context.ts';
import {
  achievementAnnulled,
  achievementEvidenced,
  achievementParticipantNamed,
  achievementRecorded,
  achievementVerified,
  collectiveEvidenced,
} from './facts/events.ts';
import type { AchievementState } from './facts/state.ts';
import { achievementFacts, undocumented } from './facts/state.ts';
import { achievementIsAnnulled, achievementUnknown } from './facts/unknown.ts';
import { achievementWordUnknown, evidenceMissing } from './refusals.ts';

/**
 * Decides `record-achievement`: one event for what was achieved, one for each participant and one
 * for each document, in one append. Refuses `already-exists`, `group-unknown`, `learner-unknown`,
 * `enrollment-unknown`, `enrollment-of-another` and `achievement-word-unknown`. D12.
 */
export function decideRecordAchievement(
  state: AchievementState,
  input: WithId<RecordAchievement>,
  context: AchievementContext,
): Decision {
  const { id: achievement, participants, group, kind, event, internal, level, outcome, on } = input;
  if (state.id !== null)
    return alreadyExists({ kind: 'achievement', id: achievement, standing: state.on });
  const refused =
    refuseUnlessNamedExist(input, context) ??
    refuseUnlessWordKnown(input, context.edition.achievements);
  if (refused !== null) return refused;
  const holder = holderOf(input);
  const { edition } = context.edition;
  const ofGroup = group === null ? [] : [group];
  const refs = {
    achievement: [achievement],
    group: ofGroup,
    learner: participants.map((one) => one.learner),
    enrollment: participants.flatMap((one) => one.enrollment ?? []),
  };
  const team = input.team ?? participants.length > 1;
  const { officialList, document } = input;
  const what = { kind, event, internal, officialList, level, outcome, team };
  const data = { achievement, holder, group, ...what, edition };
  const named = participants.map(({ learner, enrollment, result }) => {
    const words = result === undefined ? {} : { result: { value: result } };
    const ofOne = { learner: [learner], enrollment: enrollment === null ? [] : [enrollment] };
    return achievementParticipantNamed.draft({
      occurredOn: on,
      refs: { achievement: [achievement], group: ofGroup, ...ofOne },
      data: { achievement, learner, enrollment, ...words, edition },
    });
  });
  const shown = participants.flatMap(({ learner, document: paper }) =>
    paper === undefined
      ? []
      : [
          achievementEvidenced.draft({
            occurredOn: on,
            refs: { achievement: [achievement], learner: [learner] },
            data: { achievement, learner, document: { value: paper }, edition },
          }),
        ],
  );
  const collective = { achievement, group, edition };
  const ofAll =
    document === undefined
      ? []
      : [
          collectiveEvidenced.draft({
            occurredOn: on,
            refs: { achievement: [achievement], group: ofGroup },
            data: { ...collective, document },
          }),
        ];
  return [achievementRecorded.draft({ occurredOn: on, refs, data }), ...named, ...shown, ...ofAll];
}

/**
 * Decides `verify-achievement`. Where the regulation asks for documents, each participant needs
 * one by then, or the group has one for all. Refuses `evidence-missing`. D12, R3 §3.6.
 */
export function decideVerifyAchievement(
  state: AchievementState,
  input: VerifyAchievement,
  { edition, official }: SignedAchievementContext,
): Decision {
  const { achievement, verifiedBy: person, office, on } = input;
  const refused = refuseUnlessActable(state, achievement, on);
  if (refused !== null) return refused;
  const { verifierOffices, evidenceRequired } = edition.achievements;
  const signer = signAs(official, { person, office, on }, verifierOffices);
  if (isRefusal(signer)) return signer;
  const without = undocumented(stateOn(achievementFacts, state, on));
  if (evidenceRequired && without.length > 0) return evidenceMissing({ achievement, without });
  const byDocument = without.length === 0;
  const data = { achievement, signer, byDocument, edition: edition.edition };
  const refs = { ...state.refs, official: [person] };
  return [achievementVerified.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `annul-achievement`. The event is dated on the day of the achievement; `actedOn` is the
 * day of the annulment, which no document and no verification follows. Refuses `entry-rested-on`
 * where a result, a credit or an item of a portfolio would rest on what never was. D12, R3 §1.4.
 */
export function decideAnnulAchievement(
  state: AchievementState,
  input: AnnulAchievement,
  { edition, official, resting: facts }: WholeAnnulmentContext,
): Decision {
  const { achievement, annulledBy: person, reason, office, on } = input;
  const refused = refuseUnlessActable(state, achievement, on);
  if (refused !== null) return refused;
  if (on < state.latestDay) return actOutOfOrder({ on, after: state.latestDay });
  const signer = signAs(official, { person, office, on }, edition.achievements.annulmentOffices);
  if (isRefusal(signer)) return signer;
  if (facts.length > 0) return entryRestedOn({ entry: state.event, facts });
  const about = { achievement, corrects: state.event, actedOn: on };
  const data = { ...about, reason, signer, edition: edition.edition };
  return [achievementAnnulled.draft({ occurredOn: state.on, refs: state.refs, data })];
}

function holderOf({ group, ofInstitution }: RecordAchievement) {
  if (ofInstitution) return 'institution' as const;
  return group === null ? ('learner' as const) : ('group' as const);
}

/** Refuses an unknown group or learner, and an enrollment that is unknown or another learner's. */
function refuseUnlessNamedExist(
  input: RecordAchievement,
  context: AchievementContext,
): Refusal | null {
  const { participants, group } = input;
  if (group !== null && !context.groupExists) return groupUnknown({ group });
  for (const { learner, enrollment } of participants) {
    if (context.learners.get(learner)?.registered !== true) return learnerUnknown({ learner });
    if (enrollment === null) continue;
    const study = context.enrollments.get(enrollment) ?? null;
    const none = refuseUnlessEnrolled(study, enrollment);
    if (none !== null) return none;
    if (study?.learner !== learner) return enrollmentOfAnother({ enrollment, learner });
  }
  return null;
}

function refuseUnlessWordKnown(input: RecordAchievement, rules: AchievementRules): Refusal | null {
  const asked = [
    ['kind', input.kind, rules.kinds],
    ['level', input.level, rules.levels],
    ['outcome', input.outcome, rules.outcomes],
    ['officialList', input.officialList, rules.officialLists],
  ] as const;
  for (const [field, value, list] of asked) {
    const known = list.map(({ id }) => id);
    if (value !== null && !known.includes(value)) {
      return achievementWordUnknown({ field, value, known });
    }
  }
  return null;
}

/** Refuses an unknown or annulled achievement, and a day before its own. */
export function refuseUnlessActable(
  state: AchievementState,
  achievement: string,
  on: string,
): Refusal | null {
  if (state.id === null) return achievementUnknown({ achievement });
  if (state.annulledOn !== null) {
    return achievementIsAnnulled({ achievement, on: state.annulledOn });
  }
  return on < state.on ? actOutOfOrder({ on, after: state.on }) : null;
}
