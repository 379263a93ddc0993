import type { Unmarked } from './indicator.ts';
import { UNITS } from './indicator.ts';

const both = { unit: UNITS.learners, form: 'number-and-share' } as const;
const count = { unit: UNITS.units, form: 'number' } as const;
const share = { unit: UNITS.percent, form: 'share' } as const;
const money = { unit: UNITS.roubles, form: 'number' } as const;
const area = { unit: UNITS.area, form: 'number' } as const;

const per100 = 'в расчете на 100 научно-педагогических работников';
const per100En = 'per 100 academic staff';

/** Annex 6, parts 2 to 4: science, finance, infrastructure. */
export const annex6Other: readonly Unmarked[] = [
  {
    number: '2.1',
    ru: `Количество цитирований в системе цитирования Web of Science ${per100}`,
    en: `Citations in Web of Science ${per100En}`,
    ...count,
  },
  {
    number: '2.2',
    ru: `Количество цитирований в системе цитирования Scopus ${per100}`,
    en: `Citations in Scopus ${per100En}`,
    ...count,
  },
  {
    number: '2.3',
    ru: `Количество цитирований в Российском индексе научного цитирования (РИНЦ) ${per100}`,
    en: `Citations in the Russian Science Citation Index ${per100En}`,
    ...count,
  },
  {
    number: '2.4',
    ru: `Количество статей в научной периодике, индексируемой в Web of Science, ${per100}`,
    en: `Articles in periodicals indexed in Web of Science ${per100En}`,
    ...count,
  },
  {
    number: '2.5',
    ru: `Количество статей в научной периодике, индексируемой в Scopus, ${per100}`,
    en: `Articles in periodicals indexed in Scopus ${per100En}`,
    ...count,
  },
  {
    number: '2.6',
    ru: `Количество публикаций в РИНЦ ${per100}`,
    en: `Publications in the Russian Science Citation Index ${per100En}`,
    ...count,
  },
  { number: '2.7', ru: 'Общий объем НИОКР', en: 'Research and development in all', ...money },
  {
    number: '2.8',
    ru: 'Объем НИОКР в расчете на одного научно-педагогического работника',
    en: 'Research and development per member of the academic staff',
    ...money,
  },
  {
    number: '2.9',
    ru: 'Удельный вес доходов от НИОКР в общих доходах образовательной организации',
    en: 'Income from research and development, of all income',
    ...share,
  },
  {
    number: '2.10',
    ru:
      'Удельный вес НИОКР, выполненных собственными силами (без привлечения соисполнителей), ' +
      'в общих доходах образовательной организации от НИОКР',
    en: 'Research done without co-contractors, of all income from research and development',
    ...share,
  },
  {
    number: '2.11',
    ru:
      'Количество подготовленных печатных учебных изданий (включая учебные пособия), ' +
      'методических и периодических изданий, изданных за отчетный период',
    en: 'Textbooks, methodical works and periodicals published in the period',
    ...count,
  },
  {
    number: '2.12',
    ru:
      'Количество проведенных международных и всероссийских (межрегиональных) научных ' +
      'семинаров и конференций',
    en: 'International and national scientific seminars and conferences held',
    ...count,
  },
  {
    number: '2.13',
    ru: 'Количество подготовленных научных кадров высшей квалификации за отчетный период',
    en: 'Scientists of the highest qualification trained in the period',
    unit: UNITS.persons,
    form: 'number',
  },
  {
    number: '2.14',
    ru:
      'Численность/удельный вес численности научно-педагогических работников без ученой ' +
      'степени до 30 лет, кандидатов наук до 35 лет, докторов наук до 40 лет, в общей ' +
      'численности научно-педагогических работников',
    en: 'Young academic staff (under 30, candidates under 35, doctors under 40), of all',
    ...both,
  },
  {
    number: '2.15',
    ru: 'Число научных журналов, в том числе электронных, издаваемых организацией',
    en: 'Scientific journals published, electronic ones included',
    ...count,
  },
  {
    number: '3.1',
    ru: 'Доходы по всем видам финансового обеспечения (деятельности)',
    en: 'Income from all kinds of financing',
    ...money,
  },
  {
    number: '3.2',
    ru:
      'Доходы по всем видам финансового обеспечения (деятельности) в расчете на одного ' +
      'научно-педагогического работника',
    en: 'Income from all kinds of financing per member of the academic staff',
    ...money,
  },
  {
    number: '3.3',
    ru:
      'Доходы из средств от приносящей доход деятельности в расчете на одного ' +
      'научно-педагогического работника',
    en: 'Income from paid activity per member of the academic staff',
    ...money,
  },
  {
    number: '4.1',
    ru:
      'Общая площадь помещений, в которых осуществляется образовательная деятельность, в ' +
      'расчете на одного слушателя, в том числе:',
    en: 'Floor area of educational activity per learner, of it:',
    ...area,
  },
  {
    number: '4.1.1',
    ru: 'Имеющихся у образовательной организации на праве собственности',
    en: 'Owned by the organisation',
    ...area,
  },
  {
    number: '4.1.2',
    ru: 'Закрепленных за образовательной организацией на праве оперативного управления',
    en: 'Held by right of operational management',
    ...area,
  },
  {
    number: '4.1.3',
    ru: 'Предоставленных образовательной организации в аренду, безвозмездное пользование',
    en: 'Rented, or used free of charge',
    ...area,
  },
  {
    number: '4.2',
    ru:
      'Количество экземпляров печатных учебных изданий (включая учебники и учебные пособия) ' +
      'библиотечного фонда в расчете на одного слушателя',
    en: 'Printed textbooks of the library per learner',
    ...count,
  },
  {
    number: '4.3',
    ru: 'Количество электронных учебных изданий (включая учебники и учебные пособия)',
    en: 'Electronic textbooks',
    ...count,
  },
  {
    number: '4.4',
    ru:
      'Численность/удельный вес численности слушателей, проживающих в общежитиях, в общей ' +
      'численности слушателей, нуждающихся в общежитиях',
    en: 'Learners living in dormitories, of those who need them',
    ...both,
  },
];
