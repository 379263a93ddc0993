import { refusal } from '../../kernel/refusal.ts';

const TO = {
  issue: { ru: 'выдаваемых', en: 'issued' },
  receive: { ru: 'принимаемых', en: 'taken in' },
  'take-over': { ru: 'описанных в положении', en: 'described in the regulation' },
} as const;

/**
 * Said where the regulation has no such kind of document, or none that is issued or received. R1
 * §4/5.7.
 */
export const documentKindUnknown = refusal(
  'document-kind-unknown',
  (d: { kind: string; kinds: readonly string[]; act: keyof typeof TO }) => {
    const kinds = d.kinds.length === 0 ? '—' : d.kinds.join(', ');
    return {
      ru: `Вида документа «${d.kind}» нет среди ${TO[d.act].ru}: ${kinds}`,
      en: `No kind ${d.kind} of document is ${TO[d.act].en}; these are: ${kinds}`,
    };
  },
);

/** Said where this kind of document needs an enrollment, and none is named. */
export const documentNeedsEnrollment = refusal(
  'document-needs-enrollment',
  (d: { kind: string }) => ({
    ru: `Документ «${d.kind}» выдают по зачислению: назовите enrollment`,
    en: `A document of kind ${d.kind} is about an enrollment: name it`,
  }),
);

/** Said where this kind of document needs a completed enrollment. R1 §4/5.7, R4 §2.2.11. */
export const studyNotCompleted = refusal(
  'study-not-completed',
  (d: { kind: string; enrollment: string; on: string }) => ({
    ru:
      `На ${d.on} обучение ${d.enrollment} не завершено, а «${d.kind}» выдают по завершении: ` +
      `сначала запишите его`,
    en: `On ${d.on} ${d.enrollment} is not completed, and ${d.kind} asks for that: complete it`,
  }),
);

/** Said where this kind of document is for programmes of other categories. */
export const documentCategoryWrong = refusal(
  'document-category-wrong',
  (d: { kind: string; category: string | null; categories: readonly string[] }) => ({
    ru:
      `«${d.kind}» выдают по программам ${d.categories.join(', ')}, а здесь ` +
      `${d.category ?? '—'}: выберите другой вид документа`,
    en:
      `${d.kind} is for programmes of ${d.categories.join(', ')}, not ${d.category ?? '—'}: ` +
      `choose another kind of document`,
  }),
);

/** Said where an original was already issued for the enrollment: another one takes its place. */
export const documentIssuedAlready = refusal(
  'document-issued-already',
  (d: { kind: string; enrollment: string; document: string }) => ({
    ru: `По ${d.enrollment} «${d.kind}» уже выдан (${d.document}): оформите взамен него`,
    en: `${d.kind} was issued for ${d.enrollment} already (${d.document}): issue in its place`,
  }),
);

/** Said where this kind of document needs a ground of certain kinds, with number and date. */
export const documentGroundMissing = refusal(
  'document-ground-missing',
  (d: { kind: string; ground: string; kinds: readonly string[] }) => ({
    ru: `Для «${d.kind}» нужно основание: ${d.kinds.join(' или ')}; дано: ${d.ground}`,
    en: `${d.kind} rests on ${d.kinds.join(' or ')}: name it as the ground, not ${d.ground}`,
  }),
);

/** Said where this kind of document is printed on an accountable blank, and no number is given. */
export const documentBlankMissing = refusal(
  'document-blank-missing',
  (d: { kind: string; blank: string }) => ({
    ru: `«${d.kind}» печатают на бланке «${d.blank}»: укажите его номер`,
    en: `${d.kind} is printed on a blank ${d.blank}: give its number`,
  }),
);

/** Said where no register has an entry of this document. */
export const documentUnknown = refusal('document-unknown', (d: { document: string }) => ({
  ru: `Документа ${d.document} нет в реестре: проверьте номер`,
  en: `No register has a document ${d.document}: check its id`,
}));

/** Said where an act is about an annulled document. */
export const documentIsAnnulled = refusal(
  'document-annulled',
  (d: { document: string; on: string }) => ({
    ru: `Документ ${d.document} аннулирован ${d.on}: оформите новый, а ошибку отмените (annulAct)`,
    en: `The document ${d.document} was annulled on ${d.on}: issue anew, or undo it (annulAct)`,
  }),
);

/** Said where an act is about a withdrawn document. */
export const documentIsWithdrawn = refusal(
  'document-withdrawn',
  (d: { document: string; on: string; outcome: string }) => ({
    ru:
      `Документ ${d.document} выбыл ${d.on} (${d.outcome}): оформите взамен него, а ошибку ` +
      'исправьте (correctAct, annulAct)',
    en:
      `The document ${d.document} gave way on ${d.on} (${d.outcome}): issue in its place, or put ` +
      'an error right (correctAct, annulAct)',
  }),
);

/** Said where the document whose place is to be taken was not withdrawn by the day. */
export const documentNotWithdrawn = refusal(
  'document-not-withdrawn',
  (d: { document: string; on: string }) => ({
    ru: `На ${d.on} документ ${d.document} действует: сначала запишите утрату или обмен`,
    en: `On ${d.on} the document ${d.document} stands: record its loss or exchange first`,
  }),
);

/** Said where another document already takes the place of this one. */
export const documentSucceeded = refusal(
  'document-succeeded',
  (d: { document: string; by: string }) => ({
    ru: `Взамен ${d.document} уже выдан ${d.by}: если утрачен и он, сошлитесь на него`,
    en: `${d.by} stands in place of ${d.document} already: if it is lost too, follow that one`,
  }),
);

/** Said where the new document differs from the one it replaces in kind, learner or enrollment. */
export const documentOfAnother = refusal(
  'document-of-another',
  (d: { document: string; field: string; value: string; own: string }) => ({
    ru: `У документа ${d.document} ${d.field}: ${d.own}, а дано ${d.value}: укажите то же`,
    en: `The document ${d.document} has ${d.field} ${d.own}, and given is ${d.value}: give its own`,
  }),
);

/** Said where a correction changes nothing. */
export const documentLineSame = refusal(
  'document-line-same',
  (d: { document: string; inForce: string }) => ({
    ru: `Запись ${d.document} (${d.inForce}) говорит то же самое: исправлять нечего`,
    en: `The line ${d.document} (${d.inForce}) says so already: there is nothing to correct`,
  }),
);

/** Said where a corrected day would break the order of the register. */
export const documentDayOutOfPlace = refusal(
  'document-day-out-of-place',
  (d: { document: string; issuedOn: string; from: string; until: string }) => ({
    ru: `День ${d.issuedOn} вырвет ${d.document} из ряда: допустимо с ${d.from} по ${d.until}`,
    en: `The day ${d.issuedOn} takes ${d.document} out of its place: give ${d.from} to ${d.until}`,
  }),
);

/** Said where the document was already handed over. */
export const deliveredAlready = refusal(
  'document-delivered-already',
  (d: { document: string; on: string }) => ({
    ru: `Документ ${d.document} уже вручён ${d.on}: исправьте это вручение (correctAct)`,
    en: `The document ${d.document} was handed over on ${d.on} already: correct that (correctAct)`,
  }),
);

/** Said where the receiver did not sign for the document. */
export const deliveryUnsigned = refusal(
  'delivery-unsigned',
  (d: { document: string; way: string }) => ({
    ru: `Получение ${d.document} (${d.way}) не подписано: нужна подпись в реестре`,
    en: `Nobody signed for ${d.document} (${d.way}): the receiver signs in the register`,
  }),
);

/** Said where the regulation does not allow this way of handing over. */
export const deliveryWayUnknown = refusal(
  'delivery-way-unknown',
  (d: { way: string; ways: readonly string[] }) => ({
    ru: `Способа вручения «${d.way}» нет в положении; есть: ${d.ways.join(', ') || '—'}`,
    en: `The regulation hands nothing over by ${d.way}; it does by: ${d.ways.join(', ') || '—'}`,
  }),
);

/** Said where the person has no rights as the learner's representative on the day. */
export const representativeNotEntitled = refusal(
  'representative-not-entitled',
  (d: { representative: string; learner: string; on: string }) => ({
    ru: `На ${d.on} ${d.representative} не представляет ${d.learner}: нужна доверенность`,
    en: `On ${d.on} ${d.representative} does not represent ${d.learner}: take a power of attorney`,
  }),
);

/**
 * Said where a received document lacks the stamp, or the signature, of its organisation. R5 §4.7.
 */
export const receivedUncertified = refusal(
  'received-uncertified',
  (d: { issuer: string; sealed: boolean; signedBy: string | null }) => ({
    ru: `Нет печати или подписи руководителя (${d.issuer}, ${d.signedBy ?? '—'}): верните`,
    en: `No seal or no head’s signature (${d.issuer}, ${d.signedBy ?? '—'}): send it back`,
  }),
);
