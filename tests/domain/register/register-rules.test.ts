import type { DocumentRules } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import { regulation } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { attestat, school } from '../worlds/register-academy.ts';

const adopting = { timeZone: 'Europe/Moscow', from: '2026-09-01' };
const adopt = (documents: Partial<DocumentRules>) =>
  newAcademy().regulation.adopt(regulation({ documents }), adopting);
const [book] = r2.documents.registers;
const kind = (change: object) => ({
  kinds: [{ ...attestat, register: book?.id ?? '', ...change }],
});
const mean = { subjects: 'any', method: 'mean', kinds: ['current'], studyYears: 'all' };
const register = (change: object) => ({
  registers: r2.documents.registers.map((one) => ({ ...one, ...change })),
});

describe('D1 D15: the rules on documents', () => {
  test('D15: a school’s own kinds and registers are adopted as data', async () => {
    expect((await adopt(school)).ok).toBe(true);
  });

  test.each([
    ['an unknown register', kind({ register: 'nowhere' }), 'nowhere'],
    ['an unknown register of duplicates', kind({ duplicateRegister: 'nowhere' }), 'nowhere'],
    ['neither issued nor received', kind({ register: null }), 'attestat'],
    ['an unknown blank', kind({ blank: 'papyrus' }), 'papyrus'],
    ['marks of no kind', kind({ markKinds: [] }), 'markKinds'],
    ['marks of an unknown kind', kind({ markKinds: ['yearly'] }), 'yearly'],
    ['a rule of marks of another kind', kind({ markRules: [mean] }), 'current'],
    ['an office that nobody has', kind({ signerOffices: ['abbot'] }), 'abbot'],
    ['one kind twice', { kinds: [...r2.documents.kinds, ...r2.documents.kinds] }, 'extract'],
    ['a register called organisation', register({ id: 'organisation' }), 'organisation'],
  ])('D15: %s is refused', async (_, documents, value) => {
    expectRefused(await adopt(documents), 'rules-disagree', value);
  });

  test('D15: registers of one series begin again together', async () => {
    const [first, second] = r2.documents.registers;
    if (first === undefined || second === undefined) throw new Error('R2 has two registers');
    const scope = 'organisation' as const;
    const mixed = [
      { ...first, scope },
      { ...second, scope, reset: 'never' as const },
    ];
    const refused = await adopt({ registers: mixed });
    expectRefused(refused, 'rules-disagree', first.id, second.id);
  });

  test.each(['без номера', '{n}{n}', '{number}', '{n:0}', '{n'])(
    'D15: %j does not say how a registration number is written',
    async (format) => {
      expectRefused(await adopt(register({ format })), 'invalid-input', format);
    },
  );
});
