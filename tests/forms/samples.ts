import type { Ground } from '@letopis/core';
import { compareNames, order } from '@letopis/core';
import type {
  CorrectionsPage,
  JournalPage,
  PageBasis,
  PersonalFilePage,
  SelfEvaluationPage,
} from '@letopis/projections';
import type {
  JournalCorrection,
  CorrectionsRow,
  FileCommendation,
  FileEnrollment,
  FileVolume,
  IndicatorRow,
  JournalCell,
  JournalColumn,
  JournalRow,
  JournalLesson,
  MarkedDays,
  ShownCorrection,
  ShownName,
  ShownResult,
  ShownSigner,
  ShownText,
  ShownValue,
} from '@letopis/projections/reports';
import { ANNEX_6 } from '@letopis/projections/reports';
import type { LifeFact, Source } from '@letopis/projections/views';

/*
 * Invented report data in the shape that projections give: an academy of further professional
 * education with long names, long topics, corrections in every state, transfers and an erased
 * learner.
 */

export const options = {
  organisation: {
    name:
      'Автономная некоммерческая организация дополнительного профессионального образования ' +
      '«Академия безопасности труда и наставничества»',
    place: 'г. Екатеринбург',
  },
  timeZone: 'Europe/Moscow',
} as const;

const SURNAMES = [
  'Абдурахманова Белослудцев Воскресенская Григорьев Добролюбова Ёлкин Жигалова Зайцев Ильина',
  'Йовович Константинопольская Лебедев Мухаметзянова Новосёлов Овчинникова Преображенский',
  'Римская-Корсакова Свешников Третьяковская Улугбеков Феоктистова Хачатурян Цветаева',
  'Чернышевский Шереметьева Щербаков Эйзенштейн Юсупова Яблочкина Богоявленская',
].join(' ');
const GIVEN = ['Анна Петровна', 'Владислав Константинович', 'Мария Александровна', 'Пётр Ильич'];

let counter = 0;

/** An event id in the shape of the log's own. */
export function eventId(): string {
  counter += 1;
  return `0193a1b2-0000-7000-8000-${String(counter).padStart(12, '0')}`;
}

export function sourceAt(stream = 'academy.enrollment-l-1.mentor.1', revision = counter): Source {
  const event = eventId();
  const position = String(counter).padStart(12, '0');
  return { event, stream, revision, position, recordedAt: '2026-12-21T15:05:09.123Z' };
}

export function named(person: string, text: string | null, erased = false): ShownName {
  return { person, text, erased };
}

/** A free text about a person that is not erased. */
function said(text: string): ShownText {
  return { text, erased: false };
}

export const basis: PageBasis = {
  position: '000000000420',
  on: '2026-12-20',
  last: 'academy.enrollment-l-7.mentor.1@17',
  event: '0193a1b2-0000-7000-8000-000000000420',
  recordedAt: '2026-12-21T21:05:09.123Z',
  digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

const WORDS: Readonly<Record<string, string>> = { 2: 'два', 3: 'три', 4: 'четыре', 5: 'пять' };

export function mark(digits: string): ShownValue {
  const words = WORDS[digits] ?? digits;
  const shape = { scale: 'five-point', value: digits, digits, words, points: digits };
  return { outcome: 'mark', mark: { ...shape, passes: digits !== '2' } };
}

export const passed: ShownValue = {
  outcome: 'mark',
  mark: {
    scale: 'pass-fail',
    value: 'pass',
    digits: null,
    words: 'зачтено',
    passes: true,
    points: null,
  },
};

export const teacher: ShownSigner = {
  name: named('p-9', 'Семёнова-Тян-Шанская Екатерина Владимировна'),
  office: 'teacher',
  officeTitle: { ru: 'преподаватель', en: 'teacher' },
  position: 'доцент кафедры охраны труда',
};

export const head: ShownSigner = {
  name: named('p-1', 'Орлов Игорь Борисович'),
  office: 'head',
  officeTitle: { ru: 'руководитель', en: 'head' },
  position: 'директор',
};

type ResultParts = Partial<ShownResult> & { readonly value?: ShownValue | null };

export function result(on: string, recorded: ShownValue, parts: ResultParts = {}): ShownResult {
  const source = sourceAt();
  return {
    result: source.event,
    on,
    enrollment: 'e-1',
    group: 'm-1',
    module: 'safety',
    kind: 'current',
    kindTitle: { ru: 'Текущий контроль', en: 'Current control' },
    attestation: false,
    form: 'control-work',
    formTitle: { ru: 'контрольная работа', en: 'control work' },
    planned: null,
    recorded,
    value: recorded,
    waiting: false,
    corrections: [],
    annulled: null,
    assessor: { kind: 'official', id: 'p-9', name: teacher.name },
    basis: null,
    credit: null,
    ground: null,
    events: [source],
    ...parts,
  };
}

export function correction(
  before: ShownValue,
  after: ShownValue,
  parts: Partial<ShownCorrection> = {},
): ShownCorrection {
  return {
    source: sourceAt(),
    actedOn: '2026-11-12',
    before,
    after,
    wordsGiven: null,
    succeeds: null,
    paper: null,
    reason: said('арифметическая ошибка при подсчёте баллов за практическую часть'),
    signer: teacher,
    correctedBy: teacher.name,
    actor: 'u-17',
    ground: null,
    afterArchive: false,
    groundAt: null,
    state: 'in-effect',
    decision: null,
    ...parts,
  };
}

/** A result after its correction. */
export function corrected(from: ShownResult, act: ShownCorrection): ShownResult {
  return {
    ...from,
    value: act.state === 'in-effect' ? act.after : from.value,
    waiting: act.state === 'waiting' || from.waiting,
    corrections: [...from.corrections, act],
    events: [...from.events, act.source, ...(act.decision === null ? [] : [act.decision.source])],
  };
}

export function annul(from: ShownResult, reason: string): ShownResult {
  const annulled = {
    source: sourceAt(),
    actedOn: '2026-11-20',
    signer: head,
    actor: 'u-1',
    ground: null,
    afterArchive: false,
    groundAt: null,
    reason: { text: reason, erased: false },
  };
  return { ...from, value: null, annulled, events: [...from.events, annulled.source] };
}

export function learnerNames(count: number): readonly string[] {
  const surnames = SURNAMES.split(' ');
  return Array.from({ length: count }, (_, index) => {
    const surname = surnames[index % surnames.length] ?? '';
    return `${surname} ${GIVEN[index % GIVEN.length] ?? ''}`;
  }).toSorted(compareNames);
}

const day = (index: number): string => {
  const date = new Date(Date.UTC(2026, 8, 7) + index * 4 * 86_400_000);
  return date.toISOString().slice(0, 10);
};

const TOPICS = [
  'Вводный инструктаж. Требования к промежуточной и итоговой аттестации',
  'Правовые основы охраны труда: Трудовой кодекс, подзаконные акты, локальные нормативные акты',
  'Оценка профессиональных рисков на рабочем месте & меры управления ими',
  'Практическая работа «Расследование микротравм»',
];

function lessonLine(index: number, learners: number): JournalLesson {
  return {
    line: index + 1,
    on: day(index),
    lesson: `les-${index + 1}`,
    topic: TOPICS[index % TOPICS.length] ?? '',
    kind: index % 3 === 0 ? 'lecture' : 'practical',
    kindTitle:
      index % 3 === 0
        ? { ru: 'лекция', en: 'lecture' }
        : { ru: 'практическое занятие', en: 'practical' },
    hours: 2,
    homework: index % 2 === 0 ? null : 'Глава 3, вопросы 1–12; составить карту рисков',
    teacher: teacher.name,
    presentCount: learners - (index % 4),
    absentCount: index % 4,
    substituteFor: null,
    individual: null,
    modeTitle: null,
    modeGround: null,
    annulled: null,
    source: sourceAt('academy.journal-m-1.safety.2026', index),
  };
}

const NO_LESSON = { lesson: null, held: null, annulled: false } as const;

function columnsOf(lessons: readonly JournalLesson[]): readonly JournalColumn[] {
  const ofLessons = lessons.map((lesson): JournalColumn => ({
    key: `lesson:${lesson.source.event}`,
    on: lesson.on,
    lesson: lesson.lesson,
    held: lesson.source.event,
    annulled: lesson.annulled !== null,
    attestation: false,
    kind: null,
    form: null,
    planned: null,
    title: null,
  }));
  const test: JournalColumn = {
    key: 'planned:t-1',
    on: day(9),
    ...NO_LESSON,
    attestation: false,
    kind: 'current',
    form: 'control-work',
    planned: 't-1',
    title: 'Контрольная работа № 1 «Риски»',
  };
  const finals = ['interim', 'final'].map((kind): JournalColumn => ({
    key: `attestation:${kind}/exam`,
    on: '2026-12-16',
    ...NO_LESSON,
    attestation: true,
    kind,
    form: 'exam',
    planned: null,
    title: null,
  }));
  return [...ofLessons, test, ...finals].toSorted((a, b) => {
    if (a.attestation !== b.attestation) return a.attestation ? 1 : -1;
    return a.on < b.on ? -1 : Number(a.on > b.on);
  });
}

/** The result of a row's special case, in the column that shows it. */
function special(row: number, on: string): ShownResult {
  const first = result(on, mark('3'));
  const byLesson = { ...first, basis: null };
  switch (row) {
    case 2:
      return corrected(byLesson, correction(mark('3'), mark('4')));
    case 4:
      return corrected(
        byLesson,
        correction(mark('3'), mark('5'), { state: 'waiting', actedOn: '2026-12-18' }),
      );
    case 6:
      return annul(byLesson, 'оценка внесена не тому слушателю');
    case 8:
      return corrected(
        corrected(byLesson, correction(mark('3'), mark('4'))),
        correction(mark('4'), mark('5'), {
          actedOn: '2026-12-01',
          ground: order('45-уч', '2026-11-30'),
          reason: { text: null, erased: true },
        }),
      );
    case 10:
      return corrected(
        byLesson,
        correction(mark('3'), mark('4'), {
          state: 'declined',
          decision: {
            source: sourceAt(),
            actedOn: '2026-11-14',
            signer: head,
            actor: 'u-1',
            ground: null,
            afterArchive: false,
            groundAt: null,
            reason: { text: 'работа не представлена', erased: false },
          },
        }),
      );
    default:
      return byLesson;
  }
}

const INTERIM = {
  kind: 'interim',
  kindTitle: { ru: 'Промежуточная аттестация', en: 'Interim attestation' },
  attestation: true,
  form: 'exam',
  formTitle: { ru: 'экзамен', en: 'exam' },
} as const;
const FINAL = {
  ...INTERIM,
  kind: 'final',
  kindTitle: { ru: 'Итоговая аттестация', en: 'Final attestation' },
} as const;

function resultsIn(row: number, column: JournalColumn, index: number): readonly ShownResult[] {
  if (column.kind === 'interim') return [result('2026-12-10', mark('4'), INTERIM)];
  if (column.kind === 'final') return finalResult(row);
  if (column.planned !== null) return [result(column.on, mark(String(3 + (row % 3))))];
  if (index === 3 && row % 2 === 0 && row < 12) return [special(row, column.on)];
  if ((index + row) % 5 !== 0) return [];
  return [result(column.on, mark(String(2 + ((index * 7 + row) % 4))))];
}

function finalResult(row: number): readonly ShownResult[] {
  if (row === 3) {
    const from = {
      kind: 'other-organisation',
      organisation: 'УрФУ',
      document: 'диплом 107704 0012345',
      achievedOn: '2025-06-30',
    };
    const credit = { from, decidedBy: head.name };
    const value = { ...mark('5'), outcome: 'credited' } as ShownValue;
    return [result('2026-09-10', value, { ...FINAL, credit, assessor: null })];
  }
  if (row === 5) {
    const absent: ShownValue = {
      outcome: 'absent',
      code: 'б',
      title: { ru: 'болезнь', en: 'illness' },
    };
    return [result('2026-12-16', absent, FINAL), result('2026-12-19', mark('3'), FINAL)];
  }
  return [result('2026-12-16', row % 7 === 0 ? passed : mark(String(3 + (row % 3))), FINAL)];
}

function cellOf(row: number, column: JournalColumn, index: number, outside: boolean): JournalCell {
  if (outside || column.annulled) return { column: column.key, attendance: null, results: [] };
  const missed = column.lesson !== null && index !== 3 && (row + index * 3) % 11 === 0;
  const code = missed ? (row % 2 === 0 ? 'н' : 'б') : null;
  const title =
    code === 'н'
      ? { ru: 'отсутствовал без уважительной причины', en: 'absent' }
      : { ru: 'болезнь', en: 'illness' };
  return {
    column: column.key,
    attendance:
      column.lesson === null
        ? null
        : { code, title: code === null ? null : title, source: sourceAt() },
    results: missed ? [] : resultsIn(row, column, index),
  };
}

const enrolment: Ground = order('112-о', '2026-09-01');

function rowOf(row: number, name: string, columns: readonly JournalColumn[]): JournalRow {
  const arrivedOn = row === 13 ? '2026-10-05' : '2026-09-01';
  const leftOn = row === 21 ? '2026-11-16' : null;
  const outside = (on: string): boolean => on < arrivedOn || (leftOn !== null && on >= leftOn);
  const learner = named(`l-${row + 1}`, row === 17 ? null : name, row === 17);
  const cells = columns.map((column, index) => cellOf(row, column, index, outside(column.on)));
  const missed = cells.filter(({ attendance }) => attendance !== null && attendance.code !== null);
  return {
    line: row + 1,
    learner,
    masked: false,
    stays: [
      {
        enrollment: `e-${row + 1}`,
        learner: learner.person,
        programme: 'mentor',
        arrival: {
          on: arrivedOn,
          by: row === 13 ? 'transferred' : 'enrolled',
          fromGroup: row === 13 ? 'm-2' : null,
          ground: row === 13 ? order('130-п', '2026-10-02') : enrolment,
          resultsStay: [],
          source: sourceAt(),
        },
        departure:
          leftOn === null
            ? null
            : {
                on: leftOn,
                by: 'discharged',
                toGroup: null,
                reason: 'own-wish',
                honours: null,
                ground: order('171-о', '2026-11-13'),
                resultsStay: [],
                source: sourceAt(),
              },
        studyFrom: '2026-09-07',
        leaves: [],
      },
    ],
    cells,
    attendance: {
      lessonsAttended: columns.length - 3 - missed.length,
      lessonsMissed: missed.length,
      lessonsMissedExcused: missed.filter(({ attendance }) => attendance?.code === 'б').length,
      hoursAttended: 0,
      hoursMissed: missed.length * 2,
    },
  };
}

/**
 * A journal with a number of learners and lessons, and with every special case that a page must
 * show.
 */
export function sampleJournal(learners = 30, lessonCount = 24): JournalPage {
  counter = 0;
  const held = Array.from({ length: lessonCount }, (_, index) => lessonLine(index, learners));
  const wrong: JournalLesson = {
    ...lessonLine(lessonCount, learners),
    topic: 'Занятие, которого не было',
    annulled: {
      actedOn: '2026-11-20',
      reason: 'внесено в чужую группу',
      signer: head,
      moved: false,
      source: sourceAt(),
    },
  };
  const lessons = [...held, wrong];
  const columns = columnsOf(lessons);
  const rows = learnerNames(learners).map((name, row) => rowOf(row, name, columns));
  const corrections = rows
    .flatMap(({ learner, cells }) =>
      cells.flatMap(({ results }) =>
        results.flatMap((one) => one.corrections.map((act) => ({ learner, one, act }))),
      ),
    )
    .toSorted((a, b) => (a.act.actedOn < b.act.actedOn ? -1 : 1))
    .map(({ learner, one, act }, index): JournalCorrection => ({
      line: index + 1,
      learner,
      result: one,
      correction: act,
    }));
  return {
    basis,
    form: null,
    group: { id: 'm-1', title: 'Н-1/2026', from: '2026-09-01', until: '2026-12-20' },
    groupTitles: { 'm-2': 'Н-2/2026' },
    programme: { id: 'mentor', title: 'Наставничество и безопасность труда на производстве' },
    module: { id: 'safety', title: 'Безопасность труда' },
    hoursPlanned: 52,
    hoursHeld: held.length * 2,
    heldAlone: { lessons: 0, hours: 0 },
    carried: { lessons: 0, hours: 0 },
    keeping: [],
    absent: [],
    scale: { ru: 'пятибалльная', en: 'five-point' },
    teachers: [teacher.name],
    columns,
    rows,
    lessons,
    corrections,
  };
}

/** A journal that was handed over, continues another one, and is continued in a third. */
export function keptJournal(): JournalPage {
  const journal = sampleJournal();
  const entered = { signer: head, ground: null, annulled: null };
  const ground = order('30-уч', '2026-11-30');
  const held = { lessonsHeld: 12, hoursHeld: 24 };
  const wrongly = {
    actedOn: '2026-10-21',
    reason: 'не тот журнал',
    signer: head,
    source: sourceAt(),
  };
  const successor = named('p-8', 'Белов Пётр Ильич');
  const handedOver = {
    ...entered,
    what: 'handed-over',
    from: teacher.name,
    to: successor,
  } as const;
  return {
    ...journal,
    carried: { lessons: 12, hours: 24 },
    keeping: [
      {
        ...entered,
        ...held,
        what: 'continued-from',
        on: '2026-10-01',
        ground,
        journal: 'm-2.safety.2026',
        group: { id: 'm-2', title: 'Н-2/2026' },
        source: sourceAt(),
      },
      { ...handedOver, on: '2026-10-20', act: null, annulled: wrongly, source: sourceAt() },
      {
        ...handedOver,
        on: '2026-11-02',
        act: { number: '1-пж', date: '2026-11-01' },
        source: sourceAt(),
      },
      {
        ...entered,
        what: 'continued-in',
        on: '2026-12-21',
        ground,
        journal: 'm-3.safety.2026',
        group: { id: 'm-3', title: null },
        lessonsHeld: 24,
        hoursHeld: 48,
        source: sourceAt(),
      },
    ],
  };
}

const erased = { text: null, erased: true } as const;

function step<T extends LifeFact['type']>(
  type: T,
  on: string,
  ground: Ground | null,
  data: Omit<Extract<LifeFact, { type: T }>['data'], 'enrollment' | 'learner' | 'programme'>,
): LifeFact {
  const whose = { enrollment: 'e-1', learner: 'l-1', programme: 'mentor' };
  const source = sourceAt('academy.enrollment-l-1.mentor.1');
  return { type, on, source, actor: 'u-17', ground, data: { ...whose, ...data } } as LifeFact;
}

/** The three days of a step: the transfer was entered twelve days after its day. */
function daysOfStep({ type, on, ground }: LifeFact): MarkedDays {
  const isLate = type === 'Transferred';
  const [enteredOn, daysLate] = isLate ? ['2026-10-17', 12] : [on, 0];
  return { paperOn: ground?.date ?? null, effectOn: on, enteredOn, daysLate, isLate };
}

function enrollmentSample(): FileEnrollment {
  const steps = [
    step('Enrolled', '2026-09-01', enrolment, {
      group: 'm-2',
      studyFrom: '2026-09-07',
      sentBy: null,
      edition: 1,
    }),
    step('Transferred', '2026-10-05', order('130-п', '2026-10-02'), {
      fromGroup: 'm-2',
      toGroup: 'm-1',
      edition: 1,
    }),
    step('Suspended', '2026-10-20', order('140-п', '2026-10-19'), {
      reason: 'academic-leave',
      until: '2026-11-01',
      edition: 1,
    }),
    step('Reinstated', '2026-11-02', order('150-п', '2026-11-01'), {
      group: 'm-1',
      edition: 1,
    }),
    step('Completed', '2026-12-20', order('190-о', '2026-12-19'), {
      group: 'm-1',
      honours: 'distinction',
      edition: 1,
    }),
  ];
  const attendance = {
    lessonsAttended: 20,
    lessonsMissed: 4,
    lessonsMissedExcused: 3,
    hoursAttended: 40,
    hoursMissed: 8,
  };
  const safety = [
    special(2, '2026-09-19'),
    special(4, '2026-10-13'),
    special(6, '2026-10-17'),
    special(8, '2026-11-03'),
    special(10, '2026-11-07'),
    ...finalResult(1),
  ];
  return {
    course: [],
    life: {
      enrollment: 'e-1',
      learner: 'l-1',
      programme: 'mentor',
      stream: 'academy.enrollment-l-1.mentor.1',
      group: 'm-1',
      status: 'completed',
      enrolledOn: '2026-09-01',
      studyFrom: '2026-09-07',
      sentBy: null,
      endedOn: '2026-12-20',
      honours: 'distinction',
      dischargeReason: null,
      study: [],
      steps,
      entries: steps.map((one) => ({ step: one, annulled: null })),
    },
    steps: steps.map((one) => ({
      step: one,
      days: daysOfStep(one),
      reasonTitle: null,
      annulled: null,
    })),
    programmeTitle: 'Наставничество и безопасность труда на производстве',
    programmeType: { ru: 'повышение квалификации', en: 'qualification improvement' },
    groupTitle: 'Н-1/2026',
    groupTitles: { 'm-1': 'Н-1/2026', 'm-2': 'Н-2/2026' },
    dischargeTitle: null,
    modules: [
      { module: 'safety', title: 'Безопасность труда', hours: 52, results: safety, attendance },
      {
        module: 'law',
        title: 'Правовые основы наставничества',
        hours: 18,
        results: finalResult(3),
        attendance,
      },
      { module: 'practice', title: 'Стажировка', hours: null, results: [], attendance },
    ],
    counts: { results: 6, credits: 1, corrections: 5 },
    archivalStatus: { state: 'accepted', transfer: 'tr-2026-1', since: '2027-01-15' },
  };
}

const DOCUMENTS = [
  ['Заявление о приёме на обучение', null, '2026-08-28', 1],
  ['Договор об оказании платных образовательных услуг с приложениями', '214/2026', '2026-08-29', 4],
  ['Согласие на обработку персональных данных', null, '2026-08-29', 2],
  ['Копия диплома о высшем образовании с приложением', '107704 0012345', '2015-06-30', 3],
  ['Выписка из приказа о зачислении', '112-о', '2026-09-01', 1],
  ['Копия приказа о поощрении', '15-п', '2026-12-18', 1],
] as const;

function volumeSample(): FileVolume {
  const stream = 'academy.file-l-1.1';
  const inventory = DOCUMENTS.map(([title, number, date, sheets], index) => ({
    type: 'FileDocumentAdded' as const,
    on: '2026-09-01',
    source: sourceAt(stream, index + 1),
    actor: 'u-17',
    ground: null,
    title: said(title),
    number: { text: number, erased: false },
    data: {
      file: 'f-1',
      learner: 'l-1',
      item: index + 1,
      date,
      sheets,
      medium: 'paper',
      original: index < 3,
      about: null,
    },
  }));
  return {
    file: 'f-1',
    stream,
    number: '05-12/2026/17',
    index: '05-12',
    openedOn: '2026-09-01',
    corrected: [],
    removed: [],
    certified: [],
    annulled: [],
    closedOn: '2026-12-20',
    inventory,
    sheets: 12,
    archivalStatus: { state: 'accepted', transfer: 'tr-2026-1', since: '2027-01-15' },
    absent: [],
  };
}

function commendationSample(): FileCommendation {
  const about = { commendation: 'c-1', learner: 'l-1' };
  const fact = { actor: 'u-1', ground: order('15-п', '2026-12-18') };
  const place = 'academy.commendation-c-1';
  return {
    commendation: 'c-1',
    state: 'presented',
    kind: 'certificate-of-honour',
    proposed: {
      ...fact,
      type: 'CommendationProposed',
      on: '2026-12-15',
      source: sourceAt(place, 0),
      data: {
        ...about,
        enrollment: 'e-1',
        basis: 'documented-success',
        area: null,
        proposedBy: { kind: 'person', id: 'p-9' },
        edition: 1,
      },
    },
    ordered: {
      ...fact,
      type: 'CommendationOrdered',
      on: '2026-12-18',
      source: sourceAt(place, 1),
      data: {
        ...about,
        kind: 'certificate-of-honour',
        orderedBy: 'p-1',
        office: 'head',
        copiesTo: 'personal-file',
        edition: 1,
      },
    },
    presented: {
      ...fact,
      type: 'CommendationPresented',
      on: '2026-12-20',
      source: sourceAt(place, 2),
      data: about,
    },
    published: [],
    revoked: null,
    annulledEntries: [],
    kindTitle: { ru: 'Почётная грамота', en: 'Certificate of honour' },
    merit: said('за успехи в освоении программы и помощь товарищам по группе'),
    documents: {
      documents: [{ title: 'Ведомость итоговой аттестации', number: '4', date: '2026-12-14' }],
      erased: false,
    },
    orderedBy: head.name,
    revocationReason: { text: null, erased: false },
  };
}

/** The record of a learner without any entry. */
export const emptyRecord: PersonalFilePage['record'] = {
  credits: [],
  debts: [],
  retakes: [],
  notices: [],
  documents: [],
  achievements: [],
  portfolio: [],
  consents: [],
  disclosures: [],
  holds: [],
  loans: [],
  released: [],
  statuses: [],
  links: [],
};

/** A personal file with everything in it. */
export function sampleFile(): PersonalFilePage {
  counter = 10_000;
  return {
    basis,
    form: null,
    learner: named('l-1', 'Константинопольская-Богоявленская Александра Владиславовна'),
    latin: null,
    birthDate: said('1987-03-05'),
    snils: said('112-233-445 95'),
    email: said('konst@example.org'),
    phone: said('+7 900 000-00-00'),
    registered: null,
    representatives: [],
    files: [volumeSample()],
    enrollments: [enrollmentSample()],
    commendations: [commendationSample()],
    record: emptyRecord,
  };
}

/** The same file after an erasure: the facts stay, the person's values are erased. */
export function erasedFile(): PersonalFilePage {
  const file = sampleFile();
  const files = file.files.map((volume) => ({
    ...volume,
    inventory: volume.inventory.map((line) => ({
      ...line,
      title: erased,
      number: line.number.text === null ? line.number : erased,
    })),
  }));
  const commendations = file.commendations.map((one) => ({
    ...one,
    merit: erased,
    documents: { documents: [], erased: true },
  }));
  return {
    ...file,
    files,
    commendations,
    learner: named('l-1', null, true),
    birthDate: erased,
    snils: erased,
    email: erased,
    phone: erased,
  };
}

const compared = {
  item: 'order-1324/annex-6',
  evidence: { mark: 'V2', seenOn: '2026-11-30' },
  standing: 'verified',
  confirmation: null,
} as const;

function indicatorLine(one: (typeof ANNEX_6)[number], index: number): IndicatorRow {
  const indicator = { ...one, law: compared, undecided: [] };
  const none = { value: null, sharePercent: null, behind: [], entered: null };
  if (index % 9 === 7) {
    return { ...indicator, ...none, origin: 'missing', printed: 'нет данных' };
  }
  const share = indicator.form === 'number' ? null : '38';
  if (index > 8) {
    const entered = {
      value: '12.5',
      sharePercent: share,
      source: 'кадровая справка № 4',
      on: '2027-02-01',
      actor: 'u-1',
      event: sourceAt('academy.evaluation-2026'),
    };
    const printed = printedBy(indicator, '12,5');
    return {
      ...indicator,
      origin: 'entered',
      behind: [],
      entered,
      printed,
      value: '12.5',
      sharePercent: share,
    };
  }
  const behind = Array.from({ length: 45 }, (_, at) => ({
    kind: 'learner' as const,
    id: `l-${at + 1}`,
    enrollments: [`l-${at + 1}.mentor.1`],
    events: [sourceAt(`academy.enrollment-l-${at + 1}.mentor.1`)],
  }));
  const printed = printedBy(indicator, '45');
  return {
    ...indicator,
    origin: 'computed',
    value: '45',
    sharePercent: share,
    printed,
    behind,
    entered: null,
  };
}

const printedBy = ({ form }: (typeof ANNEX_6)[number], value: string): string => {
  if (form === 'share') return '38';
  return form === 'number-and-share' ? `${value}/38` : value;
};

/** A self-evaluation report of annex 6 with computed, entered and missing indicators. */
export function sampleEvaluation(): SelfEvaluationPage {
  counter = 20_000;
  const lines = ANNEX_6.map(indicatorLine);
  const title = { ...compared, ru: 'Показатели', en: 'Indicators' };
  const counted = { percentDecimals: 0, unsettled: 0, studied: 45 };
  const trained = lines[0]?.behind ?? [];
  return { basis, year: '2026', annex: '6', title, ...counted, trained, lines };
}

type Unnumbered = Omit<CorrectionsRow, 'line'>;

function register(
  act: CorrectionsRow['act'],
  whose: ShownResult,
  signed: CorrectionsRow['signed'] | null | undefined,
  change: ShownCorrection | null,
): Unnumbered {
  if (signed === null || signed === undefined) throw new Error(`no act for ${act}`);
  return {
    act,
    learner: named('l-1', 'Ильина Анна Петровна'),
    group: { id: 'm-1', title: 'Н-1/2026' },
    module: { id: 'safety', title: 'Безопасность труда' },
    recordedAt: '2026-11-12T10:00:00.000Z',
    signed,
    correction: change,
    result: whose,
  };
}

function correctionAt({ corrections }: ShownResult, at: number): ShownCorrection | null {
  return corrections[at] ?? null;
}

/** A register of corrections: one in effect, one declined with its decision, one annulment. */
export function sampleCorrections(): CorrectionsPage {
  counter = 30_000;
  const made = special(8, '2026-09-19');
  const declined = special(10, '2026-10-13');
  const annulled = special(6, '2026-10-17');
  const refused = correctionAt(declined, 0);
  const lines = [
    register('AssessmentCorrected', made, correctionAt(made, 0), correctionAt(made, 0)),
    register('AssessmentCorrected', made, correctionAt(made, 1), correctionAt(made, 1)),
    register('AssessmentCorrected', declined, refused, refused),
    register('CorrectionDeclined', declined, refused?.decision, refused),
    register('AssessmentAnnulled', annulled, annulled.annulled, null),
  ];
  return {
    basis,
    from: '2026-09-01',
    until: '2026-12-31',
    by: 'acted',
    lines: lines.map((one, index) => ({ line: index + 1, ...one })),
    counts: { corrections: 3, waiting: 0, annulments: 1 },
  };
}
