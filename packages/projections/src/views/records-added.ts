import type { CoreEvent, Ground } from '@letopis/core';
import type { Dated } from '../projection/fact.ts';
import { isOneOf, sourceOf } from '../projection/fact.ts';

/** The event types that put an archived journal right: its lessons, and whose it was. */
export const JOURNAL_RIGHTING_TYPES = [
  'LessonCorrected',
  'LessonAnnulled',
  'JournalEntryAnnulled',
] as const;

/**
 * The event types that put right what the archive has of a learner: the steps and results of an
 * enrollment, how the learner studied, what was entered about debts, and the personal file.
 */
export const LEARNER_RIGHTING_TYPES = [
  'EnrollmentEntryAnnulled',
  'AssessmentCorrected',
  'AbsenceCorrected',
  'AssessmentAnnulled',
  'StudyEntryAnnulled',
  'DebtEntryAnnulled',
  'FileEntryAnnulled',
  'InventoryLineCorrected',
] as const;

/** The event types that put an archived record right. */
export const RIGHTING_TYPES = [...LEARNER_RIGHTING_TYPES, ...JOURNAL_RIGHTING_TYPES] as const;

/** An act that puts right what a record has. */
export interface RightingFact extends Dated {
  readonly type: 'righted';
  readonly act: (typeof RIGHTING_TYPES)[number];
  /** Event id of what it puts right: the entry, or the first record of the result. */
  readonly corrects: string;
  /** Module of a result or lesson; `null` for one of the programme as a whole, and for others. */
  readonly module: string | null;
  /** The day of the act itself. */
  readonly actedOn: string;
  /** The order. */
  readonly ground: Ground | null;
  /** Where its paper lies, if a carrier of the record was destroyed; `null` otherwise. */
  readonly groundAt: string | null;
}

/** The act of an event; `null` if it is not one. */
export function rightingOf(event: CoreEvent): RightingFact | null {
  if (!isOneOf(event, RIGHTING_TYPES)) return null;
  const { type: act, occurredOn: on, data } = event;
  const { corrects, actedOn } = data;
  const module = 'module' in data ? data.module : null;
  const groundAt = ('groundAt' in data ? data.groundAt : undefined) ?? null;
  const ground = event.ground as Ground | null;
  const source = sourceOf(event);
  return { type: 'righted', act, on, corrects, module, actedOn, ground, groundAt, source };
}
