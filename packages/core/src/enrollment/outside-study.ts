import { refusal } from '../kernel/refusal.ts';
import { statusWords } from './movement.ts';

/** R1 §3.2: recorded are those who are enrolled and have begun to study. */
export const outsideStudy = refusal(
  'outside-study',
  (d: { on: string; status: string; since: string | null }) => {
    const words = statusWords(d.status, d.since);
    return {
      ru: `${d.on} не день учёбы (${words.ru}): проверьте дату`,
      en: `${d.on} is no day of study (${words.en}): check the day`,
    };
  },
);
