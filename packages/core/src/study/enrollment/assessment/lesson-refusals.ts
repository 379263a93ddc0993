import { refusal } from '../../../kernel/refusal.ts';

/* What a lesson says against a mark or an absence of its day. RK 1.4. */

/** Said where a mark is given in a lesson from which the learner was absent. RK 1.4. */
export const absentFromLesson = refusal(
  'absent-from-lesson',
  (d: { learner: string; lesson: string; code: string; on: string }) => ({
    ru:
      `${d.learner} на занятии ${d.lesson} (${d.on}) отмечен «${d.code}», оценки там нет: ` +
      `исправьте посещаемость занятия или укажите день, когда работа сдана`,
    en:
      `${d.learner} is marked ${d.code} in the lesson ${d.lesson} (${d.on}), so no mark stands ` +
      `there: correct the attendance of the lesson, or give the day on which the work was done`,
  }),
);

/** Said where an absence is stated of a lesson in which the learner is present. RK 1.4. */
export const presentAtLesson = refusal(
  'present-at-lesson',
  (d: { learner: string; lesson: string; on: string }) => ({
    ru:
      `${d.learner} на занятии ${d.lesson} (${d.on}) присутствует, неявки там нет: исправьте ` +
      `занятие (correctLesson); о неявке вне занятия говорит ведомость или протокол (basis)`,
    en:
      `${d.learner} is present in the lesson ${d.lesson} (${d.on}), so no absence stands there: ` +
      `correct the lesson (correctLesson); of an absence elsewhere name the sheet or protocol ` +
      `(basis)`,
  }),
);

/** Said where an absence is stated by another code than the lesson has. RK 1.4. */
export const absenceDiffers = refusal(
  'absence-differs',
  (d: { learner: string; lesson: string; on: string; code: string; reason: string | null }) => ({
    ru:
      `${d.learner} на занятии ${d.lesson} (${d.on}) отмечен «${d.code}», а не ` +
      `«${d.reason ?? '—'}»: дайте этот код (reason), исправьте занятие (correctLesson) или ` +
      `назовите ведомость или протокол (basis)`,
    en:
      `${d.learner} is marked ${d.code} in the lesson ${d.lesson} (${d.on}), not ` +
      `${d.reason ?? '—'}: give that code (reason), correct the lesson (correctLesson), or name ` +
      `the sheet or protocol (basis)`,
  }),
);
