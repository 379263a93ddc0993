import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Carriers: the named books, journals, files and systems in which the record is kept. D1. */
export const carriers = section({
  name: 'carriers',
  event: 'CarrierRulesSet',
  fields: {
    carriers: field.list(
      field.object({
        ...field.titled,
        /** What it holds: `journal`, `grade-sheet`, `personal-file`, `electronic`, … */
        records: field.id,
        medium: field.oneOf(['paper', 'electronic', 'either']),
        mandatory: field.yesNo,
        /** Office that decides whether an optional one is kept. */
        decidedBy: field.orNull(field.office),
        /** Its entry in the file plan; a mandatory paper carrier must have one. */
        filePlanIndex: field.orNull(field.textUpTo(32)),
        /** Those terms that run have years and a start. */
        retention: field.object({
          term: field.oneOfAsText([
            'exact',
            'at-least',
            'until-no-longer-needed',
            'permanent',
            'file-plan',
          ]),
          years: field.orNull(field.integer(1, 200)),
          /** `year-end`, `departure`, `order`, `programme-end`, …; null where no term runs. */
          startsAt: field.orNull(field.id),
        }),
      }),
      { unique: field.idOf },
    ),
  },
  // R1 §4/5.4, R5 §4.3.3: mandatory paper is an entry of the file plan.
  disagreements: (rules) =>
    rules.carriers
      .filter((one) => one.mandatory && one.medium === 'paper' && one.filePlanIndex === null)
      .map(({ title: { ru, en } }) => ({
        ru: `нет статьи номенклатуры дел: ${ru}`,
        en: `no entry in the file plan for: ${en}`,
      })),
});

export type CarrierRules = z.infer<typeof carriers.stored>;
