import type { LocalisedText } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

const FIELDS = {
  kind: { ru: 'вида оценивания', en: 'kind of assessment' },
  form: { ru: 'формы оценивания', en: 'form of assessment' },
  origin: { ru: 'происхождения', en: 'origin' },
  reason: { ru: 'причины', en: 'reason' },
  scale: { ru: 'шкалы', en: 'scale' },
  way: { ru: 'способа', en: 'way' },
} as const satisfies Record<string, LocalisedText>;

/** A code that the edition in force on the fact's day has not; the text lists those it has. */
export const notInRegulation = refusal(
  'not-in-regulation',
  (d: { field: keyof typeof FIELDS; value: string; known: readonly string[] }) => {
    const { ru, en } = FIELDS[d.field];
    const known = d.known.length === 0 ? '—' : d.known.join(', ');
    return {
      ru: `В действующей редакции нет ${ru} «${d.value}»; есть: ${known}`,
      en: `The edition in force has no ${en} ${d.value}; it has: ${known}`,
    };
  },
);
