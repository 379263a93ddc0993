import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { Signer } from '../../values/shape.ts';
import type {
  CheckEntries,
  ClosePeriod,
  DefinePeriod,
  RecordExport,
  SettleFinding,
} from './commands.ts';
import type { PreservationContext } from './context.ts';
import {
  entriesChecked,
  findingSettled,
  periodExported,
  studyPeriodClosed,
  studyPeriodDefined,
} from './facts/events.ts';
import type { StudyPeriod } from './facts/questions.ts';
import { studyYearEnd } from './facts/questions.ts';
import type { PreservationState } from './facts/state.ts';
import {
  preservationNotOwed,
  findingNotOpen,
  periodClosedAlready,
  periodMisplaced,
  periodOpen,
  periodRuns,
  periodUnknown,
} from './refusals.ts';

/** The fields that every command of preservation has: the study year, who signs, and the day. */
export interface SignedInput {
  readonly studyYear: string;
  readonly signer: string;
  readonly office: string | null;
  readonly on: string;
}

/**
 * The signer, in an office that a part of the regulation's section `custody` names. Refuses
 * `custody-not-owed` where the regulation has no such part.
 */
export function signFor(
  section: 'periodExport' | 'entriesCheck' | 'backup' | 'integrityCheck',
  { signer: person, office, on }: SignedInput,
  { edition, official }: PreservationContext,
): Signer | Refusal {
  const rule = edition.custody[section];
  if (rule === null) return preservationNotOwed({ section });
  return signAs(official, { person, office, on }, rule.offices);
}

/** The fields that every event of preservation has. */
export const commonData = (
  { studyYear }: SignedInput,
  signer: Signer,
  { edition }: PreservationContext,
) => ({ studyYear, signer, edition: edition.edition });

/** The refs of every event of preservation. */
export const refsOfSigner = ({ signer }: SignedInput) => ({ official: [signer] });

/** Decides `define-study-period`: within its study year, without overlapping another period. */
export function decideDefinePeriod(
  state: PreservationState,
  input: DefinePeriod,
  context: PreservationContext,
): Decision {
  const { period, from, until, studyYear, on } = input;
  const signer = signFor('periodExport', input, context);
  if (isRefusal(signer)) return signer;
  if (state.periods.has(period)) return alreadyExists({ kind: 'study-period', id: period });
  const end = studyYearEnd(context.edition.custody, studyYear);
  const outside = from < `${studyYear}-01-01` || until > end || from > until;
  if (outside) return periodMisplaced({ period, from, until, against: `${studyYear}: ${end}` });
  for (const [other, one] of state.periods) {
    if (one.from <= until && from <= one.until) {
      return periodMisplaced({ period, from, until, against: other });
    }
  }
  const data = { ...commonData(input, signer, context), period, from, until };
  return [studyPeriodDefined.draft({ occurredOn: on, refs: refsOfSigner(input), data })];
}

/** Decides `close-study-period`: once, after its last day. */
export function decideClosePeriod(
  state: PreservationState,
  input: ClosePeriod,
  context: PreservationContext,
): Decision {
  const { period, on } = input;
  const one = state.periods.get(period);
  if (one === undefined) return periodUnknown({ period });
  if (one.closedOn !== null) return periodClosedAlready({ period, on: one.closedOn });
  if (on < one.until) return periodRuns({ period, until: one.until, on });
  const signer = signFor('periodExport', input, context);
  if (isRefusal(signer)) return signer;
  const data = { ...commonData(input, signer, context), period };
  return [studyPeriodClosed.draft({ occurredOn: on, refs: refsOfSigner(input), data })];
}

/** Decides `record-period-export`, of a period that is closed by the day. R4 §6.2. */
export function decideRecordExport(
  state: PreservationState,
  input: WithId<RecordExport>,
  context: PreservationContext,
): Decision {
  const { id, period, source, contents, keptAt, sha256, on } = input;
  if (state.ids.has(id)) return alreadyExists({ kind: 'year-entry', id: id });
  const closed = refuseUnlessClosedBy(state.periods.get(period), period, on);
  if (closed !== null) return closed;
  const signer = signFor('periodExport', input, context);
  if (isRefusal(signer)) return signer;
  const said = { export: id, period, source, contents, keptAt, sha256 };
  const data = { ...commonData(input, signer, context), ...said };
  return [periodExported.draft({ occurredOn: on, refs: refsOfSigner(input), data })];
}

/** Decides `check-entries`, not before the period begins. R4 §5.6. */
export function decideCheckEntries(
  state: PreservationState,
  input: WithId<CheckEntries>,
  context: PreservationContext,
): Decision {
  const { id: check, period, findings, on } = input;
  if (state.ids.has(check)) return alreadyExists({ kind: 'year-entry', id: check });
  const one = state.periods.get(period);
  if (one === undefined) return periodUnknown({ period });
  if (on < one.from) return actOutOfOrder({ on, after: one.from });
  const signer = signFor('entriesCheck', input, context);
  if (isRefusal(signer)) return signer;
  const data = { ...commonData(input, signer, context), check, period, findings };
  return [entriesChecked.draft({ occurredOn: on, refs: refsOfSigner(input), data })];
}

/** Decides `settle-finding`: an open finding, not before its check. R4 §5.6. */
export function decideSettleFinding(
  state: PreservationState,
  input: SettleFinding,
  context: PreservationContext,
): Decision {
  const { check, finding, how, on } = input;
  const found = state.checks.get(check);
  if (found?.settledOn[finding - 1] !== null) return findingNotOpen({ check, finding });
  if (on < found.on) return actOutOfOrder({ on, after: found.on });
  const signer = signFor('entriesCheck', input, context);
  if (isRefusal(signer)) return signer;
  const data = { ...commonData(input, signer, context), check, finding, how };
  return [findingSettled.draft({ occurredOn: on, refs: refsOfSigner(input), data })];
}

function refuseUnlessClosedBy(
  one: StudyPeriod | undefined,
  period: string,
  on: string,
): Refusal | null {
  if (one === undefined) return periodUnknown({ period });
  return one.closedOn === null || on < one.closedOn ? periodOpen({ period }) : null;
}
