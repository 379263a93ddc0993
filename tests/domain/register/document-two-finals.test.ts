import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  attestatOf,
  certificateOf,
  complete,
  leavingSchool,
  marksIn,
  must,
  shortly,
} from '../worlds/leaving-school.ts';

/* The situations of a public complaint: two final results of one subject, and which one counts. */

const final = (value: string, on: string) => ({
  enrollment: 'l-1.ninth.1',
  module: 'physics',
  kind: 'final',
  form: 'exam',
  assessor: 'p-9',
  value,
  on,
});

describe('RK 1.3: of two final results one is in force', () => {
  test.each([
    ['5 and 3 on one day', ['5', '2027-05-20'], ['3', '2027-05-20']],
    ['5, then 2', ['5', '2027-05-20'], ['2', '2027-05-25']],
    ['3, then 5 of a day before', ['3', '2027-05-20'], ['5', '2027-05-18']],
  ] as const)(
    '%s: the second is refused, and the attestat shows the first',
    async (_, one, two) => {
      const school = await leavingSchool();
      must(await school.assessments.record(final(one[0], one[1])));
      const second = await school.assessments.record(final(two[0], two[1]));
      expectRefused(second, 'second-result', 'physics', 'final');
      await complete(school, 'ninth');
      const issued = await school.documents.issue(attestatOf('ninth'));
      expect(shortly(await marksIn(school, issued))).toEqual([`physics ${one[0]}`]);
    },
  );

  test('2, then 4 without a retake: refused; a certificate shows 2 till corrected', async () => {
    const school = await leavingSchool();
    const { assessments, documents, enrollments } = school;
    const replaces = must(await assessments.record(final('2', '2027-05-20'))).eventId;
    const done = { enrollment: 'l-1.ninth.1', on: '2027-06-25' };
    expectRefused(await enrollments.complete(done), 'results-missing', 'physics: final');
    const second = await assessments.record(final('4', '2027-06-01'));
    expectRefused(second, 'retake-needed', replaces);
    const shown = await documents.issue({ ...certificateOf('ninth'), on: '2027-06-01' });
    expect(shortly(await marksIn(school, shown))).toEqual(['physics 2']);
    const correct = { enrollment: 'l-1.ninth.1', replaces, value: '4', words: 'четыре' };
    must(await assessments.correct({ ...correct, reason: 'описка', signer: 'p-9' }));
    await complete(school, 'ninth');
    const issued = await documents.issue(attestatOf('ninth'));
    expect(shortly(await marksIn(school, issued))).toEqual(['physics 4']);
  });
});
