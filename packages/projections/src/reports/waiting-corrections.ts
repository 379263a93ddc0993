import { countersigningOffices, editionOn } from '@letopis/core/facts';
import { corrections } from '../views/corrections.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { DutyPlace } from './duty-place.ts';
import { dutyPlace } from './duty-place.ts';
import type { Reading, ShownName } from './reading.ts';
import type { ShownCorrection, ShownResult } from './shown-result.ts';
import { showResult } from './shown-result.ts';

/** A correction of a result that waits for its countersignature. */
export interface WaitingCorrection extends DutyPlace {
  readonly learner: ShownName;
  readonly enrollment: string;
  readonly correction: ShownCorrection;
  readonly result: ShownResult;
  /** The offices that may countersign it on the page's day. */
  readonly offices: readonly string[];
}

/**
 * Reads the corrections that wait on a day, by the day of the correction. The register of
 * corrections names them, the journal of the result says whether they still wait. D7.
 */
export async function waitingCorrections(
  reading: Reading,
  on: string,
): Promise<readonly WaitingCorrection[]> {
  const places = new Map<string, readonly [group: string, module: string | null]>();
  for await (const { acts } of reading.scan(corrections, 'acted/')) {
    for (const { type, data } of acts) {
      if (type !== 'AssessmentCorrected' || !data.awaitsCountersignature) continue;
      const { group, module, learner } = data;
      places.set(journalKey.marks(group, module, learner), [group, module]);
    }
  }
  const waiting: WaitingCorrection[] = [];
  for (const [key, [group, module]] of places) {
    waiting.push(...(await waitingIn(reading, key, await dutyPlace(reading, group, module), on)));
  }
  const rank = ({ correction }: WaitingCorrection): string =>
    `${correction.actedOn} ${correction.source.position}`;
  return waiting.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

async function waitingIn(
  reading: Reading,
  key: string,
  place: DutyPlace,
  on: string,
): Promise<readonly WaitingCorrection[]> {
  const found = await reading.get(journal, key);
  if (found?.kind !== 'marks') return [];
  const { editions } = await reading.regulation();
  const now = editionOn(editions, on);
  const waiting: WaitingCorrection[] = [];
  for (const record of found.results) {
    const result = await showResult(reading, record);
    if (result.annulled !== null) continue;
    for (const correction of result.corrections) {
      if (correction.state !== 'waiting' || correction.actedOn > on) continue;
      const then = editionOn(editions, correction.actedOn);
      const learner = await reading.name(found.learner);
      const offices = countersigningOffices(now, then);
      const { enrollment } = result;
      waiting.push({ ...place, learner, enrollment, correction, result, offices });
    }
  }
  return waiting;
}
