import { codec, CommandHandler, coreEvents, coreServices, order, Session } from '@letopis/core';
import type { AnyOperation, Sender } from '@letopis/core/kernel';
import { operationsOf } from '@letopis/core/kernel';
import { openMemory } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

/*
 * The ground is the act's own: what puts an entry right rests on no ground of its sender, whatever
 * the sender gave. The histories of the house hold that each such command is declared so.
 */

const operations = operationsOf(Object.values(coreServices));
const ofSender = order('1-од', '2020-08-25');
const ofMethod = order('2-л', '2020-08-26');
const methods = new Map(operations.map(({ command }) => [command.name, ofMethod]));
const handler = new CommandHandler(openMemory(), codec(coreEvents));
const anything = z.record(z.string(), z.unknown());

/** A session that notes on which ground a command is taken in, whatever its other fields are. */
class Watching extends Session {
  ground: Sender['ground'] | undefined;

  override receive: Session['receive'] = (type, raw) => {
    const taken = super.receive({ ...type, schema: anything }, raw);
    this.ground = taken.ok ? taken.value.sender.ground : undefined;
    return super.receive(type, raw);
  };
}

/** The ground on which an operation takes a command in, from a sender who gave grounds to all. */
async function groundOf({ run }: AnyOperation, given: object, grounds = methods) {
  const sender = { actor: 'u-1', onBehalfOf: null, ground: ofSender };
  const session = new Watching('academy', sender, handler, operations, grounds);
  await run(session, given);
  return session.ground;
}

describe('RK 1.8: what puts an entry right', () => {
  const puttingRight = operations.filter(({ command }) => command.namesGround);

  test('is all that is called so, and what answers a correction or changes an order', () => {
    const called = operations.filter(({ command }) => /^(annul|correct|void)-/u.test(command.name));
    expect(called.length).toBeGreaterThan(30);
    expect(called.filter(({ command }) => !command.namesGround)).toEqual([]);
    const rest = puttingRight.filter((one) => !called.includes(one));
    expect(rest.map(({ command }) => command.name).toSorted()).toEqual([
      'amend-order',
      'countersign-correction',
      'decline-correction',
      'withdraw-correction',
    ]);
  });

  test.each(puttingRight.map((one) => [one.command.name, one] as const))(
    '%s rests on no ground of its sender, only on one that it names',
    async (_name, operation) => {
      expect(await groundOf(operation, {})).toBeNull();
      expect(await groundOf(operation, {}, new Map())).toBeNull();
      expect(await groundOf(operation, { ground: null })).toBeNull();
      const ground = order('9-од', '2020-09-01');
      expect(await groundOf(operation, { ground })).toEqual(ground);
    },
  );
});

test('every other command takes the ground that its sender gave for it', async () => {
  const others = operations.filter(({ command }) => !command.namesGround);
  expect(others.length).toBeGreaterThan(100);
  for (const operation of others) {
    const { name } = operation.command;
    expect([name, await groundOf(operation, {})]).toEqual([name, ofMethod]);
    expect([name, await groundOf(operation, {}, new Map())]).toEqual([name, ofSender]);
    expect([name, await groundOf(operation, { ground: null })]).toEqual([name, null]);
  }
});
