import type { LocalisedText } from '../../../kernel/refusal.ts';
import type { EnrollmentState } from './state.ts';

/** The refs of an event of an enrollment: learner, enrollment, programme and groups. */
export function refsOf(state: EnrollmentState, ...groups: readonly string[]) {
  const { id, learner, programme } = state;
  const enrollment = id === null ? [] : [id];
  return { learner: [learner], enrollment, programme: [programme], group: [...new Set(groups)] };
}

const STATUS_WORDS: Readonly<Record<string, LocalisedText>> = {
  'not-enrolled': { ru: 'ещё не зачислен(а)', en: 'not yet enrolled' },
  'not-begun': { ru: 'учёба не начата', en: 'study has not begun' },
  studying: { ru: 'учится', en: 'studying' },
  suspended: { ru: 'учёба приостановлена', en: 'study is suspended' },
  ended: { ru: 'обучение окончено', en: 'the enrollment has ended' },
};

/** The status of a place in words, with the day from which it applies. */
export function statusWords(status: string, since: string | null): LocalisedText {
  const { ru, en } = STATUS_WORDS[status] ?? { ru: status, en: status };
  return since === null ? { ru, en } : { ru: `${ru} с ${since}`, en: `${en} since ${since}` };
}
