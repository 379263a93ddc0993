import type { Choice } from './choice.ts';
import type { Hint } from './hint.ts';
import { about } from './hint.ts';
import type { Fact, World } from './world.ts';

const FORM_OF: Readonly<Record<string, string>> = {
  current: 'survey',
  interim: 'test',
  final: 'exam',
};

function enrollment(world: World, by: Choice): string | null {
  const ended = new Set(world.of('Completed', 'Discharged').map((one) => one.data['enrollment']));
  const open = world.ids('enrollment').filter((id) => !ended.has(id));
  return by.percent(92) ? by.one(open) : by.one(world.ids('enrollment'));
}

/** An event about one result, and the fields that name the result. */
const ofResult = (world: World, by: Choice, type: string, ...answers: readonly string[]) =>
  world.open(by, type, ...answers);

/** The value of a result that is in force: that of its last correction that nobody declined. */
function inForce(world: World, result: string): string {
  const refused = new Set(
    world.of('CorrectionDeclined', 'CorrectionWithdrawn').map(({ data }) => data['correction']),
  );
  const corrections = world
    .of('AssessmentCorrected')
    .filter(({ id, data }) => data['corrects'] === result && !refused.has(id));
  return corrections.at(-1)?.id ?? result;
}

/** The optional fields of a result, as an ordinary result by a teacher has them. */
const PLAIN = {
  origin: undefined,
  scale: undefined,
  outcome: undefined,
  reason: undefined,
  planned: undefined,
  conditions: undefined,
  retake: undefined,
  basis: null,
  assessor: 'p-1',
  office: 'teacher',
} as const;

const NEEDED = [
  { module: 'practice', kind: 'interim', form: 'credit-test', value: 'зачтено' },
  { module: 'safety', kind: 'interim', form: 'test', value: '4' },
  { module: 'safety', kind: 'final', form: 'exam', value: '5' },
] as const;

/** The next result that the newest enrollment needs before it can be completed. */
function missing(world: World): object {
  const study = world.of('Enrolled').at(-1)?.data['enrollment'];
  const stands = ({ module, kind }: (typeof NEEDED)[number]): boolean =>
    world
      .of('AssessmentRecorded')
      .some(
        ({ data }) =>
          data['enrollment'] === study && data['module'] === module && data['kind'] === kind,
      );
  const next = NEEDED.find((one) => !stands(one));
  return { ...next, enrollment: study, outcome: undefined, retake: undefined };
}

/** The enrollment whose reviewed work is still to be defended. */
function defended(world: World): object {
  const work = world.of('WorkReviewed').at(-1);
  const sitting = world.of('SittingHeld').at(-1);
  const defences = world.of('WorkDefended').map(({ data }) => data['work']);
  if (work === undefined || defences.includes(work.data['work']) || sitting === undefined)
    return {};
  return {
    enrollment: work.data['enrollment'],
    module: 'safety',
    kind: 'final',
    form: 'project',
    value: '4',
    outcome: undefined,
    retake: undefined,
    on: sitting.occurredOn,
    assessor: 'p-1',
    basis: { kind: 'protocol', id: sitting.data['protocol'] },
  };
}

/** A result that is failed or missed, mostly one of attestation. */
function owing(world: World, by: Choice): Fact | null {
  const failed = world.of('AssessmentRecorded').filter(({ data }) => {
    const result = data['result'] as { readonly mark?: { readonly passes?: boolean } };
    return result.mark?.passes !== true && data['kind'] === 'interim';
  });
  return by.percent(90) ? (failed.at(-1) ?? null) : world.late(by, 'AssessmentRecorded');
}

/** The last retake that was granted, if it has no result yet. */
function untaken(world: World): Fact | null {
  const taken = world
    .of('AssessmentRecorded')
    .map(({ data }) => (data['retake'] as { readonly granted?: string } | undefined)?.granted);
  return world.of('RetakeGranted').findLast(({ id }) => !taken.includes(id)) ?? null;
}

/** The fields of a command that puts an entry right, as the head signs it. */
const putRight = (world: World, by: Choice, data: Fact['data'], entry: string) => ({
  enrollment: data['enrollment'],
  entry,
  reason: 'внесено ошибочно',
  signer: 'p-1',
  office: by.mostly<string | undefined>('head', undefined),
  position: undefined,
  on: world.act(by),
});

/** The last absence from an assessment. */
const absence = (world: World): Fact | null =>
  world
    .of('AssessmentRecorded')
    .findLast(({ data }) => (data['result'] as { outcome: string }).outcome === 'absent') ?? null;
/** A step that may be put right; seldom the enrollment itself, on which all else rests. */
const stepOf = (world: World, by: Choice): Fact | null =>
  by.percent(15)
    ? world.late(by, 'Enrolled')
    : world.late(by, 'Transferred', 'Suspended', 'Reinstated', 'Discharged', 'Completed');

const stepNamed = (data: Fact['data'], entry: string) => ({
  enrollment: data['enrollment'],
  entry,
});

const puttingRight = (by: Choice) => ({
  reason: 'внесено не тому',
  signer: 'p-1',
  office: by.mostly('head', undefined),
  position: undefined,
  on: undefined,
  withResults: by.percent(40),
  withLater: by.percent(70),
  groundAt: by.mostly('архив, дело 5', undefined),
});

const life: Hint = (world, by) => ({ enrollment: enrollment(world, by), on: world.act(by) });

/** Enrollments, assessments, corrections, debts, journals, commissions, works, credits. D4-D11. */
export const studyHints: Readonly<Record<string, Hint>> = {
  'enrollments.enroll': (world, by) => ({
    learner: by.one(world.ids('learner')),
    group: by.one(world.ids('group')),
    from: world.act(by),
    studyFrom: by.mostly(null, world.ahead(by, 20)),
    sentBy: null,
  }),
  'enrollments.startStudy': (world, by) =>
    about(world.late(by, 'Enrolled'), (data) => ({
      enrollment: data['enrollment'],
      on: world.act(by),
    })),
  'enrollments.transfer': (world, by) => ({ ...life(world, by), to: by.of('m-1', 'm-2', 'o-1') }),
  'enrollments.suspend': (world, by) => ({
    ...life(world, by),
    reason: by.mostly('illness', 'academic-leave'),
    until: by.mostly(null, world.ahead(by, 100)),
    backOn: null,
  }),
  'enrollments.reinstate': (world, by) =>
    about(world.late(by, 'Suspended', 'Discharged'), (data) => ({
      enrollment: data['enrollment'],
      group: by.of(undefined, 'm-1', 'm-2'),
      on: world.act(by),
    })),
  'enrollments.complete': (world, by) => ({
    ...life(world, by),
    honours: null,
    enrollment: by.percent(70)
      ? world.of('Enrolled').at(-1)?.data['enrollment']
      : enrollment(world, by),
  }),
  'enrollments.discharge': (world, by) => ({
    ...life(world, by),
    reason: by.mostly('own-wish', 'moved'),
    whereTo: undefined,
  }),
  'enrollments.annul': (world, by) =>
    about(stepOf(world, by), (data, { id }) => ({ ...puttingRight(by), ...stepNamed(data, id) })),
  'enrollments.correct': (world, by) =>
    about(stepOf(world, by), (data, { id, type, occurredOn }) => ({
      ...puttingRight(by),
      ...stepNamed(data, id),
      instead:
        type === 'Enrolled' ? { sentBy: 'employer' } : { on: by.mostly(world.act(by), occurredOn) },
    })),
  'assessments.record': (world, by) => {
    const kind = by.of('current', 'interim', 'final');
    const granted = by.percent(50) ? untaken(world) : null;
    const protocol = by.percent(40) ? world.late(by, 'SittingHeld') : null;
    const on = protocol === null ? world.act(by) : protocol.occurredOn;
    const basis = protocol === null ? null : { kind: 'protocol', id: protocol.data['protocol'] };
    const asked =
      granted === null
        ? { enrollment: enrollment(world, by), module: 'safety', kind }
        : {
            enrollment: granted.data['enrollment'],
            module: granted.data['module'],
            kind: granted.data['kind'],
            retake: granted.id,
          };
    const form = by.percent(15) ? 'project' : FORM_OF[String(asked.kind)];
    const said = by.percent(15) ? { outcome: 'absent' } : { value: by.of('2', '3', '4', '5', '2') };
    return {
      form,
      origin: undefined,
      scale: undefined,
      value: undefined,
      outcome: undefined,
      reason: undefined,
      conditions: undefined,
      planned: undefined,
      retake: undefined,
      assessor: by.mostly<unknown>('p-1', { platform: 'lms' }),
      office: by.mostly<string | null>('teacher', null),
      basis,
      on,
      ...said,
      ...asked,
      ...(granted === null ? by.of<object>({}, {}, missing(world)) : {}),
      ...(granted === null && by.percent(60) ? defended(world) : {}),
    };
  },
  'assessments.record:failed': (world, by) => ({
    ...PLAIN,
    enrollment: world.of('Enrolled').at(-1)?.data['enrollment'],
    module: 'safety',
    kind: 'interim',
    form: 'test',
    value: '2',
    on: world.act(by),
  }),
  'assessments.record:again': (world, by) => {
    const granted = untaken(world);
    return about(owing(world, by), ({ enrollment: id, module, kind }) => ({
      ...PLAIN,
      enrollment: id,
      module,
      kind,
      form: 'test',
      value: '4',
      on: world.act(by),
      retake: granted?.data['enrollment'] === id ? granted?.id : undefined,
    }));
  },
  'assessments.credit': (world, by) => ({
    enrollment: enrollment(world, by),
    module: by.mostly('safety', 'practice'),
    kind: by.mostly('interim', 'final', 'current'),
    form: undefined,
    planned: undefined,
    value: by.mostly('4', undefined),
    scale: undefined,
    decidedBy: 'p-1',
    office: by.mostly('teacher', null),
    decision: null,
    source: { kind: 'other-organisation', organisation: 'Школа 5', achievedOn: null },
    document: 'Справка 7',
    on: world.act(by),
  }),
  'assessments.correct': (world, by) =>
    about(ofResult(world, by, 'AssessmentRecorded', 'AssessmentAnnulled'), (data, { id }) => ({
      enrollment: data['enrollment'],
      record: undefined,
      replaces: inForce(world, id),
      correctedBy: undefined,
      ...by.of(
        { value: '3', words: 'три' },
        { value: '4', words: 'четыре' },
        { value: '5', words: 'пять' },
      ),
      scale: undefined,
      reason: 'ошибка в расчёте',
      signer: by.mostly('p-1', 'p-3'),
      office: 'teacher',
      position: undefined,
      on: world.act(by),
      groundAt: by.mostly('архив, дело 5', undefined),
    })),
  'assessments.correctAbsence': (world, by) =>
    about(absence(world), (data, { id }) => ({
      enrollment: data['enrollment'],
      replaces:
        world.of('AbsenceCorrected').findLast(({ data: one }) => one['corrects'] === id)?.id ?? id,
      code: by.of('б', 'у', 'н'),
      reason: 'принесла справку',
      signer: 'p-1',
      office: 'teacher',
      position: undefined,
      on: world.act(by),
      groundAt: by.mostly('архив, дело 5', undefined),
    })),
  ...Object.fromEntries(
    ['countersign', 'declineCorrection', 'withdrawCorrection'].map((name): [string, Hint] => [
      `assessments.${name}`,
      (world, by) => {
        const ends = ['CorrectionCountersigned', 'CorrectionDeclined', 'CorrectionWithdrawn'];
        const waiting = world.open(by, 'AssessmentCorrected', ...ends);
        const signer = name === 'withdrawCorrection' ? 'p-1' : 'p-2';
        return about(waiting, (data, { id }) => ({
          enrollment: data['enrollment'],
          correction: id,
          signer: by.mostly(signer, 'p-1'),
          on: world.act(by),
          ...(name === 'withdrawCorrection' ? {} : { office: 'deputy-head', position: undefined }),
          ...(name === 'declineCorrection' ? { reason: 'не согласна' } : {}),
        }));
      },
    ]),
  ),
  'assessments.annul': (world, by) =>
    about(ofResult(world, by, 'AssessmentRecorded', 'AssessmentAnnulled'), (data, { id }) => ({
      enrollment: data['enrollment'],
      result: id,
      reason: 'внесено дважды',
      signer: 'p-1',
      office: by.mostly('teacher', 'head', undefined),
      position: undefined,
      on: world.act(by),
      groundAt: by.mostly('архив, дело 5', undefined),
    })),
  'debts.raise': (world, by) =>
    about(owing(world, by), (data, { id }) => ({
      enrollment: data['enrollment'],
      result: id,
      module: undefined,
      kind: undefined,
      on: world.act(by),
    })),
  'debts.pauseTerm': (world, by) =>
    about(owing(world, by), (data, { id, occurredOn }) => ({
      enrollment: data['enrollment'],
      debt: id,
      from: by.mostly(world.day, occurredOn),
      until: world.ahead(by, 60),
      reason: by.mostly('illness', 'academic-leave'),
    })),
  'debts.correctPause': (world, by) =>
    about(world.late(by, 'DebtTermPaused'), (data, { id }) => ({
      ...putRight(world, by, data, id),
      from: undefined,
      until: world.ahead(by, 30),
      because: undefined,
    })),
  'debts.annul': (world, by) => {
    const type = by.of('DebtTermPaused', 'RetakeGranted', 'RetakeWithdrawn', 'InformedOfDebts');
    return about(world.late(by, type), (data, { id }) => putRight(world, by, data, id));
  },
  'debts.grantRetake': (world, by) =>
    about(owing(world, by), (data, { id }) => ({
      enrollment: data['enrollment'],
      of: id,
      on: world.act(by),
      plannedOn: world.ahead(by, by.mostly(1, 20)),
      commission: by.mostly(null, world.late(by, 'CommissionFormed')?.data['commission']),
    })),
  'debts.moveRetake': (world, by) =>
    about(world.open(by, 'RetakeGranted', 'RetakeWithdrawn'), (data, { id }) => ({
      enrollment: data['enrollment'],
      retake: id,
      plannedOn: world.ahead(by, by.mostly(2, 20)),
      on: world.act(by),
    })),
  'debts.withdrawRetake': (world, by) =>
    about(world.open(by, 'RetakeGranted', 'RetakeWithdrawn'), (data, { id }) => ({
      enrollment: data['enrollment'],
      retake: id,
      on: world.act(by),
    })),
  'debts.inform': (world, by) =>
    about(owing(world, by), (data) => ({
      enrollment: data['enrollment'],
      way: by.mostly('written', 'oral'),
      on: world.act(by),
    })),
  'journals.holdLesson': (world, by) => ({
    group: by.mostly('m-1', 'm-2'),
    module: 'safety',
    studyYear: undefined,
    id: world.fresh('les'),
    topic: 'Инструктаж',
    hours: by.mostly(2, 0.5),
    kind: by.mostly('lesson', 'lecture'),
    mode: undefined,
    number: by.below(20) + 1,
    another: by.mostly(undefined, true),
    substituteFor: null,
    guests: [],
    individual: null,
    homework: null,
    teacher: by.mostly('p-3', 'p-1'),
    office: by.mostly(null, 'teacher', 'head'),
    present: by.some(['l-1', 'l-2']),
    absent: by.mostly([], [{ learner: 'l-3', code: 'н' }]),
    on: world.act(by),
  }),
  'journals.annulLesson': (world, by) =>
    about(world.open(by, 'LessonHeld', 'LessonAnnulled'), (data) => ({
      journal: data['journal'],
      lesson: data['lesson'],
      reason: 'внесено дважды',
      signer: by.mostly('p-1', 'p-3'),
      office: null,
      on: world.act(by),
    })),
  'journals.correctLesson': (world, by) =>
    about(world.open(by, 'LessonHeld', 'LessonAnnulled'), (data) => ({
      journal: data['journal'],
      lesson: data['lesson'],
      topic: `Тема ${by.below(9)}`,
      hours: 2,
      kind: undefined,
      lessonOn: undefined,
      entryGround: undefined,
      mode: undefined,
      number: by.below(20) + 1,
      another: by.mostly(undefined, true),
      substituteFor: null,
      guests: [],
      individual: null,
      homework: null,
      teacher: 'p-3',
      teacherOffice: by.mostly(null, 'teacher', 'head'),
      present: ['l-1'],
      absent: [],
      reason: 'ошибка',
      signer: by.mostly('p-1', 'p-3'),
      office: null,
      on: world.act(by),
    })),
};
