import type { Unmarked } from './indicator.ts';
import { UNITS } from './indicator.ts';

const both = { unit: UNITS.learners, form: 'number-and-share' } as const;
const count = { unit: UNITS.units, form: 'number' } as const;
const share = { unit: UNITS.percent, form: 'share' } as const;

/** Annex 6, part 1: educational activity. */
export const annex6Learning: readonly Unmarked[] = [
  {
    number: '1.1',
    ru:
      'Численность/удельный вес численности слушателей, обучившихся по дополнительным ' +
      'профессиональным программам повышения квалификации, в общей численности слушателей, ' +
      'прошедших обучение в образовательной организации',
    en: 'Learners trained in programmes of qualification improvement, of all learners trained',
    ...both,
  },
  {
    number: '1.2',
    ru:
      'Численность/удельный вес численности слушателей, обучившихся по дополнительным ' +
      'профессиональным программам профессиональной переподготовки, в общей численности ' +
      'слушателей, прошедших обучение в образовательной организации',
    en: 'Learners trained in programmes of professional retraining, of all learners trained',
    ...both,
  },
  {
    number: '1.3',
    ru:
      'Численность/удельный вес численности слушателей, направленных на обучение службами ' +
      'занятости, в общей численности слушателей, прошедших обучение в образовательной ' +
      'организации за отчетный период',
    en: 'Learners sent by employment services, of all learners trained in the period',
    ...both,
  },
  {
    number: '1.4',
    ru: 'Количество реализуемых дополнительных профессиональных программ, в том числе:',
    en: 'Further professional programmes run, among them:',
    ...count,
  },
  {
    number: '1.4.1',
    ru: 'Программ повышения квалификации',
    en: 'Programmes of qualification improvement',
    ...count,
  },
  {
    number: '1.4.2',
    ru: 'Программ профессиональной переподготовки',
    en: 'Programmes of professional retraining',
    ...count,
  },
  {
    number: '1.5',
    ru: 'Количество разработанных дополнительных профессиональных программ за отчетный период',
    en: 'Further professional programmes developed in the period',
    ...count,
  },
  {
    number: '1.5.1',
    ru: 'Программ повышения квалификации',
    en: 'Programmes of qualification improvement',
    ...count,
  },
  {
    number: '1.5.2',
    ru: 'Программ профессиональной переподготовки',
    en: 'Programmes of professional retraining',
    ...count,
  },
  {
    number: '1.6',
    ru:
      'Удельный вес дополнительных профессиональных программ по приоритетным направлениям ' +
      'развития науки и техники в общем количестве реализуемых дополнительных ' +
      'профессиональных программ',
    en: 'Programmes of priority directions of science and technology, of all programmes run',
    ...share,
  },
  {
    number: '1.7',
    ru:
      'Удельный вес дополнительных профессиональных программ, прошедших ' +
      'профессионально-общественную аккредитацию, в общем количестве реализуемых ' +
      'дополнительных профессиональных программ',
    en: 'Programmes accredited by a professional community, of all programmes run',
    ...share,
  },
  {
    number: '1.8',
    ru:
      'Численность/удельный вес численности научно-педагогических работников, имеющих ученые ' +
      'степени и (или) ученые звания, в общей численности научно-педагогических работников',
    en: 'Academic staff with degrees or academic titles, of all academic staff',
    ...both,
  },
  {
    number: '1.9',
    ru:
      'Численность/удельный вес численности научно-педагогических работников, прошедших за ' +
      'отчетный период повышение квалификации или профессиональную переподготовку, в общей ' +
      'численности научно-педагогических работников',
    en: 'Academic staff who improved qualification or retrained, of all academic staff',
    ...both,
  },
  {
    number: '1.10',
    ru:
      'Численность/удельный вес численности педагогических работников, которым по результатам ' +
      'аттестации присвоена квалификационная категория, в общей численности педагогических ' +
      'работников, в том числе:',
    en: 'Teaching staff with a qualification category, of all teaching staff, among them:',
    ...both,
  },
  { number: '1.10.1', ru: 'Высшая', en: 'Highest category', ...both },
  { number: '1.10.2', ru: 'Первая', en: 'First category', ...both },
  {
    number: '1.11',
    ru: 'Средний возраст штатных научно-педагогических работников организации',
    en: 'Mean age of the academic staff',
    unit: UNITS.years,
    form: 'number',
  },
  {
    number: '1.12',
    ru:
      'Результативность выполнения образовательной организацией государственного задания в ' +
      'части реализации дополнительных профессиональных программ',
    en: 'Fulfilment of the state assignment for further professional programmes',
    ...share,
  },
];
