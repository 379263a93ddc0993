import type { ListedLesson, StudyContradiction } from '@letopis/core/facts';
import { resultsAgainstLessons, wronglyListed } from '@letopis/core/facts';
import type { Attendance } from '../views/journal-marks.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { NamedFact } from './contradicted-documents.ts';
import type { Reading } from './reading.ts';
import type { StudyFacts } from './study-facts.ts';

/** The contradictions of journals with a learner's enrollments, and the lessons that they name. */
export interface LessonContradictions {
  readonly found: readonly StudyContradiction[];
  /** By event id of the `LessonHeld`: what says now who was there, that or its correction. */
  readonly lessons: ReadonlyMap<string, NamedFact>;
}

/**
 * Finds the lessons that list a learner who does not belong there, and results that say otherwise
 * who was there, in all modules of the groups that the learner was ever in. RK 1.4, 1.5.
 */
export async function contradictedLessons(
  reading: Reading,
  learner: string,
  studies: readonly StudyFacts[],
): Promise<LessonContradictions> {
  const seen = studies.map((one) => one.seen);
  const found: StudyContradiction[] = [];
  const lessons = new Map<string, NamedFact>();
  for (const [group, module] of placesOf(studies)) {
    const read = await reading.get(journal, journalKey.marks(group, module, learner));
    const attendance = read?.kind === 'marks' ? read.attendance : [];
    const listed = attendance.map((one): ListedLesson => ({ ...one, group, module }));
    for (const one of attendance) lessons.set(one.held, lessonFact(one));
    found.push(...listed.flatMap((one) => wronglyListed(one, seen)));
    for (const one of seen) {
      // Only where a result stands against a lesson does it matter what other lessons there were.
      if (resultsAgainstLessons(one, listed, []).length === 0) continue;
      const others = await lessonsWithout(reading, group, module, listed);
      found.push(...resultsAgainstLessons(one, listed, others));
    }
  }
  return { found, lessons };
}

function placesOf(
  studies: readonly StudyFacts[],
): Iterable<readonly [group: string, module: string]> {
  const places = new Map<string, readonly [string, string]>();
  for (const { seen } of studies) {
    for (const group of seen.groups) {
      for (const module of Object.keys(seen.rules.programme.modules)) {
        places.set(`${group}/${module}`, [group, module]);
      }
    }
  }
  return places.values();
}

const lessonFact = ({ on, held, source }: Attendance): NamedFact => ({
  type: source.event === held ? 'LessonHeld' : 'LessonCorrected',
  on,
  source,
});

/** The lessons of a journal that do not list the learner. */
async function lessonsWithout(
  reading: Reading,
  group: string,
  module: string,
  listed: readonly ListedLesson[],
): Promise<readonly Pick<ListedLesson, 'lesson' | 'on'>[]> {
  const read = await reading.get(journal, journalKey.lessons(group, module));
  const all = read?.kind === 'lessons' ? read.lessons : [];
  const isListed = ({ lesson, on }: Pick<ListedLesson, 'lesson' | 'on'>): boolean =>
    listed.some((one) => one.lesson === lesson && one.on === on);
  return all.filter((one) => one.annulled === null && !isListed(one));
}
