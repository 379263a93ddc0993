import type { EventOf, Result } from '@letopis/core';
import {
  codec,
  CommandHandler,
  coreEvents,
  letopis,
  must,
  newCommandId,
  order,
} from '@letopis/core';
import { retentionFold } from '@letopis/core/facts';
import type { Fold, LogIndex, Reading } from '@letopis/core/kernel';
import {
  command,
  customOperation,
  eventType,
  on,
  receipt,
  refusal,
  Session,
} from '@letopis/core/kernel';
import { regulationMissing } from '@letopis/core/refusals';
import { localDate } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { academyUnderR2, newAcademy } from '../domain/worlds/academy.ts';
import { expectRefused } from '../domain/worlds/expect-refused.ts';

/* One sender’s access: whose commands may name a cause, what it reads, whom the hook lets in. */

const sender = { actor: 'u-1', onBehalfOf: null, ground: null } as const;

const put = eventType('Put', z.strictObject({ shelf: z.string() }));
const shelfFold: Fold<{ puts: number }, EventOf<typeof put>> = {
  kind: 'shelf',
  initial: () => ({ puts: 0 }),
  evolve: (state) => void (state.puts += 1),
};
const onShelf = on({
  fold: shelfFold,
  key: ({ shelf }: { readonly shelf: string }) => [shelf],
  answer: receipt,
});
const putBook = command('put-book', z.strictObject({ book: z.string() }));
const noShelf = refusal('no-shelf', (d: { book: string }) => ({
  ru: `Нет полки для ${d.book}`,
  en: `There is no shelf for ${d.book}`,
}));

/** Puts a book on the shelf that its first letter says. */
const putting = onShelf.where(putBook, {
  where: async (_, { book }) => (book === '' ? noShelf({ book }) : { key: [book.slice(0, 1)] }),
  context: async () => 'taken',
  decide: (_, __, ___, { key: [shelf = ''] }) => [
    put.draft({ occurredOn: '2026-09-01', refs: {}, data: { shelf } }),
  ],
  answer: (outcome, { key }) => ({ ...receipt(outcome), shelf: key[0] }),
});

describe('a command whose stream is found by reading', () => {
  const { store } = newAcademy();
  const session = new Session(
    'academy',
    sender,
    new CommandHandler(store, codec(coreEvents, [put])),
  );

  test('is answered by where it was found, and refused where there is none', async () => {
    const { shelf, stream } = must(await putting.run(session, { book: 'b-1' }));
    expect([shelf, stream]).toEqual(['b', 'academy.shelf-b']);
    expectRefused(await putting.run(session, { book: '' }), 'no-shelf');
  });
});

/** A service of one’s own, which tells the session that it gets. */
const own = (session: Session) => ({ session: () => session });

/** A session as the application’s own services get it, whose commands may name no cause. */
const opened = () => {
  const { store } = newAcademy();
  const academy = letopis({ store, organisation: 'academy' }).with({ own });
  const { learners, own: mine } = academy.as('u-17', {
    grounds: { own: {}, learners: { register: order('1-од', '2026-08-25') } },
  });
  return { store, learners, session: mine.session() };
};

describe('SEC 8: a cause', () => {
  test('is told to be left out, in both languages', async () => {
    const { learners, store } = opened();
    const given: object = { id: 'l-1', causationId: newCommandId(store.ports) };
    const no = expectRefused(await learners.register(given as { id: string }), 'invalid-input');
    expect(no.data).toEqual({
      command: 'register-learner',
      issues: [
        {
          path: 'causationId',
          message: {
            ru: 'причину называют только процессы и загрузка: уберите поле',
            en: 'only processes and ingest name a cause: leave the field out',
          },
        },
      ],
    });
  });

  test('is not looked for in what is no command', async () => {
    const register = opened().learners.register as (raw: unknown) => Promise<Result<unknown>>;
    for (const raw of [null, undefined, 'l-1', 7]) {
      expectRefused(await register(raw), 'invalid-input');
    }
  });

  test('is named by what follows from an event: the same access, in other things', () => {
    const { session, store } = opened();
    const follows = session.following();
    const { organisation, operations, handler } = session;
    expect(follows).toMatchObject({ organisation, sender: session.sender });
    expect([follows.operations, follows.handler]).toEqual([operations, handler]);
    const type = command('note', z.strictObject({}));
    const causationId = newCommandId(store.ports);
    expect(session.receive(type, { causationId }).ok).toBe(false);
    expect(must(follows.receive(type, { causationId }))).toMatchObject({ causationId });
  });
});

describe('what a session reads', () => {
  const learners: LogIndex<string[]> = {
    name: 'registered',
    kind: 'learner',
    types: ['LearnerRegistered'],
    initial: () => [],
    add: (found, { stream }) => void found.push(stream),
  };

  test('is of its organisation: the events of a stream, and an index over all', async () => {
    const academy = newAcademy();
    const { session } = academy;
    must(await academy.learners.register({ id: 'l-1', on: '2026-09-01' }));
    expect((await session.events('learner', 'l-1')).map(({ type }) => type)).toEqual([
      'LearnerRegistered',
    ]);
    expect(await session.index(learners)).toEqual(['academy.learner-l-1']);
    expect(await new Session('other', sender, academy.handler).index(learners)).toEqual([]);
    expect(new Session('other', sender, academy.handler).operations).toEqual([]);
  });
});

test('SEC 18: whom the hook lets not in is asked for at each attempt', async () => {
  const { store } = newAcademy();
  let asked = 0;
  const authorise = () => {
    asked += 1;
    return { code: 'off-duty', text: { ru: 'не ваша смена', en: 'you are off duty' } };
  };
  const handler = new CommandHandler(store, codec(coreEvents, [put]), { authorise });
  const session = new Session('academy', sender, handler);
  const received = must(session.receive(putBook, { book: 'b-1' }));
  const plan = { fold: shelfFold, key: ['b'], context: () => null, decide: () => [] };
  for (const times of [1, 2]) {
    const done = await session.handle(received, { ...plan, answer: () => null });
    expectRefused(done, 'not-authorised');
    expect(asked).toBe(times);
  }
});

describe('RK 1.5: whether a day is too far ahead', () => {
  const note = command('note', z.strictObject({ on: localDate.optional() }));
  const full = refusal('notes-full', () => ({ ru: 'Нет места', en: 'There is no room' }));
  const taking = customOperation(note, async () => ({ ok: false, refusal: full({}) }));

  /** A session that counts what it reads. */
  class Counting extends Session {
    reads = 0;

    override load: Reading['load'] = (...given) => {
      this.reads += 1;
      return super.load(...given);
    };
  }

  test('is asked of the regulation only where it may lie ahead somewhere on earth', async () => {
    const { handler } = await academyUnderR2('2026-11-22T12:30:00.000Z');
    const readsFor = async (given: object) => {
      const session = new Counting('academy', sender, handler);
      await taking.run(session, given);
      return session.reads;
    };
    expect(await readsFor({})).toBe(0);
    expect(await readsFor({ on: '2026-11-21' })).toBe(0);
    expect(await readsFor({ on: '2026-11-22' })).toBe(0);
    expect(await readsFor({ on: '2026-11-23' })).toBe(1);
  });

  test('before the adoption is said by the day that it may be somewhere', async () => {
    const { learners } = newAcademy('2026-11-22T10:00:00.000Z');
    const ahead = await learners.register({ id: 'l-1', on: '2026-11-24' });
    expect(expectRefused(ahead, 'dated-ahead').data).toMatchObject({ today: '2026-11-23' });
  });
});

test('R2 §3.2: an act of a day without a regulation is refused for that alone', async () => {
  const { retention, session } = newAcademy();
  const given = { id: 'h-1', scope: { kind: 'all' }, reason: 'Иск', signer: 'p-1' } as const;
  const no = await retention.hold({ ...given, on: '2026-09-01' });
  expect(expectRefused(no, 'regulation-missing')).toEqual(regulationMissing({ on: '2026-09-01' }));
  expect((await session.load(retentionFold, 'main')).state.holds.size).toBe(0);
});

test('SEC 7: a person gets no id that is a number of a paper of theirs', async () => {
  const { officials } = await academyUnderR2();
  const given = { person: '11223344595', office: 'teacher', from: '2026-09-01' };
  expectRefused(await officials.appoint(given), 'personal-id');
});
