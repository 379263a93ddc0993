import type { Ground } from '@letopis/core';
import type { Source } from '../projection/fact.ts';
import type { LifeEntry } from '../views/life-steps.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { Reading, ShownText } from './reading.ts';
import type { ShownSigner } from './shown-result.ts';
import { addedAfter, showSigner } from './shown-result.ts';
import type { MarkedDays } from './three-days.ts';
import { markedDays } from './three-days.ts';

/** A step of an enrollment as it was entered, and how it was annulled. RK 1.8. */
export interface ShownStep {
  readonly step: LifeEntry['step'];
  /** Days of its paper, of effect and of entry; a late entry is marked. RK 1.5. */
  readonly days: MarkedDays;
  /** Title of the reason of a leave or discharge; `null` for other steps. */
  readonly reasonTitle: Titled | null;
  /** `null`: the step counts. */
  readonly annulled: {
    readonly actedOn: string;
    readonly signer: ShownSigner;
    readonly reason: ShownText;
    readonly ground: Ground | null;
    /** Event id of the step that stands in its place; `null`: annulled from the start. */
    readonly replacedBy: string | null;
    /** Was it done after the archive had accepted the enrollment? RK 1.9. */
    readonly afterArchive: boolean;
    /** Where its paper lies, if a carrier of the record was destroyed; `null` otherwise. */
    readonly groundAt: string | null;
    readonly source: Source;
  } | null;
}

/** Joins the names and texts of a step and of its annulment. */
export async function showStep(
  reading: Reading,
  { step, annulled }: LifeEntry,
): Promise<ShownStep> {
  const reasonTitle = await titleOfReason(reading, step);
  const days = await markedDays(reading, step);
  if (annulled === null) return { step, days, reasonTitle, annulled };
  const { data, ground, source } = annulled;
  const { actedOn, replacedBy, learner } = data;
  return {
    step,
    days,
    reasonTitle,
    annulled: {
      actedOn,
      signer: await showSigner(reading, data.signer),
      reason: await reading.note(learner, source.event, 'reason'),
      ground,
      replacedBy,
      ...addedAfter(data),
      source,
    },
  };
}

async function titleOfReason(reading: Reading, step: LifeEntry['step']): Promise<Titled | null> {
  const { dischargeReasons, suspensionReasons } = await reading.regulation();
  if (step.type === 'Discharged') return dischargeReasons[step.data.reason] ?? null;
  return step.type === 'Suspended' ? (suspensionReasons[step.data.reason] ?? null) : null;
}
