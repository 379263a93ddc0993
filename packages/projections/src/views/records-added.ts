import type { CoreEvent, Ground } from '@letopis/core';
import type { Dated } from '../projection/fact.ts';
import { isOneOf, sourceOf } from '../projection/fact.ts';

/**
 * The event types that put an archived enrollment right: its steps, its results, how the learner
 * studied, and what was entered about debts.
 */
export const RIGHTING_TYPES = [
  'EnrollmentEntryAnnulled',
  'AssessmentCorrected',
  'AbsenceCorrected',
  'AssessmentAnnulled',
  'StudyEntryAnnulled',
  'DebtEntryAnnulled',
] as const;

/** An act that puts a step or a result of an enrollment right. */
export interface RightingFact extends Dated {
  readonly type: 'righted';
  readonly act: (typeof RIGHTING_TYPES)[number];
  /** Event id of what it puts right: the step, or the first record of the result. */
  readonly corrects: string;
  /** Module of a result; `null` for one of the programme as a whole, and for a step. */
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
