import type { Choice } from './choice.ts';
import type { Hint } from './hints.ts';
import type { World } from './world.ts';
import { about } from './hints.ts';

const FORM_OF: Readonly<Record<string, string>> = {
  current: 'survey', interim: 'test', final: 'exam',
}; // prettier-ignore

function enrollment(world: World, by: Choice): string | null {
  const ended = new Set(world.of('Completed', 'Discharged').map((one) => one.data['enrollment']));
  const open = world.ids('enrollment').filter((id) => !ended.has(id));
  return by.percent(92) ? by.one(open) : by.one(world.ids('enrollment'));
}

/** An event that says something of one result, and the fields that name it. */
const ofResult = (world: World, by: Choice, type: string, ...answers: readonly string[]) =>
  world.open(by, type, ...answers);

const life: Hint = (world, by) => ({ enrollment: enrollment(world, by), on: world.act(by) });

/** Enrollments, assessments, corrections, debts, journals, commissions, works, credits. D4-D11. */
export const studyHints: Readonly<Record<string, Hint>> = {
  'enrollments.enroll': (world, by) => ({
    learner: by.one(world.ids('learner')), group: by.one(world.ids('group')), from: world.act(by),
    studyFrom: by.mostly(null, world.ahead(by, 20)), sentBy: null,
  }), // prettier-ignore
  'enrollments.startStudy': (world, by) =>
    about(world.late(by, 'Enrolled'), (data) => ({
      enrollment: data['enrollment'], on: world.act(by),
    })),
  'enrollments.transfer': (world, by) => ({ ...life(world, by), to: by.of('m-1', 'm-2', 'o-1') }),
  'enrollments.suspend': (world, by) => ({
    ...life(world, by), reason: by.mostly('illness', 'academic-leave'),
    until: by.mostly(null, world.ahead(by, 100)),
  }), // prettier-ignore
  'enrollments.reinstate': (world, by) =>
    about(world.late(by, 'Suspended', 'Discharged'), (data) => ({
      enrollment: data['enrollment'], group: by.of(undefined, 'm-1', 'm-2'), on: world.act(by),
    })),
  'enrollments.complete': (world, by) => ({ ...life(world, by), honours: null }),
  'enrollments.discharge': (world, by) => ({
    ...life(world, by), reason: by.mostly('own-wish', 'expelled'),
  }), // prettier-ignore
  'assessments.record': (world, by) => {
    const kind = by.of('current', 'interim', 'final');
    const granted = by.percent(20) ? world.open(by, 'RetakeGranted', 'AssessmentRecorded') : null;
    const protocol = by.percent(40) ? world.late(by, 'SittingHeld') : null;
    const on = protocol === null ? world.act(by) : protocol.occurredOn;
    const basis = protocol === null ? null : { kind: 'protocol', id: protocol.data['protocol'] };
    const asked = granted === null
      ? { enrollment: enrollment(world, by), module: 'safety', kind }
      : { enrollment: granted.data['enrollment'], module: granted.data['module'],
          kind: granted.data['kind'], retake: granted.id };
    const form = by.percent(15) ? 'project' : FORM_OF[String(asked.kind)];
    const absent = by.percent(15);
    const said = absent ? { outcome: 'absent' } : { value: by.of('2', '3', '4', '5', '2') };
    return {
      form, origin: undefined, scale: undefined, value: undefined, outcome: undefined,
      reason: undefined, conditions: undefined, planned: undefined, retake: undefined,
      assessor: by.mostly('p-1', { platform: 'lms' }), basis, on, ...said, ...asked,
    };
  }, // prettier-ignore
  'assessments.credit': (world, by) => ({
    enrollment: enrollment(world, by), module: by.mostly('safety', 'practice'),
    kind: by.mostly('interim', 'final', 'current'), form: undefined, planned: undefined,
    value: by.mostly(undefined, '4'), scale: undefined, decidedBy: 'p-1', decision: null,
    source: { kind: 'other-organisation', organisation: 'Школа 5', achievedOn: null },
    document: { title: 'Справка', number: '7', date: '2020-08-01' }, on: world.act(by),
  }), // prettier-ignore
  'assessments.correct': (world, by) =>
    about(ofResult(world, by, 'AssessmentRecorded', 'AssessmentAnnulled'), (data, { id }) => ({
      enrollment: data['enrollment'], record: id, replaces: undefined, correctedBy: undefined,
      value: by.of('3', '4', '5'), words: undefined, scale: undefined, reason: 'ошибка в расчёте',
      signer: by.mostly('p-1', 'p-3'), office: 'teacher', position: undefined, on: world.act(by),
    })), // prettier-ignore
  ...Object.fromEntries(
    ['countersign', 'declineCorrection', 'withdrawCorrection'].map((name): [string, Hint] => [
      `assessments.${name}`,
      (world, by) => {
        const ends = ['CorrectionCountersigned', 'CorrectionDeclined', 'CorrectionWithdrawn'];
        const waiting = world.open(by, 'AssessmentCorrected', ...ends);
        const signer = name === 'withdrawCorrection' ? 'p-1' : 'p-2';
        return about(waiting, (data, { id }) => ({
          enrollment: data['enrollment'], correction: id, signer: by.mostly(signer, 'p-1'),
          on: world.act(by),
          ...(name === 'withdrawCorrection' ? {} : { office: undefined, position: undefined }),
          ...(name === 'declineCorrection' ? { reason: 'не согласна' } : {}),
        })); // prettier-ignore
      },
    ]),
  ),
  'assessments.annul': (world, by) =>
    about(ofResult(world, by, 'AssessmentRecorded', 'AssessmentAnnulled'), (data, { id }) => ({
      enrollment: data['enrollment'], result: id, reason: 'внесено дважды', signer: 'p-1',
      office: undefined, position: undefined, on: world.act(by),
    })), // prettier-ignore
  'debts.raise': (world, by) =>
    about(world.late(by, 'AssessmentRecorded'), (data, { id }) => ({
      enrollment: data['enrollment'], result: id, module: undefined, kind: undefined,
      on: world.act(by),
    })), // prettier-ignore
  'debts.pauseTerm': (world, by) =>
    about(world.open(by, 'DebtArose', 'DebtSettled'), (data, { id, occurredOn }) => ({
      enrollment: data['enrollment'], debt: id, from: by.mostly(world.day, occurredOn),
      until: world.ahead(by, 60), reason: by.mostly('illness', 'academic-leave'),
    })), // prettier-ignore
  'debts.settle': (world, by) =>
    about(world.open(by, 'DebtArose', 'DebtSettled'), (data, { id }) => {
      const passed = world.of('AssessmentRecorded').filter((one) =>
        one.data['enrollment'] === data['enrollment'] && one.id !== data['result']);
      return { enrollment: data['enrollment'], debt: id, on: world.act(by),
        result: passed.at(-1)?.id ?? id };
    }), // prettier-ignore
  'debts.expire': (world, by) =>
    about(world.open(by, 'DebtArose', 'DebtSettled'), (data, { id }) => ({
      enrollment: data['enrollment'], debt: id, on: by.mostly('2027-06-14', world.day),
    })), // prettier-ignore
  'debts.grantRetake': (world, by) => {
    const debt = world.open(by, 'DebtArose', 'DebtSettled');
    return about(debt, (data, { id }) => ({
      enrollment: data['enrollment'], of: by.mostly(id, data['result']), on: world.act(by),
      plannedOn: world.ahead(by, 10),
      commission: by.mostly(null, world.late(by, 'CommissionFormed')?.data['commission']),
    })); // prettier-ignore
  },
  'debts.withdrawRetake': (world, by) =>
    about(world.open(by, 'RetakeGranted', 'RetakeWithdrawn'), (data, { id }) => ({
      enrollment: data['enrollment'], retake: id, on: world.act(by),
    })), // prettier-ignore
  'debts.inform': (world, by) =>
    about(world.late(by, 'DebtArose'), (data) => ({
      enrollment: data['enrollment'], way: by.mostly('written', 'oral'), on: world.act(by),
    })), // prettier-ignore
  'journals.holdLesson': (world, by) => ({
    group: by.mostly('m-1', 'm-2'), module: 'safety', studyYear: undefined, id: world.fresh('les'),
    topic: 'Инструктаж', hours: by.mostly(2, 0.5), kind: by.mostly('lesson', 'lecture'),
    homework: null, teacher: by.mostly('p-3', 'p-1'), present: by.some(['l-1', 'l-2']),
    absent: by.mostly([], [{ learner: 'l-3', code: 'н' }]), on: world.act(by),
  }), // prettier-ignore
  'journals.annulLesson': (world, by) =>
    about(world.open(by, 'LessonHeld', 'LessonAnnulled'), (data) => ({
      journal: data['journal'], lesson: data['lesson'], reason: 'внесено дважды',
      signer: by.mostly('p-1', 'p-3'), office: null, on: world.act(by),
    })), // prettier-ignore
  'journals.correctLesson': (world, by) =>
    about(world.open(by, 'LessonHeld', 'LessonAnnulled'), (data, { id }) => ({
      journal: data['journal'], lesson: data['lesson'], replaces: id, topic: `Тема ${by.below(9)}`,
      reason: 'ошибка', signer: by.mostly('p-1', 'p-3'), office: null, on: world.act(by),
    })), // prettier-ignore
};
