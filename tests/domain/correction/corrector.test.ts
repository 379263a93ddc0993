import { must } from '@letopis/core';
import { enrollmentFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* Who corrects, on which paper, and how an absence is corrected. RK 1.4, RK 1.12. */

const four = { value: '4', words: 'четыре', reason: 'описка' };

const marked = async (changes = {}) => {
  const academy = await withLearner(changes);
  const replaces = await mark(academy, '3', '2026-10-05');
  const correct = (more: object) =>
    academy.assessments.correct({ enrollment: academy.id, replaces, ...four, ...more } as never);
  const last = async () => (await academy.events(`academy.enrollment-${academy.id}`)).at(-1);
  return { ...academy, replaces, correct, last };
};

describe('RK 1.12: who corrects a mark', () => {
  test('another teacher, and after the author has left the successor, shown as such', async () => {
    const beside = await marked();
    must(await beside.correct({ signer: 'p-8', on: '2026-10-06' }));
    expect((await beside.last())?.data).not.toHaveProperty('succeeds');

    const { officials, correct, last } = await marked();
    must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-11-01' }));
    must(await correct({ signer: 'p-8', on: '2026-11-01' }));
    expect(await last()).toMatchObject({
      data: { correctedBy: 'p-8', succeeds: 'p-9', signer: { person: 'p-8', office: 'teacher' } },
    });
  });

  test('an author who holds the office for one group alone has not left it', async () => {
    const academy = await withLearner();
    const { officials, assessments, id: enrollment } = academy;
    const own = { office: 'teacher', from: '2026-09-01', scope: { groups: ['m-1'] } };
    must(await officials.appoint({ person: 'p-5', ...own }));
    const replaces = await mark(academy, '3', '2026-10-05', { assessor: 'p-5' });
    must(await assessments.correct({ enrollment, replaces, ...four, signer: 'p-8' }));
    const last = (await academy.events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(last?.data).toMatchObject({ correctedBy: 'p-8' });
    expect(last?.data).not.toHaveProperty('succeeds');
  });

  test('only the author while in office, where the regulation says so', async () => {
    const changes = { correction: { authorCorrects: true } };
    const { officials, correct } = await marked(changes);
    const no = await correct({ signer: 'p-8', on: '2026-10-31' });
    expectRefused(no, 'not-the-author', 'p-8', 'p-9');
    must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-11-01' }));
    expectRefused(await correct({ signer: 'p-8', on: '2026-10-31' }), 'not-the-author');
    must(await correct({ signer: 'p-8', on: '2026-11-01' }));
    const own = await marked(changes);
    must(await own.correct({ signer: 'p-9', on: '2026-10-31' }));
  });

  test('head and deputy annul or countersign, and write no mark', async () => {
    const { correct, assessments, id: enrollment, replaces } = await marked();
    const no = await correct({ signer: 'p-1', on: '2026-10-06' });
    expectRefused(no, 'not-appointed', 'p-1', 'teacher');
    must(await assessments.annul({ enrollment, result: replaces, reason: 'сбой', signer: 'p-1' }));
  });

  test('the paper entry gives its carrier, sheet and day of signature', async () => {
    const { correct, last } = await marked();
    const paper = { carrier: 'lesson-journals', sheet: '14', date: '2026-10-07' };
    const none = await correct({ signer: 'p-9', paper: { ...paper, carrier: 'diary' } });
    const { data } = expectRefused(none, 'paper-carrier-unknown', 'diary');
    const [carrier] = (data as { known: readonly string[] }).known;
    const other = await correct({ signer: 'p-9', paper, on: '2026-10-08' });
    expectRefused(other, 'paper-other-day', '2026-10-07', '2026-10-08');
    must(await correct({ signer: 'p-9', paper: { ...paper, carrier } }));
    expect(await last()).toMatchObject({
      data: { actedOn: '2026-10-07', paper: { carrier, sheet: '14', date: '2026-10-07' } },
    });
  });

  test('the day of the paper entry may be said beside it', async () => {
    const { correct, last } = await marked();
    const paper = { carrier: 'lesson-journal', sheet: '14', date: '2026-10-07' };
    must(await correct({ signer: 'p-9', paper, on: '2026-10-07' }));
    expect(await last()).toMatchObject({ data: { actedOn: '2026-10-07', paper } });
  });

  test('a paper entry is in no carrier that is electronic alone', async () => {
    const carriers = r2.carriers.carriers.map((one) =>
      one.id === 'grade-sheets' ? { ...one, medium: 'either' as const } : one,
    );
    const { correct } = await marked({ carriers: { carriers } });
    const paper = { sheet: '14', date: '2026-10-07' };
    const inCarrier = (carrier: string) => correct({ signer: 'p-9', paper: { ...paper, carrier } });
    const no = expectRefused(await inCarrier('electronic-records'), 'paper-carrier-unknown');
    expect(no.data).toEqual({
      carrier: 'electronic-records',
      known: ['lesson-journal', 'grade-sheets', 'protocols', 'personal-files'],
    });
    must(await inCarrier('grade-sheets'));
  });
});

describe('RK 1.4: an absence is corrected on a paper', () => {
  const ground = { kind: 'certificate', number: '14', date: '2026-10-12' } as const;

  const missed = async (changes = {}) => {
    const academy = await withLearner(changes);
    const { assessments, id: enrollment } = academy;
    const away = { enrollment, module: 'safety', kind: 'interim', outcome: 'absent' as const };
    const sent = { ...away, reason: 'н', on: '2026-10-05', assessor: 'p-9' };
    const { eventId: replaces } = must(await assessments.record(sent));
    const asked = { enrollment, replaces, code: 'б', reason: 'справка', signer: 'p-9', ground };
    return { ...academy, replaces, asked };
  };

  test('absent → ill, with paper, signer and the code before', async () => {
    const { assessments, asked, replaces, id, session, events } = await missed();
    const done = must(await assessments.correctAbsence({ ...asked, on: '2026-10-13' }));
    expect((await events(`academy.enrollment-${id}`)).at(-1)).toMatchObject({
      id: done.eventId,
      type: 'AbsenceCorrected',
      occurredOn: '2026-10-05',
      ground,
      data: { corrects: replaces, replaces, code: 'б', actedOn: '2026-10-13' },
    });
    const { state } = await session.load(enrollmentFold, id);
    expect(state.results.get(replaces)).toMatchObject({ outcome: 'absent', reason: 'б' });
    const stale = await assessments.correctAbsence({ ...asked, code: 'у', on: '2026-10-14' });
    expectRefused(stale, 'not-in-force', replaces, done.eventId);
    const again = { ...asked, replaces: done.eventId, on: '2026-10-14' };
    expectRefused(await assessments.correctAbsence(again), 'same-absence', 'б');
    must(await assessments.correctAbsence({ ...again, code: 'у' }));
  });

  test('what is no absence, an unknown code, no paper, nobody entitled: refused', async () => {
    const { assessments, asked, replaces, id: enrollment, ...academy } = await missed();
    const given = await mark(
      { ...academy, assessments, id: enrollment } as never,
      '4',
      '2026-10-07',
    );
    const no = async (change: object, code: string, ...values: string[]) =>
      expectRefused(
        await assessments.correctAbsence({ ...asked, ...change } as never),
        code,
        ...values,
      );
    await no({ replaces: given }, 'not-an-absence', given);
    await no({ code: 'x' }, 'not-in-regulation', 'x', 'б');
    await no({ ground: null }, 'absence-paper-missing', replaces);
    await no({ reason: undefined }, 'reason-missing', 'correct-absence');
    await no({ signer: 'p-77' }, 'not-appointed', 'p-77');
    await no({ on: '2027-01-01' }, 'dated-ahead', '2027-01-01');
    await no({ on: '2026-10-04' }, 'act-out-of-order', '2026-10-04');
    must(await assessments.annul({ enrollment, result: replaces, reason: 'сбой', signer: 'p-1' }));
    await no({}, 'result-annulled', replaces);
  });

  test('without a paper where the regulation asks for none', async () => {
    const changes = { correction: { attendancePaperRequired: false, attendanceOffices: ['head'] } };
    const { assessments, asked } = await missed(changes);
    const sent = { ...asked, ground: null };
    expectRefused(await assessments.correctAbsence(sent), 'not-appointed', 'p-9', 'head');
    must(await assessments.correctAbsence({ ...sent, signer: 'p-1' }));
  });
});
