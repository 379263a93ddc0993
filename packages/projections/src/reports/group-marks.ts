import type { Editions, IsAttestation, IsExcused } from '@letopis/core/facts';
import {
  bySubject,
  editionOn,
  isExcusedIn,
  isFailing,
  resultsThatCount,
  resultSubjectKey,
} from '@letopis/core/facts';
import { onceEach } from '../projection/once-each.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { CountedRecord, MarkValue } from '../views/result.ts';
import { countedResults } from '../views/result.ts';
import type { Reading } from './reading.ts';

/*
 * Which group a mark counts in: a subject is one, whichever groups its results were given in, so
 * that a mark counts once. It is the group of the first result: a retake after a move or a
 * promotion counts where the failed one was given. RK 1.3.
 */

/** What counting the marks of a group needs. */
export interface MarkCounting {
  readonly isAttestation: IsAttestation;
  readonly isExcused: IsExcused;
}

/** How marks are counted under the editions of a regulation. */
export function countingBy(editions: Editions): MarkCounting {
  const attestedOn = onceEach((on): ReadonlySet<string> => {
    const kinds = editionOn(editions, on)?.assessment.kinds ?? [];
    return new Set(kinds.filter((one) => one.attestation).map(({ id }) => id));
  });
  return {
    isAttestation: (kind, on) => attestedOn(on).has(kind),
    isExcused: (code, on) =>
      isExcusedIn(editionOn(editions, on)?.lessons ?? { attendanceCodes: [] }, code),
  };
}

/** Reads the results of each enrollment of a learner: those that are not annulled. */
export async function resultsByEnrollment(
  reading: Reading,
  learner: string,
): Promise<ReadonlyMap<string, readonly CountedRecord[]>> {
  const found = new Map<string, CountedRecord[]>();
  for await (const one of reading.scan(personalFile, personalFileKey.allResults(learner))) {
    if (one.kind !== 'results') continue;
    const own = found.get(one.enrollment) ?? [];
    found.set(one.enrollment, [...own, ...countedResults(one.results)]);
  }
  return found;
}

/** The marks of one enrollment that count in a group on a day (null: by all that is known). */
export function marksInGroup(
  results: readonly CountedRecord[],
  group: string,
  { isAttestation, isExcused }: MarkCounting,
  on: string | null,
): readonly MarkValue[] {
  const subjects = bySubject(results, on);
  return resultsThatCount(results, isAttestation, on, isExcused).flatMap((result) => {
    const { countsFor, mark, outcome } = result;
    if (mark === null || outcome === 'credited') return [];
    const attested = isAttestation(countsFor.kind, result.on);
    const own = attested ? (subjects.get(resultSubjectKey(countsFor)) ?? []) : [];
    const home = firstOf(own, isExcused) ?? result;
    return groupOf(home) === group ? [valueOf(result)].flatMap((one) => one ?? []) : [];
  });
}

/** The first result with a value, or an absence without an excuse: all others are no attempt. */
const firstOf = (results: readonly CountedRecord[], isExcused: IsExcused) =>
  results.find(
    (one) => one.mark !== null || one.outcome === 'credited' || isFailing(one, isExcused),
  );

const groupOf = ({ record }: CountedRecord): string => record.first.data.group;

const valueOf = ({ record: { value } }: CountedRecord): MarkValue | null =>
  value !== null && 'mark' in value ? value.mark : null;
