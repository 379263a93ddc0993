import { codec, coreEvents, must, order } from '@letopis/core';
import { personalFileHtml } from '@letopis/forms';
import { coreProjections, openReader, openViews, personalFileReport } from '@letopis/projections';
import { openMemoryViews } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../domain/worlds/enrollment-academy.ts';
import { mentorAcademy, regulation } from '../domain/worlds/enrollment-academy.ts';
import { decision, yearSchool } from '../domain/worlds/year-school.ts';

type World = Pick<Awaited<ReturnType<typeof mentorAcademy>>, 'store'>;

async function fileOf({ store }: World) {
  const views = await openViews(store, openMemoryViews(), coreProjections, {
    codec: codec(coreEvents),
    streamPrefix: 'academy.',
  });
  return personalFileReport(await openReader(views), { learner: 'l-1' });
}

/** Enrolled from 2026-12-20 by an order of the 18th, which is entered on the 25th. */
async function enrolled(changes: Changes = {}) {
  const academy = await mentorAcademy(changes);
  const ground = order('1-у', '2026-12-18');
  const given = { learner: 'l-1', group: 'm-1', from: '2026-12-20', ground };
  must(await academy.enrollments.enroll(given));
  return { ...academy, enrollment: 'l-1.mentor.1' };
}

const daysIn = async (academy: World) => {
  const { enrollments } = await fileOf(academy);
  return enrollments[0]?.steps.map(({ days }) => days);
};

const three = { paperOn: '2026-12-18', effectOn: '2026-12-20', enteredOn: '2026-12-25' };

describe('RK 1.5: a step of the personal file names its three days', () => {
  test('of the paper, of effect, of entry', async () => {
    expect(await daysIn(await enrolled())).toEqual([{ ...three, daysLate: 5, isLate: true }]);
  });

  test.each([
    [4, true],
    [5, false],
  ])('with general.lateEntryDays %i, five days after: late is %s', async (grace, isLate) => {
    const academy = await enrolled({ general: { lateEntryDays: grace } });
    expect(await daysIn(academy)).toEqual([{ ...three, daysLate: 5, isLate }]);
  });

  test('the edition of the day of effect says what is late, not a later one', async () => {
    const academy = await enrolled({ general: { lateEntryDays: 5 } });
    const { general } = regulation({ general: { lateEntryDays: 0 } });
    must(
      await academy.regulation.amend({
        from: '2026-12-21',
        sections: { general: { ...general, timeZone: 'Europe/Moscow' } },
        ground: order('8-од', '2026-12-20'),
      }),
    );
    const { enrollment } = academy;
    must(await academy.enrollments.transfer({ enrollment, to: 'm-2', on: '2026-12-22' }));
    expect((await daysIn(academy))?.map((days) => [days.daysLate, days.isLate])).toEqual([
      [5, false],
      [3, true],
    ]);
  });

  test('an annulled step keeps its days, and the one in its place has its own', async () => {
    const academy = await enrolled();
    const { enrollment, enrollments } = academy;
    const wrong = must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-12-25' }));
    const act = { enrollment, entry: wrong.eventId, signer: 'p-1', reason: 'Не тот день' };
    const ground = order('9-од', '2026-12-22');
    must(await enrollments.correct({ ...act, ground, instead: { on: '2026-12-23' } }));
    const [study] = (await fileOf(academy)).enrollments;
    const seen = study?.steps.map(({ days, annulled }) => [
      days.effectOn,
      days.isLate,
      annulled !== null,
    ]);
    expect(seen).toEqual([
      ['2026-12-20', true, false],
      ['2026-12-23', true, false],
      ['2026-12-25', false, true],
    ]);
  });

  test('a decision on a study year too; the page prints all three and the mark', async () => {
    const school = await yearSchool();
    must(await school.enrollments.decideYear(decision));
    const page = await fileOf(school as never);
    const [course] = page.enrollments[0]?.course ?? [];
    expect(course?.days).toMatchObject({ effectOn: decision.on, isLate: true });
    const html = personalFileHtml(page, {
      organisation: { name: 'Школа' },
      timeZone: 'Europe/Moscow',
    });
    expect(html).toContain(`внесено позже на ${course?.days.daysLate} дн.`);
  });
});
