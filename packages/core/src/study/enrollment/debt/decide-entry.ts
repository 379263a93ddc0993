import type * as z from 'zod';
import type { PutRight } from '../../../acting/putting-right.ts';
import {
  annulmentData,
  annulmentPlace,
  findPutRight,
  onOwnPaper,
  ownGround,
} from '../../../acting/putting-right.ts';
import { entryOfAnotherKind, entryRestedOn } from '../../../entry/refusals.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { eventId } from '../../../kernel/uuid.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { debtEntryAnnulled } from '../facts/debt-events.ts';
import { debtRules } from '../facts/debt-questions.ts';
import type { DebtEntryEvent } from '../facts/debt-state.ts';
import { resultOfRetake } from '../facts/debt-state.ts';
import { editionFor, officialOf } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import {
  addedAfter,
  refuseUnlessCorrectable,
  refuseUnlessGroundPlace,
} from '../life/decide-added.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import type { annulDebtEntry, correctPause } from './commands.ts';
import type { DebtRightContext } from './context.ts';
import { draftPause, failedResult } from './decide-debt.ts';
import { debtUnknown } from './refusals.ts';

/* What was entered about debts and retakes is put right as every entry is. RK 1.8. */

type By = Pick<ReceivedCommand, 'id' | 'sender'>;

type AnnulEntry = z.output<typeof annulDebtEntry.schema>;

/**
 * Decides `annul-debt-entry`. Refuses `entry-rested-on` for the grant of a retake that was taken,
 * and as `findPutRight` does.
 */
export function decideAnnulDebtEntry(
  state: EnrollmentState,
  input: AnnulEntry,
  context: DebtRightContext,
  by: By,
): Decision {
  const found = findEntry(state, input, 'annul-debt-entry', context, by);
  if (isRefusal(found)) return found;
  const { event } = found.right.entry;
  const retake = state.retakes.get(event.id);
  const taken = retake === undefined ? null : resultOfRetake(state, retake);
  if (taken !== null) {
    const fact = { type: 'AssessmentRecorded', id: taken.event, on: taken.on };
    return entryRestedOn({ entry: event.id, facts: [fact] });
  }
  return [draftAnnulment(state, input, found, null)];
}

/**
 * Decides `correct-pause`: annuls the pause, and enters another in its place. Refuses
 * `entry-of-another-kind`, `debt-unknown`, `not-in-regulation`, `period-reversed`, and as
 * `findPutRight` does.
 */
export function decideCorrectPause(
  state: EnrollmentState,
  input: z.output<typeof correctPause.schema>,
  context: DebtRightContext,
  by: By,
): Decision {
  const found = findEntry(state, input, 'correct-pause', context, by);
  if (isRefusal(found)) return found;
  const { event } = found.right.entry;
  if (event.type !== 'DebtTermPaused') {
    return entryOfAnotherKind({ entry: event.id, type: event.type, needed: 'DebtTermPaused' });
  }
  const { debt, until, reason } = event.data;
  const failed = failedResult(state, debt, debtRules(context));
  if (failed === null) return debtUnknown({ debt, enrollment: input.enrollment });
  const from = input.from ?? event.occurredOn;
  const edition = editionFor(context, from);
  if (isRefusal(edition)) return edition;
  const days = { from, until: input.until ?? until, reason: input.because ?? reason };
  const draft = draftPause(state, failed, days, edition);
  if (isRefusal(draft)) return draft;
  const own = onOwnPaper([draft], ownGround(event, input.entryGround));
  return [draftAnnulment(state, input, found, eventId(by.id, 1)), ...own];
}

interface Found {
  readonly right: PutRight<DebtEntryEvent>;
  readonly on: string;
  readonly edition: Edition;
}

function findEntry(
  state: EnrollmentState,
  input: AnnulEntry,
  act: string,
  context: DebtRightContext,
  { sender }: By,
): Found | Refusal {
  const { enrollment: of, on = context.today, signer } = input;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const shut =
    refuseUnlessCorrectable(state, of, act, edition.correction, { sender }) ??
    refuseUnlessGroundPlace(input, context);
  if (shut !== null) return shut;
  const right = findPutRight<DebtEntryEvent>(
    { entries: state.debtEntries },
    input,
    { on, today: context.today, edition, official: officialOf(context, signer) },
    { act, of, orderRequired: false, ground: sender.ground },
  );
  return isRefusal(right) ? right : { right, on, edition };
}

function draftAnnulment(
  state: EnrollmentState,
  { reason, groundAt }: Pick<AnnulEntry, 'reason' | 'groundAt'>,
  { right, on, edition }: Found,
  replacedBy: string | null,
) {
  const { event } = right.entry;
  return debtEntryAnnulled.draft({
    ...annulmentPlace(right),
    data: {
      ...enrollmentIdsOf(state),
      module: 'module' in event.data ? event.data.module : null,
      ...annulmentData(right, { on, edition }, replacedBy),
      ...(reason === undefined ? {} : { reason: known(reason) }),
      ...addedAfter(state, { groundAt }),
    },
  });
}
