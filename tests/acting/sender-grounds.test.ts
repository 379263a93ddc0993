import type { SenderOptions } from '@letopis/core';
import { isLetopisError, letopis, order } from '@letopis/core';
import { command, customOperation, refusal, service } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { newAcademy } from '../domain/worlds/academy.ts';

/* RK 1.5: a sender gives grounds method by method; a slip in them is told as it is made. */

const no = refusal('no', () => ({ ru: 'нет', en: 'no' }));
const ask = command('ask', z.strictObject({}));
const refused = async () => ({ ok: false as const, refusal: no({}) });
const desks = service({ ask: customOperation(ask, refused), count: () => () => 0 });

const { store } = newAcademy();
const academy = letopis({ store, organisation: 'academy' }).with({ desks, walls: () => ({}) });

/** What is thrown at once, where a sender gives this. */
function saidOf(options: object, actor = 'u-17') {
  try {
    academy.as(actor, options as SenderOptions);
  } catch (error) {
    if (isLetopisError(error, 'misuse')) {
      return { text: error.message.replace(/^misuse: /u, ''), data: error.fields };
    }
    throw error;
  }
  return null;
}

const paper = order('1-од', '2026-08-25');
const repair =
  'give `ground` with the command, or by service and method: ' +
  "`grounds: { enrollments: { enroll: order('1-од', day) } }`";

describe('the grounds of a sender', () => {
  test('stand on a method that sends a command; one left out is none', () => {
    expect(saidOf({ grounds: { desks: { ask: paper } } })).toBeNull();
    expect(saidOf({ grounds: { desks: { ask: undefined, other: undefined } } })).toBeNull();
    expect(saidOf({ grounds: { desks: undefined } })).toBeNull();
  });

  test('are never one for all commands, or for all of a service', () => {
    expect(saidOf({ ground: paper })).toEqual({
      text: expect.stringContaining(`never rested on it: ${repair}`) as string,
      data: { ground: paper },
    });
    expect(saidOf({ grounds: { desks: paper } })).toEqual({
      text: expect.stringContaining('one ground for all of desks would stand') as string,
      data: { service: 'desks', ground: paper },
    });
    expect(saidOf({ grounds: { desks: paper } })?.text).toContain(repair);
  });

  test('are papers', () => {
    const given = { kind: 'order' };
    expect(saidOf({ grounds: { desks: { ask: given } } })).toEqual({
      text: '{"kind":"order"} is no ground: make one with order(\'1-од\', day)',
      data: { service: 'desks', method: 'ask', ground: given },
    });
  });

  test('name a service and a method that there are; the others are listed', () => {
    const unknown = saidOf({ grounds: { tables: { ask: paper } } });
    expect(unknown?.text).toMatch(
      /^there is no service tables to give a ground to: .*, desks, walls$/u,
    );
    expect(unknown?.data).toEqual({ service: 'tables' });
    expect(saidOf({ grounds: { desks: { count: paper } } })).toEqual({
      text: 'desks.count sends no command that a ground could stand on: ask, count',
      data: { service: 'desks', method: 'count' },
    });
    expect(saidOf({ grounds: { walls: { paint: paper } } })).toEqual({
      text: 'walls.paint sends no command that a ground could stand on: none does',
      data: { service: 'walls', method: 'paint' },
    });
  });

  test('RK 1.8: stand on nothing that puts an entry right', () => {
    expect(saidOf({ grounds: { officials: { correct: paper } } })).toEqual({
      text: 'officials.correct puts an entry right: give `ground` with the command itself',
      data: { service: 'officials', method: 'correct' },
    });
  });
});

test('SEC 8: an account that is none is told what an account is', () => {
  expect(saidOf({}, 'Иванов Иван')).toEqual({
    text: 'actor is the id of an account: 1 to 64 Latin letters, digits, ".", "_" and "-", no name',
    data: { field: 'actor' },
  });
  expect(saidOf({ onBehalfOf: '' })?.data).toEqual({ field: 'onBehalfOf' });
});
