import { refusal } from '../../kernel/refusal.ts';

const TO = {
  issue: { ru: 'выдаваемых', en: 'issued' },
  receive: { ru: 'принимаемых', en: 'taken in' },
} as const;

/** The regulation has no such kind of document, or not for this. R1 §4/5.7. */
export const documentKindUnknown = refusal(
  'document-kind-unknown',
  (d: { kind: string; kinds: readonly string[]; act: 'issue' | 'receive' }) => {
    const kinds = d.kinds.length === 0 ? '—' : d.kinds.join(', ');
    return {
      ru: `Вида документа «${d.kind}» нет среди ${TO[d.act].ru}: ${kinds}`,
      en: `No kind ${d.kind} of document is ${TO[d.act].en}; these are: ${kinds}`,
    };
  },
);

/** The kind asks for an enrollment that it is about. */
export const documentNeedsEnrollment = refusal(
  'document-needs-enrollment',
  (d: { kind: string }) => ({
    ru: `Документ «${d.kind}» выдают по зачислению: назовите enrollment`,
    en: `A document of kind ${d.kind} is about an enrollment: name it`,
  }),
);

/** Only for a completed enrollment. R1 §4/5.7, R4 §2.2.11. */
export const studyNotCompleted = refusal(
  'study-not-completed',
  (d: { kind: string; enrollment: string; on: string }) => ({
    ru:
      `На ${d.on} обучение ${d.enrollment} не завершено, а «${d.kind}» выдают по завершении: ` +
      `сначала запишите его`,
    en: `On ${d.on} ${d.enrollment} is not completed, and ${d.kind} asks for that: complete it`,
  }),
);

/** The kind is for programmes of another category. */
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

/** One original for one enrollment; what comes after it takes its place. */
export const documentIssuedAlready = refusal(
  'document-issued-already',
  (d: { kind: string; enrollment: string; document: string }) => ({
    ru: `По ${d.enrollment} «${d.kind}» уже выдан (${d.document}): оформите взамен него`,
    en: `${d.kind} was issued for ${d.enrollment} already (${d.document}): issue in its place`,
  }),
);

/** The document shows marks, and there are none. R5 §4.10. */
export const documentMarksMissing = refusal(
  'document-marks-missing',
  (d: { kind: string; enrollment: string; markKinds: readonly string[] }) => ({
    ru: `В ${d.enrollment} нет оценок (${d.markKinds.join(', ')}) для «${d.kind}»: внесите их`,
    en: `${d.enrollment} has no marks (${d.markKinds.join(', ')}) for ${d.kind}: record them`,
  }),
);

/** A correction of one of its marks waits for a signature. R5 §4.10, D7. */
export const documentMarkWaiting = refusal(
  'document-mark-waiting',
  (d: { enrollment: string; correction: string }) => ({
    ru: `В ${d.enrollment} ждёт второй подписи исправление ${d.correction}: решите его`,
    en: `In ${d.enrollment} the correction ${d.correction} waits: settle it first`,
  }),
);

/** The kind rests on papers of certain kinds. */
export const documentGroundMissing = refusal(
  'document-ground-missing',
  (d: { kind: string; ground: string; kinds: readonly string[] }) => ({
    ru: `Для «${d.kind}» нужно основание: ${d.kinds.join(' или ')}; дано: ${d.ground}`,
    en: `${d.kind} rests on ${d.kinds.join(' or ')}: name it as the ground, not ${d.ground}`,
  }),
);

/** The kind is printed on an accountable blank. */
export const documentBlankMissing = refusal(
  'document-blank-missing',
  (d: { kind: string; blank: string }) => ({
    ru: `«${d.kind}» печатают на бланке «${d.blank}»: укажите его номер`,
    en: `${d.kind} is printed on a blank ${d.blank}: give its number`,
  }),
);

/** There is no such line. */
export const documentUnknown = refusal('document-unknown', (d: { document: string }) => ({
  ru: `Документа ${d.document} нет в реестре: проверьте номер`,
  en: `No register has a document ${d.document}: check its id`,
}));

/** An annulled document is no longer acted on. */
export const documentIsAnnulled = refusal(
  'document-annulled',
  (d: { document: string; on: string }) => ({
    ru: `Документ ${d.document} аннулирован ${d.on}: оформите новый`,
    en: `The document ${d.document} was annulled on ${d.on}: issue a new one`,
  }),
);

/** A document that gave way is no longer acted on. */
export const documentIsWithdrawn = refusal(
  'document-withdrawn',
  (d: { document: string; on: string; outcome: string }) => ({
    ru: `Документ ${d.document} выбыл ${d.on} (${d.outcome}): оформите взамен него`,
    en: `The document ${d.document} gave way on ${d.on} (${d.outcome}): issue in its place`,
  }),
);

/** What takes a document's place follows its withdrawal. */
export const documentNotWithdrawn = refusal(
  'document-not-withdrawn',
  (d: { document: string; on: string }) => ({
    ru: `На ${d.on} документ ${d.document} действует: сначала запишите утрату или обмен`,
    en: `On ${d.on} the document ${d.document} stands: record its loss or exchange first`,
  }),
);

/** One document takes the place of one. */
export const documentSucceeded = refusal(
  'document-succeeded',
  (d: { document: string; by: string }) => ({
    ru: `Взамен ${d.document} уже выдан ${d.by}: если утрачен и он, сошлитесь на него`,
    en: `${d.by} stands in place of ${d.document} already: if it is lost too, follow that one`,
  }),
);

/** What takes a document's place is of the same kind, for the same learner and study. */
export const documentOfAnother = refusal(
  'document-of-another',
  (d: { document: string; field: string; value: string; own: string }) => ({
    ru: `У документа ${d.document} ${d.field}: ${d.own}, а дано ${d.value}: укажите то же`,
    en: `The document ${d.document} has ${d.field} ${d.own}, and given is ${d.value}: give its own`,
  }),
);

/** A correcting line changes something. */
export const documentLineSame = refusal(
  'document-line-same',
  (d: { document: string; inForce: string }) => ({
    ru: `Запись ${d.document} (${d.inForce}) говорит то же самое: исправлять нечего`,
    en: `The line ${d.document} (${d.inForce}) says so already: there is nothing to correct`,
  }),
);

/** A corrected day keeps the line's place in its register. */
export const documentDayOutOfPlace = refusal(
  'document-day-out-of-place',
  (d: { document: string; issuedOn: string; from: string; until: string }) => ({
    ru: `День ${d.issuedOn} вырвет ${d.document} из ряда: допустимо с ${d.from} по ${d.until}`,
    en: `The day ${d.issuedOn} takes ${d.document} out of its place: give ${d.from} to ${d.until}`,
  }),
);

/** A document is handed over once. */
export const deliveredAlready = refusal(
  'document-delivered-already',
  (d: { document: string; on: string }) => ({
    ru: `Документ ${d.document} уже вручён ${d.on}: вручают один раз`,
    en: `The document ${d.document} was handed over on ${d.on} already: that is done once`,
  }),
);

/** Whoever takes a document signs for it. */
export const deliveryUnsigned = refusal(
  'delivery-unsigned',
  (d: { document: string; way: string }) => ({
    ru: `Получение ${d.document} (${d.way}) не подписано: нужна подпись в реестре`,
    en: `Nobody signed for ${d.document} (${d.way}): the receiver signs in the register`,
  }),
);

/** The regulation does not hand documents over so. */
export const deliveryWayUnknown = refusal(
  'delivery-way-unknown',
  (d: { way: string; ways: readonly string[] }) => ({
    ru: `Способа вручения «${d.way}» нет в положении; есть: ${d.ways.join(', ') || '—'}`,
    en: `The regulation hands nothing over by ${d.way}; it does by: ${d.ways.join(', ') || '—'}`,
  }),
);

/** Only who has rights as the learner's representative on that day. */
export const representativeNotEntitled = refusal(
  'representative-not-entitled',
  (d: { representative: string; learner: string; on: string }) => ({
    ru: `На ${d.on} ${d.representative} не представляет ${d.learner}: нужна доверенность`,
    en: `On ${d.on} ${d.representative} does not represent ${d.learner}: take a power of attorney`,
  }),
);

/** A received document bears the seal, and a signature, of where it comes from. R5 §4.7. */
export const receivedUncertified = refusal(
  'received-uncertified',
  (d: { issuer: string; sealed: boolean; signedBy: string | null }) => ({
    ru: `Нет печати или подписи руководителя (${d.issuer}, ${d.signedBy ?? '—'}): верните`,
    en: `No seal or no head’s signature (${d.issuer}, ${d.signedBy ?? '—'}): send it back`,
  }),
);
