import { codec, coreEvents, must, order } from '@letopis/core';
import { coreProjections, openReader, openViews, teacherDuties } from '@letopis/projections';
import { openMemoryViews } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import type { MentorAcademy } from '../domain/worlds/enrollment-academy.ts';
import {
  countersigned,
  mark,
  servicesFor,
  withLearner,
} from '../domain/worlds/enrollment-academy.ts';

type Asked = Parameters<typeof teacherDuties>[1];

async function duties({ store }: Pick<MentorAcademy, 'store'>, on: string | null, asked: Asked) {
  const views = await openViews(store, openMemoryViews(), coreProjections, {
    codec: codec(coreEvents),
    streamPrefix: 'academy.',
  });
  return teacherDuties(await openReader(views, { on }), asked);
}

const lesson = {
  group: 'm-1',
  module: 'safety',
  topic: 'Риски',
  hours: 2,
  teacher: 'p-9',
  present: ['l-1'],
} as const;
const journal = 'm-1.safety.2026';
const handOver = { journal, from: 'p-9', to: 'p-8', act: null, signer: 'p-1', on: '2026-12-01' };

/** The academy with one lesson of `p-9` in m-1. */
async function taught() {
  const academy = await withLearner();
  must(await academy.journals.holdLesson({ ...lesson, on: '2026-10-06' }));
  return academy;
}

const held = async (academy: MentorAcademy, on: string, person: string) =>
  (await duties(academy, on, { person })).journals.map((one) => one.journal);

describe('RK 4 no. 4, 5: the journals that a teacher holds', () => {
  test('by their lessons, from the first one on, with titles and lessons counted', async () => {
    const academy = await taught();
    expect(await held(academy, '2026-10-05', 'p-9')).toEqual([]);
    const { journals, studyYear } = await duties(academy, '2026-10-06', { person: 'p-9' });
    expect(studyYear).toBe('2026');
    expect(journals).toMatchObject([
      { journal, studyYear: '2026', group: { id: 'm-1' }, module: { id: 'safety' }, lessons: 1 },
    ]);
    expect(journals[0]?.takenOver).toBeNull();
    expect(await held(academy, '2026-10-06', 'p-8')).toEqual([]);
    const earlier = await duties(academy, '2026-10-06', { person: 'p-9', studyYear: '2025' });
    expect(earlier.journals).toEqual([]);
  });

  test('handed over: from that day the successor holds it, and sees from whom', async () => {
    const academy = await taught();
    const { eventId: entry } = must(await academy.journals.handOver(handOver));
    const of = async (on: string) => [
      await held(academy, on, 'p-9'),
      await held(academy, on, 'p-8'),
    ];
    expect(await of('2026-11-30')).toEqual([[journal], []]);
    expect(await of('2026-12-01')).toEqual([[], [journal]]);
    const { journals } = await duties(academy, '2026-12-01', { person: 'p-8' });
    expect(journals[0]?.takenOver).toMatchObject({ from: { person: 'p-9' }, on: '2026-12-01' });
    must(await academy.journals.annulEntry({ journal, entry, signer: 'p-1', reason: 'Не тот' }));
    expect(await of('2026-12-01')).toEqual([[journal], []]);
  });

  test('each of two subgroups is held by its teacher, with their lessons', async () => {
    const academy = await taught();
    const bare = { ...lesson, number: 2, teacher: 'p-8', present: [], topic: 'Меры' };
    must(await academy.journals.holdLesson({ ...bare, on: '2026-10-06' }));
    const of = async (on: string, person: string) => [
      await held(academy, on, person),
      await without(academy, on, person),
    ];
    expect(await of('2026-10-06', 'p-9')).toEqual([[journal], []]);
    expect(await of('2026-10-06', 'p-8')).toEqual([[journal], ['Меры']]);
    must(await academy.journals.handOver(handOver));
    expect(await of('2026-12-01', 'p-9')).toEqual([[], []]);
    expect(await of('2026-12-01', 'p-8')).toEqual([[journal], ['Меры']]);
  });

  test('a lesson for one learner alone gives nobody the journal of the class', async () => {
    const academy = await taught();
    const alone = { ...lesson, teacher: 'p-8', individual: 'l-1', on: '2026-10-13' } as const;
    must(await academy.journals.holdLesson(alone));
    expect(await held(academy, '2026-10-13', 'p-9')).toEqual([journal]);
    expect(await held(academy, '2026-10-13', 'p-8')).toEqual([]);
  });

  test('continued in another journal: nobody holds it from that day on', async () => {
    const academy = await taught();
    const ground = order('30-уч', '2026-11-30');
    must(await academy.groups.merge({ group: 'm-1', into: 'm-2', on: '2026-12-01', ground }));
    must(await academy.journals.continueIn({ journal, signer: 'p-1', on: '2026-12-01', ground }));
    expect(await held(academy, '2026-11-30', 'p-9')).toEqual([journal]);
    expect(await held(academy, '2026-12-01', 'p-9')).toEqual([]);
  });
});

const without = async (academy: MentorAcademy, on: string, person: string) =>
  (await duties(academy, on, { person })).withoutAttendance.map(({ topic }) => topic);

describe('D5: lessons that list nobody', () => {
  const bare = { ...lesson, present: [], topic: 'Меры', on: '2026-10-13' };

  test('are the duty of who holds the journal, until they are corrected', async () => {
    const academy = await taught();
    const { lesson: id } = must(await academy.journals.holdLesson(bare));
    expect(await without(academy, '2026-10-13', 'p-9')).toEqual(['Меры']);
    must(await academy.journals.handOver(handOver));
    expect(await without(academy, '2026-12-01', 'p-9')).toEqual([]);
    expect(await without(academy, '2026-12-01', 'p-8')).toEqual(['Меры']);
    const { group: _group, module: _module, on: _on, ...entry } = bare;
    const where = { journal, lesson: id, signer: 'p-8', reason: 'Не отмечены' };
    must(await academy.journals.correctLesson({ ...entry, ...where, present: ['l-1'] }));
    expect(await without(academy, '2026-12-01', 'p-8')).toEqual([]);
  });

  test('and of who stood in for its teacher; an annulled lesson is nobody’s', async () => {
    const academy = await taught();
    const stoodIn = { ...bare, teacher: 'p-8', substituteFor: 'p-9' };
    const { lesson: id } = must(await academy.journals.holdLesson(stoodIn));
    expect(await without(academy, '2026-10-13', 'p-8')).toEqual(['Меры']);
    expect(await without(academy, '2026-10-13', 'p-9')).toEqual(['Меры']);
    const annul = { journal, lesson: id, signer: 'p-9', reason: 'Не было', on: '2026-10-14' };
    must(await academy.journals.annulLesson(annul));
    expect(await without(academy, '2026-10-14', 'p-8')).toEqual([]);
  });
});

describe('D7: corrections that wait for a signature', () => {
  const on = '2026-12-25';

  test('of whom the regulation lets countersign, and never of who signed them', async () => {
    const academy = await withLearner(countersigned);
    const replaces = await mark(academy, '4', '2026-10-05');
    const words = { value: '5', words: 'пять', reason: 'ошибка', signer: 'p-9' };
    const { id: enrollment } = academy;
    const { eventId: correction } = must(
      await academy.assessments.correct({ enrollment, replaces, ...words }),
    );
    const seen = async (person: string, offices: readonly string[]) => {
      const page = await duties(academy, on, { person, offices });
      const named = (list: typeof page.toCountersign) =>
        list.map((one) => one.correction.source.event);
      return [named(page.toCountersign), named(page.waitingForOthers)];
    };
    expect(await seen('p-1', ['head'])).toEqual([[correction], []]);
    expect(await seen('p-8', ['teacher'])).toEqual([[], []]);
    expect(await seen('p-1', [])).toEqual([[], []]);
    expect(await seen('p-9', ['teacher', 'head'])).toEqual([[], [correction]]);
    const [waiting] = (await duties(academy, on, { person: 'p-1', offices: ['head'] }))
      .toCountersign;
    expect(waiting).toMatchObject({
      learner: { person: 'l-1' },
      group: { id: 'm-1' },
      module: { id: 'safety' },
      offices: ['deputy-head', 'head'],
      correction: { state: 'waiting', before: { mark: { digits: '4' } } },
    });
    const { assessments } = servicesFor(academy, 'u-2');
    must(await assessments.countersign({ enrollment, correction, signer: 'p-1' }));
    expect(await seen('p-1', ['head'])).toEqual([[], []]);
    expect(await seen('p-9', ['teacher'])).toEqual([[], []]);
  });
});

test('duties depend on the day', async () => {
  await expect(duties(await taught(), null, { person: 'p-9' })).rejects.toThrow('duties depend');
});
