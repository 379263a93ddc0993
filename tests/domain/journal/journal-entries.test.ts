import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lesson, openSchool, regulation } from '../worlds/records-school.ts';

/* What the events of a lesson say, whole; and who may teach and sign where offices are limited. */

const journal = 'm-1.safety.2026';
const where = { journal, group: 'm-1', module: 'safety', studyYear: '2026', lesson: 'z-1' };
const said = { kind: 'lesson', topic: lesson.topic, hours: 2, homework: null, teacher: 'p-9' };
const { group: _group, module: _module, on: _on, ...line } = lesson;
const by = { journal, lesson: 'z-1', signer: 'p-1', office: 'head', reason: 'описка' } as const;
const head = { person: 'p-1', office: 'head', position: null };

/** Heads may sign corrections of lessons too. */
const rules = () => {
  const { correction } = regulation();
  return { correction: { ...correction, signerOffices: ['teacher', 'head'] } };
};

async function held(change: object = {}, preset = regulation(rules())) {
  const school = await openSchool(preset);
  const { eventId } = must(await school.journals.holdLesson({ ...lesson, id: 'z-1', ...change }));
  const last = async (count: number) => (await school.events(`journal-${journal}`)).slice(-count);
  const correct = (to: object) => school.journals.correctLesson({ ...line, ...by, ...to });
  return { ...school, eventId, last, correct };
}

/** The same with one more official, whose office is limited. */
async function withLimited(office: string, scope: object) {
  const school = await held();
  const from = '2026-09-01';
  must(await school.officials.appoint({ person: 'p-30', office, scope, from }));
  return school;
}

describe('D5: what the events of a lesson say', () => {
  test('all that is entered, and nothing that is not said', async () => {
    const { last } = await held();
    const [plain] = await last(1);
    const entry = { ...said, present: ['l-1', 'l-2'], absent: [], edition: 1 };
    expect(plain?.data).toEqual({ ...where, ...entry });
    const more = {
      homework: '§ 4',
      mode: 'mixed',
      attendanceBy: 'сданная работа',
      number: 2,
      teacher: 'p-9',
      present: ['l-1'],
      individual: 'l-1',
      guests: ['l-1'],
      ground: order('9-уч', '2026-09-05'),
    };
    const { ground, ...own } = more;
    const [full] = await (await held(more)).last(1);
    expect(full).toMatchObject({ ground });
    expect(full?.data).toEqual({ ...where, ...said, ...own, absent: [], edition: 1 });
  });

  test('a correction: the whole entry as it is to read, and of which edition it is', async () => {
    const { correct, last, eventId, officials } = await held();
    must(await officials.appoint({ person: 'p-8', office: 'teacher', from: '2026-09-01' }));
    must(await correct({ topic: 'Тема', teacher: 'p-8', substituteFor: 'p-9' }));
    const [event] = await last(1);
    expect(event?.refs['official']).toEqual(['p-1', 'p-8', 'p-9']);
    expect(event?.data).toEqual({
      ...where,
      ...said,
      topic: 'Тема',
      teacher: 'p-8',
      substituteFor: 'p-9',
      present: ['l-1', 'l-2'],
      absent: [],
      corrects: eventId,
      actedOn: '2026-11-22',
      reason: 'описка',
      signer: head,
      edition: 1,
    });
  });

  test('a correction keeps all whom an earlier entry named, and adds whom it names', async () => {
    const { correct, last, officials } = await held({ present: [] });
    must(await officials.appoint({ person: 'p-8', office: 'teacher', from: '2026-09-01' }));
    expect((await last(1))[0]?.refs).not.toHaveProperty('learner');
    must(await correct({ teacher: 'p-8', present: ['l-1'] }));
    const [event] = await last(1);
    expect(event?.refs.learner).toEqual(['l-1']);
    expect(event?.refs.official).toEqual(['p-1', 'p-8', 'p-9']);
  });

  test('an annulment: of which lesson it is, by whom and why', async () => {
    const { journals, last, eventId } = await held();
    must(await journals.annulLesson({ ...by, on: '2026-09-07' }));
    const [event] = await last(1);
    expect(event?.data).toEqual({
      ...where,
      corrects: eventId,
      actedOn: '2026-09-07',
      reason: 'описка',
      signer: head,
      edition: 1,
    });
  });

  test('a lesson on its true day: both entries, each of the edition of its own day', async () => {
    const { correct, last, eventId, regulation: adopted } = await held();
    const ground = order('48-од', '2026-11-01');
    const { lessons } = regulation();
    must(await adopted.amend({ from: '2026-11-02', sections: { lessons }, ground }));
    must(await correct({ lessonOn: '2026-09-08', present: ['l-3'] }));
    const [wrong, moved] = await last(2);
    expect(wrong?.data).toEqual({
      ...where,
      corrects: eventId,
      actedOn: '2026-11-22',
      reason: 'описка',
      signer: head,
      replacedBy: moved?.id,
      edition: 2,
    });
    expect(wrong?.refs).toMatchObject({ learner: ['l-1', 'l-2'], official: ['p-1', 'p-9'] });
    expect(moved?.data).toEqual({ ...where, ...said, present: ['l-3'], absent: [], edition: 1 });
    expect(moved?.refs).toMatchObject({
      journal: [journal],
      group: ['m-1'],
      module: ['safety'],
      programme: ['mentor'],
      learner: ['l-3'],
      official: ['p-9'],
    });
  });
});

describe('D5: days of a correction', () => {
  test('is on or after both the wrong day of the lesson and the true one', async () => {
    const { correct } = await held();
    const early = { lessonOn: '2026-09-03', on: '2026-09-06' };
    expectRefused(await correct(early), 'act-out-of-order', '2026-09-06', '2026-09-07');
    const late = { lessonOn: '2026-09-10', on: '2026-09-09' };
    expectRefused(await correct(late), 'act-out-of-order', '2026-09-09', '2026-09-10');
    must(await correct({ lessonOn: '2026-09-10', on: '2026-09-10' }));
    must(await correct({ lessonOn: '2026-09-03', on: '2026-09-10' }));
  });
});

describe('RK 4 no. 6: the mode of a lesson', () => {
  test('is of the regulation, and one that takes an order names the act', async () => {
    const { journals, correct } = await held({ ground: null });
    const remote = { ...lesson, number: 2, mode: 'remote', ground: null };
    const bare = await journals.holdLesson(remote);
    expectRefused(bare, 'order-required', 'hold-lesson (remote)');
    expectRefused(
      await correct({ mode: 'remote' }),
      'order-required',
      'correct-lesson entryGround',
    );
    const unknown = await correct({ mode: 'by-post' });
    expectRefused(unknown, 'lesson-mode-unknown', 'by-post', 'in-class, remote, mixed');
    must(await correct({ mode: 'in-class' }));
    const entryGround = order('9-уч', '2026-09-04');
    const later = { ...entryGround, date: '2026-11-20' };
    const late = await correct({ mode: 'remote', entryGround: later });
    expectRefused(late, 'paper-after-effect', '9-уч');
    must(await correct({ mode: 'remote', entryGround }));
  });
});

describe('RK 4 no. 6: a mode that the regulation has otherwise from a day on', () => {
  const free = { id: 'remote', title: { ru: 'Дистанционно', en: 'Remote' }, orderRequired: false };
  const remote = { mode: 'remote', ground: null };

  /** A remote lesson without an order; from that day on, as is entered later, it takes one. */
  async function stricter(from: string) {
    const { lessons } = regulation();
    const school = await held(remote, {
      ...regulation(rules()),
      lessons: { ...lessons, modes: [free] },
    });
    const modes = [{ ...free, orderRequired: true }];
    const ground = order('48-од', '2026-09-01');
    must(
      await school.regulation.amend({ from, sections: { lessons: { ...lessons, modes } }, ground }),
    );
    return school;
  }

  test('leaves an older entry as it stands, save its mode itself is corrected', async () => {
    const { correct } = await stricter('2026-09-02');
    must(await correct({ mode: 'remote', topic: 'Тема' }));
    must(await correct({ topic: 'Тема' }));
    expectRefused(await correct({ mode: 'remote' }), 'order-required', 'remote');
  });

  test('is asked about anew where the lesson moves to such a day', async () => {
    const { correct } = await stricter('2026-09-10');
    const moved = { mode: 'remote', lessonOn: '2026-09-10' };
    expectRefused(await correct(moved), 'order-required', 'correct-lesson entryGround', 'remote');
    must(await correct({ ...moved, lessonOn: '2026-09-09' }));
  });
});

describe('R2 §1.2, D1: an office may be limited to programmes, groups and levels', () => {
  const limits = [{ programmes: ['mentor'] }, { groups: ['m-1'] }];
  const others = [{ programmes: ['x'] }, { groups: ['m-2'] }, { levels: ['primary'] }];

  test.each(limits)('a teacher of %o teaches and stands in there', async (scope) => {
    const { journals, correct } = await withLimited('teacher', scope);
    must(await journals.holdLesson({ ...lesson, teacher: 'p-30', number: 2 }));
    must(await journals.holdLesson({ ...lesson, substituteFor: 'p-30', number: 3 }));
    must(await correct({ teacher: 'p-30' }));
    must(await correct({ teacher: 'p-9', substituteFor: 'p-30' }));
    must(await correct({ topic: 'Тема', signer: 'p-30', office: 'teacher' }));
    const to = { from: 'p-9', to: 'p-30', on: '2026-10-01' };
    must(await journals.handOver({ journal, ...to, signer: 'p-1' }));
  });

  test.each(others)('and one of %o does not', async (scope) => {
    const { journals, correct } = await withLimited('teacher', scope);
    for (const answer of [
      await journals.holdLesson({ ...lesson, teacher: 'p-30', number: 2 }),
      await journals.holdLesson({ ...lesson, substituteFor: 'p-30', number: 3 }),
      await correct({ teacher: 'p-30' }),
      await correct({ substituteFor: 'p-30' }),
      await correct({ topic: 'Тема', signer: 'p-30', office: 'teacher' }),
      await journals.handOver({
        journal,
        from: 'p-9',
        to: 'p-30',
        signer: 'p-1',
        on: '2026-10-01',
      }),
    ]) {
      expectRefused(answer, 'not-appointed', 'p-30');
    }
  });

  test.each(limits)('a head of %o annuls a lesson and hands the journal over', async (scope) => {
    const { journals, officials } = await withLimited('head', scope);
    must(await officials.appoint({ person: 'p-8', office: 'teacher', from: '2026-09-01' }));
    const hand = { journal, from: 'p-9', to: 'p-8', signer: 'p-30', on: '2026-10-01' };
    must(await journals.handOver(hand));
    must(await journals.annulLesson({ ...by, signer: 'p-30' }));
  });

  test.each(others)('and one of %o does not', async (scope) => {
    const { journals, officials } = await withLimited('head', scope);
    must(await officials.appoint({ person: 'p-8', office: 'teacher', from: '2026-09-01' }));
    const hand = { journal, from: 'p-9', to: 'p-8', signer: 'p-30', on: '2026-10-01' };
    expectRefused(await journals.handOver(hand), 'not-appointed', 'p-30');
    expectRefused(await journals.annulLesson({ ...by, signer: 'p-30' }), 'not-appointed', 'p-30');
  });

  test('R2 §1.2: the level of a limited teacher is that of the programme', async () => {
    const { journals, programmes, groups, officials } = await held();
    const modules = [{ id: 'safety', scale: 'five-point' }];
    must(await programmes.open({ id: 'school', level: 'primary', modules, on: '2026-09-01' }));
    must(await groups.open({ id: 's-1', programme: 'school', on: '2026-09-01' }));
    const scope = { levels: ['primary'] };
    const of = { person: 'p-30', from: '2026-09-01', scope };
    must(await officials.appoint({ ...of, office: 'teacher' }));
    must(await officials.appoint({ ...of, office: 'head' }));
    const taught = { ...lesson, group: 's-1', teacher: 'p-30', office: 'teacher', id: 'z-1' };
    const { journal: own } = must(await journals.holdLesson(taught));
    const { reason, ...signed } = { ...by, journal: own, signer: 'p-30' };
    const to = { ...line, ...signed, reason, teacher: 'p-30', teacherOffice: 'teacher' };
    must(await journals.correctLesson({ ...to, topic: 'Тема' }));
    const hand = { journal: own, from: 'p-30', to: 'p-30', signer: 'p-30', on: '2026-10-01' };
    expectRefused(await journals.handOver(hand), 'hand-over-unfit', 'p-30');
    must(await journals.annulLesson({ ...signed, reason }));
  });
});
