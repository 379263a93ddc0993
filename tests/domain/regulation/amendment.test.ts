import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

const r2 = regulation();

describe('D1 R2 §4.2, R3 §5.3, R1 §8.2: the regulation is changed by order', () => {
  const sections = { lessons: r2.lessons };
  const change = { from: '2027-01-01', sections };

  test('an addition or annex is an edition of its own, and says what it is', async () => {
    const { regulation: rules, events } = await openSchool();
    must(await rules.amend({ ...change, change: 'annex' }));
    const adopted = (await events('regulation-main')).filter((e) => e.type === 'EditionAdopted');
    expect(adopted.map(({ data }) => data)).toMatchObject([
      { edition: 1, change: 'first' },
      { edition: 2, change: 'annex' },
    ]);
    expect(adopted[1]?.ground).toEqual(order('12-од', '2026-08-25'));
  });

  test('without an order it is not amended, nor repealed where that is said', async () => {
    const { regulation: rules } = await openSchool();
    const protocol = { kind: 'protocol', number: '3', date: '2026-11-20' };
    const amended = await rules.amend({ ...change, ground: protocol });
    expectRefused(amended, 'order-required', 'amend-regulation', 'protocol');
    must(await rules.repeal({ on: '2027-01-01', ground: protocol }));
    const orderFor = [...r2.general.orderFor, 'repeal-regulation'];
    const strict = await openSchool({ ...r2, general: { ...r2.general, orderFor } });
    const repeal = { on: '2027-01-01', ground: protocol };
    const repealed = await strict.regulation.repeal(repeal);
    expectRefused(repealed, 'order-required', 'repeal-regulation', 'protocol');
    must(await strict.regulation.repeal({ on: '2027-01-01' }));
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
