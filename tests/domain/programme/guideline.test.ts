import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, test } from 'vitest';
import { application } from '../worlds/credit-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openGifted } from '../worlds/gifted-school.ts';

/** The school with the target guideline `curiosity`. */
const guided = async () => {
  const scales = { ...r2.scales, chosenBy: 'teacher' as const };
  const school = await openGifted({ scales });
  const guideline = { programme: 'mentor', id: 'curiosity', title: 'Интерес к делу' };
  must(await school.programmes.setTargetGuideline({ ...guideline, on: '2026-09-01' }));
  return school;
};

describe('D6 R4 §4.1: a target guideline never carries a mark', () => {
  const asked = { enrollment: 'l-1.mentor.1', module: 'curiosity', on: '2026-10-05' };

  test('neither a mark, nor an absence, nor anything else', async () => {
    const { assessments } = await guided();
    const by = { ...asked, assessor: 'p-9' };
    for (const result of [
      { value: '5' },
      { outcome: 'absent' as const },
      { outcome: 'not-assessed' as const, reason: 'submitted' },
      { value: '5', form: 'diagnostic' },
    ]) {
      const no = await assessments.record({ ...by, ...result });
      expectRefused(no, 'target-guideline', 'curiosity');
    }
  });

  test('nor a credit, nor an application for one', async () => {
    const { assessments, credits } = await guided();
    const source = { kind: 'own' as const };
    const no = await assessments.credit({ ...asked, kind: 'interim', source });
    expectRefused(no, 'target-guideline', 'curiosity');
    const wanted = [{ module: 'curiosity', kind: 'interim' }];
    const wish = await credits.apply({ ...application, wanted });
    expectRefused(wish, 'target-guideline', 'curiosity');
  });

  test('nor a scale, nor a planned assessment', async () => {
    const { programmes, groups } = await guided();
    const scale = { programme: 'mentor', module: 'curiosity', scale: 'five-point' };
    const chosen = await programmes.chooseScale({ ...scale, chosenBy: 'p-9', on: '2026-09-02' });
    expectRefused(chosen, 'module-unknown', 'curiosity');
    const plan = { group: 'm-1', id: 'test-1', title: 'Срез', module: 'curiosity' };
    const planned = await groups.planAssessment({ ...plan, kind: 'current', form: 'test' });
    expectRefused(planned, 'module-unknown', 'curiosity');
  });

  test('and no module takes its id, nor it a module’s: a mark would stand on both', async () => {
    const { programmes } = await guided();
    const module = { id: 'curiosity', scale: 'five-point' };
    const added = await programmes.addModule({ programme: 'mentor', module });
    expectRefused(added, 'already-exists', 'curiosity');
    const guideline = { programme: 'mentor', id: 'safety', title: 'Бережность' };
    const set = await programmes.setTargetGuideline(guideline);
    expectRefused(set, 'already-exists', 'mentor', 'safety');
  });
});
