import { codec, CommandHandler, must } from '@letopis/core';
import type { StoredLine } from '@letopis/core/kernel';
import { command, eventType, personal, receive } from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const said = eventType(
  'Said',
  z.strictObject({
    who: z.string(),
    text: personal(z.string(), { subject: 'who', purpose: 'test' }),
  }),
);
const sayings = codec([said]);
const say = command('say', z.strictObject({ text: z.string() }), ['text']);
const talk = { kind: 'talk', initial: () => ({ said: 0 }), evolve: () => undefined };

/** The stored line of one fact with a personal value. */
async function storedLine(): Promise<StoredLine> {
  const store = openMemory(fixedPorts());
  const handler = new CommandHandler(store, sayings);
  const sender = { actor: 'u-1', onBehalfOf: null, ground: null };
  const received = must(receive(say, { text: 'привет' }, sender, store.ports));
  must(
    await handler.handle({
      stream: 'org.talk-1',
      fold: talk,
      command: received,
      context: async () => null,
      decide: () => [
        said.draft({
          occurredOn: '2026-01-01',
          refs: {},
          data: { who: 'p-1', text: { value: received.input.text } },
        }),
      ],
    }),
  );
  for await (const page of store.readAll('')) for (const stored of page.lines) return stored;
  throw new Error('nothing was stored');
}

const { hash } = fixedPorts();

describe('what lies beside a line', () => {
  test('is read where it is what the line commits to', async () => {
    const event = sayings.decode(structuredClone(await storedLine()), hash);
    expect(event.data.text).toEqual({ value: 'привет' });
  });

  test.each([
    ['another value', { value: '"пока"' }],
    ['another nonce', { nonce: 'AAAAAAAAAAAAAAAAAAAAAA==' }],
  ])('is corrupt with %s: that is no lawful erasure', async (_, change) => {
    const stored = await storedLine();
    if (stored.beside === null || stored.beside === 'emptied') throw new Error('nothing beside');
    const text = { nonce: '', value: '', ...stored.beside['text'], ...change };
    const tampered = { ...stored, beside: { text } };
    expect(() => sayings.decode(tampered, hash)).toThrow(/corrupt: org.talk-1@0: .*text/);
  });

  test('is erased where it was emptied, and corrupt where it is only gone', async () => {
    const stored = await storedLine();
    const erased = sayings.decode({ ...stored, beside: 'emptied' }, hash);
    expect(erased.data.text).toEqual({ erased: true });
    expect(() => sayings.decode({ ...stored, beside: null }, hash)).toThrow(/corrupt: .*missing/);
  });
});
