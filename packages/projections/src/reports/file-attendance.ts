import type { Attendance } from '../views/journal-marks.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { EnrollmentLife } from '../views/life.ts';
import type { Reading } from './reading.ts';

/** The distinct groups that the steps of an enrollment name. */
export function groupsIn({ entries }: EnrollmentLife): ReadonlySet<string> {
  const groups = new Set<string>();
  for (const { step } of entries) {
    const { type, data } = step;
    if (type === 'Transferred') groups.add(data.fromGroup).add(data.toGroup);
    else if ('group' in data) groups.add(data.group);
  }
  return groups;
}

/** The attendance recorded in the journals of the enrollment's groups. */
export async function attendanceOf(
  reading: Reading,
  life: EnrollmentLife,
  module: string,
): Promise<readonly Attendance[]> {
  const all: Attendance[] = [];
  for (const group of groupsIn(life)) {
    const found = await reading.get(journal, journalKey.marks(group, module, life.learner));
    if (found?.kind === 'marks') all.push(...found.attendance);
  }
  return all;
}
