import type * as z from 'zod';
import { isTimeZone } from '../../../values/time-zone.ts';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById, titlesByCode } from './kit/titled.ts';

/** General rules: time zone, offices, programme types, and acts that need an order. D1. */
export const general = section({
  name: 'general',
  event: 'GeneralRulesSet',
  fields: {
    /** IANA time zone of the organisation; its calendar days are counted in it. */
    timeZone: field.textUpTo(64),
    /** Annex of order 1324 whose indicators the organisation reports; null: none. */
    annex: field.orNull(field.textUpTo(8)),
    /** Offices to which persons are appointed. */
    offices: field.titledList({ min: 1 }),
    /** Types of programme that may be opened. */
    programmeTypes: field.list(
      field.object({
        ...field.titled,
        /** `qualification-improvement`, `professional-retraining`, or null for all others. */
        category: field.orNull(field.id),
        /** Kinds of assessment that completion requires in every module with such a form. */
        mandatory: field.assessmentKinds(),
        /** Least academic hours of a programme; null: no minimum. */
        hoursMin: field.orNull(field.number(0, 20_000)),
      }),
      { min: 1, max: 50, unique: field.idOf },
    ),
    /**
     * Acts that need an order: `appoint`, `relieve` (R2 §3.2), `approve-form` (R2 §2.1),
     * `amend-regulation` (R2 §4.2, R3 §5.3), `repeal-regulation` (R1 §8.2).
     */
    orderFor: field.ids(),
    /** Source of each field: a clause, or `default` where the regulation is silent. */
    sources: field.list(field.object({ field: field.textUpTo(100), source: field.textUpTo(200) }), {
      max: 500,
    }),
  },
  unregulated: { timeZone: 'UTC' },
  disagreements: ({ timeZone: zone }) =>
    isTimeZone(zone)
      ? []
      : [{ ru: `часовой пояс «${zone}» неизвестен`, en: `there is no time zone ${zone}` }],
  titles: ({ offices, programmeTypes }) => ({
    offices: titlesById(offices),
    programmeTypes: titlesByCode(programmeTypes, ({ id, title, category }) => [
      id,
      { ...title, category },
    ]),
  }),
});

/** The rules of the section `general`. */
export type GeneralRules = z.infer<typeof general.stored>;

/** The offices that the presets and the default rules refer to. */
export const usualOffices: GeneralRules['offices'] = [
  { id: 'head', title: { ru: 'Руководитель', en: 'Head' } },
  { id: 'deputy-head', title: { ru: 'Заместитель руководителя', en: 'Deputy head' } },
  { id: 'teacher', title: { ru: 'Педагог', en: 'Teacher' } },
  { id: 'records-keeper', title: { ru: 'Ответственный за учёт', en: 'Keeper of records' } },
  { id: 'archivist', title: { ru: 'Архивариус', en: 'Archivist' } },
  { id: 'commission-chair', title: { ru: 'Председатель комиссии', en: 'Chair of commission' } },
  { id: 'commission-member', title: { ru: 'Член комиссии', en: 'Member of commission' } },
  { id: 'commission-secretary', title: { ru: 'Секретарь комиссии', en: 'Secretary' } },
];
