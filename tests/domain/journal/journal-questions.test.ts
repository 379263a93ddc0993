import { must, order } from '@letopis/core';
import { correctLesson } from '@letopis/core/commands';
import { decideCorrectLesson } from '@letopis/core/decisions';
import {
  editionOn,
  heldAlone,
  heldInClass,
  journalArchive,
  journalFold,
  officialFold,
  regulationFold,
  unfitHandOvers,
} from '@letopis/core/facts';
import { isRefusal } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectSaid } from '../worlds/expect-refused.ts';

/* What others ask of a journal: its hours, its place in the archive, whose handings over fit. */

const journal = 'm-1.safety.2026';
const lesson = {
  group: 'm-1',
  module: 'safety',
  topic: 'Тема',
  hours: 2,
  teacher: 'p-9',
  present: [],
  on: '2026-10-06',
};

/** The academy, and what its journal of `safety` in m-1 is by now. */
async function academy() {
  const school = await mentorAcademy();
  const state = async () => (await school.session.load(journalFold, ...journal.split('.'))).state;
  return { ...school, state };
}

describe('RK 4 no. 5: lessons and hours of a journal', () => {
  test('of the class, and of those held for one learner alone', () => {
    const entries = [{ hours: 2 }, { hours: 1.5 }, { hours: 1, individual: 'l-1' }];
    expect(heldInClass(entries)).toEqual({ lessons: 2, hours: 3.5 });
    expect(heldAlone(entries)).toEqual({ lessons: 1, hours: 1 });
  });
});

describe('D18: what an archive transfer asks of a journal', () => {
  const asked = { transfer: 't-1', record: `journal-${journal}`, on: '2026-12-25' };

  test('its status, and the ids of journal, group and module; it is ready on any day', async () => {
    const { journals, state } = await academy();
    must(await journals.holdLesson(lesson));
    const held = await state();
    expect(journalArchive.statusOf(held)).toBe(held.archival);
    expect(journalArchive.refsOf(held)).toEqual({
      journal: [journal],
      group: ['m-1'],
      module: ['safety'],
    });
    expect(journalArchive.refuseUnlessReady(held, asked)).toBeNull();
  });

  test('one in which no lesson was held is no record: it has neither status nor id', async () => {
    const { state } = await academy();
    expect(journalArchive.statusOf(await state())).toBeNull();
    expect(journalArchive.refsOf(await state()).journal).toEqual([]);
  });
});

describe('RK 4: which handings over do not fit', () => {
  test('a continuation is none of them, though nobody handed anything over', async () => {
    const { groups, journals, state } = await academy();
    must(await journals.holdLesson(lesson));
    const ground = order('30-уч', '2026-11-30');
    must(await groups.merge({ group: 'm-1', into: 'm-2', on: '2026-12-01', ground }));
    must(await journals.continueIn({ journal, signer: 'p-1', on: '2026-12-01', ground }));
    const continued = await state();
    expect(continued.keeping.continued).toMatchObject({ into: 'm-2.safety.2026' });
    expect(unfitHandOvers(continued, continued.keeping)).toEqual([]);
  });
});

describe('D5: a correction whose lesson was entered while it was on its way', () => {
  test('is asked for again, as the edition of the lesson’s day was not read', async () => {
    const { journals, session, state } = await academy();
    must(await journals.holdLesson({ ...lesson, id: 'z-1' }));
    const on = '2026-12-25';
    const regulation = (await session.load(regulationFold, 'main')).state;
    const edition = editionOn(regulation, on);
    if (edition === null) throw new Error('the regulation is in force');
    const { state: official } = await session.load(officialFold, 'p-9');
    const { group: _group, module: _module, on: _on, ...line } = lesson;
    const given = { ...line, journal, lesson: 'z-1', topic: 'Тема 2', reason: 'описка' };
    const input = correctLesson.schema.parse({ ...given, signer: 'p-9' });
    const act = { on, today: on, edition, signer: official, programme: 'mentor', level: null };
    const people = { teacher: official, substituted: null, attendance: null };
    const seen = { ...act, ...people, carrierDestroyed: false };
    const sender = { actor: 'u-17', onBehalfOf: null, ground: null };
    const by = { id: '01990000-0000-7000-8000-000000000001', sender };
    const decide = async (lessonEdition: typeof edition | null) =>
      decideCorrectLesson(await state(), input, { ...seen, lessonEdition }, by);
    expect(await decide(edition)).toMatchObject([{ type: 'LessonCorrected' }]);
    const no = await decide(null);
    expectSaid(isRefusal(no) ? no : null, 'lesson-unknown', 'z-1', journal);
  });
});
