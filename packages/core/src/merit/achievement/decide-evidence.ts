import type { ActDay } from '../../acting/act-day.ts';
import { stateOn } from '../../entry/fold.ts';
import type { DraftEvent } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { protocolShown } from '../contest/facts/questions.ts';
import type { ContestState } from '../contest/facts/state.ts';
import type { EvidenceAchievement } from './commands.ts';
import { refuseUnlessActable } from './decide.ts';
import { achievementEvidenced, collectiveEvidenced } from './facts/events.ts';
import type { AchievementState } from './facts/state.ts';
import { achievementFacts, undocumented } from './facts/state.ts';
import { achievementOfAnother } from './facts/unknown.ts';
import { evidenceMisplaced, evidenceNotMissing } from './refusals.ts';

/** What the decision about a document reads: the edition of its day, and the copy of a protocol. */
export interface EvidenceContext extends ActDay {
  /** The kept copy of a protocol that the command names; null: it names none. */
  readonly contest: ContestState | null;
}

/**
 * Decides `evidence-achievement`: a participant's document, or the group's; or the kept copy of a
 * protocol, which one contest has for many. Refuses `evidence-misplaced`, `achievement-of-another`,
 * `contest-protocol-unknown`, `act-out-of-order`, and `evidence-not-missing` where everybody has a
 * document already. R3 §3.4, §3.6.
 */
export function decideEvidenceAchievement(
  state: AchievementState,
  input: EvidenceAchievement,
  context: EvidenceContext,
): Decision {
  const { achievement, learner, contest, on } = input;
  const refused = refuseUnlessActable(state, achievement, on);
  if (refused !== null) return refused;
  const document = input.document ?? protocolShown(context.contest, contest ?? '', on);
  if (isRefusal(document)) return document;
  const copy = contest === null ? {} : { contest };
  const { edition } = context.edition;
  const draftOf = (one: string | null): DraftEvent => {
    const common = { achievement, ...copy, edition };
    if (one === null) {
      const { group } = state;
      const refs = { achievement: [achievement], group: group === null ? [] : [group] };
      const data = { ...common, group, document };
      return collectiveEvidenced.draft({ occurredOn: on, refs, data });
    }
    const refs = { achievement: [achievement], learner: [one] };
    const data = { ...common, learner: one, document: { value: document } };
    return achievementEvidenced.draft({ occurredOn: on, refs, data });
  };
  if (learner !== null) {
    if (!state.learners.includes(learner)) {
      return achievementOfAnother({ achievement, learner, on });
    }
    return [draftOf(learner)];
  }
  const { holder } = state;
  if (contest === null && holder === 'learner') return evidenceMisplaced({ achievement, holder });
  if (holder !== 'learner') return [draftOf(null)];
  const without = undocumented(stateOn(achievementFacts, state, on));
  return without.length === 0 ? evidenceNotMissing({ achievement }) : without.map(draftOf);
}
