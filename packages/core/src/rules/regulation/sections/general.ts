import type * as z from 'zod';
import type { LocalisedText } from '../../../kernel/refusal.ts';
import { ANNEXES } from '../../../values/law/annexes.ts';
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
    /**
     * How many days ahead of today a command may date what has happened, and what is done by order
     * or by plan. A day further ahead is a slip of the pen, and would lock the record.
     */
    daysAhead: field.since(
      2,
      field.object({ happened: field.integer(0, 31), ordered: field.integer(1, 3650) }),
    ),
    /**
     * Days after its day within which a fact is entered in time; a fact that is entered later is
     * accepted, and marked as entered late. RK 1.5.
     */
    lateEntryDays: field.since(2, field.integer(0, 366)),
    /**
     * Reasons for which the paper of an act may be later than its effect, and the commands that
     * they allow it for. A decision of a court, and putting an entry right, need no reason. RK 1.5.
     */
    retroactive: field.since(
      2,
      field.list(field.object({ ...field.titled, commands: field.ids({ min: 1 }) }), {
        unique: field.idOf,
      }),
    ),
    /** Whether an order must stand in the register of orders before an act can rest on it. */
    ordersRegistered: field.since(2, field.yesNo),
    /**
     * What happens where two learners who are not linked as one person have the same SNILS: the
     * sender is warned, or the second is refused.
     */
    sameSnils: field.since(3, field.oneOf(['warn', 'refuse'])),
    /** Digits after the point of a share in percent. Order 1324 sets none. */
    percentDecimals: field.since(4, field.integer(0, 2)),
    /** Offices that confirm a wording of the library, having compared it with the act. */
    wordingOffices: field.since(4, field.offices()),
    /**
     * Indicators of the reported annex whose words the act has otherwise than the library: these
     * are printed, and count as compared.
     */
    indicatorWordings: field.since(
      4,
      field.list(field.object({ indicator: field.textUpTo(12), title: field.title }), {
        max: 200,
        unique: ({ indicator }) => indicator,
      }),
    ),
    /** Source of each field: a clause, or `default` where the regulation is silent. */
    sources: field.list(field.object({ field: field.textUpTo(100), source: field.textUpTo(200) }), {
      max: 500,
    }),
  },
  unregulated: { timeZone: 'UTC', daysAhead: { happened: 0, ordered: 365 } },
  disagreements: ({ timeZone: zone, annex, indicatorWordings }) => [
    ...(isTimeZone(zone)
      ? []
      : [{ ru: `часовой пояс «${zone}» неизвестен`, en: `there is no time zone ${zone}` }]),
    ...strangeWordings(annex, indicatorWordings),
  ],
  titles: ({ offices, programmeTypes, retroactive }) => ({
    retroactive: titlesById(retroactive),
    offices: titlesById(offices),
    programmeTypes: titlesByCode(programmeTypes, ({ id, title, category }) => [
      id,
      { ...title, category },
    ]),
  }),
});

/** Wordings of indicators that the reported annex does not have. */
function strangeWordings(
  annex: string | null,
  wordings: readonly { readonly indicator: string }[],
): readonly LocalisedText[] {
  const held = ANNEXES.find((one) => one.annex === annex)?.indicators.map(({ number }) => number);
  return wordings
    .filter(({ indicator }) => held?.includes(indicator) !== true)
    .map(({ indicator }) => ({
      ru: `general.indicatorWordings: показателя ${indicator} в приложении ${annex ?? '—'} нет`,
      en: `general.indicatorWordings: annex ${annex ?? '—'} has no indicator ${indicator}`,
    }));
}

/** The rules of the section `general`. */
export type GeneralRules = z.infer<typeof general.stored>;

/**
 * How the presets treat papers, days and wordings; no clause says it. The bounds, the reasons and
 * the entry on the fact's own day are our default; that an act follows its order is 273-FZ art. 53
 * and 61. Whole percent is what one tool prints; one report that was published has one decimal.
 */
export const usualPapers: Pick<
  GeneralRules,
  | 'daysAhead'
  | 'lateEntryDays'
  | 'retroactive'
  | 'ordersRegistered'
  | 'sameSnils'
  | 'percentDecimals'
  | 'wordingOffices'
  | 'indicatorWordings'
> = {
  daysAhead: { happened: 0, ordered: 365 },
  // No clause gives a grace, so whatever is entered after its day is shown as entered late.
  lateEntryDays: 0,
  retroactive: [
    {
      id: 'application-day',
      title: { ru: 'Со дня заявления', en: 'From the day of the application' },
      commands: [
        'enroll-learner',
        'transfer-learner',
        'suspend-study',
        'reinstate-learner',
        'discharge-learner',
        'order-group',
      ],
    },
    {
      id: 'court',
      title: { ru: 'По решению суда', en: 'By decision of a court' },
      commands: [
        'enroll-learner',
        'reinstate-learner',
        'discharge-learner',
        'appoint-official',
        'relieve-official',
        'revoke-commendation',
      ],
    },
    {
      id: 'death',
      title: { ru: 'В связи со смертью', en: 'Death' },
      commands: ['discharge-learner', 'relieve-official'],
    },
  ],
  ordersRegistered: false,
  // A number may be on another learner by a slip of the pen, and study must not wait for that.
  sameSnils: 'warn',
  percentDecimals: 0,
  wordingOffices: ['head', 'deputy-head', 'records-keeper'],
  indicatorWordings: [],
};

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
