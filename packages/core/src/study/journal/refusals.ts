import { refusal } from '../../kernel/refusal.ts';
import { statusWords } from '../enrollment/facts/life-questions.ts';

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

/** Said where a lesson lists learners who are not in its group on its day. */
export const learnerNotInGroup = refusal(
  'learner-not-in-group',
  (d: { learners: readonly string[]; group: string; on: string }) => ({
    ru: `На ${d.on} не в ${d.group}: ${d.learners.join(', ')}. Зачислите или назовите в guests`,
    en: `Not in ${d.group} on ${d.on}: ${d.learners.join(', ')}. Enroll them or name guests`,
  }),
);

/** A learner who is in the group and does not study, with the status and its first day. */
interface NotStudying {
  readonly learner: string;
  readonly status: string;
  readonly since: string | null;
}

/** Said where a lesson lists learners of its group who are on leave or have not begun. R1 §3.2. */
export const learnerNotStudying = refusal(
  'learner-not-studying',
  (d: { learners: readonly NotStudying[]; group: string; on: string }) => {
    const said = (language: 'ru' | 'en'): string =>
      d.learners
        .map((one) => `${one.learner} (${statusWords(one.status, one.since)[language]})`)
        .join(', ');
    return {
      ru:
        `${d.on} в ${d.group} не учатся: ${said('ru')}. Не отмечайте их; если вернулись или ` +
        `начали: enrollments.reinstate, startStudy; неверный день шага: enrollments.correct`,
      en:
        `Not studying in ${d.group} on ${d.on}: ${said('en')}. List none of them; if they came ` +
        `back or began: enrollments.reinstate, startStudy; a wrong day: enrollments.correct`,
    };
  },
);

/** Said where a class lesson lists learners who have lessons apart, or none. 273-FZ art. 17. */
export const learnerNotInClass = refusal(
  'learner-not-in-class',
  (d: { learners: readonly string[]; on: string }) => ({
    ru: `${d.on} не в классе: ${d.learners.join(', ')}. Не отмечайте их; урок на дому: individual`,
    en: `Not taught in class on ${d.on}: ${d.learners.join(', ')}. List none; at home: individual`,
  }),
);

/** Said where a guest is named who is listed neither as present nor as absent. */
export const guestNotListed = refusal(
  'lesson-guest-unlisted',
  (d: { guest: string; lesson: string }) => ({
    ru: `Гость ${d.guest} не отмечен в занятии ${d.lesson}: назовите его в present или absent`,
    en: `The guest ${d.guest} is not listed in lesson ${d.lesson}: name them in present or absent`,
  }),
);

/** Said where a lesson for one learner lists others, or not that learner. */
export const individualLessonUnfit = refusal(
  'lesson-individual-unfit',
  (d: { learner: string; listed: readonly string[] }) => ({
    ru: `Индивидуальное занятие ${d.learner} отмечает его одного, а не: ${d.listed.join(', ')}`,
    en: `A lesson for ${d.learner} alone lists that learner only, not: ${d.listed.join(', ')}`,
  }),
);

/** Said where the regulation has no such mode of a lesson. */
export const lessonModeUnknown = refusal(
  'lesson-mode-unknown',
  (d: { mode: string; modes: readonly string[] }) => ({
    ru: `Режима «${d.mode}» нет в положении; есть: ${d.modes.join(', ') || '—'}`,
    en: `The regulation has no mode ${d.mode}; it has: ${d.modes.join(', ') || '—'}`,
  }),
);

/** Said where a teacher is to stand in for themselves. */
export const substituteSame = refusal('lesson-substitute-same', (d: { teacher: string }) => ({
  ru: `${d.teacher} не замещает сам себя: уберите substituteFor или назовите другого`,
  en: `${d.teacher} does not stand in for themselves: leave substituteFor out or name another`,
}));

/** Said where the same lesson stands in the journal: of this day, kind and number. */
export const lessonHeldAlready = refusal(
  'lesson-held-already',
  (d: { lesson: string; on: string; kind: string; number: number | null }) => ({
    ru:
      `Занятие ${d.lesson} (${d.on}, ${d.kind}, № ${d.number ?? '—'}) уже есть. Это другое? ` +
      'Дайте его номер в number, а если час тот же (половина группы), another: true',
    en:
      `Lesson ${d.lesson} (${d.on}, ${d.kind}, no. ${d.number ?? '—'}) stands already. Is this ` +
      'another? Give its number, or for the same hour (half of the group) another: true',
  }),
);

/** Said where a correction of a lesson changes nothing. */
export const lessonUnchanged = refusal('lesson-unchanged', (d: { lesson: string; on: string }) => ({
  ru: `В занятии ${d.lesson} (${d.on}) ничего не меняется. Верный день занятия: lessonOn`,
  en: `Nothing changes in lesson ${d.lesson} (${d.on}). Its true day goes into lessonOn`,
}));

/** Said where a lesson is to move to a day of another study year, and so to another journal. */
export const lessonOtherJournal = refusal(
  'lesson-other-journal',
  (d: { lesson: string; on: string; journal: string }) => ({
    ru: `${d.on} не в журнале ${d.journal}: аннулируйте ${d.lesson} и запишите занятие заново`,
    en: `${d.on} is not of the journal ${d.journal}: annul ${d.lesson} and hold the lesson anew`,
  }),
);

/** Said where a journal without lessons is to be handed over or continued. */
export const journalEmpty = refusal('journal-empty', (d: { journal: string }) => ({
  ru: `В журнале ${d.journal} нет занятий: передавать нечего, проверьте группу, модуль и год`,
  en: `The journal ${d.journal} has no lessons: there is nothing to hand over; check its name`,
}));

/** Said where a lesson is held in a journal that is continued in another one. */
export const journalIsContinued = refusal(
  'journal-continued',
  (d: { journal: string; into: string; from: string }) => ({
    ru: `Журнал ${d.journal} с ${d.from} продолжается в ${d.into}: записывайте занятие там`,
    en: `${d.journal} is continued in ${d.into} from ${d.from} on: hold the lesson there`,
  }),
);

/** Said where a journal is to be continued whose group was not merged by that day. */
export const groupNotMerged = refusal('group-not-merged', (d: { group: string; on: string }) => ({
  ru: `Группа ${d.group} на ${d.on} ни с кем не объединена: сначала groups.merge`,
  en: `The group ${d.group} is merged into none by ${d.on}: use groups.merge first`,
}));

/** Said where a teacher is to hand a journal over to themselves, or one that they do not keep. */
export const handOverUnfit = refusal(
  'hand-over-unfit',
  (d: { journal: string; from: string; to: string; keepers: readonly string[] }) => {
    const kept = d.keepers.join(', ') || '—';
    return {
      ru: `${d.from} не передаёт ${d.journal} (${d.to}): его ведёт ${kept}`,
      en: `${d.from} does not hand ${d.journal} over (${d.to}): it is kept by ${kept}`,
    };
  },
);

/** Said where lessons stand on or after the day from which a journal is continued elsewhere. */
export const lessonsAfterContinuation = refusal(
  'lessons-after-continuation',
  (d: { journal: string; on: string; lessons: readonly string[] }) => ({
    ru: `В ${d.journal} есть занятия с ${d.on}: ${d.lessons.join(', ')}. Назовите день позже`,
    en: `${d.journal} has lessons from ${d.on} on: ${d.lessons.join(', ')}. Give a later day`,
  }),
);

/** Said where an absence is corrected, or excused later, without a paper. RK 1.4. */
export const attendancePaperMissing = refusal(
  'attendance-paper-missing',
  (d: { lesson: string; learners: readonly string[] }) => ({
    ru:
      `Неявку (${d.learners.join(', ')}) в занятии ${d.lesson} исправляют по документу (справка, ` +
      `записка, работа): назовите его в ground (вид, номер, дата)`,
    en:
      `The absence (${d.learners.join(', ')}) in lesson ${d.lesson} is corrected on a paper (a ` +
      `certificate, a note, the work): name it as ground (kind, number, day)`,
  }),
);

/** Said where who may correct attendance, or the rest of a lesson, corrects both. RK 1.4. */
export const lessonCorrectedInParts = refusal(
  'lesson-corrected-in-parts',
  (d: { attendanceOffices: readonly string[]; signerOffices: readonly string[] }) => ({
    ru:
      `Исправьте двумя командами: посещаемость подписывают ${d.attendanceOffices.join(', ')}, ` +
      `остальное ${d.signerOffices.join(', ')}`,
    en:
      `Correct it by two commands: attendance is signed by ${d.attendanceOffices.join(', ')}, ` +
      `the rest by ${d.signerOffices.join(', ')}`,
  }),
);
