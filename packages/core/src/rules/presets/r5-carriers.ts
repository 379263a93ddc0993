import type { CarrierRules } from '../regulation/sections/carriers.ts';
import { electronicCarrier, paperCarrier, optionalCarrier } from './carriers.ts';

/**
 * Carriers of R5: those of §4.3.1 on paper, with entries in the file plan (§4.3.3, §7.2); those of
 * §4.3.2 electronic, the class journal among them; those of §4.3.4 and §4.5-4.6 by the decision of
 * a collegial body.
 */
export const carriers: CarrierRules['carriers'] = [
  paperCarrier('06-01', {
    id: 'extracurricular-journals',
    title: { ru: 'Журналы внеурочных занятий', en: 'Journals of extracurricular lessons' },
    records: 'journal',
  }),
  paperCarrier('06-02', {
    id: 'elective-journals',
    title: { ru: 'Журналы элективных курсов', en: 'Journals of elective courses' },
    records: 'journal',
  }),
  paperCarrier('06-03', {
    id: 'optional-journals',
    title: { ru: 'Журналы факультативных занятий', en: 'Journals of optional lessons' },
    records: 'journal',
  }),
  paperCarrier('06-04', {
    id: 'personal-files',
    title: { ru: 'Личные дела', en: 'Personal files' },
    records: 'personal-file',
  }),
  paperCarrier('06-05', {
    id: 'portfolios',
    title: { ru: 'Портфолио', en: 'Portfolios' },
    records: 'portfolio',
  }),
  paperCarrier('06-06', {
    id: 'attestat-book',
    title: { ru: 'Книга выдачи аттестатов', en: 'Book of issued attestats' },
    records: 'register',
  }),
  electronicCarrier({
    id: 'electronic-journal',
    title: { ru: 'Электронный журнал', en: 'Electronic journal' },
    records: 'journal',
  }),
  electronicCarrier({
    id: 'electronic-diary',
    title: { ru: 'Электронный дневник', en: 'Electronic diary' },
    records: 'electronic',
  }),
  electronicCarrier({
    id: 'progress-database',
    title: { ru: 'База данных «Успеваемость»', en: 'Database of progress' },
    records: 'electronic',
  }),
  optionalCarrier('paper', 'pedagogical-council', {
    id: 'circle-journals',
    title: { ru: 'Журналы кружков и секций', en: 'Journals of circles and sections' },
    records: 'journal',
  }),
  optionalCarrier('either', 'pedagogical-council', {
    id: 'achievement-sheets',
    title: { ru: 'Листы индивидуальных достижений', en: 'Sheets of individual achievements' },
    records: 'achievements',
  }),
  optionalCarrier('either', 'pedagogical-council', {
    id: 'control-books',
    title: { ru: 'Специализированные книги контроля', en: 'Special books of control' },
    records: 'grade-sheet',
  }),
];
