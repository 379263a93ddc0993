import type { Reading } from '../../../kernel/reading.ts';
import { registerFold } from '../../../papers/register/facts/state.ts';
import { commissionFold } from '../../../study/commission/facts/state.ts';
import { enrollmentParts } from '../../../study/enrollment/facts/questions.ts';
import { journalFold } from '../../../study/journal/facts/state.ts';
import type { RetentionOver } from './questions.ts';
import type { RetentionState } from './state.ts';

/*
 * Records that are about several learners: a journal, the protocols of a commission, a register. A
 * hold on one of these learners keeps them as well. RK 1.11.
 */

/**
 * The state of retention with the learners in the given records. They are read only where a hold on
 * a learner was ever placed.
 */
export async function readLearnersIn(
  reading: Reading,
  state: RetentionState,
  records: readonly string[],
): Promise<RetentionOver> {
  const asked = [...state.holds.values()].some(({ scope }) => scope.kind === 'learner');
  if (!asked) return state;
  const found = new Map<string, ReadonlySet<string>>();
  for (const record of new Set(records)) found.set(record, await learnersIn(reading, record));
  return { ...state, learnersIn: found };
}

async function learnersIn(reading: Reading, record: string): Promise<ReadonlySet<string>> {
  const dash = record.indexOf('-');
  const key = record.slice(dash + 1);
  switch (record.slice(0, dash)) {
    case 'journal': {
      const { state } = await reading.load(journalFold, key);
      return new Set(
        [...state.lessons.values()].flatMap(({ entry: { present, absent } }) => [
          ...present,
          ...absent.map(({ learner }) => learner),
        ]),
      );
    }
    case 'commission': {
      const { state } = await reading.load(commissionFold, key);
      const lines = [...state.sittings.values()].flatMap(({ entries }) => entries);
      return new Set(lines.map(({ enrollment }) => enrollmentParts(enrollment).learner));
    }
    case 'register': {
      const { state } = await reading.load(registerFold, key);
      return new Set([...state.entries.values()].map(({ learner }) => learner));
    }
    default:
      return new Set();
  }
}
