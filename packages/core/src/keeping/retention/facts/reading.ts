import type { Reading } from '../../../kernel/reading.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { fileFold } from '../../../papers/file/facts/state.ts';
import { recordUnknown } from '../../../record/refusals.ts';
import { enrollmentFold } from '../../../study/enrollment/facts/state.ts';
import { journalFold } from '../../../study/journal/facts/state.ts';
import type { StartDays } from './questions.ts';

/**
 * Reads the days from which a record's terms may be counted. An enrollment shows the day on which
 * it ended; a file the day on which it was closed, which is the departure; a journal its last
 * lesson. Other records show none, so the act states the day. Refuses `record-unknown`. D19 (our
 * reading of the start rules).
 */
export async function readStartDays(
  reading: Reading,
  record: string,
): Promise<StartDays | Refusal> {
  const dash = record.indexOf('-');
  const key = record.slice(dash + 1);
  switch (record.slice(0, dash)) {
    case 'enrollment': {
      const { state } = await reading.load(enrollmentFold, key);
      if (state.id === null) return recordUnknown({ record });
      const last = state.lifeFacts.at(-1);
      if (last?.phase !== 'ended') return {};
      return { closing: last.on, departure: last.on, 'programme-end': last.on };
    }
    case 'file': {
      const { state } = await reading.load(fileFold, key);
      if (state.file === null) return recordUnknown({ record });
      return state.closedOn === null ? {} : { closing: state.closedOn, departure: state.closedOn };
    }
    case 'journal': {
      const { state } = await reading.load(journalFold, key);
      if (state.journal === null) return recordUnknown({ record });
      const lessons = [...state.lessons.values()].filter(({ annulled }) => !annulled);
      const last = lessons
        .map(({ on }) => on)
        .toSorted()
        .at(-1);
      return last === undefined ? {} : { closing: last };
    }
    default:
      return {};
  }
}
