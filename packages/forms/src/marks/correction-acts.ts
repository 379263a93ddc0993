import type { Correction, CorrectionState, ResultRecord, ResultValue } from '@letopis/projections';
import type { Ground, Signer } from '@letopis/core';

/** One line of a sheet of corrections: a correction of a result, or its annulment. */
export interface CorrectionAct {
  /** Event id of the act. */
  readonly event: string;
  readonly result: ResultRecord;
  /** Day of the act. */
  readonly actedOn: string;
  readonly before: ResultValue;
  /** Null: annulled. */
  readonly after: ResultValue | null;
  readonly state: CorrectionState | 'annulled';
  /** Who corrected, and who signed in which position. */
  readonly correctedBy: string;
  readonly signer: Signer;
  /** Who countersigned or declined; null: nobody. */
  readonly decidedBy: Signer | null;
  readonly ground: Ground | null;
  /** Position in the log: acts of one day stand in its order. */
  readonly position: string;
  readonly events: readonly string[];
}

/**
 * Every correction and annulment of these results, by day of the act: the lines of a sheet of
 * corrections. Declined and withdrawn ones are there too. Source: R2 §2.3, domain D7, P14.
 */
export function correctionActs(results: readonly ResultRecord[]): readonly CorrectionAct[] {
  return results.flatMap(actsOf).sort((a, b) => order(a.actedOn, b.actedOn) || order(a.position, b.position));
}

/** The number of each act's line, from 1: what a cell of the grid refers to. */
export function noteNumbers(acts: readonly CorrectionAct[]): ReadonlyMap<string, number> {
  return new Map(acts.map(({ event }, index) => [event, index + 1]));
}

function actsOf(result: ResultRecord): readonly CorrectionAct[] {
  const acts = result.corrections.map((correction) => actOf(result, correction));
  const { annulled } = result;
  if (annulled === null) return acts;
  const last = result.corrections.findLast(({ state }) => state === 'in-effect');
  const { source, data, ground } = annulled;
  return [
    ...acts,
    {
      event: source.event,
      result,
      actedOn: data.actedOn,
      before: last?.after ?? result.recorded,
      after: null,
      state: 'annulled',
      correctedBy: data.signer.person,
      signer: data.signer,
      decidedBy: null,
      ground,
      position: source.position,
      events: [source.event],
    },
  ];
}

function actOf(result: ResultRecord, correction: Correction): CorrectionAct {
  const { fact, before, after, state, decision } = correction;
  const { source, data, ground } = fact;
  return {
    event: source.event,
    result,
    actedOn: data.actedOn,
    before,
    after,
    state,
    correctedBy: data.correctedBy,
    signer: data.signer,
    decidedBy: decision?.data.signer ?? null,
    ground,
    position: source.position,
    events: [source.event, ...(decision === null ? [] : [decision.source.event])],
  };
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
