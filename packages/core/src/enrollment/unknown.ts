import { refusal } from '../kernel/refusal.ts';

/** There is no such enrollment. */
export const enrollmentUnknown = refusal('enrollment-unknown', (d: { enrollment: string }) => ({
  ru: `Зачисления ${d.enrollment} нет: проверьте номер или сначала зачислите`,
  en: `There is no enrollment ${d.enrollment}: check its id, or enroll first`,
}));
