import type { LocalisedText } from '@letopis/core';
import type { StudyContradiction } from '@letopis/core/facts';
import type { DocumentContradiction } from './contradicted-documents.ts';

/** A kind of contradiction: what it is, by which rule, and what to do about it. */
export interface ContradictionKindText {
  readonly title: LocalisedText;
  /** The clauses and laws that both facts cannot keep. */
  readonly clause: string;
  readonly toDo: LocalisedText;
}

/** A kind of contradiction, by its code. */
export type ContradictionKind = StudyContradiction['kind'] | DocumentContradiction['kind'];

/** The kinds of contradictions, in the order in which pages list them. */
export const CONTRADICTION_KINDS: Readonly<Record<ContradictionKind, ContradictionKindText>> = {
  'result-against-form': {
    title: {
      ru: 'Текущая оценка при форме, в которой проходят только аттестацию',
      en: 'A current result under a form in which only attestation is passed',
    },
    clause: '273-FZ art. 17, 34 part 3; RK 1.5',
    toDo: {
      ru: 'Исправьте первый день формы (correctStudyForm) или аннулируйте оценку (annul)',
      en: 'Correct the first day of the form (correctStudyForm) or annul the result (annul)',
    },
  },
  'lesson-against-form': {
    title: {
      ru: 'Урок отмечает того, кто на него не ходит по своей форме обучения',
      en: 'A lesson lists a learner whose form of study has no such lessons',
    },
    clause: '273-FZ art. 17, 34; RK 1.5; R2 §2.3',
    toDo: {
      ru: 'Исправьте посещение урока (correctLesson) или первый день формы (correctStudyForm)',
      en: 'Correct the attendance (correctLesson) or the first day of the form (correctStudyForm)',
    },
  },
  'lesson-outside-study': {
    title: {
      ru: 'Урок отмечает того, кто в этот день не учится',
      en: 'A lesson lists a learner who does not study on its day',
    },
    clause: 'RK 1.5; R2 §2.3; 273-FZ art. 53, 61',
    toDo: {
      ru: 'Исправьте посещение урока (correctLesson) или день шага (enrollments.correct)',
      en: 'Correct the attendance (correctLesson) or the day of the step (enrollments.correct)',
    },
  },
  'entry-outside-study': {
    title: {
      ru: 'Решение об учебном годе или форма обучения действует, когда обучение окончено',
      en: 'A decision on a study year, or a form, holds from a day after the end of study',
    },
    clause: 'RK 1.5, 1.6; 273-FZ art. 58 part 8, 61',
    toDo: {
      ru: 'Аннулируйте запись (annulStudyEntry) или исправьте день шага (enrollments.correct)',
      en: 'Annul the entry (annulStudyEntry) or correct the day of the step (enrollments.correct)',
    },
  },
  'mark-while-absent': {
    title: {
      ru: 'Оценка за урок, на котором стоит «н»',
      en: 'A mark for a lesson from which the learner is absent',
    },
    clause: 'RK 1.4; R2 §2.3; R1 §2.3; R5 §2.4',
    toDo: {
      ru: 'Исправьте посещение (correctLesson), если неверно оно, иначе аннулируйте оценку (annul)',
      en: 'Correct the attendance (correctLesson) if that is wrong, else annul the mark (annul)',
    },
  },
  'absence-against-lesson': {
    title: {
      ru: 'Неявка, а на занятии обучающийся присутствует или отмечен другим кодом',
      en: 'An absence, and the lesson has the learner present or absent by another code',
    },
    clause: 'RK 1.4; R2 §2.3; R1 §2.3; R5 §2.4',
    toDo: {
      ru:
        'Исправьте код неявки (correctAbsence), а если он(а) присутствовал(а) — результат ' +
        '(correct, annul); если неверно посещение — его (correctLesson)',
      en:
        'Correct the code of the absence (correctAbsence); if the learner was there, the result ' +
        '(correct, annul); if the attendance is wrong, that (correctLesson)',
    },
  },
  'year-decision-against-result': {
    title: {
      ru: 'Решение об учебном годе не знает неудовлетворительного результата',
      en: 'A decision on a study year does not know of a failing result',
    },
    clause: 'RK 1.6; 273-FZ art. 58 parts 2, 8',
    toDo: {
      ru: 'Исправьте решение: условно с долгами или повторно (correctYearDecision), либо результат',
      en: 'Correct the decision (correctYearDecision: conditional, or repeats) or the result',
    },
  },
  'year-debt-without-failure': {
    title: {
      ru: 'Решение об учебном годе называет долг, которого нет',
      en: 'A decision on a study year names a debt that there is not',
    },
    clause: 'RK 1.6; 273-FZ art. 58 part 8',
    toDo: {
      ru: 'Исправьте решение об учебном годе (correctYearDecision)',
      en: 'Correct the decision on the study year (correctYearDecision)',
    },
  },
  'year-debt-spent': {
    title: {
      ru: 'Условный перевод с долгом, пересдачи которого исчерпаны',
      en: 'A conditional promotion on a debt whose retakes are used up',
    },
    clause: 'RK 1.6; 273-FZ art. 58 parts 5, 8, 9',
    toDo: {
      ru: 'Исправьте решение: повторно, план или программа (correctYearDecision), либо результат',
      en: 'Correct the decision (correctYearDecision: repeats, plan, programme) or the result',
    },
  },
  'completion-against-result': {
    title: {
      ru: 'Обучение завершено, а требуемый результат неудовлетворителен или аннулирован',
      en: 'Study is completed, and a result that it asks for fails or was annulled',
    },
    clause: 'RK 1.13; 273-FZ art. 59, 60 part 12; R2 §1.5',
    toDo: {
      ru: 'Аннулируйте завершение приказом (enrollments.annul) или исправьте результат (correct)',
      en: 'Annul the completion by order (enrollments.annul) or correct the result (correct)',
    },
  },
  'completion-with-debt': {
    title: {
      ru: 'Обучение завершено при академической задолженности',
      en: 'Study is completed with an open academic debt',
    },
    clause: 'RK 1.2; 273-FZ art. 58 part 2, 59 part 6',
    toDo: {
      ru: 'Аннулируйте завершение приказом (enrollments.annul) или исправьте результат (correct)',
      en: 'Annul the completion by order (enrollments.annul) or correct the result (correct)',
    },
  },
  'step-after-last-discharge': {
    title: {
      ru: 'Шаг обучения после отчисления, с которым долги закрыты (смерть)',
      en: 'A step of study after a discharge that closes debts, such as a death',
    },
    clause: 'RK §4 no. 11; 273-FZ art. 53, 61',
    toDo: {
      ru: 'Исправьте день или причину отчисления (enrollments.correct) или аннулируйте шаг',
      en: 'Correct the day or reason of the discharge (enrollments.correct) or annul the step',
    },
  },
  'document-against-result': {
    title: {
      ru: 'Выданный документ показывает не ту оценку, что действует',
      en: 'A document in force shows another mark than the one that counts',
    },
    clause: 'RK 1.1, 1.9, 1.13; 273-FZ art. 60 part 12; R5 §4.10',
    toDo: {
      ru: 'Исправьте строку книги или замените документ: annul и issue (documents), либо результат',
      en: 'Correct the line or replace the document: annul and issue (documents); or the result',
    },
  },
  'standing-against-withdrawal': {
    title: {
      ru: 'Документ выдан как дубликат, а прежний обменян, или как замена утраченного',
      en: 'A duplicate stands in place of an exchanged document, or a replacement of a lost one',
    },
    clause: 'RK 1.8, 1.10; 273-FZ art. 60; D15',
    toDo: {
      ru: 'Исправьте причину (correctAct) или обменяйте второй документ: withdraw и issue взамен',
      en: 'Correct the reason (correctAct), or exchange the second: withdraw, then issue',
    },
  },
};
