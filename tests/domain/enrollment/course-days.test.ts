import { must } from '@letopis/core';
import { describe, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  decision,
  promotionOrder as ground,
  pupil as enrollment,
  yearSchool,
} from '../worlds/year-school.ts';

/*
 * On which days a decision on a year or a form of study can be entered at all: for an enrollment
 * that there is, under a regulation, and while the learner is in a group. RK 1.5, 1.6.
 */

const family = { aspect: 'education', form: 'family', ground } as const;

/** The acts, each for an enrollment on a day. */
const acts = {
  'decide-year': ({ enrollments }: School, at: Day) =>
    enrollments.decideYear({ ...decision, ...at }),
  'set-study-form': ({ enrollments }: School, at: Day) =>
    enrollments.setStudyForm({ ...family, ...at }),
  'end-study-form': ({ enrollments }: School, at: Day) =>
    enrollments.endStudyForm({ ...family, ...at }),
} as const;

type School = Awaited<ReturnType<typeof yearSchool>>;
type Day = { readonly enrollment: string; readonly on: string };

const names = ['decide-year', 'set-study-form', 'end-study-form'] as const;

describe.each(names)('RK 1.5, 1.6: %s is refused', (act) => {
  test('for an enrollment that nobody made', async () => {
    const nobody = { enrollment: 'l-9.senior.1', on: '2027-05-25' };
    expectRefused(
      await acts[act](await yearSchool(), nobody),
      'enrollment-unknown',
      'l-9.senior.1',
    );
  });

  test('on a day without a regulation', async () => {
    const on = '2026-08-31'; // it holds from 1 September
    expectRefused(
      await acts[act](await yearSchool(), { enrollment, on }),
      'regulation-missing',
      on,
    );
  });

  test('before the learner was enrolled', async () => {
    const school = await yearSchool();
    const on = '2026-09-30';
    must(await school.learners.register({ id: 'l-3', on }));
    const entered = { learner: 'l-3', group: '10a', from: '2026-10-01' };
    const { id } = must(await school.enrollments.enroll(entered));
    const early = await acts[act](school, { enrollment: id, on });
    expectRefused(early, 'not-possible-now', act, on);
  });
});
