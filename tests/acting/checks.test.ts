import { coreEvents, coreServices, order } from '@letopis/core';
import { commandsEntering } from '@letopis/core/decisions';
import type { ExistingKind } from '@letopis/core/kernel';
import {
  alreadyExists,
  isNumbered,
  isOfKind,
  isOrderOrCourt,
  operationsOf,
  refuseUnlessOrder,
  refuseUnlessReason,
} from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import { expectSaid } from '../domain/worlds/expect-refused.ts';

/* The checks that the decisions of all aggregates share. */

const paper = order('1-од', '2026-08-25');
const court = { kind: 'court', number: '2-118/2026', date: '2026-12-20' };

describe('RK 1.5: an act that needs an order', () => {
  test('rests on one, or on a decision of a court, with number and date', () => {
    for (const ground of [paper, court]) {
      expect(isOrderOrCourt(ground)).toBe(true);
      expect(isOrderOrCourt({ ...ground, number: null })).toBe(false);
      expect(isOrderOrCourt({ ...ground, date: null })).toBe(false);
    }
    expect(isOrderOrCourt({ ...paper, kind: 'protocol' })).toBe(false);
    expect([isOrderOrCourt(null), isNumbered(null)]).toEqual([false, false]);
  });

  test('a court stands for an order, and for no other paper', () => {
    expect([isOfKind(court, ['order']), isOfKind(court, ['court'])]).toEqual([true, true]);
    expect([isOfKind(court, ['protocol']), isOfKind(paper, ['protocol'])]).toEqual([false, false]);
    expect([isOfKind(paper, ['order']), isOfKind(null, ['order'])]).toEqual([true, false]);
  });

  test('is told what it rests on instead', () => {
    const silent = refuseUnlessOrder('close', true, null);
    expectSaid(silent, 'order-required', 'close', ': —');
    const { kind, date } = paper;
    const numberless = refuseUnlessOrder('close', true, { kind, number: null, date });
    expectSaid(numberless, 'order-required', ': order 2026-08-25');
    const protocol = refuseUnlessOrder('close', true, { kind: 'protocol', number: '4', date });
    expectSaid(protocol, 'order-required', ': protocol 4 2026-08-25');
    expect(refuseUnlessOrder('close', true, paper)).toBeNull();
  });

  test('is one that the regulation lists, by its own name or another', () => {
    expect(refuseUnlessOrder('close', false, null)).toBeNull();
    expect(refuseUnlessOrder('close', ['open'], null)).toBeNull();
    expect(refuseUnlessOrder('close', ['close'], null)?.code).toBe('order-required');
    expect(refuseUnlessOrder('close', ['shut'], null, 'shut')?.code).toBe('order-required');
    expect(refuseUnlessOrder('close', ['close'], null, 'shut')).toBeNull();
  });
});

test('RK 1.8: an act that needs a reason is refused without one', () => {
  for (const none of [undefined, null]) {
    expectSaid(refuseUnlessReason('annul', 'z-1', true, none), 'reason-missing', 'annul', 'z-1');
    expect(refuseUnlessReason('annul', 'z-1', false, none)).toBeNull();
  }
  expect(refuseUnlessReason('annul', 'z-1', true, 'описка')).toBeNull();
});

const KINDS: Readonly<Record<ExistingKind, true>> = {
  achievement: true,
  acquaintance: true,
  'analytical-note': true,
  'contest-protocol': true,
  act: true,
  commendation: true,
  commission: true,
  consent: true,
  'credit-application': true,
  disclosure: true,
  'form-version': true,
  group: true,
  guideline: true,
  hold: true,
  learner: true,
  lesson: true,
  module: true,
  'planned-assessment': true,
  'planned-result': true,
  'portfolio-item': true,
  practice: true,
  'presence-check': true,
  printout: true,
  programme: true,
  report: true,
  seizure: true,
  'study-period': true,
  transfer: true,
  work: true,
  'year-entry': true,
};

test('what has an id already is named in the words of each language, each kind by its own', () => {
  const kinds = Object.keys(KINDS) as readonly ExistingKind[];
  const said = kinds.map((kind) => alreadyExists({ kind, id: 'x-1' }).text);
  for (const { ru, en } of said) {
    expect(ru).toMatch(/^[А-Я][а-яё ]+ x-1 уже есть: /u);
    expect(en).toMatch(/^The [a-z ]+ x-1 exists already: /u);
  }
  expect(new Set(said.map(({ ru }) => ru)).size).toBe(kinds.length);
  expect(new Set(said.map(({ en }) => en)).size).toBe(kinds.length);
  const standing = alreadyExists({ kind: 'lesson', id: 'z-1', standing: '2026-09-07' });
  expectSaid(standing, 'already-exists', 'z-1 (2026-09-07)');
});

describe('RK 1.5, 1.8: which commands enter a fact', () => {
  test('are commands of the services, for each fact that a correction may replace', () => {
    const names = operationsOf(Object.values(coreServices)).map(({ command }) => command.name);
    const entered = coreEvents.flatMap(({ type }) => {
      const commands = commandsEntering(type);
      if (commands === null) return [];
      expect([type, commands.length]).not.toEqual([type, 0]);
      expect([type, commands.filter((one) => !names.includes(one))]).toEqual([type, []]);
      return [type];
    });
    expect(entered).toHaveLength(27);
  });

  test('a step is entered by an order for many too; a name is corrected freely', () => {
    expect(commandsEntering('Discharged')).toEqual(['discharge-learner', 'order-group']);
    expect(commandsEntering('LessonHeld')).toEqual(['hold-lesson']);
    expect(commandsEntering('OfficialNamed')).toBeNull();
  });
});
