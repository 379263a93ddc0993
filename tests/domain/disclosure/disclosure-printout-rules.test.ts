import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const given = { timeZone: 'Europe/Moscow', from: '2026-09-01' };

describe('D1, D16, D21: the rules of giving out fit together', () => {
  test('each applicant has a term of answering, and sheets are of known carriers', async () => {
    const { regulation } = newAcademy();
    const { disclosure, printouts } = r2;
    const deadlines = disclosure.deadlines.filter(({ id }) => id !== 'appeal');
    const untermed = { ...r2, disclosure: { ...disclosure, deadlines } };
    expectRefused(await regulation.adopt(untermed, given), 'rules-disagree', 'third-person');
    const byCarrier = [{ carrier: 'album', offices: ['head'] }];
    const sheets = { ...printouts.sheets, byCarrier };
    const strange = { ...r2, printouts: { ...printouts, sheets } };
    expectRefused(await regulation.adopt(strange, given), 'rules-disagree', 'album');
    const decisionOffices = ['oracle'];
    const nobody = { ...r2, disclosure: { ...disclosure, decisionOffices } };
    expectRefused(await regulation.adopt(nobody, given), 'rules-disagree', 'oracle');
  });

  test('tension 7: by default publication takes a consent and a paper of its own', () => {
    expect(r2.disclosure.publication).toMatchObject({
      opensBy: ['consent'],
      groundKinds: ['order', 'head-decision'],
    });
  });
});
