import { actProcess, must, order, runProcess } from '@letopis/core';
import type { JournalState } from '@letopis/core/facts';
import { groupFold, journalFold, keepersOf, successorOf } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const journal = 'm-1.safety.2026';
const lesson = {
  group: 'm-1',
  module: 'safety',
  topic: 'Тема',
  hours: 2,
  teacher: 'p-9',
  present: ['l-1'],
  on: '2026-10-06',
} as const;

/** The academy with `l-1` in m-1 and one lesson of `p-9`. */
async function taught() {
  const academy = await mentorAcademy();
  const from = '2026-09-01';
  must(await academy.enrollments.enroll({ learner: 'l-1', group: 'm-1', from }));
  must(await academy.journals.holdLesson(lesson));
  return academy;
}

type Academy = Awaited<ReturnType<typeof taught>>;

const stateOf = async ({ events }: Academy): Promise<JournalState> =>
  foldEvents(journalFold, (await events(`academy.journal-${journal}`)) as never);

const keepersAfter = async ({ academy, on }: { academy: Academy; on: string }) =>
  keepersOf(await stateOf(academy), on);

const handOver = {
  journal,
  from: 'p-9',
  to: 'p-8',
  act: { number: '1-пж', date: '2026-11-30' },
  signer: 'p-1',
  on: '2026-12-01',
} as const;

describe('RK 4 no. 4: a teacher who leaves hands journals over', () => {
  test('by an act, from a day on; whose journal it is can be asked of any day', async () => {
    const academy = await taught();
    must(await academy.journals.handOver(handOver));
    const [event] = (await academy.events(`academy.journal-${journal}`)).slice(-1);
    expect(event).toMatchObject({
      type: 'JournalHandedOver',
      occurredOn: '2026-12-01',
      refs: { journal: [journal], official: ['p-1', 'p-8', 'p-9'] },
      data: { from: 'p-9', to: 'p-8', act: handOver.act, signer: { office: 'head' } },
    });
    const state = await stateOf(academy);
    const of = ['2026-10-05', '2026-10-06', '2026-11-30', '2026-12-01'];
    expect(of.map((day) => keepersOf(state, day))).toEqual([[], ['p-9'], ['p-9'], ['p-8']]);
    expect(successorOf(state, 'p-9', '2026-11-30')).toBeNull();
    expect(successorOf(state, 'p-9', '2026-12-01')).toBe('p-8');
    expect(successorOf(state, 'p-8', '2026-12-01')).toBeNull();
  });

  test('late lessons of the old teacher are entered with the old teacher named', async () => {
    const { journals, officials } = await taught();
    must(await journals.handOver(handOver));
    must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-12-01' }));
    must(await journals.holdLesson({ ...lesson, on: '2026-11-24' }));
    expectRefused(await journals.holdLesson({ ...lesson, on: '2026-12-01' }), 'not-appointed');
    must(await journals.holdLesson({ ...lesson, teacher: 'p-8', on: '2026-12-01' }));
  });

  test('only by its teacher, to one who teaches, and by whom the regulation names', async () => {
    const { journals } = await taught();
    expectRefused(
      await journals.handOver({ ...handOver, from: 'p-8', to: 'p-9' }),
      'hand-over-unfit',
      journal,
      'p-9',
    );
    expectRefused(await journals.handOver({ ...handOver, to: 'p-9' }), 'hand-over-unfit');
    expectRefused(await journals.handOver({ ...handOver, to: 'p-1' }), 'not-appointed', 'p-1');
    expectRefused(await journals.handOver({ ...handOver, signer: 'p-8' }), 'not-appointed', 'p-8');
    expectRefused(
      await journals.handOver({ ...handOver, journal: 'm-2.safety.2026' }),
      'journal-empty',
      'm-2.safety.2026',
    );
  });

  test('RK 1.8: a handing over that was none is annulled from the start', async () => {
    const academy = await taught();
    const { eventId: entry } = must(await academy.journals.handOver(handOver));
    const annul = { journal, entry, signer: 'p-1', reason: 'Не тот журнал' } as const;
    must(await academy.journals.annulEntry(annul));
    expect(keepersOf(await stateOf(academy), '2026-12-01')).toEqual(['p-9']);
    expectRefused(await academy.journals.annulEntry(annul), 'entry-annulled-already');
  });
});

describe('RK 4 no. 4: who keeps a journal is not guessed from its last lesson', () => {
  const over = { ...handOver, on: '2026-11-02' } as const;

  test('a handing over is entered after the first lesson of the new teacher', async () => {
    const academy = await taught();
    must(await academy.journals.holdLesson({ ...lesson, teacher: 'p-8', on: '2026-11-02' }));
    must(await academy.journals.handOver(over));
    expect(await keepersAfter({ academy, on: '2026-11-02' })).toEqual(['p-8']);
  });

  test('one who taught in between does not take it from who left', async () => {
    const academy = await taught();
    const { journals, officials } = academy;
    must(await officials.appoint({ person: 'p-7', office: 'teacher', from: '2026-09-01' }));
    must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-11-01' }));
    must(await journals.holdLesson({ ...lesson, teacher: 'p-7', on: '2026-11-05' }));
    must(await journals.handOver({ ...over, on: '2026-11-20' }));
  });

  test('each of two subgroups has its teacher, and one of them leaves', async () => {
    const academy = await taught();
    const { journals, officials } = academy;
    must(await officials.appoint({ person: 'p-7', office: 'teacher', from: '2026-09-01' }));
    must(await journals.holdLesson({ ...lesson, teacher: 'p-7', number: 2 }));
    expect(await keepersAfter({ academy, on: lesson.on })).toEqual(['p-9', 'p-7']);
    must(await journals.handOver(over));
    expect(await keepersAfter({ academy, on: '2026-11-02' })).toEqual(['p-7', 'p-8']);
    expectRefused(await journals.handOver({ ...over, to: 'p-7' }), 'hand-over-unfit', 'p-7, p-8');
  });

  test('a lesson for one learner alone, or as a substitute, gives nobody the journal', async () => {
    const academy = await taught();
    const { journals } = academy;
    const alone = { ...lesson, teacher: 'p-8', individual: 'l-1', on: '2026-10-13' } as const;
    must(await journals.holdLesson(alone));
    const stoodIn = { ...lesson, teacher: 'p-8', substituteFor: 'p-9', on: '2026-10-14' };
    must(await journals.holdLesson(stoodIn));
    expect(await keepersAfter({ academy, on: '2026-10-14' })).toEqual(['p-9']);
    expectRefused(
      await journals.handOver({ ...over, from: 'p-8', to: 'p-9' }),
      'hand-over-unfit',
      'p-9',
    );
    must(await journals.handOver(over));
  });
});

describe('RK 1.8: handings over of one journal fit one another', () => {
  const back = { ...handOver, from: 'p-8', to: 'p-9', on: '2026-12-15' } as const;

  async function onLeave() {
    const academy = await mentorAcademy();
    must(await academy.enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-09-01' }));
    must(await academy.journals.holdLesson(lesson));
    const gone = must(await academy.journals.handOver(handOver));
    return { ...academy, gone, returned: must(await academy.journals.handOver(back)) };
  }

  test('the first stands while a later one rests on it, which is named', async () => {
    const academy = await onLeave();
    const { journals, gone, returned } = academy;
    const act = { journal, signer: 'p-1', reason: 'Отпуск не состоялся' } as const;
    expectRefused(
      await journals.annulEntry({ ...act, entry: gone.eventId }),
      'entry-rested-on',
      'JournalHandedOver 2026-12-15',
      returned.eventId,
    );
    must(await journals.annulEntry({ ...act, entry: returned.eventId }));
    must(await journals.annulEntry({ ...act, entry: gone.eventId }));
    expect(keepersOf(await stateOf(academy), '2026-12-15')).toEqual(['p-9']);
  });

  test('one entered late leaves the later ones to whom they are of', async () => {
    const { journals, officials, returned } = await onLeave();
    must(await officials.appoint({ person: 'p-7', office: 'teacher', from: '2026-09-01' }));
    const between = { ...handOver, from: 'p-8', to: 'p-7', on: '2026-12-08' } as const;
    expectRefused(
      await journals.handOver(between),
      'entry-contradicted',
      'JournalHandedOver 2026-12-15',
      returned.eventId,
    );
    must(
      await journals.annulEntry({
        journal,
        entry: returned.eventId,
        signer: 'p-1',
        reason: 'Вернул другой',
      }),
    );
    must(await journals.handOver(between));
    must(await journals.handOver({ ...back, from: 'p-7' }));
  });

  test('a journal is not continued elsewhere from before a handing over', async () => {
    const { groups, journals } = await onLeave();
    const ground = order('30-уч', '2026-11-30');
    must(await groups.merge({ group: 'm-1', into: 'm-2', on: '2026-12-01', ground }));
    const go = { journal, signer: 'p-1', ground } as const;
    expectRefused(
      await journals.continueIn({ ...go, on: '2026-12-15' }),
      'entry-contradicted',
      'JournalHandedOver 2026-12-15',
    );
    must(await journals.continueIn({ ...go, on: '2026-12-16' }));
  });
});

describe('RK 4 no. 5: groups are merged, their journals continued', () => {
  const ground = order('30-уч', '2026-11-30');
  const merge = { group: 'm-1', into: 'm-2', on: '2026-12-01', ground } as const;
  const go = { journal, signer: 'p-1', on: '2026-12-01', ground } as const;

  test('one order closes the group, moves its learners and carries lessons and hours', async () => {
    const academy = await taught();
    const { groups, journals, acts, enrollments, learners, handler, store, events } = academy;
    must(await groups.merge(merge));
    const moved = { order: 'transfer', group: 'm-1', to: 'm-2', on: '2026-12-01' } as const;
    must(await acts.order({ ...moved, id: 'a-1', enrollments: ['l-1.mentor.1'], ground }));
    const process = actProcess(handler, 'academy');
    await runProcess({ store, codec: handler.codec, process });
    must(await journals.continueIn(go));
    const [event] = (await events(`academy.journal-${journal}`)).slice(-1);
    expect(event).toMatchObject({
      type: 'JournalContinued',
      occurredOn: '2026-12-01',
      ground,
      refs: { group: ['m-1', 'm-2'], journal: [journal, 'm-2.safety.2026'] },
      data: { into: 'm-2.safety.2026', intoGroup: 'm-2', lessonsHeld: 1, hoursHeld: 2 },
    });
    const [transferred] = (await events('academy.enrollment-l-1.mentor.1')).slice(-1);
    expect(transferred).toMatchObject({ type: 'Transferred', ground, data: { toGroup: 'm-2' } });
    must(await journals.holdLesson({ ...lesson, group: 'm-2', on: '2026-12-01' }));
    must(await learners.register({ id: 'l-9', on: '2026-12-01' }));
    expectRefused(
      await enrollments.enroll({ learner: 'l-9', group: 'm-1', from: '2026-12-01' }),
      'group-closed',
    );
  });

  test('a lesson for one learner alone is not carried as one of the class', async () => {
    const { journals, groups, events } = await taught();
    const alone = { ...lesson, individual: 'l-1', on: '2026-10-13' } as const;
    must(await journals.holdLesson(alone));
    must(await groups.merge(merge));
    must(await journals.continueIn(go));
    expect((await events(`academy.journal-${journal}`)).at(-1)).toMatchObject({
      data: { lessonsHeld: 1, hoursHeld: 2 },
    });
  });

  test('no lesson is held in the closed journal from that day on, nor moved there', async () => {
    const { journals, groups } = await taught();
    must(await groups.merge(merge));
    const { lesson: id } = must(await journals.holdLesson({ ...lesson, on: '2026-10-13' }));
    const { eventId: entry } = must(await journals.continueIn(go));
    expectRefused(
      await journals.holdLesson({ ...lesson, on: '2026-12-01' }),
      'journal-continued',
      'm-2.safety.2026',
      '2026-12-01',
    );
    must(await journals.holdLesson({ ...lesson, on: '2026-11-30' }));
    const right = { journal, lesson: id, signer: 'p-9', reason: 'Не тот день' } as const;
    const said = { topic: 'Тема', hours: 2, teacher: 'p-9', present: ['l-1'] };
    expectRefused(
      await journals.correctLesson({ ...right, ...said, lessonOn: '2026-12-02' }),
      'journal-continued',
    );
    expectRefused(await journals.continueIn(go), 'journal-continued');
    must(await journals.annulEntry({ journal, entry, signer: 'p-1', reason: 'Рано' }));
    must(await journals.holdLesson({ ...lesson, on: '2026-12-01' }));
  });

  test('a journal is continued after the merger, and after its last lesson', async () => {
    const { journals, groups } = await taught();
    expectRefused(await journals.continueIn(go), 'group-not-merged', 'm-1');
    const merged = must(await groups.merge(merge));
    const { lesson: id } = must(await journals.holdLesson({ ...lesson, on: '2026-12-02' }));
    expectRefused(await journals.continueIn(go), 'lessons-after-continuation', id);
    const annul = { group: 'm-1', entry: merged.eventId, signer: 'p-1', reason: 'Отменён', ground };
    must(await groups.annulEntry(annul));
    expectRefused(await journals.continueIn(go), 'group-not-merged');
  });

  test('RK 1.8: a merger on which a journal goes on stands until that is annulled', async () => {
    const { journals, groups } = await taught();
    const { eventId: merger } = must(await groups.merge(merge));
    const { eventId: entry } = must(await journals.continueIn(go));
    const by = { signer: 'p-1', reason: 'Приказ отменён' } as const;
    const annul = { group: 'm-1', entry: merger, ...by, ground } as const;
    expectRefused(
      await groups.annulEntry(annul),
      'entry-rested-on',
      'JournalContinued 2026-12-01',
      entry,
    );
    must(await journals.annulEntry({ journal, entry, ...by }));
    expectRefused(await groups.annulEntry({ ...annul, ground: null }), 'order-required');
    must(await groups.annulEntry(annul));
    must(await journals.holdLesson({ ...lesson, on: '2026-12-02' }));
  });

  test('only into another open group of the programme, by order', async () => {
    const { groups, events } = await taught();
    expectRefused(await groups.merge({ ...merge, into: 'm-1' }), 'merger-unfit', 'm-1');
    expectRefused(await groups.merge({ ...merge, into: 'o-1' }), 'merger-unfit', 'other');
    expectRefused(await groups.merge({ ...merge, ground: null }), 'order-required');
    must(await groups.close({ group: 'm-2', on: '2026-12-01' }));
    expectRefused(await groups.merge(merge), 'group-closed', 'm-2');
    must(await groups.merge({ ...merge, on: '2026-11-30' }));
    const state = foldEvents(groupFold, (await events('academy.group-m-1')) as never);
    expect([state.mergedInto, state.closedFrom]).toEqual(['m-2', '2026-11-30']);
  });
});
