import type { ActContext } from '../../acting/context.ts';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import { signAs } from '../../acting/signer.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { DraftEvent } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { refuseIfBefore } from '../../values/day-order.ts';
import { refuseUnlessMayAct } from '../learner/facts/questions.ts';
import { learnerUnknown } from '../learner/facts/unknown.ts';
import type { AnnulAcquaintance, RecordAcquaintance } from './commands.ts';
import type { AcquaintanceContext } from './context.ts';
import { acquaintanceEntryAnnulled, acquaintanceSigned } from './facts/events.ts';
import type { AcquaintanceState, AcquaintanceSubject } from './facts/state.ts';
import { requirementsEditionUnknown, signedAfterSheet } from './refusals.ts';

/**
 * Decides `record-acquaintance`: one event a line, in one append. A minor's representative signs,
 * and the right to be told suffices for it. Refuses `already-exists`,
 * `requirements-edition-unknown`, `learner-unknown`, `signed-after-sheet`, `act-out-of-order` for a
 * line that is signed before the registration, the opening of the programme, or the last day of the
 * diary, `minor-acts-alone`, `representative-unknown`, `representative-scope`, and as `signAs`
 * does. R2 §1.5, R5 §2.3.
 */
export function decideRecordAcquaintance(
  state: AcquaintanceState,
  input: WithId<RecordAcquaintance>,
  context: AcquaintanceContext,
): Decision {
  const { id: sheet, lines, signature, signer: person, office, on } = input;
  const [standing] = state.entries.values();
  if (standing !== undefined) {
    const { occurredOn } = standing.event;
    return alreadyExists({ kind: 'acquaintance', id: sheet, standing: occurredOn });
  }
  const { edition, official, learners } = context;
  const subject = subjectOf(input, context);
  if (isRefusal(subject)) return subject;
  const { offices } = edition.assessment.acquaintance;
  const signer = signAs(official, { person, office, on }, offices, 'any');
  if (isRefusal(signer)) return signer;
  const programme = subject.kind === 'programme' ? [subject.programme] : [];
  const firstDay = subject.kind === 'diary' ? subject.until : context.programmeFrom;
  const drafts: DraftEvent[] = [];
  for (const { learner, by = 'learner', on: signedOn = on } of lines) {
    const about = learners.get(learner);
    if (about?.registered !== true) return learnerUnknown({ learner });
    if (signedOn > on) return signedAfterSheet({ learner, on: signedOn, sheet: on });
    const no =
      refuseIfBefore(signedOn, about.registeredOn ?? signedOn) ??
      refuseIfBefore(signedOn, firstDay ?? signedOn) ??
      refuseUnlessMayAct(about, learner, by, signedOn, 'information');
    if (no !== null) return no;
    const refs = { learner: [learner], programme, official: [person] };
    const data = { sheet, learner, by, subject, signature, signer, edition: edition.edition };
    drafts.push(acquaintanceSigned.draft({ occurredOn: signedOn, refs, data }));
  }
  return drafts;
}

/** What the sheet is about; without an edition, the one in force on its day. */
function subjectOf(
  { subject }: Pick<RecordAcquaintance, 'subject'>,
  { edition: inForce, editions }: AcquaintanceContext,
): AcquaintanceSubject | Refusal {
  if (subject.kind !== 'regulation') return subject;
  const { kind, edition = inForce.edition } = subject;
  if (!editions.includes(edition)) return requirementsEditionUnknown({ edition, editions });
  return { kind, edition };
}

/** Decides `annul-acquaintance`. Refuses as `findPutRight` does. RK 1.8. */
export function decideAnnulAcquaintance(
  state: AcquaintanceState,
  input: AnnulAcquaintance,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { sheet, reason = null } = input;
  const asked = { act: 'annul-acquaintance', of: sheet, orderRequired: false, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { learner } = found.entry.event.data;
  const data = { sheet, learner, ...annulmentData(found, context, null), reason };
  return [acquaintanceEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
