import type { Choice } from './choice.ts';
import { daysAfter } from './choice.ts';
import type { Hint } from './hint.ts';
import { about } from './hint.ts';
import type { Fact, World } from './world.ts';

const signed = (world: World, by: Choice) => ({ signer: 'p-1', office: null, on: world.act(by) });
const archivist = { person: 'p-2', office: 'archivist' };
const hash = (letter: string): string => letter.repeat(64);
const disc = { kind: 'disc', place: 'сейф', sha256: hash('a') };
const media = [1, 2].map((n) => ({ id: `d-${n}`, ...disc }));

/** Records that a transfer may include: ended studies, closed files, journals. */
function records(world: World): readonly string[] {
  const ended = world
    .of('Completed', 'Discharged')
    .map((one) => `enrollment-${str(one, 'enrollment')}`);
  const files = world.of('FileClosed').map((one) => `file-${str(one, 'file')}`);
  const journals = world.of('LessonHeld').map((one) => `journal-${str(one, 'journal')}`);
  return [...new Set([...ended, ...files, ...journals])];
}
const str = (fact: Fact, field: string): string => String(fact.data[field]);

const ofTransfer =
  (more: object = {}): Hint =>
  (world, by) =>
    about(world.late(by, 'TransferBegun'), ({ transfer }) => ({
      transfer,
      ...signed(world, by),
      ...more,
    }));

const inYear = (world: World, by: Choice) => ({
  studyYear: by.mostly(studyYear(world.day), '2020'),
  ...signed(world, by),
});
const studyYear = (day: string): string =>
  day.slice(5) >= '09-01' ? day.slice(0, 4) : String(Number(day.slice(0, 4)) - 1);

const ofYear =
  (type: string, say: (data: Fact['data'], by: Choice) => object): Hint =>
  (world, by) =>
    about(world.late(by, type), (data) => ({
      studyYear: data['studyYear'],
      ...signed(world, by),
      ...say(data, by),
    }));

/** The learners of an order over a group. */
const ordered: Hint = (world, by) => {
  const shared = { id: world.fresh('act'), on: world.act(by) };
  const enrollments = by.some(world.ids('enrollment').slice(0, 4));
  switch (by.below(5)) {
    case 0: {
      const learners = by.some(['l-1', 'l-4', ...world.ids('learner').slice(4, 6)]);
      return { ...shared, order: 'enroll', group: by.of('m-1', 'm-2', 'o-1'), learners };
    }
    case 1:
      return { ...shared, order: 'transfer', enrollments, group: 'm-1', to: 'm-2' };
    case 2:
      return { ...shared, order: 'complete', enrollments, group: 'm-1', honours: null };
    case 3:
      return {
        ...shared,
        order: 'decide-year',
        enrollments,
        studyYear: by.of('2025', '2026'),
        decision: by.mostly('promoted', 'repeats'),
        protocol: { number: '9', date: world.day },
        to: by.mostly('m-2', null),
      };
    default:
      return { ...shared, order: 'discharge', enrollments, group: 'm-1', reason: 'own-wish' };
  }
};

/** Transfers, loans, orders, retention, custody, commendations, commissions, works, credits. */
export const actHints: Readonly<Record<string, Hint>> = {
  'acts.order': (world, by) => {
    const input = { ...ordered(world, by) };
    return { ...input, __only: Object.keys(input) };
  },
  'transfers.begin': (world, by) =>
    records(world).length === 0
      ? null
      : {
          id: world.fresh('t'),
          group: by.mostly(null, 'm-1'),
          records: by.some(records(world)),
          handsOver: 'p-1',
          office: by.mostly(null, 'teacher', 'head'),
          orderDate: by.mostly(null, world.day),
          on: world.act(by),
        },
  'transfers.drawUpAct': (world, by) =>
    about(world.late(by, 'TransferBegun'), ({ transfer }) => ({
      transfer,
      number: '7',
      on: world.act(by),
    })),
  'transfers.sign': (world, by) => ofTransfer({ signer: by.of('p-1', 'p-2') })(world, by),
  'transfers.accept': ofTransfer({ signer: 'p-2', place: 'Стеллаж 4' }),
  'transfers.refuse': ofTransfer({
    signer: 'p-2',
    defects: [{ record: null, defect: 'не сшито' }],
  }),
  'transfers.callOff': (world, by) =>
    by.percent(40) ? ofTransfer({ reason: 'ошибка' })(world, by) : null,
  'loans.lend': (world, by) =>
    about(world.late(by, 'AcceptedByArchive', 'HandedOver'), ({ record }) => ({
      record,
      borrower: 'p-3',
      unit: 'Учебный отдел',
      purpose: 'справка',
      until: world.ahead(by, 30),
      ...signed(world, by),
    })),
  'loans.takeBack': (world, by) =>
    about(world.late(by, 'RecordLent'), ({ record }) => ({
      record,
      defects: [],
      ...signed(world, by),
    })),
  'retention.hold': (world, by) => ({
    id: world.fresh('hold'),
    scope: by.mostly<object>(
      { kind: 'learner', learner: 'l-1' },
      { kind: 'all' },
      { kind: 'carrier', carrier: 'lesson-journal' },
    ),
    reason: 'суд',
    ...signed(world, by),
  }),
  'retention.lift': (world, by) =>
    about(world.open(by, 'HoldPlaced', 'HoldLifted'), ({ hold }) => ({
      hold,
      ...signed(world, by),
    })),
  'retention.endNeed': (world, by) => ({
    carrier: 'electronic-records',
    record: by.mostly('learner-l-1', ...records(world)),
    startedOn: null,
    ...signed(world, by),
  }),
  'retention.approvePermanentLists': (world, by) => ({
    year: by.mostly(String(Number(world.day.slice(0, 4)) - 1), '2020'),
    ...signed(world, by),
    office: by.mostly<string | null>('head', null),
  }),
  'retention.select': (world, by) => {
    const unneeded = world.late(by, 'NoLongerNeeded');
    const record = by.one(records(world));
    if (unneeded === null && record === null) return null;
    const carrier = record?.startsWith('journal') === true ? 'lesson-journal' : 'personal-files';
    const old = { carrier, record, startedOn: null };
    const item =
      unneeded === null || by.percent(30)
        ? old
        : { carrier: unneeded.data['carrier'], record: unneeded.data['record'], startedOn: null };
    return {
      id: world.fresh('act'),
      number: '3',
      items: [item],
      ...signed(world, by),
      office: by.mostly<string | null>('archivist', null),
    };
  },
  'retention.approve': (world, by) =>
    about(world.late(by, 'CarriersSelected'), ({ act }) => {
      const first = !world.of('SelectionApproved').some((one) => one.data['act'] === act);
      return {
        act,
        approval: first ? 'expert-commission' : 'head',
        ...signed(world, by),
        ground: { kind: 'protocol', number: '2', date: world.day },
      };
    }),
  'retention.callOff': (world, by) =>
    by.percent(30)
      ? about(world.late(by, 'CarriersSelected'), ({ act }) => ({
          act,
          reason: 'ошибка',
          ...signed(world, by),
          office: by.mostly<string | null>('archivist', null),
        }))
      : null,
  'retention.recordDestruction': (world, by) =>
    about(world.late(by, 'SelectionApproved', 'CarriersSelected'), ({ act }) => ({
      act,
      number: '5',
      method: by.mostly('shredding', 'burning'),
      destroyers: [by.mostly<object | string>({ person: 'p-1', office: 'head' }, 'p-1'), archivist],
      on: world.act(by),
    })),
  'retention.orderErasure': (world, by) => ({
    id: world.fresh('act'),
    records: [`learner-${by.of('l-1', 'l-2')}`],
    reason: by.mostly('consent-withdrawn', 'term-over', 'unlawful'),
    ...signed(world, by),
  }),
  'retention.drawUpErasureAct': (world, by) =>
    about(world.late(by, 'ErasureOrdered'), ({ act }) => ({
      act,
      number: '6',
      system: 'Летопись',
      signers: [by.mostly<object | string>({ person: 'p-1', office: 'head' }, 'p-1'), archivist],
      on: world.act(by),
    })),
  'custody.definePeriod': (world, by) => ({
    period: by.mostly(world.fresh('term'), 'term-1'),
    ...inYear(world, by),
    from: world.day,
    until: daysAfter(world.day, by.below(20) + 1),
  }),
  'custody.closePeriod': ofYear('StudyPeriodDefined', ({ period }) => ({ period })),
  'custody.recordExport': (world, by) =>
    about(world.late(by, 'StudyPeriodDefined'), ({ studyYear: year, period }) => ({
      id: world.fresh('ex'),
      studyYear: year,
      ...signed(world, by),
      period,
      source: 'lms',
      contents: ['marks'],
      keptAt: 'сервер',
      sha256: hash('b'),
    })),
  'custody.checkEntries': (world, by) =>
    about(world.late(by, 'StudyPeriodDefined'), ({ studyYear: year, period }) => ({
      id: world.fresh('ch'),
      studyYear: year,
      ...signed(world, by),
      period,
      findings: [{ record: null, finding: 'нет отметки' }],
    })),
  'custody.settleFinding': ofYear('EntriesChecked', ({ check }) => ({
    check,
    finding: 1,
    how: 'внесена',
  })),
  'custody.recordBackup': (world, by) => ({
    id: world.fresh('b'),
    contents: 'Журналы',
    media: by.mostly(media, media.slice(1)),
    ...inYear(world, by),
  }),
  'custody.checkIntegrity': (world, by) =>
    about(world.late(by, 'BackupMade'), ({ studyYear: year, backup }) => ({
      id: world.fresh('ch'),
      backup,
      studyYear: year,
      ...signed(world, by),
      media: [
        { medium: 'd-1', sha256: by.of(null, hash('a'), null) },
        { medium: 'd-2', sha256: hash('a') },
      ],
    })),
  'custody.replaceMedium': ofYear('IntegrityChecked', ({ backup }) => ({
    backup,
    damaged: 'd-1',
    from: 'd-2',
    medium: { ...media[0], id: 'd-3' },
  })),
  'custody.recordRestore': (world, by) =>
    about(world.late(by, 'BackupMade'), ({ studyYear: year, backup }) => ({
      id: world.fresh('re'),
      backup,
      medium: by.mostly('d-2', 'd-1'),
      into: 'Стенд',
      sha256: hash('a'),
      studyYear: year,
      ...signed(world, by),
    })),
};
