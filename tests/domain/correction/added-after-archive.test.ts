import { must, order } from '@letopis/core';
import { releaseCarrier } from '@letopis/core/commands';
import { decideReleaseCarrier } from '@letopis/core/decisions';
import { retentionFold } from '@letopis/core/facts';
import { on as operationsOn, receipt } from '@letopis/core/kernel';
import { expect, test } from 'vitest';
import { mark, move, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { putRight, ordered } from '../worlds/put-right-school.ts';

const place = 'архив, оп. 2, д. 14';
const ground = order('44-к', '2026-12-24');

const onRetention = operationsOn({ fold: retentionFold, key: () => ['main'], answer: receipt });
const release = onRetention(releaseCarrier, { decide: decideReleaseCarrier });

/** An enrollment that the archive accepted, with a 3 and an absence. */
async function archived() {
  const academy = await withLearner();
  const { enrollments, assessments, id: enrollment } = academy;
  const first = await mark(academy, '3', '2026-10-05');
  const missed = { module: 'safety', outcome: 'absent' as const, reason: 'н', assessor: 'p-9' };
  const absent = must(await assessments.record({ enrollment, ...missed, on: '2026-10-06' }));
  const left = { enrollment, reason: 'own-wish', on: '2026-12-01' };
  const discharged = must(await enrollments.discharge(left)).eventId;
  must(await move(academy, 'handOver', enrollment, 't-1'));
  must(await move(academy, 'accept', enrollment, 't-1'));
  const words = { value: '4', words: 'четыре', reason: 'описка', signer: 'p-9' };
  const correct = { enrollment, replaces: first, ...words, ground };
  const excuse = { enrollment, replaces: absent.eventId, code: 'у', reason: 'справка' };
  const correctAbsence = { ...excuse, signer: 'p-9', ground };
  const annul = { enrollment, result: first, reason: 'не тому', signer: 'p-1', ground };
  const last = async () => (await academy.events(`academy.enrollment-${enrollment}`)).at(-1);
  const destroy = async () => {
    const record = `enrollment-${enrollment}`;
    const act = { act: 'd-1', record, carrier: 'files', on: '2026-12-10' };
    must(await release.run(academy.session, act));
    return record;
  };
  return { ...academy, enrollment, discharged, correct, correctAbsence, annul, last, destroy };
}

test('RK 1.9: a result that is put right after the archive is marked so', async () => {
  const { assessments, correct, correctAbsence, annul, last } = await archived();
  must(await assessments.correct(correct));
  expect(await last()).toMatchObject({ data: { afterArchive: 't-1' } });
  must(await assessments.correctAbsence(correctAbsence));
  expect(await last()).toMatchObject({
    type: 'AbsenceCorrected',
    data: { afterArchive: 't-1' },
  });
  must(await assessments.annul(annul));
  const annulled = await last();
  expect(annulled).toMatchObject({ type: 'AssessmentAnnulled', data: { afterArchive: 't-1' } });
  expect(annulled?.data).not.toHaveProperty('groundAt');
});

test('RK 1.9: what is put right before the archive is not', async () => {
  const academy = await withLearner();
  const replaces = await mark(academy, '3', '2026-10-05');
  const words = { value: '4', words: 'четыре', reason: 'описка', signer: 'p-9' };
  must(await academy.assessments.correct({ enrollment: academy.id, replaces, ...words }));
  const last = (await academy.events(`academy.enrollment-${academy.id}`)).at(-1);
  expect(last?.data).not.toHaveProperty('afterArchive');
});

test('RK 1.9: once the archive has a result, it is put right by order only', async () => {
  const { assessments, correct, annul } = await archived();
  const { ground: _order, ...bare } = correct;
  const application = { kind: 'application', number: '3', date: '2026-12-24' } as const;
  for (const given of [null, application]) {
    const corrected = await assessments.correct({ ...bare, ground: given });
    expectRefused(corrected, 'order-required', 'correct');
    const annulled = await assessments.annul({ ...annul, ground: given });
    expectRefused(annulled, 'order-required', 'annul');
  }
});

test('D18: on the way to the archive no order puts a result right', async () => {
  const academy = await withLearner();
  const { assessments, enrollments, id: enrollment } = academy;
  const replaces = await mark(academy, '3', '2026-10-05');
  must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-12-01' }));
  must(await move(academy, 'handOver', enrollment, 't-1'));
  const words = { value: '4', words: 'четыре', reason: 'описка', signer: 'p-9', ground };
  const no = await assessments.correct({ enrollment, replaces, ...words });
  const { data } = expectRefused(no, 'record-handed-over', 't-1');
  expect(data).toEqual({ record: `enrollment-${enrollment}`, transfer: 't-1' });
});

test('RK 1.9: once a carrier was destroyed, a correction says where its paper lies', async () => {
  const { assessments, correct, correctAbsence, annul, last, destroy } = await archived();
  const record = await destroy();
  const groundAt = place;
  expectRefused(await assessments.correct(correct), 'ground-place-missing', record, 'groundAt');
  must(await assessments.correct({ ...correct, groundAt }));
  expect(await last()).toMatchObject({ data: { afterArchive: 't-1', groundAt } });
  expectRefused(await assessments.correctAbsence(correctAbsence), 'ground-place-missing', record);
  must(await assessments.correctAbsence({ ...correctAbsence, groundAt }));
  expect(await last()).toMatchObject({ data: { afterArchive: 't-1', groundAt } });
  expectRefused(await assessments.annul(annul), 'ground-place-missing', record);
  must(await assessments.annul({ ...annul, groundAt }));
  expect(await last()).toMatchObject({ data: { afterArchive: 't-1', groundAt } });
});

test("RK 1.9: the destroyed carrier of another's enrollment asks for nothing", async () => {
  const { assessments, session, correct } = await archived();
  const act = { act: 'd-1', record: 'enrollment-xl-1.mentor.1', carrier: 'files' };
  must(await release.run(session, { ...act, on: '2026-12-10' }));
  must(await assessments.correct(correct));
});

test('RK 1.9: results that a step takes along are marked as the step is', async () => {
  const { enrollments, enrollment, events, destroy } = await archived();
  await destroy();
  const [enrolled] = await events(`academy.enrollment-${enrollment}`);
  const act = { enrollment, entry: enrolled?.id ?? '', ...putRight, ...ordered };
  const all = { ...act, withLater: true, withResults: true, groundAt: place };
  must(await enrollments.annul(all));
  const made = await events(`academy.enrollment-${enrollment}`);
  const annulled = made.filter(({ type }) => type === 'AssessmentAnnulled');
  expect(annulled).toHaveLength(2);
  for (const { data } of annulled) {
    expect(data).toMatchObject({ afterArchive: 't-1', groundAt: place });
  }
});
