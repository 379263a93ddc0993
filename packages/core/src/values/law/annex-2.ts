import type { Indicator, Line } from './indicator.ts';
import { indicatorsOf, numberAndShare } from './indicator.ts';
import { broadbandLine, readingRoomLines, staffLines } from './staff.ts';

/* Annex 2 of order 1324: schools. No text of it was found: every line is from memory. */

const ofAll = 'в общей численности учащихся';
const ofAllEn = 'of all learners';

const share = (number: string, whose: string, en: string): Line => [
  number,
  'share',
  'M',
  numberAndShare(whose),
  en,
];

const persons = (number: string, ru: string, en: string): Line => [number, 'persons', 'M', ru, en];

const atLevel = (number: string, level: string, en: string): Line =>
  persons(
    number,
    `Численность учащихся по образовательной программе ${level} общего образования`,
    `Learners of ${en} general education`,
  );

const mean = (number: string, exam: string, subject: string, en: string): Line => [
  number,
  'points',
  'M',
  `Средний балл ${exam} по ${subject}`,
  en,
];

const STATE_EXAM = 'государственной итоговой аттестации выпускников 9 класса';
const UNIFIED_EXAM = 'единого государственного экзамена выпускников 11 класса';

const failed = (number: string, subject: string, en: string): Line =>
  share(
    number,
    'выпускников 9 класса, получивших неудовлетворительные результаты на государственной ' +
      `итоговой аттестации по ${subject}, в общей численности выпускников 9 класса`,
    `Leavers of form 9 who failed the state exam in ${en}, of all these leavers`,
  );

const below = (number: string, subject: string, en: string): Line =>
  share(
    number,
    'выпускников 11 класса, получивших результаты ниже установленного минимального количества ' +
      `баллов единого государственного экзамена по ${subject}, в общей численности ` +
      'выпускников 11 класса',
    `Leavers of form 11 below the least points of the unified exam in ${en}, of all these leavers`,
  );

const attestat = (number: string, form: 9 | 11, got: string, tail: string, en: string): Line =>
  share(
    number,
    `выпускников ${form} класса, ${got} аттестаты ` +
      `${form === 9 ? 'об основном' : 'о среднем'} общем образовании${tail}, в общей ` +
      `численности выпускников ${form} класса`,
    `Leavers of form ${form} ${en}, of all these leavers`,
  );

const learning: readonly Line[] = [
  persons('1.1', 'Общая численность учащихся', 'Learners in all'),
  atLevel('1.2', 'начального', 'primary'),
  atLevel('1.3', 'основного', 'basic'),
  atLevel('1.4', 'среднего', 'secondary'),
  share(
    '1.5',
    `учащихся, успевающих на "4" и "5" по результатам промежуточной аттестации, ${ofAll}`,
    `Learners with marks 4 and 5 at interim attestation, ${ofAllEn}`,
  ),
  mean('1.6', STATE_EXAM, 'русскому языку', 'Mean of the state exam of form 9, Russian'),
  mean('1.7', STATE_EXAM, 'математике', 'Mean of the state exam of form 9, mathematics'),
  mean('1.8', UNIFIED_EXAM, 'русскому языку', 'Mean of the unified exam of form 11, Russian'),
  mean('1.9', UNIFIED_EXAM, 'математике', 'Mean of the unified exam of form 11, mathematics'),
  failed('1.10', 'русскому языку', 'Russian'),
  failed('1.11', 'математике', 'mathematics'),
  below('1.12', 'русскому языку', 'Russian'),
  below('1.13', 'математике', 'mathematics'),
  attestat('1.14', 9, 'не получивших', '', 'without an attestat'),
  attestat('1.15', 11, 'не получивших', '', 'without an attestat'),
  attestat('1.16', 9, 'получивших', ' с отличием', 'with an attestat with distinction'),
  attestat('1.17', 11, 'получивших', ' с отличием', 'with an attestat with distinction'),
  share(
    '1.18',
    `учащихся, принявших участие в различных олимпиадах, смотрах, конкурсах, ${ofAll}`,
    `Learners who took part in olympiads, shows and contests, ${ofAllEn}`,
  ),
  share(
    '1.19',
    `учащихся - победителей и призеров олимпиад, смотров, конкурсов, ${ofAll}, в том числе:`,
    `Winners and prize-winners of olympiads, shows and contests, ${ofAllEn}, by level:`,
  ),
  ['1.19.1', 'share', 'M', 'Регионального уровня', 'Regional level'],
  ['1.19.2', 'share', 'M', 'Федерального уровня', 'Federal level'],
  ['1.19.3', 'share', 'M', 'Международного уровня', 'International level'],
  share(
    '1.20',
    'учащихся, получающих образование с углубленным изучением отдельных учебных предметов, ' +
      ofAll,
    `Learners with advanced study of subjects, ${ofAllEn}`,
  ),
  share(
    '1.21',
    `учащихся, получающих образование в рамках профильного обучения, ${ofAll}`,
    `Learners in profile education, ${ofAllEn}`,
  ),
  share(
    '1.22',
    'обучающихся с применением дистанционных образовательных технологий, электронного ' +
      `обучения, ${ofAll}`,
    `Learners with distance technologies and e-learning, ${ofAllEn}`,
  ),
  share(
    '1.23',
    `учащихся в рамках сетевой формы реализации образовательных программ, ${ofAll}`,
    `Learners in networked programmes, ${ofAllEn}`,
  ),
];

const managers = 'педагогических и административно-хозяйственных работников';

const staff: readonly Line[] = [
  persons(
    '1.24',
    'Общая численность педагогических работников, в том числе:',
    'Teaching staff in all, among them:',
  ),
  ...staffLines(25, { most: 'M', memory: 'M' }),
  share(
    '1.34',
    `${managers}, прошедших повышение квалификации по применению в образовательном процессе ` +
      'федеральных государственных образовательных стандартов, в общей численности ' +
      managers,
    'Teachers and administrative staff trained in the federal standards, of all of these',
  ),
];

const infrastructure: readonly Line[] = [
  [
    '2.1',
    'units',
    'M',
    'Количество компьютеров в расчете на одного учащегося',
    'Computers per learner',
  ],
  [
    '2.2',
    'units',
    'M',
    'Количество экземпляров учебной и учебно-методической литературы из общего количества ' +
      'единиц хранения библиотечного фонда, состоящих на учете, в расчете на одного учащегося',
    'Textbooks and methodical books of the library per learner',
  ],
  [
    '2.3',
    'yes-no',
    'M',
    'Наличие в образовательной организации системы электронного документооборота',
    'A system of electronic documents',
  ],
  ...readingRoomLines('2.4', 'M'),
  broadbandLine('2.5', 'M'),
  [
    '2.6',
    'area',
    'M',
    'Общая площадь помещений, в которых осуществляется образовательная деятельность, в расчете ' +
      'на одного учащегося',
    'Floor area of educational activity per learner',
  ],
];

/** The indicators of annex 2, in the order of the annex. */
export const ANNEX_2: readonly Indicator[] = indicatorsOf([
  ...learning,
  ...staff,
  ...infrastructure,
]);
