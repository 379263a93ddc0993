import { must, newCommandId } from '@letopis/core';
import { personalIdKind } from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { academyUnderR2 } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { withMinor } from '../worlds/learner-academy.ts';

/* SEC 7: an id stands in stream names and lines for good, so it is never personal data. */

const SNILS = ['11223344595', '112-233-445-95', '112_233_445_95', '001-001-998-00'];
const PHONES = ['79161234567', '89161234567', '8-916-123-45-67', '7_916_123_4567'];
const NAMED = [
  'ivanov-2010-03-15',
  'ivanov20100315',
  'IvanovaA_15-03-2010',
  'ivanova_15032010',
  'ivn-5-3-2010',
  '1900-01-01-petrov',
  'petrov_20211231',
];
const FREE = [
  'l-1',
  '2023-045',
  '11223344596',
  '00000000123',
  '69161234567',
  '791612345678',
  'iv-2010-03-15',
  'pupil-2022-01-01',
  'pupil-1899-12-31',
  'pupil-2010-02-30',
  'pupil-20101315',
  'pupil-120100315',
  '2010-03-15-7',
  '0199a1b2-c3d4-7abc-8def-201003151234',
  '20100315-abcd-7abc-8def-000000000000',
];

describe('SEC 7: an id that is personal data', () => {
  test('is told by its kind: SNILS, phone number, name with a birth date', () => {
    expect(SNILS.map(personalIdKind)).toEqual(SNILS.map(() => 'snils'));
    expect(PHONES.map(personalIdKind)).toEqual(PHONES.map(() => 'phone'));
    expect(NAMED.map(personalIdKind)).toEqual(NAMED.map(() => 'name-birth-date'));
    expect(FREE.filter((id) => personalIdKind(id) !== null)).toEqual([]);
  });

  test('is never the id that a command gives by default', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.uint8Array({ minLength: 10 }), (at, b) => {
        const id = newCommandId({ clock: () => at, random: () => b });
        expect(personalIdKind(id)).toBeNull();
      }),
    );
  });

  const all = [...SNILS, ...PHONES, ...NAMED];
  test.each(all)('%s is refused at registration, and the refusal never shows it', async (id) => {
    const { learners } = await academyUnderR2();
    const no = expectRefused(
      await learners.register({ id }),
      'personal-id',
      'learners.giveExternalId',
    );
    expect(no.text.en).toMatch(/for good .* Give a number that means nothing/);
    expect(no.data).toEqual({ kind: personalIdKind(id) });
    expect(JSON.stringify(no)).not.toContain(id);
  });

  test('a learner with a number that means nothing is registered', async () => {
    const { learners } = await academyUnderR2();
    for (const id of FREE) must(await learners.register({ id }));
  });

  test('is refused for a representative and an official too', async () => {
    const { learners, officials } = await withMinor();
    const named = { learner: 'l-1', name: 'Ильин Пётр Ильич', relation: 'parent' } as const;
    const on = '2026-09-01';
    const no = await learners.nameRepresentative({ ...named, representative: '79161234567', on });
    expectRefused(no, 'personal-id', 'learners.giveExternalId');
    const person = 'petrova-1980-02-03';
    const other = await officials.appoint({ person, office: 'teacher', from: '2026-09-01' });
    expectRefused(other, 'personal-id', 'learners.giveExternalId');
  });
});
