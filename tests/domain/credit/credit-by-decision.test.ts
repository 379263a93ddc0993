import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { application, comparison, decision, openCredit } from '../worlds/credit-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { asR5 } from '../worlds/gifted-school.ts';

const rules = asR5.credits ?? r2.credits;
const { source } = application;
const asked = {
  enrollment: 'l-1.mentor.1',
  module: 'safety',
  kind: 'interim',
  value: '5',
  source,
  decidedBy: 'p-1',
  decision: 'c-1',
  on: '2026-10-12',
};

/** The school with the application compared, and safety granted as the fields say. */
async function granted(fields: object | null, changes: Parameters<typeof openCredit>[0] = {}) {
  const school = await openCredit(changes);
  must(await school.credits.compare(comparison));
  const plan = { group: 'm-1', module: 'safety', kind: 'interim', form: 'test' } as const;
  for (const id of ['test-1', 'test-2']) {
    must(await school.groups.planAssessment({ ...plan, id, plannedOn: '2026-09-02' }));
  }
  if (fields === null) return school;
  const one = { module: 'safety', kind: 'interim', value: '5', ...fields };
  must(await school.credits.decide({ ...decision, granted: [one], reason: 'остальное позже' }));
  return school;
}

describe('D11 R5 §5: a credit repeats its decision', () => {
  test('none is taken on an application that is not decided', async () => {
    const { assessments } = await granted(null);
    const no = await assessments.credit(asked);
    expectRefused(no, 'credit-not-granted', 'c-1', 'safety: interim');
  });

  test('none is taken of what the decision did not grant', async () => {
    const { assessments } = await granted({});
    const other = { ...asked, module: 'practice' };
    expectRefused(await assessments.credit(other), 'credit-not-granted', 'practice: interim');
    const { module: _module, ...whole } = asked;
    expectRefused(await assessments.credit(whole), 'credit-not-granted', '*: interim');
    const { kind: _kind, ...unnamed } = asked;
    expectRefused(await assessments.credit(unnamed), 'credit-not-granted', 'safety: —');
    must(await assessments.credit(asked));
  });

  test('form, plan, scale and mark are repeated, or left out as there', async () => {
    const plain = await granted({});
    for (const more of [{ form: 'exam' }, { planned: 'test-1' }, { scale: 'five-point' }]) {
      const no = await plain.assessments.credit({ ...asked, ...more });
      expectRefused(no, 'credit-not-granted', 'c-1', 'safety: interim');
    }
    const full = { form: 'test', planned: 'test-1', scale: 'five-point' } as const;
    const { assessments } = await granted(full);
    expectRefused(await assessments.credit(asked), 'credit-not-granted');
    for (const less of [{ form: 'exam' }, { planned: 'test-2' }, { value: '4' }]) {
      const no = await assessments.credit({ ...asked, ...full, ...less });
      expectRefused(no, 'credit-not-granted', 'c-1');
    }
    must(await assessments.credit({ ...asked, ...full }));
  });

  test('R5 §1.2: the source is the same in each of its fields', async () => {
    const { assessments, events } = await granted({});
    for (const change of [
      { kind: 'own' as const },
      { organisation: 'Школа № 6' },
      { achievedOn: '2026-05-24' },
    ]) {
      const no = await assessments.credit({ ...asked, source: { ...source, ...change } });
      expectRefused(no, 'credit-not-granted', 'c-1');
    }
    must(await assessments.credit(asked));
    expect((await events(`enrollment-${asked.enrollment}`)).at(-1)?.data).toMatchObject({ source });
  });

  test('an own earlier result needs no decision, where the regulation asks for none', async () => {
    const { decision: _decision, ...bare } = asked;
    const { assessments } = await granted({});
    must(await assessments.credit({ ...bare, source: { kind: 'own' } }));
    const strict = await granted({}, { credits: { ...rules, decisionRequired: true } });
    const no = await strict.assessments.credit({ ...bare, source: { kind: 'own' } });
    expectRefused(no, 'credit-decision-missing', asked.enrollment, 'own');
  });
});
