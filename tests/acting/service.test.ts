import type { EventOf, Receipt, Refusal, Result } from '@letopis/core';
import { codec, coreEvents, letopis, must } from '@letopis/core';
import type { Fold, Decision } from '@letopis/core/kernel';
import {
  customOperation,
  customMethod,
  command,
  eventType,
  idSent,
  on,
  operationsOf,
  receipt,
  refusal,
  service,
} from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';

/* A shelf of one's own: what a service makes of its rows, and what the compiler refuses. */

const put = eventType('Put', z.strictObject({ shelf: z.string(), book: z.string() }));
const shelfEvents = [put] as const;
type ShelfEvent = EventOf<(typeof shelfEvents)[number]>;

interface Shelf {
  readonly books: string[];
}

const shelfFold: Fold<Shelf, ShelfEvent> = {
  kind: 'shelf',
  initial: () => ({ books: [] }),
  evolve: ({ books }, { data }) => {
    books.push(data.book);
  },
};

const full = refusal('shelf-full', (d: { shelf: string }) => ({
  ru: `Полка ${d.shelf} занята`,
  en: `The shelf ${d.shelf} is full`,
}));

const putBook = command(
  'put-book',
  z.strictObject({ shelf: z.string(), book: z.string(), copies: z.int().default(1) }),
);
const openShelf = command('open-shelf', z.strictObject({ id: z.string().optional() }));

type Putting = z.output<typeof putBook.schema>;

function decidePut({ books }: Shelf, { shelf, book }: Putting, room: number): Decision {
  if (books.length >= room) return full({ shelf });
  return [put.draft({ occurredOn: '2026-09-01', refs: {}, data: { shelf, book } })];
}

function decideOpen(_state: Shelf, { id }: { readonly id: string }): Decision {
  return [put.draft({ occurredOn: '2026-09-01', refs: {}, data: { shelf: id, book: 'b-0' } })];
}

const decideColour = (_state: Shelf, _input: { readonly colour: string }): Decision => [];
const decideLamp = (_state: { readonly lamps: number }): Decision => [];

const onShelf = on({
  fold: shelfFold,
  key: ({ shelf }: { readonly shelf: string }) => [shelf],
  answer: receipt,
});

const putting = onShelf(putBook, { context: () => 2, decide: decidePut });

const shelfService = service({
  open: onShelf.create(openShelf, { decide: decideOpen }),
  put: putting,
  putAgain: onShelf.answering(putBook, {
    context: async (): Promise<number | Refusal> => 1,
    decide: decidePut,
    answer: () => ({ eventId: 'new', stream: '', revision: 0, position: '' }),
    recorded: {
      code: full.code,
      answer: async (_session, { book }) => ({
        eventId: `there: ${book}`,
        stream: '',
        revision: 0,
        position: '',
      }),
    },
  }),
  putOn: customMethod(
    putting,
    (session) => (shelf: string, book: string) => putting.run(session, { shelf, book }),
  ),
  count: (session) => async (shelf: string) =>
    (await session.load(shelfFold, shelf)).state.books.length,
});

const school = letopis({
  store: openMemory(fixedPorts()),
  organisation: 'academy',
  events: shelfEvents,
})
  .with({ shelves: shelfService, days: (session) => ({ who: () => session.sender.actor }) })
  .as('u-17');
const { shelves, days } = school;

describe('a service makes a method of each row', () => {
  test('it records, and answers where', async () => {
    const { id, ...where } = must(await shelves.open({ id: 's-1' }));
    expect([id, where.stream, where.revision]).toEqual(['s-1', 'academy.shelf-s-1', 0]);
    expect(await shelves.put({ shelf: 's-1', book: 'b-1' })).toMatchObject({ ok: true });
    expect(await shelves.count('s-1')).toBe(2);
    expect(days.who()).toBe('u-17');
  });

  test('it refuses what the decision refuses, and what is no such command', async () => {
    const refused = await shelves.putOn('s-1', 'b-2');
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'shelf-full' } });
    // @ts-expect-error: a field that the command does not have
    const wrong = await shelves.put({ shelf: 's-1', book: 'b-1', colour: 'red' });
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'invalid-input' } });
  });

  test('a refusal that says “recorded already” may be answered instead', async () => {
    const again = must(await shelves.putAgain({ shelf: 's-1', book: 'b-9' }));
    expect(again.eventId).toBe('there: b-9');
    expect(must(await shelves.putAgain({ shelf: 's-2', book: 'b-9' })).eventId).toBe('new');
  });

  test('a command sent again under its id has its first answer', async () => {
    const commandId = '019a0000-0000-7000-8000-000000000001';
    const first = await shelves.put({ shelf: 's-3', book: 'b-1', commandId });
    expect(await shelves.put({ shelf: 's-3', book: 'b-1', commandId })).toEqual(first);
    expect(await shelves.count('s-3')).toBe(1);
  });
});

describe('the rows say which operations there are', () => {
  test('a row of its own method names its operation; one without a command none', () => {
    const names = operationsOf([shelfService]).map((one) => one.command.name);
    expect(names).toEqual(['open-shelf', 'put-book', 'put-book', 'put-book']);
    expect(operationsOf([() => ({})])).toEqual([]);
  });

  test('an operation names the stream that its fields lead to', () => {
    expect(putting.streamOf?.({ shelf: 's-1', book: 'b-1' }, 'c-1')).toEqual(['shelf', 's-1']);
    expect(putting.streamOf?.({ shelf: 7 }, 'c-1')).toBe(null);
    const { open } = shelfService.rows;
    expect([open.streamOf?.({}, 'c-1'), open.streamOf?.({ id: 's-1' }, 'c-1')]).toEqual([
      ['shelf', 'c-1'],
      ['shelf', 's-1'],
    ]);
  });

  test('what a command creates has the id under which it was sent, not that in the stream', () => {
    expect(idSent({ id: 'in-stream', sentAs: 'sent' })).toBe('sent');
    expect(idSent({ id: 'sent' })).toBe('sent');
  });

  test('events of one’s own are in the codec', () => {
    expect(codec(coreEvents, shelfEvents).types.has('Put')).toBe(true);
  });
});

describe('the compiler holds', () => {
  test('what a method takes and answers', () => {
    type Put = (raw: {
      readonly shelf: string;
      readonly book: string;
      readonly copies?: number | undefined;
    }) => Promise<Result<Receipt>>;
    expectTypeOf(shelves.put).toExtend<Put>();
    expectTypeOf(shelves.put).parameter(0).toHaveProperty('commandId');
    expectTypeOf(shelves.put).returns.resolves.toEqualTypeOf<Result<Receipt>>();
    expectTypeOf(shelves.count).returns.resolves.toEqualTypeOf<number>();
    expectTypeOf(shelves.putOn).parameters.toEqualTypeOf<[shelf: string, book: string]>();
    expectTypeOf(school.debts.inform).returns.resolves.toEqualTypeOf<Result<Receipt>>();
    expectTypeOf(school.enrollments.enroll)
      .returns.resolves.exclude<{ ok: false }>()
      .toHaveProperty('value');
    expectTypeOf<Parameters<typeof school.debts.raise>[0]['enrollment']>().toEqualTypeOf<string>();
    // @ts-expect-error: a number is no name of an enrollment
    expectTypeOf<Parameters<typeof school.debts.raise>[0]>().toHaveProperty('debt');
  });

  test('that a row fits its command, its fold and its context', () => {
    const closing = command('close-shelf', z.strictObject({ shelf: z.string() }));
    const openLamp = command('open-lamp', z.strictObject({ lamp: z.string() }));
    const { initial, evolve } = shelfFold;
    // What is wrong is said on the line above; nothing of it is run.
    const wrong = [
      // @ts-expect-error: the decision asks for a field that the command does not have
      onShelf(putBook, { decide: decideColour }),
      // @ts-expect-error: the decision asks for the state of another fold
      onShelf(putBook, { decide: decideLamp }),
      // @ts-expect-error: the context is a text where the decision asks for a number
      onShelf(putBook, { context: () => 'two', decide: decidePut }),
      // @ts-expect-error: the decision asks for a context that nobody reads
      onShelf(putBook, { decide: decidePut }),
      // @ts-expect-error: the command does not name the stream
      onShelf(openLamp, { decide: () => [] }),
      // @ts-expect-error: the answer of an operation says where its facts stand
      service({ close: customOperation(closing, async () => ({ ok: true, value: null })) }),
      // @ts-expect-error: a fold without a kind
      on({ fold: { initial, evolve }, key: () => [], answer: receipt }),
    ];
    expect(wrong).toHaveLength(7);
  });
});
