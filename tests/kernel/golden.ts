import type { EventStore, Ports } from '@letopis/core';
import { codec, known } from '@letopis/core';
import type { NewEvent, StoredLine } from '@letopis/core/kernel';
import { deriveId, eventType, eventId, personal, sortedRefs } from '@letopis/core/kernel';
import type { FixedPorts } from '@letopis/core/testing';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import * as z from 'zod';

/** Opens an empty log with these ports. */
export type OpenStore = (ports: Partial<Ports>) => EventStore | Promise<EventStore>;
export type GoldenLine = Pick<StoredLine, 'line' | 'beside'>;

const subject = { subject: 'learner', purpose: 'identification' };
const registered = eventType(
  'SampleRegistered',
  z.strictObject({
    learner: z.string(),
    name: personal(z.string(), subject),
    contact: z.strictObject({ phone: personal(z.string(), subject).nullable(), kind: z.string() }),
  }),
);
const noted = eventType('SampleNoted', z.record(z.string(), z.json())).next(
  z.record(z.string(), z.json()),
  (old) => old,
);
const events = codec([registered, noted]);

const person = (name: string, phone: string | null) => ({
  learner: 'l-1',
  name: known(name),
  contact: { phone: phone === null ? null : known(phone), kind: 'mobile' },
});

/**
 * Salts (16 bytes) come from a source of their own, because a store may draw other bytes at any
 * time.
 */
function goldenPorts(): FixedPorts {
  const ports = fixedPorts({ at: '2026-09-01T05:59:59.999Z', seed: 20_260_901 });
  const salts = fixedPorts({ seed: 20_260_902 });
  const random = (bytes: number): Uint8Array => (bytes === 16 ? salts : ports).random(bytes);
  return { ...ports, random };
}

/** Writes the golden log into a store, with a fixed clock and fixed random bytes. */
async function write(open: OpenStore): Promise<EventStore> {
  const ports = goldenPorts();
  const opened = await open(ports);
  const command = '01990000-0000-7abc-8def-0123456789ab';
  const base: Omit<NewEvent, 'id' | 'type' | 'schema' | 'data' | 'sealed'> = {
    occurredOn: '2026-09-01',
    actor: 'u-17',
    onBehalfOf: null,
    ground: null,
    commandId: command,
    commandDigest: '00112233445566778899aabbccddeeff',
    causationId: null,
    refs: null,
  };
  const made = (n: number, type: string, data: unknown, over: Partial<NewEvent> = {}) => {
    const id = eventId(over.commandId ?? command, n);
    const draft = { type, occurredOn: base.occurredOn, refs: {}, data };
    const { beside, schema, data: kept, sealed } = events.encode(draft, id, ports);
    return { event: { ...base, ...over, id, type, schema, data: kept, sealed }, beside };
  };
  const [main, other] = ['academy.learner-l-1', 'college.sample-A_b.2'];
  const order = { kind: 'order', number: '1-од', date: '2026-08-25' };
  const refs = sortedRefs({ module: ['m'], learner: ['l-2', 'l-1', 'l-2'], group: [] });
  await opened.append(
    main,
    [made(0, 'SampleRegistered', person('Ильина Анна', '+7 900'), { ground: order, refs })],
    -1,
  );
  ports.advance(1);
  await opened.append(
    main,
    [
      made(1, 'SampleNoted', {}),
      made(2, 'SampleNoted', {
        b: 1,
        a: [null, true, -0.5, 1e21, 1e-7, { '': '' }],
        '10': 'integer keys first',
        '9': 0,
      }),
      made(4095, 'SampleNoted', { text: 'Ёж «ёлочки» — \u2028 \u0000 \u007f \\ " / 😀 e\u0301' }),
    ],
    0,
  );
  ports.setClock('2020-01-01T00:00:00.000Z'); // recordedAt does not follow a clock that goes back
  const derived = deriveId(command, main, ports.hash);
  await opened.append(
    other,
    [
      made(
        0,
        'SampleNoted',
        { n: 1 },
        {
          commandId: derived,
          causationId: eventId(command, 0),
          onBehalfOf: 'p-9',
          actor: 'касса "1"',
          ground: { kind: 'application', number: null, date: null },
          occurredOn: '2024-02-29',
        },
      ),
      made(1, 'SampleRegistered', person('', null), { commandId: derived }),
    ],
    -1,
  );
  ports.setClock('2030-12-31T23:59:59.999Z');
  await opened.append(other, [made(2, 'SampleNoted', { last: 'line' }, { commandId: derived })], 1);
  return opened;
}

/** The golden log as text: one line of JSON for each event, `{ line, beside }` as it is stored. */
export async function goldenLines(open: OpenStore = openMemory): Promise<readonly GoldenLine[]> {
  return readLines(await write(open));
}

/** Everything in a log except its positions. */
export async function readLines(store: EventStore): Promise<readonly GoldenLine[]> {
  const found: GoldenLine[] = [];
  for await (const page of store.readAll('')) {
    found.push(...page.lines.map(({ line, beside }) => ({ line, beside })));
  }
  return found;
}
