import type { RegulationPreset } from '@letopis/core';
import {
  carrierService,
  formDecider,
  formService,
  must,
  order,
  readKept,
  regulationService,
  versionOn,
} from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { openSchool, regulation } from './records-school.ts';
import { expectRefused } from './rooms.ts';

const r2 = regulation();
const card = {
  ...r2.carriers.carriers[0]!,
  id: 'growth-card',
  mandatory: false,
  decidedBy: 'teacher',
};
const withCard: RegulationPreset = {
  ...r2,
  carriers: { ...r2.carriers, carriers: [...r2.carriers.carriers, card] },
};
const choice = { carrier: 'growth-card', group: 'm-1', keep: true, decidedBy: 'p-9' };

describe('D1 R3 §3.4: an optional carrier is kept by a teacher’s choice', () => {
  test('for one group alone, or by a decision for the whole organisation', async () => {
    const { desk, events } = await openSchool(withCard);
    const carriers = carrierService(desk);
    must(await carriers.decide({ ...choice, on: '2026-10-01' }));
    expect((await events('carrier-growth-card.m-1'))[0]).toMatchObject({
      refs: { carrier: ['growth-card'], group: ['m-1'], official: ['p-9'] },
      data: { carrier: 'growth-card', group: 'm-1', kept: true, edition: 1 },
    });
    const kept = async (group: string | null, on: string) =>
      readKept(desk, { carrier: 'growth-card', group, on });
    expect(await kept('m-1', '2026-09-30')).toBe(false);
    expect(await kept('m-1', '2026-10-01')).toBe(true);
    expect(await kept('m-2', '2026-10-01')).toBe(false);
    expect(await kept(null, '2026-10-01')).toBe(false);
    must(await carriers.decide({ ...choice, group: null, on: '2026-11-01' }));
    expect(await kept('m-2', '2026-11-01')).toBe(true);
  });

  test('a teacher of another group does not decide for this one', async () => {
    const { desk, officials } = await openSchool(withCard);
    const scope = { groups: ['m-2'] };
    const from = '2026-09-01';
    must(await officials.appoint({ person: 'p-8', office: 'teacher', scope, from }));
    const no = await carrierService(desk).decide({ ...choice, decidedBy: 'p-8' });
    expectRefused(no, 'not-appointed', 'p-8', 'teacher');
    const own = { groups: ['m-1'] };
    must(await officials.appoint({ person: 'p-3', office: 'teacher', scope: own, from }));
    must(await carrierService(desk).decide({ ...choice, decidedBy: 'p-3' }));
    const nowhere = await carrierService(desk).decide({ ...choice, group: 'm-9' });
    expectRefused(nowhere, 'group-unknown', 'm-9');
  });
});

describe('D1 R2 §2.1: a form is withdrawn by order', () => {
  const form = {
    form: 'journal',
    version: 'Ф-01',
    title: { ru: 'Журнал', en: 'Journal' },
    on: '2026-09-01',
  };

  test('from its day on no version is in force, until another is approved', async () => {
    const { desk, kernel } = await openSchool();
    const forms = formService(desk);
    must(await forms.approve(form));
    must(await forms.withdraw({ form: 'journal', on: '2026-10-01' }));
    const early = await forms.approve({ ...form, version: 'Ф-02', on: '2026-09-30' });
    expectRefused(early, 'act-out-of-order', '2026-09-30', '2026-10-01');
    must(await forms.approve({ ...form, version: 'Ф-02', on: '2026-11-01' }));
    const { state } = await kernel.load(formDecider, 'academy.form-journal');
    const days = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'];
    expect(days.map((day) => versionOn(state, day))).toEqual(['Ф-01', null, null, 'Ф-02']);
  });

  test('not without an order, nor one that is not in force, nor before it was', async () => {
    const { desk } = await openSchool();
    const forms = formService(desk);
    const gone = { form: 'journal', on: '2026-10-01' };
    expectRefused(await forms.withdraw(gone), 'form-not-in-force', 'journal', '2026-10-01');
    must(await forms.approve({ ...form, on: '2026-10-01' }));
    const paperless = await forms.withdraw({ ...gone, ground: null });
    expectRefused(paperless, 'order-required', 'approve-form');
    const early = await forms.withdraw({ ...gone, on: '2026-09-30' });
    expectRefused(early, 'act-out-of-order', '2026-09-30', '2026-10-01');
    must(await forms.withdraw(gone));
    expectRefused(await forms.withdraw(gone), 'form-not-in-force', 'journal');
  });
});

describe('D1 R2 §4.2, R3 §5.3, R1 §8.2: the regulation is changed by order', () => {
  const sections = { lessons: r2.lessons };
  const change = { from: '2027-01-01', sections };

  test('an addition or annex is an edition of its own, and says what it is', async () => {
    const { desk, events } = await openSchool();
    must(await regulationService(desk).amend({ ...change, change: 'annex' }));
    const adopted = (await events('regulation-main')).filter((e) => e.type === 'EditionAdopted');
    expect(adopted.map(({ data }) => data)).toMatchObject([
      { edition: 1, change: 'first' },
      { edition: 2, change: 'annex' },
    ]);
    expect(adopted[1]?.ground).toEqual(order('12-од', '2026-11-20'));
  });

  test('without an order it is not amended, nor repealed where that is said', async () => {
    const { desk } = await openSchool();
    const protocol = { kind: 'protocol', number: '3', date: '2026-11-20' };
    const rules = regulationService(desk);
    const amended = await rules.amend({ ...change, ground: protocol });
    expectRefused(amended, 'order-required', 'amend-regulation', 'protocol');
    must(await rules.repeal({ on: '2027-01-01', ground: protocol }));
    const orderFor = [...r2.general.orderFor, 'repeal-regulation'];
    const strict = await openSchool({ ...r2, general: { ...r2.general, orderFor } });
    const repeal = { on: '2027-01-01', ground: protocol };
    const repealed = await regulationService(strict.desk).repeal(repeal);
    expectRefused(repealed, 'order-required', 'repeal-regulation', 'protocol');
    must(await regulationService(strict.desk).repeal({ on: '2027-01-01' }));
  });

  test('R4 §7.3: the head’s decision in the individual case is a ground of its own', async () => {
    const { learners, events } = await openSchool();
    const ground = { kind: 'head-decision', number: null, date: '2026-10-01' };
    must(await learners.change({ learner: 'l-1', email: 'a@b.ru', on: '2026-10-01', ground }));
    expect((await events('learner-l-1')).at(-1)?.ground).toEqual(ground);
    const appointed = { person: 'p-2', office: 'teacher', from: '2026-10-01', ground };
    const { officials } = await openSchool();
    expectRefused(await officials.appoint(appointed), 'order-required', 'appoint');
  });
});
