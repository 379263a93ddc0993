import { refusal } from '../../kernel/refusal.ts';

/* Said about the marks of a document. RK 1.1, RK 1.13, RK 1.17. */

/**
 * Said where the document must show marks, and the enrollment has none of these kinds. R5 §4.10.
 */
export const documentMarksMissing = refusal(
  'document-marks-missing',
  (d: { kind: string; enrollment: string; markKinds: readonly string[] }) => ({
    ru: `В ${d.enrollment} нет оценок (${d.markKinds.join(', ')}) для «${d.kind}»: внесите их`,
    en: `${d.enrollment} has no marks (${d.markKinds.join(', ')}) for ${d.kind}: record them`,
  }),
);

/** A mark as refusals show it: `physics/final: 2`; `*` is the programme as a whole. */
const markText = (d: { module: string | null; kind: string; mark: string | null }): string =>
  `${d.module ?? '*'}/${d.kind}: ${d.mark ?? '—'}`;

/**
 * Said where a document of completion would show, or hide, a failing mark; a dash stands for a
 * result that was annulled or not given. RK 1.13, 273-FZ art. 60 part 12.
 */
export const documentMarkFailing = refusal(
  'document-mark-failing',
  (d: {
    kind: string;
    enrollment: string;
    marks: readonly { module: string | null; kind: string; mark: string | null }[];
  }) => {
    const list = d.marks.map(markText).join(', ');
    return {
      ru:
        `«${d.kind}» не выдают, пока в ${d.enrollment} стоит ${list}: назначьте пересдачу или ` +
        `исправьте ошибку; выданный документ аннулируют; справку об обучении выдать можно`,
      en:
        `${d.kind} is impossible while ${d.enrollment} has ${list}: grant a retake or correct an ` +
        `error; annul one issued already; a certificate of study may be issued`,
    };
  },
);

/** Said where a document with distinction would show a mark that is not the highest. RK 1.17. */
export const documentMarkNotHighest = refusal(
  'document-mark-not-highest',
  (d: {
    kind: string;
    enrollment: string;
    instead: string | null;
    marks: readonly { module: string | null; kind: string; mark: string | null }[];
  }) => {
    const list = d.marks.map(markText).join(', ');
    const instead = d.instead ?? '—';
    return {
      ru: `Для «${d.kind}» нужны высшие оценки, а в ${d.enrollment}: ${list}; выдайте «${instead}»`,
      en: `${d.kind} asks for the highest marks; ${d.enrollment} has ${list}: issue ${instead}`,
    };
  },
);

/** Said where a mean lacks a mark, such as that of the year. RK 1.1, order 115 of 2014 p. 5.3. */
export const documentPartMissing = refusal(
  'document-part-missing',
  (d: {
    kind: string;
    module: string | null;
    enrollment: string;
    lacking: string;
    studyYear: string | null;
  }) => {
    const what = `${d.module ?? '*'}/${d.lacking}`;
    return {
      ru:
        `Для «${d.kind}» в ${d.enrollment} нет оценки ${what}` +
        `${d.studyYear === null ? '' : ` за учебный год ${d.studyYear}`}: внесите её`,
      en:
        `${d.kind} asks for a mark ${what} of ${d.enrollment}` +
        `${d.studyYear === null ? '' : ` in the study year ${d.studyYear}`}: record it`,
    };
  },
);

/** Said where a mean would be of marks on different scales, or of marks without points. RK 1.1. */
export const documentPartsDiffer = refusal(
  'document-parts-differ',
  (d: {
    kind: string;
    module: string | null;
    enrollment: string;
    parts: readonly {
      kind: string;
      studyYear: string;
      value: string | null;
      scale: string | null;
    }[];
  }) => {
    const list = d.parts
      .map((one) => `${one.kind} ${one.studyYear}: ${one.value ?? '—'} (${one.scale ?? '—'})`)
      .join(', ');
    return {
      ru:
        `Среднего для «${d.kind}» по ${d.module ?? '*'} (${d.enrollment}) не вывести: ${list}; ` +
        `исправьте оценки на одну шкалу с баллами или добавьте правило в documents.kinds.markRules`,
      en:
        `No mean for ${d.kind} in ${d.module ?? '*'} (${d.enrollment}): ${list}; correct them ` +
        `to one scale with points, or add a rule to documents.kinds.markRules`,
    };
  },
);

/** Said while a correction of one of its marks waits for the second signature. R5 §4.10, D7. */
export const documentMarkWaiting = refusal(
  'document-mark-waiting',
  (d: { enrollment: string; correction: string }) => ({
    ru: `В ${d.enrollment} ждёт второй подписи исправление ${d.correction}: решите его`,
    en: `In ${d.enrollment} the correction ${d.correction} waits: settle it first`,
  }),
);
