import type { CoreEvent } from '@letopis/core';
import type { Dated } from '../projection/fact.ts';
import { isOneOf, sourceOf } from '../projection/fact.ts';

/** The event types that put an archived enrollment right: its steps and its results. */
export const RIGHTING_TYPES = [
  'EnrollmentEntryAnnulled',
  'AssessmentCorrected',
  'AssessmentAnnulled',
] as const;

/** An act that puts a step or a result of an enrollment right. */
export interface RightingFact extends Dated {
  readonly type: 'righted';
  readonly act: (typeof RIGHTING_TYPES)[number];
  /** The day of the act itself. */
  readonly actedOn: string;
}

/** The act of an event; `null` if it is not one. */
export function rightingOf(event: CoreEvent): RightingFact | null {
  if (!isOneOf(event, RIGHTING_TYPES)) return null;
  const { type: act, occurredOn: on, data } = event;
  return { type: 'righted', act, on, actedOn: data.actedOn, source: sourceOf(event) };
}
