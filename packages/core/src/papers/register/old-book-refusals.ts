import { refusal } from '../../kernel/refusal.ts';

/* Said about lines of old books and of a predecessor's. RK §4 situation 8. */

/** Said where the organisation's passport names no such predecessor. RK 1.15. */
export const predecessorUnknown = refusal(
  'predecessor-unknown',
  (d: { predecessor: string; predecessors: readonly string[] }) => ({
    ru:
      `Предшественника «${d.predecessor}» нет; есть: ${d.predecessors.join(', ') || '—'}. ` +
      'Назовите его (organisation.nameRelated)',
    en:
      `There is no predecessor ${d.predecessor}; these are: ${d.predecessors.join(', ') || '—'}. ` +
      'Name it first (organisation.nameRelated)',
  }),
);

/** Said where neither the command nor the passport says who issued a document on its day. */
export const issuerMissing = refusal('issuer-missing', (d: { issuedOn: string }) => ({
  ru: `Кто выдал документ ${d.issuedOn}, не известно: дайте issuer или наименование на тот день`,
  en: `Who issued it on ${d.issuedOn} is not known: give issuer, or the name of that day`,
}));

/** Said where the place in the book was taken over already. */
export const oldLineTaken = refusal(
  'old-line-taken',
  (d: {
    volume: string | null;
    page: string | null;
    line: string | null;
    registrationNumber: string | null;
    document: string;
  }) => {
    const place = [d.volume, d.page, d.line ?? d.registrationNumber]
      .map((one) => one ?? '—')
      .join(' / ');
    return {
      ru: `Строка ${place} (том / лист / №) уже внесена: ${d.document}; исправьте её (correct)`,
      en: `The line ${place} (volume / page / no.) is ${d.document} already: correct that`,
    };
  },
);

/** Said where a document is no line of an old book, and so has its learner. */
export const documentNotOfBook = refusal('document-not-of-book', (d: { document: string }) => ({
  ru: `${d.document} не строка старой книги: чей он, сказано при внесении, исправьте запись`,
  en: `${d.document} is no line of an old book: whose it is was said in it, correct the entry`,
}));

/** Said where a line of an old book is to be handed over. */
export const documentOfBook = refusal('document-of-book', (d: { document: string }) => ({
  ru: `${d.document} — строка старой книги: вручают дубликат, выдайте его взамен (inPlaceOf)`,
  en: `${d.document} is a line of an old book: issue a duplicate (inPlaceOf), and hand that over`,
}));

/** Said where a line names a learner already. */
export const documentLinkedAlready = refusal(
  'document-linked-already',
  (d: { document: string; learner: string }) => ({
    ru: `Строка ${d.document} уже о ${d.learner}: если это ошибка, исправьте её (correctAct)`,
    en: `The line ${d.document} is about ${d.learner} already: correct that if wrong (correctAct)`,
  }),
);

/** Said where a duplicate is asked for a line of which nobody said whom it names. */
export const documentUnlinked = refusal('document-unlinked', (d: { document: string }) => ({
  ru: `Не сказано, кто назван в строке ${d.document}: сначала свяжите её с обучающимся (link)`,
  en: `Nobody said whom the line ${d.document} names: link it to the learner first (link)`,
}));

/** Said where the document shows marks, and the old book’s line has none. R5 §4.10. */
export const oldMarksMissing = refusal(
  'old-marks-missing',
  (d: { kind: string; document: string }) => ({
    ru: `В «${d.kind}» есть оценки, а в строке ${d.document} их нет: внесите из книги (correct)`,
    en: `${d.kind} shows marks, and the line ${d.document} has none: enter them (correct)`,
  }),
);
