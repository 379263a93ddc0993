import { must, order } from '@letopis/core';
import { journalFold, keepersOf, successorOf } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { mentorAcademy, regulation } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* RK 4: whose a journal is on any day, and what its handing over and its continuation say. */

const journal = 'm-1.safety.2026';
const where = { journal, group: 'm-1', module: 'safety', studyYear: '2026' };
const lesson = {
  group: 'm-1',
  module: 'safety',
  topic: 'Тема',
  hours: 2,
  teacher: 'p-9',
  present: [],
  on: '2026-10-06',
};
const act = { number: '1-пж', date: '2026-11-30' };
const handOver = { journal, from: 'p-9', to: 'p-8', act, signer: 'p-1', on: '2026-12-01' };
const head = { person: 'p-1', office: 'head', position: 'директор' };
const ground = order('30-уч', '2026-11-30');

/** The academy with one lesson of `p-9`, and the teacher `p-7`. */
async function taught(changes: Parameters<typeof mentorAcademy>[0] = {}) {
  const academy = await mentorAcademy(changes);
  const { journals, officials, session } = academy;
  must(await officials.appoint({ person: 'p-7', office: 'teacher', from: '2026-09-01' }));
  must(await journals.holdLesson({ ...lesson, id: 'z-1' }));
  const state = async () => (await session.load(journalFold, ...journal.split('.'))).state;
  const last = async () => (await academy.events(`academy.journal-${journal}`)).at(-1);
  const keepers = async (day: string) => keepersOf(await state(), day);
  return { ...academy, state, last, keepers };
}

describe('RK 4 no. 4: whose the journal is', () => {
  test('until it is handed over: of all who taught in it, and not of who stood in', async () => {
    const { journals, keepers } = await taught();
    must(await journals.holdLesson({ ...lesson, teacher: 'p-7', on: '2026-10-20' }));
    const standIn = { ...lesson, teacher: 'p-7', substituteFor: 'p-8', on: '2026-10-13' };
    must(await journals.holdLesson(standIn));
    expect(await keepers('2026-10-05')).toEqual([]);
    expect(await keepers('2026-10-12')).toEqual(['p-9']);
    expect(await keepers('2026-10-13')).toEqual(['p-9', 'p-8']);
    expect(await keepers('2026-10-20')).toEqual(['p-9', 'p-8', 'p-7']);
  });

  test('of both whose lessons are of one day; an annulled one says nothing', async () => {
    const { journals, keepers } = await taught();
    const second = must(await journals.holdLesson({ ...lesson, teacher: 'p-8', number: 2 }));
    expect(await keepers('2026-10-06')).toEqual(['p-9', 'p-8']);
    const by = { journal, signer: 'p-1', reason: 'описка' };
    must(await journals.annulLesson({ ...by, lesson: second.lesson }));
    expect(await keepers('2026-10-06')).toEqual(['p-9']);
  });

  test('RK 1.12: the successor of a teacher is the last who took over after them', async () => {
    const { journals, state } = await taught();
    must(await journals.handOver(handOver));
    const on = '2026-12-10';
    must(await journals.handOver({ ...handOver, from: 'p-8', to: 'p-7', on }));
    const of = async (teacher: string, day: string) => successorOf(await state(), teacher, day);
    expect(await of('p-9', '2026-12-09')).toBe('p-8');
    expect(await of('p-9', on)).toBe('p-7');
    expect([await of('p-8', '2026-12-09'), await of('p-8', on)]).toEqual([null, 'p-7']);
    expect(await of('p-7', on)).toBeNull();
  });

  test('it is handed over by its keeper, to another who teaches, in whichever office', async () => {
    const changes = { lessons: { teacherOffices: ['teacher', 'deputy-head'] } };
    const { journals, officials, last } = await taught(changes);
    const self = await journals.handOver({ ...handOver, to: 'p-9' });
    expect(expectRefused(self, 'hand-over-unfit', 'p-9', journal).data).toEqual({
      journal,
      from: 'p-9',
      to: 'p-9',
      keepers: ['p-9'],
    });
    const nobody = await journals.handOver({ ...handOver, on: '2026-10-05' });
    expectRefused(nobody, 'hand-over-unfit', 'p-9', '—');
    must(await officials.appoint({ person: 'p-8', office: 'deputy-head', from: '2026-09-01' }));
    must(await journals.handOver({ ...handOver, act: null }));
    const event = await last();
    const both = { from: 'p-9', to: 'p-8' };
    expect(event?.data).toEqual({ ...where, ...both, act: null, signer: head, edition: 1 });
    expect(event?.refs).toEqual({
      journal: [journal],
      group: ['m-1'],
      module: ['safety'],
      programme: ['mentor'],
      official: ['p-1', 'p-8', 'p-9'],
    });
  });
});

describe('RK 4 no. 5: what is carried into the other group’s journal', () => {
  const go = { journal, signer: 'p-1', on: '2026-12-01', ground };

  test('the lessons that count and their hours; all that the entry says', async () => {
    const { journals, groups, last } = await taught();
    must(await journals.holdLesson({ ...lesson, hours: 1.5, on: '2026-11-30' }));
    const wrong = must(await journals.holdLesson({ ...lesson, hours: 8, on: '2026-12-02' }));
    must(await groups.merge({ group: 'm-1', into: 'm-2', on: '2026-12-01', ground }));
    expectRefused(await journals.continueIn(go), 'lessons-after-continuation', wrong.lesson);
    const by = { journal, signer: 'p-1', reason: 'описка' };
    must(await journals.annulLesson({ ...by, lesson: wrong.lesson }));
    must(await journals.continueIn(go));
    const event = await last();
    expect(event?.data).toEqual({
      ...where,
      into: 'm-2.safety.2026',
      intoGroup: 'm-2',
      lessonsHeld: 2,
      hoursHeld: 3.5,
      signer: head,
      edition: 1,
    });
    expect(event?.refs).toEqual({
      journal: [journal, 'm-2.safety.2026'],
      group: ['m-1', 'm-2'],
      module: ['safety'],
      programme: ['mentor'],
      official: ['p-1'],
    });
    const after = await journals.handOver({ ...handOver, on: '2026-12-02' });
    expectRefused(after, 'journal-continued', journal, 'm-2.safety.2026', '2026-12-01');
    must(await journals.handOver({ ...handOver, on: '2026-11-30' }));
  });

  test('from the day of the merger on, and after the last lesson', async () => {
    const { journals, groups, officials } = await taught();
    must(await journals.holdLesson({ ...lesson, id: 'z-2', on: '2026-12-02' }));
    must(await journals.holdLesson({ ...lesson, id: 'z-3', on: '2026-12-03' }));
    must(await groups.merge({ group: 'm-1', into: 'm-2', on: '2026-12-02', ground }));
    const early = await journals.continueIn(go);
    expect(expectRefused(early, 'group-not-merged').data).toEqual({ group: 'm-1', on: go.on });
    const told = ['lessons-after-continuation', 'z-2, z-3', '2026-12-02'] as const;
    expectRefused(await journals.continueIn({ ...go, on: '2026-12-02' }), ...told);
    const third = await journals.continueIn({ ...go, on: '2026-12-03' });
    expect(expectRefused(third, told[0]).data).toMatchObject({ lessons: ['z-3'] });
    must(await officials.appoint({ person: 'p-30', office: 'teacher', from: '2026-09-01' }));
    const none = await journals.continueIn({ ...go, on: '2026-12-04', signer: 'p-30' });
    expectRefused(none, 'not-appointed', 'p-30');
    must(await journals.continueIn({ ...go, on: '2026-12-04' }));
  });

  test('a group that closes without a merger goes on nowhere', async () => {
    const { journals, groups } = await taught();
    must(await groups.close({ group: 'm-1', on: '2026-12-01' }));
    expectRefused(await journals.continueIn(go), 'group-not-merged', 'm-1', '2026-12-01');
  });

  test('an empty journal is not continued', async () => {
    const { journals } = await taught();
    const other = 'm-2.safety.2026';
    expectRefused(await journals.continueIn({ ...go, journal: other }), 'journal-empty', other);
  });
});

describe('RK 1.8: what the annulment of a handing over says', () => {
  test('the entry, who annulled it and why, on the day and with the ids of the entry', async () => {
    const { journals, last } = await taught();
    const { eventId: entry } = must(await journals.handOver(handOver));
    const by = { journal, entry, signer: 'p-2', reason: 'Не тот журнал' };
    must(await journals.annulEntry(by));
    const event = await last();
    expect(event).toMatchObject({
      type: 'JournalEntryAnnulled',
      occurredOn: '2026-12-01',
      refs: { journal: [journal], official: ['p-1', 'p-2', 'p-8', 'p-9'] },
    });
    expect(event?.data).toEqual({
      ...where,
      corrects: entry,
      entry: 'JournalHandedOver',
      actedOn: '2026-12-25',
      replacedBy: null,
      signer: { person: 'p-2', office: 'deputy-head', position: 'заместитель директора' },
      edition: 1,
      reason: by.reason,
    });
  });

  test('it needs a reason where the regulation asks for one, and no order', async () => {
    const strict = await taught();
    const { eventId: entry } = must(await strict.journals.handOver(handOver));
    const silent = { journal, entry, signer: 'p-2', ground: null };
    const told = ['reason-missing', 'annul-journal-entry', entry] as const;
    expectRefused(await strict.journals.annulEntry(silent), ...told);
    const other = await strict.journals.annulEntry({ ...silent, journal: 'm-2.safety.2026' });
    expectRefused(other, 'entry-unknown', 'm-2.safety.2026', entry);
    const { correction } = regulation();
    const free = await taught({ correction: { ...correction, entryReasonRequired: false } });
    const second = must(await free.journals.handOver(handOver));
    must(await free.journals.annulEntry({ ...silent, entry: second.eventId }));
    expect((await free.last())?.data).toMatchObject({ reason: null });
  });
});
