import * as z from 'zod';
import { lastingDay } from '../../../values/local-date.ts';
import { day, text } from '../../../values/shape.ts';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById } from './kit/titled.ts';

const recipient = field.oneOf(['learner', 'representative', 'authority', 'third-person']);

const monthAndDay = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const days = field.list(field.custom(day, lastingDay, ''), { max: 200 });

/**
 * Disclosure of results: who may get them, on which ground, within which term, and who decides.
 * D16, R1 §6, R2 §1.6, R3 §4.
 */
export const disclosure = section({
  name: 'disclosure',
  event: 'DisclosureRulesSet',
  fields: {
    /**
     * Who may get information, in which way and on which ground. Third persons get it by `consent`
     * or `law` (R1 §6.2), by `law` only (R3 §4.2, R5 §6.2: not those who do not represent the
     * child), or for mere `interest` (R2 §1.6).
     */
    recipients: field.list(
      field.object({
        recipient,
        /** In the course of study, on an application, or on a lawful demand. */
        ways: field.someOf(['in-study', 'application', 'demand']),
        /**
         * Grounds: a `right` of their own, `consent` to the transfer, a `law` that provides for the
         * case, or mere `interest`.
         */
        opensBy: field.someOf(['right', 'consent', 'law', 'interest']),
      }),
      { max: 4, unique: (one) => one.recipient },
    ),
    /** Accepted forms of an application. R1 §6.3, R3 §4.4, R5 §6.4. */
    forms: field.someOf(['oral', 'written']),
    /** Purposes: `path`, `quality`, `commendation`, `social-support`, … R5 §6.3. */
    purposes: field.titledList({ min: 1, max: 50 }),
    /** Grounds of a refusal: `not-entitled`, `no-consent`, … */
    refusalGrounds: field.titledList({ min: 1, max: 50 }),
    /** Terms of answering. By default an application has the first that lists its applicant. */
    deadlines: field.list(
      field.object({
        ...field.titled,
        /** Applicants to whom the term applies. */
        recipients: field.list(recipient, { max: 4 }),
        /** Length of the term in `unit`, from the day after the application was received. */
        days: field.integer(0, 366),
        unit: field.oneOf(['working-days', 'calendar-days']),
        /** By how many days of the same unit it may be extended, once; 0: not at all. */
        extensionDays: field.integer(0, 366),
        /** The clause that sets it: `152-FZ art. 14 §3`. */
        source: field.textUpTo(200),
      }),
      { min: 1, max: 20, unique: field.idOf },
    ),
    /** Offices that grant, refuse, and extend the term. */
    decisionOffices: field.offices(),
    /** Offices that inform in the course of study. R1 §6.3, R4 §2.2.6. */
    inStudyOffices: field.offices(),
    /**
     * Offices to which who a learner was before a closed change is shown (adoption, protection of a
     * person), where they ask for it. RK 1.10, Family Code art. 139.
     */
    closedOffices: field.since(2, field.offices()),
    /** Publication of results: what permits it, and its ground. R1 §5.3, R3 §3.5. */
    publication: field.object({
      /** What permits it: `consent` of the person, or a `law`. */
      opensBy: field.someOf(['consent', 'law']),
      /** Kinds of its ground: `order`, `head-decision`. */
      groundKinds: field.ids({ min: 1 }),
      /** Offices that publish. */
      offices: field.offices(),
    }),
    /** Public holidays, `MM-DD`. Labour Code art. 112. */
    holidays: field.list(field.custom(text, z.string().regex(monthAndDay), ''), { max: 60 }),
    /** Further dates that are no working days. */
    daysOff: days,
    /** Weekend dates and holidays that are working days. */
    daysWorked: days,
  },
  // The learner and the representatives by right (273-FZ art. 34 and 44), authorities by law, third
  // persons by consent or law (152-FZ art. 6, 7, 9), the public by consent (152-FZ art. 10.1).
  default: {
    recipients: [
      { recipient: 'learner', ways: ['in-study', 'application'], opensBy: ['right'] },
      { recipient: 'representative', ways: ['in-study', 'application'], opensBy: ['right'] },
      { recipient: 'authority', ways: ['application', 'demand'], opensBy: ['law'] },
      { recipient: 'third-person', ways: ['application', 'demand'], opensBy: ['consent', 'law'] },
    ],
    forms: ['oral', 'written'],
    purposes: [
      { id: 'path', title: { ru: 'Индивидуальная траектория', en: 'Learner’s own path' } },
      { id: 'quality', title: { ru: 'Внутренняя оценка качества', en: 'Internal quality' } },
      { id: 'commendation', title: { ru: 'Поощрение', en: 'Commendation' } },
      { id: 'social-support', title: { ru: 'Социальная поддержка', en: 'Social support' } },
      { id: 'acquaintance', title: { ru: 'Ознакомление с результатами', en: 'Being informed' } },
      { id: 'study-or-work', title: { ru: 'Учёба или работа', en: 'Study or work elsewhere' } },
      { id: 'lawful-demand', title: { ru: 'Требование закона', en: 'Demand by law' } },
      { id: 'openness', title: { ru: 'Открытость организации', en: 'Informing the public' } },
    ],
    refusalGrounds: [
      { id: 'not-entitled', title: { ru: 'Нет права на сведения', en: 'Not entitled' } },
      { id: 'no-consent', title: { ru: 'Нет согласия', en: 'No consent' } },
      { id: 'no-law', title: { ru: 'Закон этого не требует', en: 'No law asks for it' } },
      { id: 'not-identified', title: { ru: 'Личность не установлена', en: 'Not identified' } },
      { id: 'no-records', title: { ru: 'Сведений нет', en: 'There are no records' } },
      { id: 'repeated', title: { ru: 'Повторный запрос', en: 'Asked again too soon' } },
    ],
    deadlines: [
      {
        id: 'personal-data',
        title: { ru: 'Запрос субъекта данных', en: 'Request of the data subject' },
        recipients: ['learner', 'representative'],
        days: 10,
        unit: 'working-days',
        extensionDays: 5,
        source: '152-FZ art. 14 §3, art. 20 §1',
      },
      {
        id: 'data-authority',
        title: { ru: 'Запрос уполномоченного органа', en: 'Request of the data authority' },
        recipients: ['authority'],
        days: 10,
        unit: 'working-days',
        extensionDays: 5,
        source: '152-FZ art. 20 §4',
      },
      {
        id: 'appeal',
        title: { ru: 'Обращение гражданина', en: 'Appeal of a citizen' },
        recipients: ['third-person'],
        days: 30,
        unit: 'calendar-days',
        extensionDays: 30,
        source: '59-FZ art. 12',
      },
    ],
    decisionOffices: ['head', 'deputy-head', 'records-keeper'],
    inStudyOffices: ['teacher', 'head', 'deputy-head', 'records-keeper'],
    closedOffices: ['head'],
    publication: {
      opensBy: ['consent'],
      groundKinds: ['order', 'head-decision'],
      offices: ['head', 'deputy-head'],
    },
    holidays: [
      '01-01',
      '01-02',
      '01-03',
      '01-04',
      '01-05',
      '01-06',
      '01-07',
      '01-08',
      '02-23',
      '03-08',
      '05-01',
      '05-09',
      '06-12',
      '11-04',
    ],
    daysOff: [],
    daysWorked: [],
  },
  titles: ({ purposes }) => ({ disclosurePurposes: titlesById(purposes) }),
  // Every kind of applicant needs a term of answering.
  disagreements: ({ recipients, deadlines }) => {
    const termed = new Set(deadlines.flatMap((one) => one.recipients));
    return recipients
      .filter(({ ways }) => ways.some((way) => way !== 'in-study'))
      .filter((one) => !termed.has(one.recipient))
      .map((one) => ({
        ru: `disclosure.deadlines: нет срока ответа для «${one.recipient}»`,
        en: `disclosure.deadlines: there is no term of answering ${one.recipient}`,
      }));
  },
});

/** The rules of the section `disclosure`. */
export type DisclosureRules = z.infer<typeof disclosure.stored>;
