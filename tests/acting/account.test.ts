import { isLetopisError, letopis, newCommandId } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../domain/worlds/academy.ts';
import { expectRefused } from '../domain/worlds/expect-refused.ts';

/* SEC 8: who acted is an id of an account, and a cause is named by what follows from an event. */

const { store } = newAcademy();
const academy = letopis({ store, organisation: 'academy' });

function misused(act: () => unknown): boolean {
  try {
    act();
  } catch (error) {
    return isLetopisError(error, 'misuse');
  }
  return false;
}

describe('SEC 8: the account', () => {
  test('is 1 to 64 Latin letters, digits, dots and hyphens: no name, no address, no blank', () => {
    for (const actor of ['u-17', 'ivanov.i_2', 'a'.repeat(64)]) {
      expect([actor, misused(() => academy.as(actor))]).toEqual([actor, false]);
    }
    for (const actor of [
      '',
      'a'.repeat(65),
      ' u-17',
      'u-17 ',
      'Иванов Иван',
      'ivan@school.ru',
      'u\u202e17',
      'u\n17',
      7,
    ]) {
      expect([actor, misused(() => academy.as(actor as string))]).toEqual([actor, true]);
      const onBehalfOf = actor as string;
      expect([actor, misused(() => academy.as('u-17', { onBehalfOf }))]).toEqual([actor, true]);
    }
  });

  test('has one spelling: `U-17` and `u-17` are one, where two people are asked for', async () => {
    const { learners } = academy.as('U-17', { onBehalfOf: 'P-1' });
    await learners.register({ id: 'l-1', on: '2026-09-01' });
    const [event] = await academy.handler.events('academy.learner-l-1');
    expect(event).toMatchObject({ actor: 'u-17', onBehalfOf: 'p-1' });
  });
});

describe('SEC 8: the cause', () => {
  test('is not a sender’s to name; none is like no cause', async () => {
    const { learners } = academy.as('u-17');
    const causationId = newCommandId(store.ports);
    const refused = await learners.register({ id: 'l-2', causationId } as object);
    expectRefused(refused, 'invalid-input', 'causationId');
    expect(
      await learners.register({ id: 'l-2', causationId: null, on: '2026-09-01' } as object),
    ).toMatchObject({
      ok: true,
    });
  });
});
