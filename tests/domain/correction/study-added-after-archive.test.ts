import { must, order } from '@letopis/core';
import { releaseCarrier } from '@letopis/core/commands';
import { decideReleaseCarrier } from '@letopis/core/decisions';
import { enrollmentFold, formsHeldOn, retentionFold } from '@letopis/core/facts';
import { on as operationsOn, receipt } from '@letopis/core/kernel';
import { expect, test } from 'vitest';
import { mark, move, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const entered = order('12-уч', '2026-09-30');
const groundAt = 'архив, оп. 2, д. 14';
const ground = order('44-к', '2026-12-24');
const right = { signer: 'p-1', reason: 'ошибка в приказе', ground } as const;

const onRetention = operationsOn({ fold: retentionFold, key: () => ['main'], answer: receipt });
const release = onRetention(releaseCarrier, { decide: decideReleaseCarrier });

/** An enrollment with an individual plan, a decision on its year, and a pause of a debt's term. */
async function studied() {
  const academy = await withLearner();
  const { enrollments, debts, id: enrollment } = academy;
  const plan = { aspect: 'arrangement', form: 'individual-plan', on: '2026-10-01' } as const;
  const form = must(
    await enrollments.setStudyForm({ enrollment, ...plan, ground: entered }),
  ).eventId;
  const failed = await mark(academy, '2', '2026-10-05', { kind: 'interim' });
  const year = { studyYear: '2026', decision: 'repeats', on: '2026-11-20' };
  const papers = {
    protocol: { number: '9', date: '2026-11-20' },
    application: { number: '3', date: '2026-11-19' },
  };
  const days = { from: '2026-10-10', until: '2026-10-20', reason: 'illness' };
  const pause = must(await debts.pauseTerm({ enrollment, debt: failed, ...days })).eventId;
  const made = await enrollments.decideYear({ enrollment, ...year, ...papers, ground: entered });
  const decided = must(made).eventId;
  const last = async () => {
    const all = await academy.events(`academy.enrollment-${enrollment}`);
    return all.findLast(({ type }) => type.endsWith('EntryAnnulled'));
  };
  const accept = async () => {
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-12-01' }));
    must(await move(academy, 'handOver', enrollment, 't-1'));
    must(await move(academy, 'accept', enrollment, 't-1'));
  };
  const destroy = async () => {
    const record = `enrollment-${enrollment}`;
    const act = { act: 'd-1', record, carrier: 'files', on: '2026-12-10' };
    must(await release.run(academy.session, act));
  };
  const put = {
    correctStudyForm: (more: object) =>
      enrollments.correctStudyForm({
        enrollment,
        entry: form,
        ...right,
        form: 'individual-plan',
        from: '2026-10-08',
        ...more,
      }),
    annulStudyEntry: (more: object) =>
      enrollments.annulStudyEntry({ enrollment, entry: form, ...right, ...more }),
    correctYearDecision: (more: object) =>
      enrollments.correctYearDecision({
        enrollment,
        entry: decided,
        ...right,
        decision: 'repeats',
        ...papers,
        decidedOn: '2026-11-21',
        ...more,
      }),
    correctPause: (more: object) =>
      debts.correctPause({ enrollment, entry: pause, ...right, until: '2026-10-25', ...more }),
    annulDebtEntry: (more: object) => debts.annul({ enrollment, entry: pause, ...right, ...more }),
  };
  return { ...academy, enrollment, put, last, accept, destroy };
}

const names = [
  'correctStudyForm',
  'annulStudyEntry',
  'correctYearDecision',
  'correctPause',
  'annulDebtEntry',
] as const;

test.each(names)('RK 1.9: %s after the archive is an added document, by order', async (name) => {
  const { put, accept, last } = await studied();
  await accept();
  expectRefused(await put[name]({ ground: null }), 'order-required');
  must(await put[name]({}));
  const added = await last();
  expect(added).toMatchObject({ ground, data: { afterArchive: 't-1' } });
  expect(added?.data).not.toHaveProperty('groundAt');
});

test.each(names)('RK 1.9: %s says where its paper lies, once a carrier is gone', async (name) => {
  const { put, accept, destroy, last, enrollment } = await studied();
  await accept();
  await destroy();
  const record = `enrollment-${enrollment}`;
  expectRefused(await put[name]({}), 'ground-place-missing', record, 'groundAt');
  must(await put[name]({ groundAt }));
  expect(await last()).toMatchObject({ data: { afterArchive: 't-1', groundAt } });
});

test.each(names)('RK 1.9: %s is refused while the archive has not accepted it', async (name) => {
  const academy = await studied();
  const { put, enrollments, enrollment } = academy;
  must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-12-01' }));
  must(await move(academy, 'handOver', enrollment, 't-1'));
  expectRefused(await put[name]({}), 'record-handed-over');
});

test.each(names)('RK 1.9: %s before the archive carries nothing of it', async (name) => {
  const { put, last } = await studied();
  must(await put[name]({}));
  expect((await last())?.data).not.toHaveProperty('afterArchive');
});

test('RK 1.8, 1.9: the corrected form holds from its true day in the archived record', async () => {
  const { put, accept, session, enrollment } = await studied();
  await accept();
  must(await put.correctStudyForm({}));
  const { state } = await session.load(enrollmentFold, enrollment);
  const on = (day: string) => formsHeldOn(state.study, 'arrangement', day).map((one) => one.form);
  expect([on('2026-10-07'), on('2026-10-08')]).toEqual([[], ['individual-plan']]);
});
