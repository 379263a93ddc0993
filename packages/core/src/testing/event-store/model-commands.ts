import type { AsyncCommand } from 'fast-check';
import type { EventStore } from '../../kernel/event-store.ts';
import { holds, refuses, same } from '../suite/expectation.ts';
import type { EventStoreBench } from './bench.ts';
import type { ModelBatch, ModelEvent, ModelLog } from './model-log.ts';
import { asRead, eventsOf, modelPosition, readOf } from './model-log.ts';
import { logPages, sampleItem, sampleStream, sealedItem, streamLines } from './sample.ts';

/** The store under test; reopening it replaces `store`. */
export interface RealLog {
  store: EventStore;
  readonly bench: EventStoreBench;
}
type Command = AsyncCommand<ModelLog, RealLog>;

const TYPES = ['SampleNoted', 'SampleMoved', 'SampleEnded'];
const streamOf = (pick: number): string =>
  ['one.x-1', 'one.x-2', 'two.x-1'][pick % 3] ?? sampleStream(0);

/** A command that may run in any state of the model. */
function always(text: string, run: Command['run']): Command {
  return { check: () => true, run, toString: () => text };
}

/** Appends a batch at the right revision, or `off` revisions away from it. */
export function append(pick: number, count: number, off: number, withBeside: boolean): Command {
  return always(`append(${pick}, ${count}, ${off}, ${withBeside})`, async (model, { store }) => {
    const stream = streamOf(pick);
    const actual = eventsOf(model, stream).length - 1;
    const expected = Math.max(-1, actual + off);
    const items = Array.from({ length: count }, () => {
      const n = (model.nextNumber += 1);
      const type = TYPES[n % TYPES.length] ?? '';
      const item = withBeside ? sealedItem(n) : sampleItem(n);
      return { ...item, event: { ...item.event, type } };
    });
    if (expected !== actual) {
      await refuses(() => store.append(stream, items, expected), 'conflict', { expected, actual });
      return;
    }
    const recordedAt = new Date(
      (model.newest = Math.max(model.newest, store.ports.clock())),
    ).toISOString();
    const answer = await store.append(stream, items, expected);
    const events = items.map(({ event, beside }, i): ModelEvent => {
      const position = answer.events[i]?.position ?? '';
      holds(position > modelPosition(model, model.events.length - 1 + i), 'positions do not rise');
      const { id, type } = event;
      const made = {
        id,
        type,
        stream,
        revision: actual + 1 + i,
        recordedAt,
        position,
        beside: beside ?? null,
      };
      model.events.push(made);
      return made;
    });
    model.batches.push({ stream, items, expected, events });
    same(answer, firstAnswer({ stream, events }), 'the answer to an append');
  });
}

const firstAnswer = ({ stream, events }: Pick<ModelBatch, 'stream' | 'events'>): unknown => ({
  stream,
  events: events.map(({ id, revision, position, recordedAt }) => ({
    id,
    revision,
    position,
    recordedAt,
  })),
});

/** Sends a stored batch once more. */
export function retry(pick: number): Command {
  return {
    check: (model) => model.batches.length > 0,
    run: async (model, { store }) => {
      const batch = model.batches[pick % model.batches.length];
      if (batch === undefined) return;
      const answer = await store.append(batch.stream, batch.items, batch.expected);
      same(answer, firstAnswer(batch), 'the answer to a repetition');
    },
    toString: () => `retry(${pick})`,
  };
}

/** Moves the clock, also back. */
export function tick(ms: number): Command {
  return always(`tick(${ms})`, async (_, { bench }) => bench.time.advance(ms));
}

/** Reads a stream in either direction. */
export function readStream(
  pick: number,
  from: number,
  backward: boolean,
  pageSize: number,
): Command {
  const text = `readStream(${pick}, ${from}, ${backward}, ${pageSize})`;
  return always(text, async (model, { store }) => {
    const direction = backward ? 'backward' : 'forward';
    const lines = await streamLines(store, streamOf(pick), { from, direction, pageSize });
    const all = eventsOf(model, streamOf(pick));
    const expected = backward ? all.slice(0, from + 1).toReversed() : all.slice(from);
    same(lines.map(readOf), expected.map(asRead), text);
  });
}

/** Which part of the log to read: after which event, which types, which prefix. */
export interface LogPart {
  readonly after: number;
  readonly types: readonly string[] | null;
  readonly streamPrefix: string | null;
  readonly pageSize: number;
}

function expectedPart(model: ModelLog, part: LogPart, from: number): readonly unknown[] {
  const { types, streamPrefix } = part;
  const wanted = model.events.slice(from + 1).filter((event) => {
    return (types?.includes(event.type) ?? true) && event.stream.startsWith(streamPrefix ?? '');
  });
  return wanted.map(asRead);
}

const indexOf = (model: ModelLog, part: LogPart): number =>
  model.events.length === 0 ? -1 : (part.after % (model.events.length + 1)) - 1;

/** Reads the log in pages. */
export function readAll(part: LogPart): Command {
  const text = `readAll(${JSON.stringify(part)})`;
  return always(text, async (model, { store }) => {
    const from = indexOf(model, part);
    const pages = await logPages(store, modelPosition(model, from), part);
    same(
      pages.flatMap((page) => page.lines.map(readOf)),
      expectedPart(model, part, from),
      text,
    );
    if (from < model.events.length - 1)
      same(pages.at(-1)?.scannedTo, await store.head(), `${text}: scannedTo`);
  });
}

/** Follows the log until it has caught up. */
export function follow(part: LogPart): Command {
  const text = `follow(${JSON.stringify(part)})`;
  return always(text, async (model, { store }) => {
    const from = indexOf(model, part);
    const seen: unknown[] = [];
    for await (const page of store.follow(modelPosition(model, from), part)) {
      seen.push(...page.lines.map(readOf));
      if (page.caughtUp) break;
    }
    same(seen, expectedPart(model, part, from), text);
  });
}

/** Asks for the position at an instant near the n-th event's time. */
export function positionAt(pick: number, offMs: number): Command {
  return always(`positionAt(${pick}, ${offMs})`, async (model, { store }) => {
    const near = model.events[pick % Math.max(1, model.events.length)]?.recordedAt;
    const instant = new Date((near === undefined ? 0 : Date.parse(near)) + offMs).toISOString();
    const index = model.events.findLastIndex((event) => event.recordedAt <= instant);
    same(await store.positionAt(instant), modelPosition(model, index), `positionAt ${instant}`);
  });
}

/** Empties what lies beside the n-th event. */
export function emptyBeside(pick: number): Command {
  return {
    check: (model) => model.events.length > 0,
    run: async (model, { store, bench }) => {
      const event = model.events[pick % model.events.length];
      if (event === undefined || bench.store.guarantees.erasure === 'by-key') return;
      await store.emptyBeside(event.stream, [event.id]);
      if (event.beside !== null) event.beside = 'emptied';
    },
    toString: () => `emptyBeside(${pick})`,
  };
}

/** Asks for the head. */
export function head(): Command {
  return always('head()', async (model, { store }) => {
    same(await store.head(), modelPosition(model, model.events.length - 1), 'the head');
  });
}

/** Opens the log again, where that can be done. */
export function reopen(): Command {
  return {
    check: () => true,
    run: async (_, real) => {
      if (real.bench.reopens) real.store = await real.bench.reopen();
    },
    toString: () => 'reopen()',
  };
}
