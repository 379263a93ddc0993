import type { Stay } from '@letopis/projections/views';
import { shortDate } from '../kit/dates.ts';
import type { Say } from '../words/words.ts';

/** True if the learner was in the group on that day. The day of leaving no longer counts. */
export function inGroupOn(stays: readonly Stay[], day: string): boolean {
  return stays.some(
    ({ arrival, departure }) => arrival.on <= day && (departure === null || day < departure.on),
  );
}

/**
 * The notes below the name of a learner who was not in the group all the time: from where, to
 * where, on leave, completed or discharged, each with its day and the title of the group.
 */
export function stayNotes(
  stays: readonly Stay[],
  groupTitles: Readonly<Record<string, string>>,
  say: Say,
): readonly string[] {
  const titled = (group: string): string => groupTitles[group] ?? group;
  return stays.flatMap(({ arrival, departure, leaves }) => {
    const notes: string[] = [];
    const { fromGroup } = arrival;
    if (fromGroup !== null) {
      notes.push(say('fromGroup', titled(fromGroup), shortDate(arrival.on)));
      const stay = arrival.resultsStay.length;
      if (stay > 0) notes.push(say('resultsStayThere', titled(fromGroup), String(stay)));
    } else if (arrival.by !== 'enrolled') {
      notes.push(say('stayReinstated', shortDate(arrival.on)));
    }
    for (const { from, until } of leaves) {
      notes.push(
        until === null
          ? say('leaveOpen', shortDate(from))
          : say('leave', shortDate(from), shortDate(until)),
      );
    }
    if (departure !== null) {
      const { on, by, toGroup, resultsStay } = departure;
      notes.push(
        by === 'transferred' && toGroup !== null
          ? say('toGroup', titled(toGroup), shortDate(on))
          : say(DEPARTURE_WORDS[by], shortDate(on)),
      );
      if (resultsStay.length > 0) notes.push(say('resultsStayHere', String(resultsStay.length)));
    }
    return notes;
  });
}

const DEPARTURE_WORDS = {
  transferred: 'stayTransferred',
  completed: 'stayCompleted',
  discharged: 'stayDischarged',
} as const;
