import { refusal } from '../../../kernel/refusal.ts';

/** Said where the regulation has no such kind of accountable blank. D15. */
export const blankKindUnknown = refusal(
  'blank-kind-unknown',
  (d: { blank: string; blanks: readonly string[] }) => ({
    ru: `Вида бланка «${d.blank}» нет в положении; есть: ${d.blanks.join(', ') || '—'}`,
    en: `The regulation has no kind ${d.blank} of blank; it has: ${d.blanks.join(', ') || '—'}`,
  }),
);

/** Said where some of the blanks were already received. */
export const blanksInStock = refusal(
  'blanks-in-stock',
  (d: { range: string; standing: string }) => ({
    ru: `Бланки ${d.range} уже приняты в составе ${d.standing}: проверьте номера`,
    en: `Of the blanks ${d.range} some came in with ${d.standing} already: check the numbers`,
  }),
);

/** Said where blanks are assigned that were not received by the day. */
export const blanksNotInStock = refusal(
  'blanks-not-in-stock',
  (d: { range: string; on: string }) => ({
    ru: `Бланки ${d.range} по ${d.on} не поступали: сначала примите их`,
    en: `The blanks ${d.range} did not come in by ${d.on}: receive them first`,
  }),
);

/** Said where blanks are assigned that another register still has on that day. */
export const blanksHeld = refusal(
  'blanks-held',
  (d: { range: string; register: string; on: string }) => ({
    ru: `Бланки ${d.range} на ${d.on} закреплены за ${d.register}: сначала верните их оттуда`,
    en: `On ${d.on} the blanks ${d.range} belong to ${d.register}: release them there first`,
  }),
);

/** Said where blanks are assigned to a register that released them. */
export const blanksGivenBack = refusal(
  'blanks-given-back',
  (d: { range: string; register: string }) => ({
    ru: `Бланки ${d.range} возвращены из ${d.register} и туда не выдаются: возьмите другие`,
    en: `${d.register} gave the blanks ${d.range} back and gets them no more: take others`,
  }),
);

/** Said where a blank is used, spoilt or released in a register that it is not assigned to. */
export const blankNotAtHand = refusal(
  'blank-not-at-hand',
  (d: { blank: string; number: string; register: string }) => ({
    ru: `Бланк ${d.number} (${d.blank}) не закреплён за ${d.register}: закрепите его`,
    en: `The blank ${d.number} (${d.blank}) does not belong to ${d.register}: assign it first`,
  }),
);

/** Said where a blank is used or spoilt on a day on which its register did not have it yet. */
export const blankAssignedLater = refusal(
  'blank-assigned-later',
  (d: { blank: string; number: string; register: string; on: string; from: string }) => ({
    ru:
      `На ${d.on} бланк ${d.number} (${d.blank}) не закреплён за ${d.register}, а лишь с ` +
      `${d.from}: исправьте день или закрепление (blanks.correctStockEntry)`,
    en:
      `On ${d.on} ${d.register} had no blank ${d.number} (${d.blank}), but from ${d.from} on: ` +
      'correct the day or the assignment (blanks.correctStockEntry)',
  }),
);

/** Said where a blank was already used or spoilt. */
export const blankUsed = refusal(
  'blank-used',
  (d: { number: string; document: string | null }) => ({
    ru:
      d.document === null
        ? `Бланк ${d.number} испорчен: возьмите другой, ошибочную порчу аннулируйте (annulEntry)`
        : `Бланк ${d.number} занят ${d.document}: возьмите другой или исправьте ошибку там ` +
          '(documents.correct; annul с enteredInError)',
    en:
      d.document === null
        ? `${d.number} is spoilt: take another one, or annul that if it is an error (annulEntry)`
        : `${d.number} is used by ${d.document}: take another one, or correct an error there ` +
          '(documents.correct; annul with enteredInError)',
  }),
);

/** Said where a blank to write off is not spoilt, or already written off. */
export const blankNotSpoilt = refusal(
  'blank-not-spoilt',
  (d: { number: string; writtenOff: boolean }) => ({
    ru: `Бланк ${d.number} ${d.writtenOff ? 'уже списан' : 'не записан испорченным'}: проверьте`,
    en: `The blank ${d.number} is ${d.writtenOff ? 'written off' : 'not spoilt'}: check its number`,
  }),
);

/** Said where blanks are written off without an act that has a number and a date. */
export const writeOffActMissing = refusal('write-off-act-missing', (d: { ground: string }) => ({
  ru: `Бланки списывают по акту с номером и датой: назовите его в ground вместо ${d.ground}`,
  en: `Blanks are written off by an act with number and date: name it, not ${d.ground}`,
}));

/** Said where so many blanks are received or assigned at once that it must be a typing error. */
export const blanksTooMany = refusal(
  'blanks-too-many',
  (d: { range: string; count: number; max: number }) => ({
    ru: `${d.range}: ${d.count} бланков, больше ${d.max} за раз: проверьте номера`,
    en: `${d.range}: ${d.count} blanks, more than ${d.max} at once: check the numbers`,
  }),
);
