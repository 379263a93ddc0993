import { must } from '@letopis/core';
import { officialFold } from '@letopis/core/facts';
import {
  coSignerOf,
  coSignerSchema,
  positionField,
  refuseUnlessInOffice,
  signAs,
  signedFields,
} from '@letopis/core/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { openSchool } from '../domain/worlds/records-school.ts';

/* D1, R2 §3.2: a person signs in one office that they hold on the day of the act. */

type Official = Parameters<typeof signAs>[0];

const on = '2026-10-01';
const offices = ['head', 'teacher', 'archivist'];
const acting = { person: 'p-20', office: null, on };
const limited = { programmes: ['mentor'] };

let official: Official;
beforeAll(async () => {
  const { officials, session } = await openSchool();
  const from = '2026-09-01';
  const of = { person: 'p-20', from } as const;
  must(await officials.appoint({ ...of, office: 'head', position: 'И. о. директора' }));
  must(await officials.appoint({ ...of, office: 'archivist' }));
  must(await officials.appoint({ ...of, office: 'teacher', scope: limited }));
  official = (await session.load(officialFold, 'p-20')).state;
});

/** What signing answers, as a command would answer it. */
const answered = (...given: Parameters<typeof signAs>) => {
  const value = signAs(...given);
  return 'refused' in value ? { ok: false as const, refusal: value } : { ok: true as const, value };
};

describe('D1: who signs, and in which office', () => {
  test('the only allowed office that they hold, with the position of the appointment', () => {
    expect(signAs(official, acting, ['head', 'records-keeper'])).toEqual({
      person: 'p-20',
      office: 'head',
      position: 'И. о. директора',
    });
  });

  test('the office that is named, where several fit; none may be chosen for them', () => {
    const told = ['office-not-named', 'p-20', '(head, archivist)'] as const;
    expectRefused(answered(official, acting, offices), ...told);
    const named = { ...acting, office: 'archivist' };
    expect(signAs(official, named, offices)).toMatchObject({ office: 'archivist', position: null });
  });

  test('no office that does not sign the act, whether they hold it or not', () => {
    const named = { ...acting, office: 'head' };
    const refusal = answered(official, named, ['records-keeper', 'archivist']);
    expectRefused(refusal, 'office-not-entitled', 'head', 'records-keeper, archivist');
  });

  test('no office that they do not hold on the day; only the office named is asked', () => {
    const before = { ...acting, on: '2026-08-31' };
    const asked = ['head', 'archivist'];
    const told = ['not-appointed', 'p-20', '2026-08-31'] as const;
    expectRefused(answered(official, before, asked), ...told, 'head, archivist');
    const named = answered(official, { ...before, office: 'head' }, asked);
    expect(expectRefused(named, ...told).data).toEqual({
      person: 'p-20',
      offices: ['head'],
      on: '2026-08-31',
    });
  });

  test('R2 §1.2: a limited appointment signs for what it is limited to, or for anything', () => {
    const teaching = ['teacher'];
    expectRefused(answered(official, acting, teaching), 'not-appointed');
    expectRefused(answered(official, acting, teaching, { programme: 'other' }), 'not-appointed');
    expect(signAs(official, acting, teaching, { programme: 'mentor' })).toMatchObject({
      office: 'teacher',
    });
    expect(signAs(official, acting, teaching, 'any')).toMatchObject({ office: 'teacher' });
  });

  test('the position of the act comes before that of the appointment; some acts need one', () => {
    const written = { ...acting, office: 'head', position: 'Директор' };
    expect(signAs(official, written, offices)).toMatchObject({ position: 'Директор' });
    const silent = { ...acting, office: 'archivist' };
    const missing = answered(official, silent, offices, {}, true);
    expectRefused(missing, 'position-missing', 'p-20', 'archivist');
    expect(signAs(official, silent, offices, {}, false)).toMatchObject({ position: null });
    expect(signAs(official, { ...silent, office: 'head' }, offices, {}, true)).toMatchObject({
      position: 'И. о. директора',
    });
  });
});

test('D1: an act that stores the person only is refused as one that is signed', () => {
  expect(refuseUnlessInOffice(official, acting, ['head'])).toBeNull();
  expect(refuseUnlessInOffice(official, acting, ['teacher'])?.code).toBe('not-appointed');
  expect(refuseUnlessInOffice(official, acting, ['teacher'], 'any')).toBeNull();
});

const signerOf = (given: unknown) => coSignerOf(coSignerSchema.parse(given));

test('one of several signers is a person, or a person in an office', () => {
  expect(signerOf('p-1')).toEqual({ person: 'p-1', office: null });
  expect(signerOf({ person: 'p-1' })).toEqual({ person: 'p-1', office: null });
  const given = { person: 'p-1', office: 'head' };
  expect(signerOf(given)).toEqual(given);
  const { error } = coSignerSchema.safeParse(7);
  expect(error?.issues[0]?.message).toMatch(/номер лица.*\{ person, office \}.*id of a person/su);
});

describe('D1: the fields of a command that is signed', () => {
  const signed = z.strictObject({ ...signedFields, ...positionField });
  const given = { signer: 'p-1', on };

  test('are the person and the day; the office may be left open, and the position too', () => {
    expect(signed.parse(given)).toEqual({ ...given, office: null });
    const whole = { ...given, office: 'head', position: 'Директор' };
    expect(signed.parse(whole)).toEqual(whole);
  });

  test('name both the person and the day', () => {
    expect(signed.safeParse({ signer: 'p-1' }).success).toBe(false);
    expect(signed.safeParse({ on }).success).toBe(false);
  });

  test('have a position of at most 200 characters', () => {
    expect(signed.safeParse({ ...given, position: 'п'.repeat(200) }).success).toBe(true);
    expect(signed.safeParse({ ...given, position: 'п'.repeat(201) }).success).toBe(false);
  });
});
