import { refusal } from '../kernel/refusal.ts';

/** No learner of this id is registered. */
export const learnerUnknown = refusal('learner-unknown', (d: { learner: string }) => ({
  ru: `Обучающийся ${d.learner} не зарегистрирован: сначала зарегистрируйте`,
  en: `There is no learner ${d.learner}: register them first`,
}));
