import type { CourseEntry } from '../views/course.ts';
import type { EnrollmentLife } from '../views/life.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { Reading } from './reading.ts';
import type { ShownSigner } from './shown-result.ts';
import { addedAfter, showSigner } from './shown-result.ts';
import type { MarkedDays } from './three-days.ts';
import { markedDays } from './three-days.ts';

/** A decision on a study year, or a form of education or of study, with its title. RK 1.6. */
export interface ShownCourseEntry extends CourseEntry {
  /** Title of the decision or the form; `null` where the regulation names none. */
  readonly title: Titled | null;
  /** Days of its paper, of effect and of entry; a late entry is marked. RK 1.5. */
  readonly days: MarkedDays;
  /** Who annulled or corrected the entry; `null` where it counts. */
  readonly annulledBy: ShownSigner | null;
  /** Was it annulled after the archive had accepted the enrollment? RK 1.9. */
  readonly afterArchive: boolean;
  /** Where the paper of its annulment lies, if a carrier was destroyed; `null` otherwise. */
  readonly groundAt: string | null;
}

const IN_ITS_TIME = { afterArchive: false, groundAt: null };

const LISTS = {
  education: 'educationForms',
  study: 'studyForms',
  arrangement: 'arrangements',
} as const;

/** Reads how a learner studied in an enrollment, in the order of the days. */
export async function courseOf(
  reading: Reading,
  { learner, enrollment }: Pick<EnrollmentLife, 'learner' | 'enrollment'>,
): Promise<readonly ShownCourseEntry[]> {
  const found = await reading.get(personalFile, personalFileKey.course(learner, enrollment));
  const titles = await reading.regulation();
  const shown: ShownCourseEntry[] = [];
  for (const entry of found?.kind === 'course' ? found.entries : []) {
    const { fact, annulled } = entry;
    const title =
      fact.type === 'YearDecided'
        ? titles.yearDecisions[fact.data.decision]
        : titles[LISTS[fact.data.aspect as keyof typeof LISTS]][fact.data.form];
    const by = annulled === null ? null : await showSigner(reading, annulled.data.signer);
    const days = await markedDays(reading, fact);
    const added = annulled === null ? IN_ITS_TIME : addedAfter(annulled.data);
    shown.push({ ...entry, days, title: title ?? null, annulledBy: by, ...added });
  }
  return shown;
}
