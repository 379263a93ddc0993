import type { Reading } from '../../../kernel/reading.ts';
import { fileArchive } from '../../../papers/file/facts/questions.ts';
import type { ArchivalStatus } from '../../../record/state.ts';
import { enrollmentArchive } from '../../../study/enrollment/facts/questions.ts';
import { journalArchive } from '../../../study/journal/facts/questions.ts';

/**
 * Reads the archival status of a record by its name, `journal-m-1.safety.2026`; null: there is no
 * such record, or it is of a kind that no archive takes.
 */
export async function readArchivalStatus(
  reading: Reading,
  record: string,
): Promise<ArchivalStatus | null> {
  const dash = record.indexOf('-');
  const key = record.slice(dash + 1);
  switch (record.slice(0, dash)) {
    case 'enrollment':
      return enrollmentArchive.statusOf((await reading.load(enrollmentArchive.fold, key)).state);
    case 'journal':
      return journalArchive.statusOf((await reading.load(journalArchive.fold, key)).state);
    case 'file':
      return fileArchive.statusOf((await reading.load(fileArchive.fold, key)).state);
    default:
      return null;
  }
}
