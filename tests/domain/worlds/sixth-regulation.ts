import type { RegulationPreset } from '@letopis/core';

/*
 * The regulation of a flying school, which no preset is like; it is data only. Twelve points with
 * words and letters, its own offices and kinds, books, terms and days.
 */

const named = (id: string, ru: string, en: string) => ({ id, title: { ru, en } });
const WORDS = [
  ['один', 'one'],
  ['два', 'two'],
  ['три', 'three'],
  ['четыре', 'four'],
  ['пять', 'five'],
  ['шесть', 'six'],
  ['семь', 'seven'],
  ['восемь', 'eight'],
  ['девять', 'nine'],
  ['десять', 'ten'],
  ['одиннадцать', 'eleven'],
  ['двенадцать', 'twelve'],
] as const;

const twelvePoints = {
  ...named('twelve', 'Двенадцать баллов', 'Twelve points'),
  kind: 'levels' as const,
  levels: WORDS.map(([ru, en], index) => {
    const value = String(index + 1);
    const words = { ru, en };
    return { value, digits: value, words, label: words, points: value, passes: index >= 6 };
  }),
};
const letters = {
  ...named('letters', 'Буквы', 'Letters'),
  kind: 'levels' as const,
  levels: ['A', 'B', 'F'].map((value) => {
    const words = { ru: `литера ${value}`, en: value };
    return { value, digits: null, words, label: words, points: null, passes: value !== 'F' };
  }),
};

const chief = ['chief'];
const instructors = ['instructor', 'chief'];
const counts = 'next-day' as const;
const log = {
  title: { ru: 'Книга свидетельств', en: 'Book of licences' },
  scope: 'register' as const,
  firstNumber: 100,
  chronological: true,
  media: ['paper' as const],
};
const licence = {
  ...named('licence', 'Свидетельство пилота', 'Pilot’s licence'),
  register: 'licences',
  duplicateRegister: null,
  receivedRegister: null,
  blank: null,
  demands: 'nothing' as const,
  categories: [],
  marksInLine: false,
  markKinds: [],
  markRules: [],
  failingMarks: 'by-demands' as const,
  mayLackMarks: false,
  groundKinds: ['protocol'],
  signerOffices: chief,
};

/** The rules of the flying school. */
export const flyingSchool: RegulationPreset = {
  preset: null,
  title: { ru: 'Положение лётной школы', en: 'Regulation of the flying school' },
  general: {
    annex: null,
    offices: [
      named('chief', 'Начальник школы', 'Chief'),
      named('instructor', 'Инструктор', 'Instructor'),
      named('examiner', 'Экзаменатор', 'Examiner'),
      named('keeper', 'Хранитель', 'Keeper'),
    ],
    programmeTypes: [
      {
        ...named('private-pilot', 'Частный пилот', 'Private pilot'),
        category: null,
        mandatory: ['check-flight'],
        hoursMin: 42,
      },
    ],
    orderFor: ['appoint'],
    daysAhead: { happened: 1, ordered: 400 },
    lateEntryDays: 3,
    retroactive: [
      { ...named('crash', 'После аварии', 'After a crash'), commands: ['relieve-official'] },
    ],
    ordersRegistered: false,
    sameSnils: 'warn',
    sources: [{ field: 'scales.scales', source: 'order of the chief 3' }],
  },
  scales: { scales: [twelvePoints, letters], chosenBy: 'programme' },
  assessment: {
    kinds: [
      {
        ...named('ground-check', 'Наземная проверка', 'Ground check'),
        attestation: false,
        once: false,
        byPeriod: false,
      },
      {
        ...named('check-flight', 'Проверочный полёт', 'Check flight'),
        attestation: true,
        once: false,
        byPeriod: false,
      },
    ],
    forms: [named('dual', 'С инструктором', 'Dual'), named('solo', 'Одиночный', 'Solo')],
    periods: [],
    distanceForms: [],
    origins: ['internal'],
    assessorOffices: ['examiner'],
    platformMayAssess: false,
    finalKind: null,
    stateFinal: null,
    requirementsAnnounced: false,
    notAssessedReasons: [],
    specialConditions: { conditions: [], grounds: [], kinds: [], kindsNotStateFinal: [] },
  },
  correction: {
    signerOffices: ['examiner'],
    correctorSigns: true,
    wordsRequired: false,
    reasonRequired: false,
    positionRequired: false,
    replacedNamed: false,
    countersignOffices: chief,
    orderAfterArchive: false,
    annulmentOffices: chief,
    annulmentReasonRequired: false,
    entryOffices: chief,
    entryReasonRequired: false,
    attendanceOffices: chief,
    attendancePaperRequired: false,
    authorCorrects: false,
    prevailingCarrier: 'paper',
  },
  lessons: {
    kinds: [named('sortie', 'Вылет', 'Sortie')],
    attendanceCodes: [{ code: 'мед', title: { ru: 'Медкомиссия', en: 'Medical' }, excused: true }],
    teacherOffices: ['instructor'],
    modes: [],
    attendeesEnrolled: false,
    handOverOffices: chief,
  },
  enrollment: {
    onePer: 'programme',
    orderFor: ['discharge'],
    dischargeReasons: [
      {
        ...named('grounded', 'Отстранён от полётов', 'Grounded'),
        programmeTypes: [],
        leastAge: null,
        notForSpecialNeeds: false,
        will: 'organisation',
        asksWhereTo: false,
        beforePaper: false,
        notDuringLeave: false,
        closesDebts: false,
      },
    ],
    suspensionReasons: [named('medical', 'Медкомиссия', 'Medical')],
    promotionRequired: [],
    yearDecisions: [],
    educationForms: [],
    studyForms: [],
    arrangements: [],
  },
  commendation: {
    kinds: [named('silver-wings', 'Серебряные крылья', 'Silver wings')],
    separateAct: null,
    areas: [],
    bases: ['practice'],
    orderOffices: ['instructor'],
    orderRequired: false,
    copiesTo: null,
    countsIn: [],
    publicationNeedsConsent: false,
    revocable: false,
  },
  archive: {
    deadlineDays: 5,
    handOverOffices: ['instructor'],
    receiveOffices: ['keeper'],
    fromUnit: 'Ангар',
    toUnit: 'Хранилище',
  },
  carriers: {
    carriers: [
      {
        ...named('flight-log', 'Лётная книга', 'Flight log'),
        records: 'journal',
        medium: 'paper',
        mandatory: true,
        decidedBy: null,
        filePlanIndex: 'Л-1',
        retention: { term: 'exact', years: 25, startsAt: 'last-landing' },
      },
    ],
  },
  credits: {
    sources: ['own'],
    applicants: ['learner'],
    methods: ['comparison'],
    decisionRequired: true,
    comparisonRequired: false,
    documentRequired: false,
    comparisonOffices: chief,
    decisionOffices: chief,
    controlOffices: null,
    reasonRequired: false,
    achievementKinds: [],
    achievementKindsNotStateFinal: [],
    achievementNeedsListing: false,
  },
  achievements: {
    kinds: [named('air-race', 'Авиагонка', 'Air race')],
    levels: [{ ...named('airfield', 'Аэродром', 'Airfield'), indicatorLevel: null }],
    outcomes: [{ ...named('first-home', 'Первый', 'First home'), prize: true }],
    officialLists: [],
    verifierOffices: ['instructor'],
    evidenceRequired: false,
    annulmentOffices: chief,
    basisForKinds: [],
    basisMustBeVerified: false,
    banks: [{ ...named('aces', 'Банк асов', 'Bank of aces'), holder: 'learner' }],
    replenishBy: ['03-01'],
    replenishOffices: instructors,
  },
  portfolio: {
    kinds: [named('track', 'Запись маршрута', 'Flight track')],
    holders: ['learner'],
    media: ['digital'],
    keeperOffices: instructors,
    learnerMayAdd: true,
    removalReasons: [named('error', 'Ошибка', 'Error')],
  },
  documents: {
    kinds: [licence],
    blanks: [],
    registers: [{ ...log, id: 'licences', reset: 'never', index: 'ЛШ', format: '{index}/{n:5}' }],
    blankOffices: chief,
    correctionOffices: chief,
    annulmentOffices: chief,
    annulmentOrderRequired: false,
    withdrawalReasons: [{ ...named('lost', 'Утрачено', 'Lost'), outcome: 'loss' }],
    deliveryWays: ['in-person'],
  },
  retention: {
    startRules: [
      { ...named('last-landing', 'Последняя посадка', 'Last landing'), from: 'closing', counts },
    ],
    filePlan: [],
    holdings: [{ records: 'journal', kinds: ['journal'] }],
    holdOffices: chief,
    needOffices: chief,
    selectionOffices: ['keeper'],
    approvals: [
      { ...named('chief', 'Начальник', 'Chief'), offices: chief, protocolRequired: false },
    ],
    permanentListsFirst: false,
    methods: [named('burning', 'Сожжение', 'Burning')],
    destructionOffices: ['keeper', 'chief'],
    destroyersMin: 1,
    erasureOffices: chief,
    erasureReasons: [named('term-over', 'Истёк срок', 'Term over')],
  },
  custody: {
    studyYearEnds: '12-31',
    studyYearEndsYearsLater: 0,
    periodExport: null,
    entriesCheck: null,
    integrityCheck: null,
    backup: {
      mediaMin: 3,
      dueMonth: 2,
      dueDay: 1,
      offices: ['keeper'],
      mediaKinds: [named('tape', 'Лента', 'Tape')],
    },
  },
  commissions: {
    kinds: [
      {
        ...named('board', 'Лётная комиссия', 'Flight board'),
        attests: ['check-flight'],
        attempts: 'any',
      },
    ],
    orderFor: [],
    seats: [
      {
        role: 'captain',
        title: { ru: 'Капитан', en: 'Captain' },
        offices: ['examiner'],
        min: 1,
        max: null,
        votes: true,
        presides: true,
        mustSign: true,
      },
    ],
    quorum: { of: 'number', members: 2 },
    presidingRequired: false,
    numberedPer: 'commission',
    protocolFor: [],
    lineCorrectionRoles: ['captain'],
  },
  retakes: {
    excludedReasons: ['medical'],
    orderFor: [],
    finalNeedsNoDebts: false,
    completionNeedsNoDebts: false,
    informWays: ['radio'],
    limits: [
      {
        kinds: ['check-flight'],
        programmeTypes: [],
        debt: true,
        attemptsMax: 1,
        termMonths: 3,
        commissionFromAttempt: null,
        afterDischarge: false,
      },
    ],
  },
  works: {
    workKinds: [],
    orderFor: [],
    supervisorOffices: instructors,
    reviewRequired: false,
    reviewScale: 'letters',
    recommendations: [],
    admissionRequired: false,
    defenceForms: [],
    defenceByProtocol: false,
    practiceKinds: [],
    practiceForms: [],
    reportKinds: [],
    reportOffices: instructors,
  },
  disclosure: {
    recipients: [
      { recipient: 'learner', ways: ['application'], opensBy: ['right'] },
      { recipient: 'third-person', ways: ['application'], opensBy: ['interest'] },
    ],
    forms: ['written'],
    purposes: [named('insurance', 'Страхование', 'Insurance')],
    refusalGrounds: [named('not-entitled', 'Нет права', 'Not entitled')],
    deadlines: [
      {
        ...named('week', 'Неделя', 'A week'),
        recipients: ['learner', 'third-person'],
        days: 7,
        unit: 'calendar-days',
        extensionDays: 0,
        source: 'order of the chief 4',
      },
    ],
    decisionOffices: ['keeper'],
    inStudyOffices: [],
    closedOffices: [],
    publication: { opensBy: ['consent'], groundKinds: ['order'], offices: chief },
    holidays: [],
    daysOff: [],
    daysWorked: [],
  },
  printouts: {
    certification: [
      {
        ...named('printout', 'Выписка', 'Printout'),
        forms: [],
        offices: chief,
        stitchedFromSheets: 9,
        sealRequired: true,
        approvedForm: false,
      },
    ],
    sheets: { offices: ['instructor'], byCarrier: [], numberedPer: 'carrier', approvedForm: false },
    voidReasons: [named('torn', 'Порвано', 'Torn')],
  },
  presence: {
    checkOffices: ['keeper'],
    searchDays: 90,
    approvalOffices: chief,
    commissionMin: 2,
    copyDays: null,
    copyOffices: ['keeper'],
    seizureOffices: chief,
  },
};
