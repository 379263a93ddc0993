import type { AuthorisationRequest, Authorise, Denial, EventStore } from '@letopis/core';
import {
  actProcess,
  coreServices,
  isLetopisError,
  letopis,
  memoryCheckpoint,
  must,
  runProcess,
  Session,
  START,
} from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { notAuthorised } from '@letopis/core/refusals';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import { schoolOfThree } from '../domain/worlds/act-school.ts';
import { step } from '../domain/worlds/command-ids.ts';
import { expectRefused } from '../domain/worlds/expect-refused.ts';

/* SEC 18: the application says who may send which command, before anything is read for it. */

const no: Denial = {
  code: 'not-on-duty',
  text: { ru: 'сегодня не ваша смена', en: 'you are not on duty today' },
};

const register = { id: 'l-1', name: 'Ильина Анна Петровна', on: '2026-09-01', commandId: step(1) };

const openStore = (): EventStore => openMemory(fixedPorts({ at: '2026-11-22T09:00:00.000Z' }));

/** An academy on R2 whose commands are asked of a hook from now on; `asked` has the requests. */
async function guarded(answer: Authorise) {
  const store = openStore();
  const open = letopis({ store, organisation: 'academy' }).as('u-1');
  must(await open.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
  const asked: AuthorisationRequest[] = [];
  const authorise: Authorise = (request) => {
    asked.push(request);
    return answer(request);
  };
  const academy = letopis({ store, organisation: 'academy', authorise });
  return { store, asked, academy, school: academy.as('u-17', { onBehalfOf: 'p-1' }) };
}

async function sizeOf(store: EventStore): Promise<number> {
  let lines = 0;
  for await (const page of store.readAll(START)) lines += page.lines.length;
  return lines;
}

describe('SEC 18: the hook is asked for every command', () => {
  test('by default everybody may send everything', async () => {
    const academy = letopis({ store: openStore(), organisation: 'academy' });
    expect(academy.handler.authorise).toBe(null);
    const { regulation } = academy.as('anybody');
    const adopted = await regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2026-09-01' });
    expect(adopted.ok).toBe(true);
  });

  test('it is told the command as parsed, who sends it, and what it is about', async () => {
    const { asked, school } = await guarded(() => null);
    must(await school.learners.register(register));
    must(
      await school.learners.giveConsent({
        learner: 'l-1',
        purpose: 'publication',
        givenBy: 'learner',
        on: '2026-09-02',
      }),
    );
    const sender = { actor: 'u-17', onBehalfOf: 'p-1' };
    expect(asked).toEqual([
      {
        organisation: 'academy',
        command: 'register-learner',
        input: { id: 'l-1', name: expect.anything(), on: '2026-09-01' },
        sender,
        refs: { learner: ['l-1'] },
      },
      {
        organisation: 'academy',
        command: 'give-consent',
        input: {
          learner: 'l-1',
          purpose: 'publication',
          givenBy: 'learner',
          until: null,
          on: '2026-09-02',
        },
        sender,
        refs: { learner: ['l-1'] },
      },
    ]);
  });

  test('input of a wrong shape is refused before it is asked', async () => {
    const { asked, school } = await guarded(() => no);
    expectRefused(await school.learners.register({ id: 'л-1' }), 'invalid-input', 'id');
    expect(asked).toEqual([]);
  });

  test.each([
    ['at once', () => no],
    ['later', () => Promise.resolve(no)],
  ])('a denial %s is a refusal that names command and account, and no value', async (_, hook) => {
    const { store, school } = await guarded(hook);
    const before = await sizeOf(store);
    const refused = await school.learners.register(register);
    const refusal = expectRefused(refused, 'not-authorised', 'register-learner', 'u-17');
    expect(refusal).toEqual(
      notAuthorised({
        command: 'register-learner',
        actor: 'u-17',
        onBehalfOf: 'p-1',
        reason: no,
      }),
    );
    expect(refusal.text.ru).toContain(no.text.ru);
    expect(JSON.stringify(refusal)).not.toMatch(/Ильина|l-1/);
    expect(await sizeOf(store)).toBe(before);
  });

  test('nothing is read for a denied command: no stream is opened', async () => {
    const read: string[] = [];
    const store = openStore();
    const watched: EventStore = {
      ...store,
      readStream: (stream, options) => {
        read.push(stream);
        return store.readStream(stream, options);
      },
    };
    const academy = letopis({ store: watched, organisation: 'academy', authorise: () => no });
    expectRefused(await academy.as('u-17').learners.register(register), 'not-authorised');
    const enrolling = { learner: 'l-1', group: 'm-1', from: '2099-09-01' };
    expectRefused(await academy.as('u-17').enrollments.enroll(enrolling), 'not-authorised');
    expect(read).toEqual([]);
  });

  test('a command that is sent again is asked again', async () => {
    let open = true;
    const { school, store } = await guarded(() => (open ? null : no));
    const first = must(await school.learners.register(register));
    expect(must(await school.learners.register(register))).toEqual(first);
    open = false;
    const before = await sizeOf(store);
    expectRefused(await school.learners.register(register), 'not-authorised');
    expect(await sizeOf(store)).toBe(before);
  });

  test('each command is asked once, also one that tries one stream after another', async () => {
    const { asked, school } = await guarded(() => null);
    must(await school.learners.register(register));
    must(
      await school.programmes.open({
        id: 'mentor',
        modules: [{ id: 'safety', scale: 'five-point' }],
        on: '2026-09-01',
      }),
    );
    must(await school.groups.open({ id: 'm-1', programme: 'mentor', on: '2026-09-01' }));
    await school.enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-09-01' });
    expect(asked.map(({ command }) => command)).toEqual([
      'register-learner',
      'open-programme',
      'open-group',
      'enroll-learner',
    ]);
  });

  test('a service of one’s own is under it, and so is a command handled by hand', async () => {
    const { academy } = await guarded(() => no);
    const sender = { actor: 'u-17', onBehalfOf: null, ground: null };
    const session = new Session('academy', sender, academy.handler);
    const row = coreServices.learners.rows.register;
    expectRefused(await row.run(session, register), 'not-authorised');
    const received = must(session.receive(row.command, register));
    const plan = {
      fold: { kind: 'learner', initial: () => ({}), evolve: () => undefined },
      key: ['l-1'],
      context: () => null,
      decide: () => [],
      answer: () => null,
    };
    expectRefused(await session.handle(received, plan), 'not-authorised');
  });
});

describe('SEC 18: a hook that does not answer lets nothing in', () => {
  test.each([
    ['nothing', undefined],
    ['true', true],
    ['a bare text', 'no'],
    ['a reason in one language', { code: 'no', text: { en: 'no' } }],
  ])('%s is misuse', async (_, answer) => {
    const { store, school } = await guarded(() => answer as Denial);
    const before = await sizeOf(store);
    const error = await school.learners.register(register).catch((thrown: unknown) => thrown);
    expect(isLetopisError(error, 'misuse')).toBe(true);
    expect(await sizeOf(store)).toBe(before);
  });

  test('what it throws is thrown', async () => {
    const { store, school } = await guarded(() => Promise.reject(new Error('no directory')));
    const before = await sizeOf(store);
    await expect(school.learners.register(register)).rejects.toThrow('no directory');
    expect(await sizeOf(store)).toBe(before);
  });

  test('SEC 13: a long reason is cut, so that the refusal is bounded', async () => {
    const long = 'я'.repeat(100_000);
    const { school } = await guarded(() => ({ code: long, text: { ru: long, en: long } }));
    const refusal = expectRefused(await school.learners.register(register), 'not-authorised');
    expect(JSON.stringify(refusal).length).toBeLessThan(4000);
  });
});

describe('SEC 18: processes run under it, by their own names', () => {
  test('a denied command stays owed, and the next run sends it', async () => {
    const school = await schoolOfThree();
    must(
      await school.acts.order({
        order: 'discharge',
        id: 'a-1',
        group: 'm-1',
        enrollments: ['l-1.mentor.1'],
        reason: 'own-wish',
        on: '2026-11-21',
        commandId: step(1),
      }),
    );
    const asked: AuthorisationRequest[] = [];
    let open = false;
    const { handler, organisation } = letopis({
      store: school.store,
      organisation: 'academy',
      authorise: (request) => {
        asked.push(request);
        return open ? null : no;
      },
    });
    const { store, codec } = handler;
    const process = actProcess(handler, organisation);
    const run = { store, codec, process, checkpoint: memoryCheckpoint() };
    const before = await sizeOf(store);
    expect(await runProcess(run)).toMatchObject({ done: 0, 'not-done': 0, denied: 1 });
    expect(await sizeOf(store)).toBe(before);
    expect(asked.map(({ command, sender, refs }) => ({ command, sender, refs }))).toEqual([
      {
        command: 'discharge-learner',
        sender: { actor: 'act', onBehalfOf: 'u-17' },
        refs: { enrollment: ['l-1.mentor.1'], learner: ['l-1'], programme: ['mentor'] },
      },
    ]);
    open = true;
    expect(await runProcess(run)).toMatchObject({ done: 1, denied: 0 });
  });
});
