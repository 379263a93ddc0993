import type { Indicator, Line } from './indicator.ts';
import { indicatorsOf, numberAndShare } from './indicator.ts';
import { broadbandLine, readingRoomLines, staffLines } from './staff.ts';

/*
 * Annex 5 of order 1324: organisations of additional education. Seen in public copies: 1.1 to 1.3,
 * the lines on special needs, and most on teachers; the others are from memory, and say so.
 */

const ofAll = 'в общей численности учащихся';
const ofAllEn = 'of all learners';

const LEVELS = [
  ['муниципальном', 'Муниципального', 'Municipal'],
  ['региональном', 'Регионального', 'Regional'],
  ['межрегиональном', 'Межрегионального', 'Interregional'],
  ['федеральном', 'Федерального', 'Federal'],
  ['международном', 'Международного', 'International'],
] as const;

/** The five lines below a number, one for each level. */
const levels = (number: string, kind: Line[1], mark: Line[2]): readonly Line[] =>
  LEVELS.map(([on, of, en], index) => [
    `${number}.${index + 1}`,
    kind,
    mark,
    number === '1.10' ? `${of} уровня` : `На ${on} уровне`,
    `${en} level`,
  ]);

const events = 'массовых мероприятий (конкурсы, соревнования, фестивали, конференции)';
const eventsEn = 'public events (contests, competitions, festivals, conferences)';

const learning: readonly Line[] = [
  [
    '1.1',
    'persons',
    'V2',
    'Общая численность учащихся, в том числе:',
    'Learners in all, among them:',
  ],
  ['1.1.1', 'persons', 'V2', 'Детей дошкольного возраста (3-7 лет)', 'Of preschool age (3-7)'],
  [
    '1.1.2',
    'persons',
    'V2',
    'Детей младшего школьного возраста (7-11 лет)',
    'Of primary school age (7-11)',
  ],
  [
    '1.1.3',
    'persons',
    'V2',
    'Детей среднего школьного возраста (11-15 лет)',
    'Of middle school age (11-15)',
  ],
  [
    '1.1.4',
    'persons',
    'V2',
    'Детей старшего школьного возраста (15-17 лет)',
    'Of senior school age (15-17)',
  ],
  [
    '1.2',
    'persons',
    'V2',
    'Численность учащихся, обучающихся по образовательным программам по договорам об оказании ' +
      'платных образовательных услуг',
    'Learners by contracts for paid services',
  ],
  [
    '1.3',
    'share',
    'V2',
    numberAndShare(
      `учащихся, занимающихся в 2-х и более объединениях (кружках, секциях, клубах), ${ofAll}`,
    ),
    `Learners in two or more groups (circles, sections, clubs), ${ofAllEn}`,
  ],
  [
    '1.4',
    'share',
    'V1',
    numberAndShare(
      'учащихся с применением дистанционных образовательных технологий, электронного ' +
        `обучения, ${ofAll}`,
    ),
    `Learners with distance technologies and e-learning, ${ofAllEn}`,
  ],
  [
    '1.5',
    'share',
    'M',
    numberAndShare(
      `учащихся по образовательным программам для детей с выдающимися способностями, ${ofAll}`,
    ),
    `Learners in programmes for outstanding children, ${ofAllEn}`,
  ],
  [
    '1.6',
    'share',
    'V1',
    numberAndShare(
      'учащихся по образовательным программам, направленным на работу с детьми с особыми ' +
        `потребностями в образовании, ${ofAll}, в том числе:`,
    ),
    `Learners in programmes for special needs, ${ofAllEn}, among them:`,
  ],
  [
    '1.6.1',
    'share',
    'V1',
    'Учащиеся с ограниченными возможностями здоровья',
    'Learners with health limitations',
  ],
  [
    '1.6.2',
    'share',
    'V1',
    'Дети-сироты, дети, оставшиеся без попечения родителей',
    'Orphans, children without parental care',
  ],
  ['1.6.3', 'share', 'V1', 'Дети-мигранты', 'Migrant children'],
  [
    '1.6.4',
    'share',
    'V1',
    'Дети, попавшие в трудную жизненную ситуацию',
    'Children in a difficult situation',
  ],
  [
    '1.7',
    'share',
    'M',
    numberAndShare(
      `учащихся, занимающихся учебно-исследовательской, проектной деятельностью, ${ofAll}`,
    ),
    `Learners in research and projects, ${ofAllEn}`,
  ],
  [
    '1.8',
    'share',
    'VP',
    numberAndShare(
      'учащихся, принявших участие в массовых мероприятиях (конкурсы, соревнования, ' +
        `фестивали, конференции), ${ofAll}, в том числе:`,
    ),
    `Learners who took part in ${eventsEn}, ${ofAllEn}, by level:`,
  ],
  ...levels('1.8', 'share', 'VP'),
  [
    '1.9',
    'share',
    'VP',
    numberAndShare(`учащихся - победителей и призеров ${events}, ${ofAll}, в том числе:`),
    `Winners and prize-winners of ${eventsEn}, ${ofAllEn}, by level:`,
  ],
  ...levels('1.9', 'share', 'VP'),
  [
    '1.10',
    'share',
    'M',
    numberAndShare(
      'учащихся, участвующих в образовательных и социальных проектах, ' + `${ofAll}, в том числе:`,
    ),
    `Learners in educational and social projects, ${ofAllEn}, by level:`,
  ],
  ...levels('1.10', 'share', 'M'),
  [
    '1.11',
    'units',
    'M',
    'Количество массовых мероприятий, проведенных образовательной организацией, в том числе:',
    'Public events held by the organisation, by level:',
  ],
  ...levels('1.11', 'units', 'M'),
];

const staff: readonly Line[] = [
  ['1.12', 'persons', 'M', 'Общая численность педагогических работников', 'Teaching staff in all'],
  ...staffLines(13, { most: 'V1', memory: 'M' }),
  [
    '1.22',
    'share',
    'M',
    numberAndShare(
      'специалистов, обеспечивающих методическую деятельность образовательной организации, ' +
        'в общей численности сотрудников образовательной организации',
    ),
    'Specialists of methodical work, of all staff',
  ],
  [
    '1.23',
    'heading',
    'M',
    'Количество публикаций, подготовленных педагогическими работниками образовательной ' +
      'организации:',
    'Publications by teaching staff:',
  ],
  ['1.23.1', 'units', 'M', 'За 3 года', 'Within 3 years'],
  ['1.23.2', 'units', 'M', 'За отчетный период', 'Within the period'],
  [
    '1.24',
    'yes-no',
    'M',
    'Наличие в организации дополнительного образования системы психолого-педагогической ' +
      'поддержки одаренных детей, иных групп детей, требующих повышенного педагогического ' +
      'внимания',
    'Psychological and educational support of gifted children and other groups',
  ],
];

const room = (number: string, ru: string, en: string): Line => [number, 'units', 'M', ru, en];

const infrastructure: readonly Line[] = [
  room('2.1', 'Количество компьютеров в расчете на одного учащегося', 'Computers per learner'),
  room(
    '2.2',
    'Количество помещений для осуществления образовательной деятельности, в том числе:',
    'Rooms for educational activity, among them:',
  ),
  room('2.2.1', 'Учебный класс', 'Classroom'),
  room('2.2.2', 'Лаборатория', 'Laboratory'),
  room('2.2.3', 'Мастерская', 'Workshop'),
  room('2.2.4', 'Танцевальный класс', 'Dance class'),
  room('2.2.5', 'Спортивный зал', 'Sports hall'),
  room('2.2.6', 'Бассейн', 'Swimming pool'),
  room(
    '2.3',
    'Количество помещений для организации досуговой деятельности учащихся, в том числе:',
    'Rooms for leisure, among them:',
  ),
  room('2.3.1', 'Актовый зал', 'Assembly hall'),
  room('2.3.2', 'Концертный зал', 'Concert hall'),
  room('2.3.3', 'Игровое помещение', 'Play room'),
  [
    '2.4',
    'yes-no',
    'M',
    'Наличие загородных оздоровительных лагерей, баз отдыха',
    'Country camps, recreation centres',
  ],
  [
    '2.5',
    'yes-no',
    'M',
    'Наличие в образовательной организации системы электронного документооборота',
    'A system of electronic documents',
  ],
  ...readingRoomLines('2.6', 'M'),
  broadbandLine('2.7', 'M'),
];

/** The indicators of annex 5, in the order of the annex. */
export const ANNEX_5: readonly Indicator[] = indicatorsOf([
  ...learning,
  ...staff,
  ...infrastructure,
]);
