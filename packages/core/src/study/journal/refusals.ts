import { refusal } from '../../kernel/refusal.ts';

/** Said where the regulation has no such kind of lesson. */
export const lessonKindUnknown = refusal(
  'lesson-kind-unknown',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `Вида занятия «${d.kind}» нет в положении; есть: ${d.kinds.join(', ')}`,
    en: `The regulation has no kind of lesson ${d.kind}; it has: ${d.kinds.join(', ')}`,
  }),
);

/** Said where the regulation has no such attendance code. */
export const attendanceCodeUnknown = refusal(
  'attendance-code-unknown',
  (d: { code: string; codes: readonly string[] }) => ({
    ru: `Кода посещаемости «${d.code}» нет в положении; есть: ${d.codes.join(', ')}`,
    en: `The regulation has no attendance code ${d.code}; it has: ${d.codes.join(', ')}`,
  }),
);

/** Said where a learner is listed more than once in one lesson. */
export const learnerListedTwice = refusal(
  'learner-listed-twice',
  (d: { learner: string; lesson: string }) => ({
    ru: `Обучающийся ${d.learner} назван в занятии ${d.lesson} дважды: оставьте одну отметку`,
    en: `Learner ${d.learner} is listed twice in lesson ${d.lesson}: keep one entry`,
  }),
);

/** Said where the journal has no such lesson. */
export const lessonUnknown = refusal(
  'lesson-unknown',
  (d: { lesson: string; journal: string }) => ({
    ru: `В журнале ${d.journal} нет занятия ${d.lesson}: проверьте журнал и идентификатор`,
    en: `Journal ${d.journal} has no lesson ${d.lesson}: check the journal and the id`,
  }),
);

/** Said where a lesson that was annulled is to be annulled or corrected. */
export const lessonAnnulledAlready = refusal(
  'lesson-annulled-already',
  (d: { lesson: string }) => ({
    ru: `Занятие ${d.lesson} уже аннулировано: второй раз этого не делают`,
    en: `Lesson ${d.lesson} was annulled already: that is done once`,
  }),
);
