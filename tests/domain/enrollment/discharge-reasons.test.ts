import type { RegulationPreset } from '@letopis/core';
import { must } from '@letopis/core';
import { r1 } from '@letopis/core/presets/r1';
import { r2 } from '@letopis/core/presets/r2';
import { r3 } from '@letopis/core/presets/r3';
import { r4 } from '@letopis/core/presets/r4';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const from = '2026-09-01';
const on = '2026-11-20';

/** A school with a programme of a type, and a learner in it. */
async function school(
  preset: RegulationPreset,
  programmeType: string,
  learner: { readonly birthDate?: string; readonly needs?: string } = {},
) {
  const academy = newAcademy();
  const { regulation, officials, programmes, groups, learners, enrollments } = academy;
  must(await regulation.adopt(preset, { timeZone: 'Europe/Moscow', from }));
  must(await officials.appoint({ person: 'p-1', office: 'head', from }));
  const modules = [{ id: 'maths', scale: 'five-point' }];
  must(await programmes.open({ id: 'main', type: programmeType, modules, on: from }));
  must(await groups.open({ id: 'g-1', programme: 'main', on: from }));
  const { birthDate, needs } = learner;
  must(
    await learners.register({
      id: 'l-1',
      ...(birthDate === undefined ? {} : { birthDate }),
      on: from,
    }),
  );
  if (needs !== undefined)
    must(await learners.recordSpecialNeeds({ learner: 'l-1', needs, on: from }));
  const { id: enrollment } = must(await enrollments.enroll({ learner: 'l-1', group: 'g-1', from }));
  const discharge = (reason: string, more: { whereTo?: string; on?: string } = {}) =>
    enrollments.discharge({ enrollment, reason, on, ...more });
  return { ...academy, enrollment, discharge };
}

describe('RK 1.7: a reason of discharge says for whom it is', () => {
  test('a nine-year-old at a school for special needs is not expelled', async () => {
    const needs = 'заключение ПМПК';
    const nine = await school(r5, 'basic-general', { birthDate: '2017-05-05', needs });
    expectRefused(await nine.discharge('expelled'), 'discharge-not-for-learner', 'l-1', 'expelled');
    const well = await school(r5, 'basic-general', { birthDate: '2017-05-05' });
    expectRefused(await well.discharge('expelled'), 'discharge-not-for-age', '15', '2032-05-05');
  });

  test('special needs rule it out at any age, and while they last only', async () => {
    const needs = 'заключение ПМПК';
    const grown = await school(r5, 'secondary-general', { birthDate: '2009-05-05', needs });
    expectRefused(await grown.discharge('expelled'), 'discharge-not-for-learner');
    const ended = { learner: 'l-1', status: 'special-needs', on: '2026-11-01' } as const;
    must(await grown.learners.endSpecialStatus(ended));
    must(await grown.discharge('expelled'));
  });

  test('273-FZ art. 43 part 7: no measure is taken during illness or another leave', async () => {
    const grown = await school(r5, 'secondary-general', { birthDate: '2009-05-05' });
    const { enrollments, enrollment } = grown;
    must(await enrollments.suspend({ enrollment, reason: 'illness', on: '2026-11-10' }));
    expectRefused(await grown.discharge('expelled'), 'discharge-during-leave', '2026-11-10');
    must(await enrollments.reinstate({ enrollment, on: '2026-11-15' }));
    must(await grown.discharge('expelled'));
    const other = await school(r5, 'secondary-general', { birthDate: '2009-05-05' });
    const ill = { enrollment: other.enrollment, reason: 'illness', on: '2026-11-10' };
    must(await other.enrollments.suspend(ill));
    must(await other.discharge('own-wish'));
  });

  test('the least age is reached on the birthday', async () => {
    const before = await school(r5, 'basic-general', { birthDate: '2011-11-21' });
    expectRefused(await before.discharge('expelled'), 'discharge-not-for-age', '2026-11-21');
    const day = await school(r5, 'basic-general', { birthDate: '2011-11-20' });
    must(await day.discharge('expelled'));
  });

  test('where an age is asked, the birth date must be known', async () => {
    const unknown = await school(r5, 'basic-general');
    expectRefused(await unknown.discharge('expelled'), 'discharge-age-unknown', 'l-1', '15');
    must(await unknown.discharge('own-wish'));
  });

  test('a reason is for its types of programme: 273-FZ art. 58 p. 11', async () => {
    const primary = await school(r5, 'primary-general', { birthDate: '2009-05-05' });
    const types = ['expelled', 'primary-general', 'secondary-general'];
    expectRefused(await primary.discharge('expelled'), 'discharge-not-for-programme', ...types);
    const training = await school(r2, 'qualification-improvement');
    expectRefused(await training.discharge('debts'), 'discharge-not-for-programme', 'debts');
  });

  test('273-FZ art. 61 p. 2: as not completed only a professional programme ends', async () => {
    for (const [preset, type] of [
      [r5, 'primary-general'],
      [r5, 'secondary-general'],
      [r3, 'general-development'],
    ] as const) {
      const one = await school(preset, type, { birthDate: '2009-05-05' });
      const no = await one.discharge('not-completed');
      expectRefused(no, 'discharge-not-for-programme', 'not-completed', type, 'higher-education');
    }
    const training = await school(r2, 'qualification-improvement');
    must(await training.discharge('not-completed'));
  });

  test('a move says whereto, and no other reason does', async () => {
    const one = await school(r2, 'qualification-improvement');
    expectRefused(await one.discharge('moved'), 'where-to-missing', 'moved');
    const odd = await one.discharge('own-wish', { whereTo: 'Лицей № 2' });
    expectRefused(odd, 'where-to-not-asked', 'own-wish', 'Лицей № 2');
    must(await one.discharge('moved', { whereTo: 'Лицей № 2' }));
    const events = await one.events(`academy.enrollment-${one.enrollment}`);
    expect(events.at(-1)?.data).toMatchObject({ reason: 'moved', whereTo: 'Лицей № 2' });
  });

  test.each([r1({ archiveDeadlineDays: 10 }), r2, r3, r4, r5])(
    'the presets know the usual reasons: $preset',
    (preset) => {
      const reasons = preset.enrollment.dischargeReasons;
      expect(reasons.map(({ id }) => id)).toEqual(
        expect.arrayContaining([
          'moved',
          'death',
          'liquidation',
          'beyond-both',
          'unlawful-admission',
        ]),
      );
      const will = (id: string) => reasons.find((one) => one.id === id)?.will;
      expect([will('own-wish'), will('expelled'), will('death')]).toEqual([
        'learner',
        'organisation',
        'beyond',
      ]);
      expect(reasons.filter(({ beforePaper }) => beforePaper).map(({ id }) => id)).toEqual([
        'death',
      ]);
    },
  );
});
