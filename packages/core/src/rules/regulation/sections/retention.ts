import type * as z from 'zod';
import type { LocalisedText } from '../../../kernel/refusal.ts';
import type { CarrierRules } from './carriers.ts';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Said of rules under which acts are drawn up that nobody may approve. */
const unapproved: LocalisedText = {
  ru: 'retention.approvals: выделение к уничтожению никто не согласует',
  en: 'retention.approvals: nobody approves a selection for destruction',
};

/**
 * Retention of carriers and their destruction. Each carrier has its own term in `carriers`; the
 * rules common to all are here. D19, R1 §7.4, R2 §3.3-3.5, R3 §4.5, R4 §6.4, R5 §7.2.
 */
export const retention = section({
  name: 'retention',
  event: 'RetentionRulesSet',
  fields: {
    /** Start rules: the values that a term's `startsAt` may have. */
    startRules: field.list(
      field.object({
        ...field.titled,
        /** The event that starts the term: `closing`, `departure`, `order`, `programme-end`. */
        from: field.oneOfAsText(['closing', 'departure', 'order', 'programme-end']),
        /** Counted from 1 January of the year after it (as archives do), or from the next day. */
        counts: field.oneOf(['next-year', 'next-day']),
      }),
      { max: 20, unique: field.idOf },
    ),
    /** File plan: the terms of carriers whose term is `file-plan`. R1 §7.4, R3 §4.5, R5 §7.2. */
    filePlan: field.list(
      field.object({
        /** The `filePlanIndex` of the carriers that it applies to. */
        index: field.textUpTo(32),
        term: field.oneOfAsText(['exact', 'at-least', 'until-no-longer-needed', 'permanent']),
        years: field.orNull(field.integer(1, 200)),
        startsAt: field.orNull(field.id),
        /** Article of the official list of terms from which it is taken; null: none. */
        article: field.orNull(field.textUpTo(100)),
      }),
      { max: 200, unique: ({ index }) => index },
    ),
    /**
     * For each `records` of a carrier: the kinds of record (stream kinds) whose facts it contains.
     */
    holdings: field.list(field.object({ records: field.id, kinds: field.ids({ min: 1 }) }), {
      max: 50,
      unique: ({ records }) => records,
    }),
    /** Offices that place and lift a hold. */
    holdOffices: field.offices(),
    /** Offices that decide when a carrier is no longer needed. R2 §3.5, R4 §6.4. */
    needOffices: field.offices(),
    /** Offices that draw up the act of selection for destruction. */
    selectionOffices: field.offices(),
    /** Approvals that the act needs, in this order: the expert commission, the head. */
    approvals: field.list(
      field.object({
        ...field.titled,
        offices: field.offices({ min: 1 }),
        /** Whether its ground must be a protocol with number and date. */
        protocolRequired: field.yesNo,
      }),
      { max: 5, unique: field.idOf },
    ),
    /** Whether inventories of permanent keeping of the same years must be approved before. */
    permanentListsFirst: field.yesNo,
    /** Methods of destruction. */
    methods: field.titledList(),
    /** Offices that sign for the destruction. */
    destructionOffices: field.offices(),
    /** Least number of persons who sign for it. */
    destroyersMin: field.integer(1, 10),
    /** Offices that order the erasure of personal data. */
    erasureOffices: field.offices(),
    /** Reasons of erasing personal data. */
    erasureReasons: field.titledList(),
  },
  // 125-FZ and the rules of archives (order 77 of 2023): a term is counted from 1 January of the
  // next year, an expert commission and then the head approve a selection, and inventories of
  // permanent keeping are approved before. One start rule for each event that may start a term.
  default: {
    startRules: [
      startRule('year-end', 'closing', 'Год закрытия дела', 'Year of closing'),
      startRule('departure', 'departure', 'Выбытие', 'Departure'),
      startRule('order', 'order', 'Приказ', 'Order'),
      startRule('programme-end', 'programme-end', 'Окончание программы', 'End of programme'),
    ],
    filePlan: [],
    holdings: [
      { records: 'journal', kinds: ['journal'] },
      { records: 'grade-sheet', kinds: ['enrollment'] },
      { records: 'protocol', kinds: ['enrollment'] },
      { records: 'personal-file', kinds: ['file', 'enrollment', 'learner'] },
      { records: 'electronic', kinds: ['journal', 'enrollment', 'file', 'learner'] },
    ],
    holdOffices: ['head'],
    needOffices: ['head'],
    selectionOffices: ['archivist', 'records-keeper'],
    approvals: [
      {
        id: 'expert-commission',
        title: { ru: 'Экспертная комиссия', en: 'Expert commission' },
        offices: ['commission-chair'],
        protocolRequired: true,
      },
      {
        id: 'head',
        title: { ru: 'Руководитель', en: 'Head' },
        offices: ['head'],
        protocolRequired: false,
      },
    ],
    permanentListsFirst: true,
    methods: [
      { id: 'shredding', title: { ru: 'Измельчение', en: 'Shredding' } },
      { id: 'burning', title: { ru: 'Сожжение', en: 'Burning' } },
      { id: 'recycling', title: { ru: 'Сдача на переработку', en: 'Handed over for recycling' } },
      { id: 'deletion', title: { ru: 'Удаление с носителя', en: 'Deletion from the medium' } },
    ],
    destructionOffices: ['archivist', 'records-keeper', 'deputy-head', 'head'],
    destroyersMin: 2,
    erasureOffices: ['head'],
    erasureReasons: [
      { id: 'term-over', title: { ru: 'Истёк срок хранения', en: 'The term of keeping is over' } },
      { id: 'purpose-reached', title: { ru: 'Цель достигнута', en: 'The purpose is reached' } },
      { id: 'consent-withdrawn', title: { ru: 'Отзыв согласия', en: 'Consent withdrawn' } },
      { id: 'unlawful', title: { ru: 'Неправомерная обработка', en: 'Unlawful processing' } },
    ],
  },
  // A term of years must have years and a start. A term until no longer needed may have a start,
  // before which that cannot be decided (R4 §6.4: not before the programme's end). Every start
  // needs a start rule, and where acts of selection are drawn up somebody must approve them.
  disagreements: (rules, { carriers }: { readonly carriers: CarrierRules }) => {
    const starts = new Set(rules.startRules.map((one) => one.id));
    const plan = rules.filePlan.map(({ index, ...term }) => ({
      title: { ru: index, en: index },
      retention: term,
    }));
    return [
      ...[...carriers.carriers, ...plan].flatMap(({ title, retention: term }) => [
        ...incomplete(title, term),
        ...undescribedStart(title, term.startsAt, starts),
      ]),
      ...(rules.selectionOffices.length === 0 || rules.approvals.length > 0 ? [] : [unapproved]),
    ];
  },
});

/** The rules of the section `retention`. */
export type RetentionRules = z.infer<typeof retention.stored>;

function startRule(id: string, from: string, ru: string, en: string) {
  return { id, title: { ru, en }, from, counts: 'next-year' as const };
}

interface Term {
  readonly term: string;
  readonly years: number | null;
  readonly startsAt: string | null;
}

function incomplete({ ru, en }: LocalisedText, term: Term): readonly LocalisedText[] {
  const runs = term.term === 'exact' || term.term === 'at-least';
  const has = runs ? 'years and a start' : 'neither years nor start';
  const mayStart = runs || term.term === 'until-no-longer-needed';
  const hasStart = term.startsAt !== null;
  if (runs === (term.years !== null) && (hasStart ? mayStart : !runs)) return [];
  return [
    {
      ru: `${ru}: у срока «${term.term}» годы и начало ${runs ? 'обязательны' : 'лишние'}`,
      en: `${en}: a term "${term.term}" has ${has}`,
    },
  ];
}

function undescribedStart(
  { ru, en }: LocalisedText,
  startsAt: string | null,
  described: ReadonlySet<string>,
): readonly LocalisedText[] {
  if (startsAt === null || described.has(startsAt)) return [];
  return [
    {
      ru: `${ru}: начало срока «${startsAt}» не описано в retention.startRules`,
      en: `${en}: the start ${startsAt} of its term is not described in retention.startRules`,
    },
  ];
}
