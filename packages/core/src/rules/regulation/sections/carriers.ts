import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Carriers: the books, journals, files and systems in which records are kept. D1. */
export const carriers = section({
  name: 'carriers',
  event: 'CarrierRulesSet',
  fields: {
    carriers: field.list(
      field.object({
        ...field.titled,
        /** Kind of record in it: `journal`, `grade-sheet`, `personal-file`, `electronic`, … */
        records: field.id,
        medium: field.oneOf(['paper', 'electronic', 'either']),
        mandatory: field.yesNo,
        /** Office that decides whether an optional carrier is kept; null where mandatory. */
        decidedBy: field.orNull(field.office),
        /** Index of its entry in the file plan (номенклатура дел); mandatory paper needs one. */
        filePlanIndex: field.orNull(field.textUpTo(32)),
        /** Term of keeping; `exact` and `at-least` have years and a start. */
        retention: field.object({
          term: field.oneOfAsText([
            'exact',
            'at-least',
            'until-no-longer-needed',
            'permanent',
            'file-plan',
          ]),
          years: field.orNull(field.integer(1, 200)),
          /** A start rule of `retention.startRules`: `year-end`, `departure`, …; null: none. */
          startsAt: field.orNull(field.id),
        }),
      }),
      { unique: field.idOf },
    ),
  },
  // R1 §4/5.4, R5 §4.3.3: a mandatory paper carrier has an entry in the file plan.
  disagreements: (rules) =>
    rules.carriers
      .filter((one) => one.mandatory && one.medium === 'paper' && one.filePlanIndex === null)
      .map(({ title: { ru, en } }) => ({
        ru: `нет статьи номенклатуры дел: ${ru}`,
        en: `no entry in the file plan for: ${en}`,
      })),
});

/** The rules of the section `carriers`. */
export type CarrierRules = z.infer<typeof carriers.stored>;
