import { codec, coreEvents, must } from '@letopis/core';
import { enrollmentFold, placeOn } from '@letopis/core/facts';
import {
  addedAfterArchive,
  coreProjections,
  entryCorrectionsReport,
  journalPage,
  openReader,
  openViews,
  outcomesReport,
  personalFileReport,
  recordsOfGroup,
  selfEvaluationReport,
} from '@letopis/projections';
import { openMemoryViews } from '@letopis/store-memory';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MentorAcademy } from '../domain/worlds/enrollment-academy.ts';
import {
  mark,
  mentorAcademy,
  move,
  passAll,
  withLearner,
} from '../domain/worlds/enrollment-academy.ts';
import { dayOf, play, story } from '../domain/worlds/enrollment-arbitraries.ts';
import { ordered, putRight } from '../domain/worlds/put-right-school.ts';

/** A reader of all views of the academy's log; `on`: as of a day. */
async function reading({ store }: Pick<MentorAcademy, 'store'>, on?: string) {
  const options = { codec: codec(coreEvents), streamPrefix: 'academy.' };
  const views = await openViews(store, openMemoryViews(), [...coreProjections], options);
  return openReader(views, on === undefined ? {} : { on });
}

describe('a transfer entered late', () => {
  test('P1: the pages of both groups say which results stayed', async () => {
    const academy = await withLearner();
    const between = await mark(academy, '2', '2026-11-10');
    must(
      await academy.enrollments.transfer({ enrollment: academy.id, to: 'm-2', on: '2026-11-01' }),
    );
    const reader = await reading(academy);
    const [old, now] = [
      await journalPage(reader, { group: 'm-1', module: 'safety' }),
      await journalPage(reader, { group: 'm-2', module: 'safety' }),
    ];
    expect(old.rows[0]?.stays[0]?.departure).toMatchObject({
      on: '2026-11-01',
      toGroup: 'm-2',
      resultsStay: [between],
    });
    expect(old.rows[0]?.cells.flatMap(({ results }) => results.map((one) => one.result))).toEqual([
      between,
    ]);
    expect(now.rows[0]?.stays[0]?.arrival).toMatchObject({
      fromGroup: 'm-1',
      resultsStay: [between],
    });
    expect(now.rows[0]?.cells.flatMap(({ results }) => results)).toEqual([]);
  });
});

test('D4: leave and discharge have the titles of their reasons in the regulation', async () => {
  const academy = await withLearner();
  const { enrollments, id: enrollment } = academy;
  must(await enrollments.suspend({ enrollment, reason: 'military-service', on: '2026-10-01' }));
  must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-11-01' }));
  const [study] = (await personalFileReport(await reading(academy), { learner: 'l-1' }))
    .enrollments;
  const titles = study?.steps.map(({ reasonTitle }) => reasonTitle?.ru ?? null);
  expect(titles).toEqual([null, 'Военная служба', 'По собственному желанию']);
});

describe('steps that were put right', () => {
  test('RK 1.8, P3: the file shows them with who, when, why and what stands instead', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    const wrong = must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-12-01' }));
    const act = { enrollment, entry: wrong.eventId, ...putRight, ...ordered, on: '2026-12-20' };
    must(await enrollments.correct({ ...act, instead: { on: '2026-11-01' } }));
    const [study] = (await personalFileReport(await reading(academy), { learner: 'l-1' }))
      .enrollments;
    const steps = study?.steps.map(({ step, annulled }) => [step.type, step.on, annulled?.actedOn]);
    expect(steps).toEqual([
      ['Enrolled', '2026-09-01', undefined],
      ['Transferred', '2026-11-01', undefined],
      ['Transferred', '2026-12-01', '2026-12-20'],
    ]);
    expect(study?.steps[2]?.annulled).toMatchObject({
      replacedBy: study?.steps[1]?.step.source.event,
      reason: { text: putRight.reason },
      signer: { office: 'head', name: { person: 'p-1' } },
      ground: ordered.ground,
      afterArchive: false,
    });
    const month = { from: '2026-12-01', until: '2026-12-31' };
    const { lines } = await entryCorrectionsReport(await reading(academy), month);
    expect(lines).toMatchObject([
      {
        act: 'EnrollmentEntryAnnulled',
        about: 'Transferred',
        actedOn: '2026-12-20',
        changes: [{ field: 'on', before: '2026-12-01', after: '2026-11-01' }],
      },
    ]);
  });

  test('RK 1.8: an annulled enrollment is shown as annulled and leaves every count', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    const results = await passAll(academy);
    const done = must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    const year = { year: '2026' };
    const trained = async () => {
      const report = await selfEvaluationReport(await reading(academy), year);
      return report.lines.find(({ number }) => number === '1.1')?.value ?? null;
    };
    const before = await trained();
    const [first] = await academy.events(`academy.enrollment-${enrollment}`);
    const act = { enrollment, entry: first?.id ?? '', ...putRight, ...ordered };
    must(await enrollments.annul({ ...act, withLater: true, withResults: true }));
    expect([before, await trained()]).toEqual(['1', '0']);
    const reader = await reading(academy);
    const [study] = (await personalFileReport(reader, { learner: 'l-1' })).enrollments;
    expect(study?.life).toMatchObject({
      status: 'annulled',
      enrollment,
      enrolledOn: null,
      steps: [],
    });
    expect(study?.steps.map(({ step }) => step.source.event)).toEqual([first?.id, done.eventId]);
    const page = await journalPage(reader, { group: 'm-1', module: 'safety' });
    expect(page.rows.flatMap(({ stays }) => stays)).toEqual([]);
    const marks = page.rows.flatMap(({ cells }) => cells.flatMap((one) => one.results));
    expect(marks.every(({ annulled }) => annulled !== null)).toBe(true);
    expect(results.length).toBe(3);
    expect((await recordsOfGroup(reader, { group: 'm-1' })).records).toEqual([]);
    const outcomes = await outcomesReport(reader, { group: 'm-1' });
    expect(outcomes.completed).toBe(0);
  });

  test('RK 1.9: what was added after the archive is listed, and the line due', async () => {
    const academy = await withLearner();
    const { enrollments, assessments, files, id: enrollment } = academy;
    must(await files.open({ learner: 'l-1', number: '1', on: '2026-09-01' }));
    const replaces = await mark(academy, '4', '2026-10-05');
    const words = { value: '5', words: 'пять', reason: 'ошибка', signer: 'p-9' };
    must(await assessments.correct({ enrollment, replaces, ...words, on: '2026-10-06' }));
    const left = { enrollment, reason: 'own-wish', on: '2026-12-01' };
    const entry = must(await enrollments.discharge(left)).eventId;
    must(await move(academy, 'handOver', enrollment, 't-1'));
    must(await move(academy, 'accept', enrollment, 't-1'));
    expect((await addedAfterArchive(await reading(academy))).records).toEqual([]);
    const act = { enrollment, entry, ...putRight, ...ordered };
    must(await enrollments.correct({ ...act, instead: { on: '2026-12-02' } }));
    const listed = await addedAfterArchive(await reading(academy));
    expect(listed).toMatchObject({
      due: 1,
      records: [
        {
          record: `enrollment-${enrollment}`,
          transfer: 't-1',
          inventoryDue: true,
          carrierDestroyed: false,
          added: [{ act: 'EnrollmentEntryAnnulled', on: '2026-12-01', actedOn: '2026-12-25' }],
        },
      ],
    });
    const paper = { file: 'l-1.1', medium: 'paper', sheets: 1, original: true } as const;
    must(await files.addDocument({ ...paper, title: 'Приказ № 9-од', on: '2026-12-25' }));
    expect((await addedAfterArchive(await reading(academy))).due).toBe(0);
  });
});

test('the views say of every day what the state says', async () => {
  const academy = await mentorAcademy();
  let stories = 0;
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      stories += 1;
      const learner = `s-${stories}`;
      must(await academy.learners.register({ id: learner, on: '2026-09-01' }));
      const made = {
        learner,
        enrollments: [],
        facts: new Map(),
        corrections: new Map(),
        steps: new Map(),
        day: 7,
      };
      for (const step of steps) await play(academy, made, step);
      for (const day of [dayOf(10), dayOf(40), dayOf(90), dayOf(130)]) {
        const page = await personalFileReport(await reading(academy, day), { learner });
        for (const { life } of page.enrollments) {
          const { state } = await academy.session.load(enrollmentFold, life.enrollment);
          const { status, group } = placeOn(state, day);
          expect([STATUS[life.status], life.group]).toEqual([status, group]);
        }
      }
    }),
    { numRuns: 12 },
  );
});

const STATUS = {
  none: 'not-enrolled',
  annulled: 'not-enrolled',
  enrolled: 'not-begun',
  studying: 'studying',
  suspended: 'suspended',
  completed: 'ended',
  discharged: 'ended',
} as const;
