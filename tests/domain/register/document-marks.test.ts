import { order } from '@letopis/core';
import type { DocumentKind } from '@letopis/core/facts';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  attestatOf,
  certificateOf,
  complete,
  completesWithDebts,
  give,
  leavingSchool,
  marksIn,
  must,
  shortly,
} from '../worlds/leaving-school.ts';

const periodMean: DocumentKind['markRules'][number] = {
  subjects: 'any',
  method: 'mean',
  kinds: ['period'],
  studyYears: 'all',
};
const quarter = (n: number) => ({ period: `quarter-${n}` });
const whole = (scale: string) => ({ module: null, scale });
/** The attestat of `l-1` with a year mark 4 in physics, which then becomes 2. */
async function correctedToFailing() {
  const school = await leavingSchool();
  const [mark] = await give(school, 'ninth', ['physics', 'year', '4', '2027-05-20']);
  await complete(school, 'ninth');
  const issued = must(await school.documents.issue(attestatOf('ninth')));
  const correct = { enrollment: 'l-1.ninth.1', replaces: mark!, value: '2', words: 'два' };
  const by = { reason: 'описка', signer: 'p-9', ground: order('60-з', '2027-07-01') };
  must(await school.assessments.correct({ ...correct, ...by }));
  return { ...school, issued };
}

const halfYear = (n: 1 | 2, studyYear: string) => ({ period: `half-year-${n}`, studyYear });
const changed = (id: string, change: Partial<DocumentKind>) => ({
  kinds: r5.documents.kinds.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

describe('RK 1.1: the attestat of form 9 (order 115 of 2014 item 5)', () => {
  test('an examined subject: the mean of year and exam, and it names both', async () => {
    const school = await leavingSchool();
    const [year, exam] = await give(
      school,
      'ninth',
      ['maths', 'year', '3', '2027-05-25'],
      ['maths', 'state-final', '5', '2027-06-09'],
    );
    await complete(school, 'ninth');
    const [mark] = await marksIn(school, await school.documents.issue(attestatOf('ninth')));
    expect(mark).toEqual({
      module: 'maths',
      title: 'Математика',
      kind: 'state-final',
      mark: {
        scale: 'five-point',
        value: '4',
        digits: '4',
        words: 'четыре',
        passes: true,
        points: '4',
      },
      credited: false,
      record: exam,
      inForce: exam,
      method: 'mean',
      parts: [
        { kind: 'year', studyYear: '2026', period: null, value: '3', event: year },
        { kind: 'state-final', studyYear: '2026', period: null, value: '5', event: exam },
      ],
    });
  });

  test.each([
    ['3', '4', '4'],
    ['4', '5', '5'],
    ['5', '4', '5'],
    ['5', '3', '4'],
    ['3', '3', '3'],
  ])('year %s and exam %s give %s: a half goes up', async (year, exam, value) => {
    const school = await leavingSchool();
    await give(
      school,
      'ninth',
      ['maths', 'year', year, '2027-05-25'],
      ['maths', 'state-final', exam, '2027-06-09'],
    );
    await complete(school, 'ninth');
    const issued = await school.documents.issue(attestatOf('ninth'));
    expect(shortly(await marksIn(school, issued))).toEqual([`maths ${value}`]);
  });

  test('a subject without an exam: the mark of the last year it was taught', async () => {
    const school = await leavingSchool();
    await give(
      school,
      'ninth',
      ['maths', 'year', '5', '2027-05-25'],
      ['physics', 'year', '3', '2026-05-25'],
      ['physics', 'year', '4', '2027-05-25'],
      ['physics', 'period', '2', '2026-10-25', { period: 'quarter-1' }],
      ['craft', 'year', 'зачтено', '2026-05-25'],
    );
    await complete(school, 'ninth');
    const issued = await school.documents.issue(attestatOf('ninth'));
    // `l-1` took no exam in maths, though the programme allows it: the year mark stands.
    const marks = ['maths 5', 'physics 4', 'craft pass'];
    expect(shortly(await marksIn(school, issued))).toEqual(marks);
  });

  test('R5 §4.1: a final mark without ГИА, where there is none of the year', async () => {
    const school = await leavingSchool();
    await give(
      school,
      'ninth',
      ['physics', 'final', '5', '2027-06-02'],
      ['craft', 'final', 'зачтено', '2027-06-02'],
      ['craft', 'year', 'зачтено', '2027-05-20'],
    );
    await complete(school, 'ninth');
    const marks = await marksIn(school, await school.documents.issue(attestatOf('ninth')));
    expect(marks.map(({ module, kind }) => [module, kind])).toEqual([
      ['physics', 'final'],
      ['craft', 'year'],
    ]);
  });

  test('an exam without a mark of the year: refused until that is recorded', async () => {
    const school = await leavingSchool();
    await give(school, 'ninth', ['maths', 'state-final', '5', '2027-06-09']);
    await complete(school, 'ninth');
    const refused = await school.documents.issue(attestatOf('ninth'));
    expectRefused(refused, 'document-part-missing', 'maths/year', 'l-1.ninth.1');
  });

  test('a result that comes after the day of the document is not on it', async () => {
    const school = await leavingSchool();
    await give(
      school,
      'ninth',
      ['physics', 'year', '4', '2027-05-25'],
      ['maths', 'year', '4', '2027-05-25'],
      ['maths', 'state-final', '5', '2027-06-25'],
    );
    await complete(school, 'ninth');
    const kind = { ...certificateOf('ninth'), kind: 'extract', on: '2027-06-24' };
    const marks = await marksIn(school, await school.documents.issue(kind));
    expect(marks.map(({ kind: of }) => of)).toEqual(['year', 'year']);
  });
});

describe('RK 1.1: the attestat of forms 10-11 (order 115 of 2014 item 5)', () => {
  test('the mean of all half-years and years; the state exam never enters it', async () => {
    const school = await leavingSchool();
    const events = await give(
      school,
      'senior',
      ['maths', 'period', '3', '2025-12-28', halfYear(1, '2025')],
      ['maths', 'period', '4', '2026-05-24', halfYear(2, '2025')],
      ['maths', 'year', '4', '2026-05-25'],
      ['maths', 'period', '4', '2026-12-28', halfYear(1, '2026')],
      ['maths', 'period', '3', '2027-05-20', halfYear(2, '2026')],
      ['maths', 'year', '3', '2027-05-21'],
    );
    await give(school, 'senior', ['maths', 'state-final', '5', '2027-06-09']);
    await complete(school, 'senior');
    const [mark] = await marksIn(school, await school.documents.issue(attestatOf('senior')));
    // 21 / 6 = 3.5
    expect(mark).toMatchObject({ mark: { value: '4', words: 'четыре' }, method: 'mean' });
    expect(mark?.parts?.map(({ event }) => event)).toEqual(events);
    expect(mark?.parts?.map(({ studyYear, period }) => [studyYear, period])[1]).toEqual([
      '2025',
      'half-year-2',
    ]);
  });

  test('a half-year may fail within it, since the year decides', async () => {
    const school = await leavingSchool();
    await give(
      school,
      'senior',
      ['physics', 'period', '2', '2026-12-28', halfYear(1, '2026')],
      ['physics', 'period', '4', '2027-05-20', halfYear(2, '2026')],
      ['physics', 'year', '3', '2027-05-21'],
    );
    await complete(school, 'senior');
    const issued = await school.documents.issue(attestatOf('senior'));
    expect(shortly(await marksIn(school, issued))).toEqual(['physics 3']);
  });

  test('a year whose mark is missing beside its half-years: refused, with the year', async () => {
    const school = await leavingSchool();
    await give(
      school,
      'senior',
      ['physics', 'period', '4', '2025-12-28', halfYear(1, '2025')],
      ['physics', 'year', '4', '2027-05-21'],
    );
    await complete(school, 'senior');
    const refused = await school.documents.issue(attestatOf('senior'));
    expectRefused(refused, 'document-part-missing', 'physics/year', '2025');
  });

  test('a subject without points keeps its year mark', async () => {
    const school = await leavingSchool();
    await give(
      school,
      'senior',
      ['craft', 'period', 'зачтено', '2026-12-28', halfYear(1, '2026')],
      ['craft', 'year', 'зачтено', '2027-05-21'],
    );
    await complete(school, 'senior');
    const issued = await school.documents.issue(attestatOf('senior'));
    expect(shortly(await marksIn(school, issued))).toEqual(['craft pass']);
  });

  test('marks of an earlier enrollment enter where it is named, and are named', async () => {
    const school = await leavingSchool();
    const { enrollments, documents, events } = school;
    const first = 'l-1.senior.1';
    await give(
      school,
      'senior',
      ['physics', 'period', '3', '2025-12-28', halfYear(1, '2025')],
      ['physics', 'year', '3', '2026-05-25'],
    );
    const reason = { reason: 'own-wish', on: '2026-06-10' };
    must(await enrollments.discharge({ enrollment: first, ...reason }));
    const again = { learner: 'l-1', group: 'senior-a', from: '2026-09-01' };
    const { id } = must(await enrollments.enroll(again));
    const marks = {
      enrollment: id,
      module: 'physics',
      kind: 'year',
      form: 'exam',
      assessor: 'p-9',
    };
    must(await school.assessments.record({ ...marks, value: '5', on: '2027-05-21' }));
    must(await enrollments.complete({ enrollment: id, on: '2027-06-25' }));
    const attestat = { ...attestatOf('senior'), enrollment: id };
    const stranger = await documents.issue({ ...attestat, earlier: ['l-1.senior.9'] });
    expectRefused(stranger, 'enrollment-unknown', 'l-1.senior.9');
    const issued = await documents.issue({ ...attestat, earlier: [first] });
    expect(shortly(await marksIn(school, issued))).toEqual(['physics 4']); // 11 / 3
    const [line] = await events('academy.register-attestat-book.2027');
    expect(line).toMatchObject({
      data: { enrollment: id, earlier: [first] },
      refs: { enrollment: [first, id] },
    });
    // The mark is corrected, and the line with it: it still counts the earlier enrollment.
    const { document, eventId } = must(issued);
    const wrong = (await marksIn(school, issued))[0]?.parts?.[2]?.event ?? '';
    const correct = { enrollment: id, replaces: wrong, value: '4', words: 'четыре' };
    must(await school.assessments.correct({ ...correct, reason: 'описка', signer: 'p-9' }));
    const anew = { document, replaces: eventId, marksAnew: true, reason: 'описка', signer: 'p-5' };
    const marksNow = await marksIn(school, await documents.correct(anew));
    expect(shortly(marksNow)).toEqual(['physics 3']); // 10 / 3
    expect(marksNow[0]?.parts?.map(({ value }) => value)).toEqual(['3', '3', '4']);
  });

  test('the enrollment of another learner is never counted', async () => {
    const school = await leavingSchool();
    must(await school.learners.register({ id: 'l-2', on: '2025-09-01' }));
    const other = { learner: 'l-2', group: 'senior-a', from: '2025-09-01' };
    const { id } = must(await school.enrollments.enroll(other));
    await complete(school, 'senior');
    const refused = await school.documents.issue({ ...attestatOf('senior'), earlier: [id] });
    expectRefused(refused, 'enrollment-of-another', id);
  });
});

describe('RK 1.1: a mean that cannot be made', () => {
  const mean = {
    markRules: [
      {
        subjects: 'any' as const,
        method: 'mean' as const,
        kinds: ['year', 'final'],
        studyYears: 'latest' as const,
      },
    ],
    markKinds: ['year', 'final'],
  };

  test('of marks on two scales, naming both', async () => {
    const school = await leavingSchool(changed('attestat-basic', mean));
    // Marks of the programme as a whole name their scale, as a module's marks may not.
    await give(
      school,
      'ninth',
      ['physics', 'year', '4', '2027-05-20', whole('five-point')],
      ['physics', 'final', '80', '2027-06-02', whole('hundred-point')],
    );
    await complete(school, 'ninth');
    const refused = await school.documents.issue(attestatOf('ninth'));
    expectRefused(refused, 'document-parts-differ', 'five-point', 'hundred-point', 'markRules');
  });

  test('of marks without points', async () => {
    const school = await leavingSchool(changed('attestat-basic', mean));
    await give(
      school,
      'ninth',
      ['craft', 'year', 'зачтено', '2027-05-20'],
      ['craft', 'final', 'зачтено', '2027-06-02'],
    );
    await complete(school, 'ninth');
    const refused = await school.documents.issue(attestatOf('ninth'));
    expectRefused(refused, 'document-parts-differ', 'craft', 'pass-fail');
  });
});

describe('RK 1.13: failing marks (273-FZ art. 60 part 12)', () => {
  test('a document of completion bears none, and names what stands in its way', async () => {
    const school = await leavingSchool({}, completesWithDebts);
    await give(school, 'ninth', ['physics', 'year', '2', '2027-05-20']);
    await complete(school, 'ninth');
    const refused = await school.documents.issue(attestatOf('ninth'));
    expectRefused(refused, 'document-mark-failing', 'attestat-basic', 'physics/year: 2');
  });

  test('nor does a mean hide one', async () => {
    const school = await leavingSchool({}, completesWithDebts);
    await give(
      school,
      'ninth',
      ['maths', 'year', '2', '2027-05-20'],
      ['maths', 'state-final', '5', '2027-06-09'],
    );
    await complete(school, 'ninth');
    const refused = await school.documents.issue(attestatOf('ninth'));
    expectRefused(refused, 'document-mark-failing', 'maths/year: 2');
  });

  test('a mean that fails itself is refused too', async () => {
    const kinds = { markKinds: ['period'], markRules: [periodMean] };
    const school = await leavingSchool(changed('attestat-basic', kinds));
    await give(
      school,
      'ninth',
      ['physics', 'period', '2', '2026-10-28', quarter(1)],
      ['physics', 'period', '2', '2026-12-28', quarter(2)],
      ['physics', 'period', '3', '2027-03-20', quarter(3)],
    );
    await complete(school, 'ninth');
    const refused = await school.documents.issue(attestatOf('ninth'));
    expectRefused(refused, 'document-mark-failing', 'physics/period: 2');
  });

  test('certificates of study, of progress and extracts show it', async () => {
    const school = await leavingSchool();
    await give(school, 'ninth', ['physics', 'year', '2', '2027-05-20']);
    for (const kind of ['study-certificate', 'progress-certificate', 'extract']) {
      const issued = await school.documents.issue({ ...certificateOf('ninth'), kind });
      expect([kind, ...shortly(await marksIn(school, issued))]).toEqual([kind, 'physics 2']);
    }
  });

  test('a certificate of study is issued to who has no mark yet, too', async () => {
    const school = await leavingSchool();
    const issued = await school.documents.issue(certificateOf('ninth'));
    expect(await marksIn(school, issued)).toEqual([]);
  });

  test('the regulation may say otherwise for a kind of document', async () => {
    const shows = changed('attestat-basic', { failingMarks: 'show' });
    const showing = await leavingSchool(shows, completesWithDebts);
    await give(showing, 'ninth', ['physics', 'year', '2', '2027-05-20']);
    await complete(showing, 'ninth');
    const issued = await showing.documents.issue(attestatOf('ninth'));
    expect(shortly(await marksIn(showing, issued))).toEqual(['physics 2']);
    const strict = await leavingSchool(changed('extract', { failingMarks: 'refuse' }));
    await give(strict, 'ninth', ['physics', 'year', '2', '2027-05-20']);
    const extract = await strict.documents.issue({ ...certificateOf('ninth'), kind: 'extract' });
    expectRefused(extract, 'document-mark-failing', 'extract', 'physics/year: 2');
  });
});

describe('RK 1.13: a mark that is corrected after the document was issued', () => {
  test('the line takes no failing mark: the document is annulled', async () => {
    const { documents, issued } = await correctedToFailing();
    const { document, eventId: replaces } = issued;
    const correct = { document, replaces, reason: 'исправлена отметка', signer: 'p-5' };
    const refused = await documents.correct({ ...correct, marksAnew: true });
    expectRefused(refused, 'document-mark-failing', 'physics/year: 2');
    must(await documents.correct({ ...correct, changes: { subject: 'копия' } }));
    const annul = { document, reason: 'отметка исправлена', signer: 'p-1' };
    must(await documents.annul({ ...annul, ground: order('40-з', '2026-12-24') }));
  });

  test('nor is a duplicate issued, while a certificate of study is', async () => {
    const school = await correctedToFailing();
    const { documents, issued } = school;
    const { document } = issued;
    must(await documents.withdraw({ document, reason: 'lost', on: '2027-07-05' }));
    const duplicate = { ...attestatOf('ninth'), number: '0002', on: '2027-07-06' };
    const refused = await documents.issue({ ...duplicate, inPlaceOf: document });
    expectRefused(refused, 'document-mark-failing', 'physics/year: 2');
    const paper = await documents.issue({ ...certificateOf('ninth'), on: '2027-07-06' });
    expect(shortly(await marksIn(school, paper))).toEqual(['physics 2']);
  });
});
