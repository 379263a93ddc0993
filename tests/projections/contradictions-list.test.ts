import { must } from '@letopis/core';
import { releaseRecord } from '@letopis/core/commands';
import { decideReleaseRecord } from '@letopis/core/decisions';
import { retentionFold } from '@letopis/core/facts';
import { on as operationsOn, receipt } from '@letopis/core/kernel';
import type { ViewReader } from '@letopis/projections';
import { contradictionsReport, openReader } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import { pupil, yearMark, yearSchool } from '../domain/worlds/year-school.ts';
import { current, family, lesson, linesOf, pageOf, readerOf } from './contradictions.ts';
import { viewsOf } from './school-reader.ts';

const onRetention = operationsOn({ fold: retentionFold, key: () => ['main'], answer: receipt });
const release = onRetention(releaseRecord, { decide: decideReleaseRecord });

describe('the list of contradictions', () => {
  test('RK 1.5: says on each day what holds on it', async () => {
    const school = await yearSchool();
    must(await current(school));
    must(await school.enrollments.setStudyForm({ ...family, on: '2026-11-10' }));
    const on = async (day: string) =>
      (await contradictionsReport(await readerOf(school, day))).lines.length;
    expect([await on('2026-11-09'), await on('2026-11-10')]).toEqual([0, 1]);
  });

  test('RK 1.5: of a period reads only whom something was entered about in it', async () => {
    const school = await yearSchool();
    must(await current(school));
    school.ports.advance(40 * 86_400_000);
    must(await school.enrollments.setStudyForm(family));
    const entered = { from: '2027-07-01', until: '2027-07-31' };
    expect(await linesOf(school, { entered })).toHaveLength(1);
    const before = { from: '2027-06-01', until: '2027-06-30' };
    expect(await linesOf(school, { entered: before })).toEqual([]);
    expect(await linesOf(school, { learner: 'l-2' })).toEqual([]);
    expect(await linesOf(school, { learner: 'l-1' })).toHaveLength(1);

    const reader = await readerOf(school);
    const keys: string[] = [];
    const counting: ViewReader = {
      ...reader,
      get: (view, key) => {
        keys.push(key);
        return reader.get(view, key);
      },
    };
    await contradictionsReport(counting, { entered });
    expect(keys.filter((key) => key.includes('l-2'))).toEqual([]);
    expect(keys.filter((key) => key.includes('l-1')).length).toBeGreaterThan(0);
  });

  test('RK 1.5: views that followed the log say what views built anew say', async () => {
    const school = await yearSchool();
    const views = await viewsOf(school);
    await views.catchUp();
    must(await current(school));
    await views.catchUp();
    const { eventId: known } = must(
      await school.journals.holdLesson({ ...lesson, present: ['l-1', 'l-2'] }),
    );
    await views.catchUp();
    await yearMark(school, 'history', '2');
    const set = must(await school.enrollments.setStudyForm(family));
    await views.catchUp();
    const followed = await contradictionsReport(await openReader(views));
    expect(known).not.toBe(set.eventId);
    expect(followed.lines).toHaveLength(2);
    expect(followed).toEqual(await pageOf(school));
  });

  test('RK 1.5: says what was known then', async () => {
    const school = await yearSchool();
    const given = must(await current(school));
    const set = must(await school.enrollments.setStudyForm(family));
    const annul = { enrollment: pupil, reason: 'не тому', signer: 'p-1' };
    must(await school.assessments.annul({ ...annul, result: given.eventId }));
    const views = await viewsOf(school);
    const lines = async (position?: string) => {
      const reader = await openReader(views, position === undefined ? {} : { known: position });
      return (await contradictionsReport(reader)).lines.length;
    };
    expect([await lines(given.position), await lines(set.position), await lines()]).toEqual([
      0, 1, 0,
    ]);
  });

  test('RK 1.11, 152-FZ art. 21: a record that was released for erasure has none', async () => {
    const school = await yearSchool();
    must(await current(school));
    must(await school.enrollments.setStudyForm(family));
    expect(await linesOf(school)).toHaveLength(1);
    const act = { act: 'd-1', record: `enrollment-${pupil}`, on: '2027-06-10' };
    must(await release.run(school.session, act));
    expect(await linesOf(school)).toEqual([]);
  });
});
