import type { Line } from './indicator.ts';
import { numberAndShare } from './indicator.ts';

/*
 * Lines that annexes 2 and 5 have in the same words, under other numbers: teaching staff, and the
 * reading room. Order 1324 of 10.12.2013.
 */

type Mark = Line[2];

const teachers = 'педагогических работников';
const ofTeachers = 'в общей численности педагогических работников';
const ofTeachersEn = 'of all teaching staff';
const managers = 'педагогических и административно-хозяйственных работников';

/** How the wordings are known: most lines, category, and further education. */
interface Marks {
  readonly most: Mark;
  readonly memory: Mark;
}

/** The lines on teaching staff, from a number of part 1 on: education, category, length, age. */
export function staffLines(first: number, { most, memory }: Marks): readonly Line[] {
  const n = (step: number): string => `1.${first + step}`;
  const trained = (education: string, profile: string): string =>
    numberAndShare(`${teachers}, имеющих ${education}${profile}, ${ofTeachers}`);
  const [higher, middle] = ['высшее образование', 'среднее профессиональное образование'];
  const profile = ' педагогической направленности (профиля)';
  const category =
    `${teachers}, которым по результатам аттестации присвоена ` +
    `квалификационная категория, ${ofTeachers}, в том числе:`;
  const age = (years: string): string =>
    numberAndShare(`${teachers} ${ofTeachers} в возрасте ${years}`);
  const further =
    `${managers}, прошедших за последние 5 лет повышение квалификации/профессиональную ` +
    'переподготовку по профилю педагогической деятельности или иной осуществляемой в ' +
    `образовательной организации деятельности, в общей численности ${managers}`;
  const work = `${teachers} ${ofTeachers}, педагогический стаж работы которых составляет:`;
  return [
    [n(0), 'share', most, trained(higher, ''), `Teachers with higher education, ${ofTeachersEn}`],
    [
      n(1),
      'share',
      most,
      trained(higher, profile),
      `Teachers with higher education in teaching, ${ofTeachersEn}`,
    ],
    [
      n(2),
      'share',
      most,
      trained(middle, ''),
      `Teachers with secondary vocational education, ${ofTeachersEn}`,
    ],
    [
      n(3),
      'share',
      most,
      trained(middle, profile),
      `Teachers with secondary vocational education in teaching, ${ofTeachersEn}`,
    ],
    [
      n(4),
      'share',
      memory,
      numberAndShare(category),
      `Teachers with a qualification category, ${ofTeachersEn}, among them:`,
    ],
    [`${n(4)}.1`, 'share', memory, 'Высшая', 'Highest category'],
    [`${n(4)}.2`, 'share', memory, 'Первая', 'First category'],
    [n(5), 'share', most, numberAndShare(work), `Teachers by years of teaching, ${ofTeachersEn}:`],
    [`${n(5)}.1`, 'share', most, 'До 5 лет', 'Up to 5 years'],
    [`${n(5)}.2`, 'share', most, 'Свыше 30 лет', 'Over 30 years'],
    [n(6), 'share', most, age('до 30 лет'), `Teachers under 30, ${ofTeachersEn}`],
    [n(7), 'share', most, age('от 55 лет'), `Teachers of 55 and over, ${ofTeachersEn}`],
    [
      n(8),
      'share',
      memory,
      numberAndShare(further),
      'Teachers and administrative staff trained further within 5 years, of all of these',
    ],
  ];
}

/** The lines on the reading room, under a number of part 2. */
export function readingRoomLines(number: string, mark: Mark): readonly Line[] {
  const stations =
    'С обеспечением возможности работы на стационарных компьютерах или использования ' +
    'переносных компьютеров';
  const internet = 'С выходом в Интернет с компьютеров, расположенных в помещении библиотеки';
  return [
    [
      number,
      'yes-no',
      mark,
      'Наличие читального зала библиотеки, в том числе:',
      'A reading room of the library, with:',
    ],
    [`${number}.1`, 'yes-no', mark, stations, 'Computers, stationary or portable'],
    [`${number}.2`, 'yes-no', mark, 'С медиатекой', 'A media library'],
    [
      `${number}.3`,
      'yes-no',
      mark,
      'Оснащенного средствами сканирования и распознавания текстов',
      'Scanning and recognition of texts',
    ],
    [`${number}.4`, 'yes-no', mark, internet, 'Access to the Internet in the library'],
    [
      `${number}.5`,
      'yes-no',
      mark,
      'С контролируемой распечаткой бумажных материалов',
      'Controlled printing',
    ],
  ];
}

/** The line on broadband Internet. */
export const broadbandLine = (number: string, mark: Mark): Line => [
  number,
  'share',
  mark,
  numberAndShare(
    'учащихся, которым обеспечена возможность пользоваться широкополосным Интернетом ' +
      '(не менее 2 Мб/с), в общей численности учащихся',
  ),
  'Learners who can use broadband Internet (2 Mbit/s or more), of all learners',
];
