import type { EventStore, Result } from '@letopis/core';
import { letopis, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { wrapped } from '../../kernel/wrapped-store.ts';
import { academyOver } from '../worlds/academy.ts';
import { mentorAcademy, withLearner } from '../worlds/enrollment-academy.ts';

/* A command sent twice at once by two processes has one effect and one answer (architecture §3). */

const commandId = '01980000-0000-7000-8000-0000000000aa';

/** The store of another process, in which something happens before the n-th read of a stream. */
function beforeRead(
  store: EventStore,
  stream: string,
  n: number,
  happens: () => Promise<unknown>,
): EventStore {
  let reads = 0;
  return wrapped(store, {
    async *readStream(name, options) {
      if (name === stream && (reads += 1) === n) await happens();
      yield* store.readStream(name, options);
    },
  });
}

/** The services of the same account in another process. */
const otherProcess = (store: EventStore) => academyOver(store, 'u-17', order('2-л', '2026-09-01'));

describe('a command sent twice at once by two processes has one answer', () => {
  test('D6: where the context reads the stream again, and the first came to stand', async () => {
    const academy = await withLearner();
    const { store } = academy.session.handler;
    const facts = { enrollment: academy.id, planned: 'test-1', value: '4', assessor: 'p-9' };
    const raw = { ...facts, on: '2026-11-01', commandId };
    let first: Result<unknown> | undefined;
    const racing = beforeRead(store, `academy.enrollment-${academy.id}`, 2, async () => {
      first = await academy.assessments.record(raw);
    });
    const second = await otherProcess(racing).assessments.record(raw);
    expect(second).toMatchObject({ ok: true });
    expect(second).toEqual(first);
  });

  test.each([1, 2, 3])('D4: wherever the walk of enroll is (read %i)', async (read) => {
    const academy = await mentorAcademy();
    const { store } = academy.session.handler;
    const raw = { learner: 'l-1', group: 'm-1', from: '2026-09-01', commandId };
    let first: Result<unknown> | undefined;
    const racing = beforeRead(store, 'academy.enrollment-l-1.mentor.1', read, async () => {
      first = await academy.enrollments.enroll(raw);
    });
    const second = await otherProcess(racing).enrollments.enroll(raw);
    expect(second).toMatchObject({ ok: true, value: { id: 'l-1.mentor.1' } });
    expect(second).toEqual(first);
  });
});

describe('a sender', () => {
  test('has a ground that a line may hold for ever: a bad one is misuse', async () => {
    const { session } = await mentorAcademy();
    const school = letopis({ store: session.handler.store, organisation: 'academy' });
    const bad = { kind: 'order', number: '1-од', date: '25.08.2026' } as const;
    expect(() => school.as('u-1', { grounds: { enrollments: { enroll: bad } } })).toThrow(
      'misuse: {"kind":"order"',
    );
  });

  test('and an id under another content is an error, though it came in between', async () => {
    const academy = await withLearner();
    const { store } = academy.session.handler;
    const facts = { enrollment: academy.id, module: 'safety', assessor: 'p-9', on: '2026-11-01' };
    let stands = false;
    const racing = wrapped(store, {
      append: async (stream, items, expected) => {
        if (!stands) {
          stands = true;
          await academy.assessments.record({ ...facts, value: '4', commandId });
        }
        return store.append(stream, items, expected);
      },
    });
    const other = otherProcess(racing);
    const reused = other.assessments.record({ ...facts, value: '5', commandId });
    await expect(reused).rejects.toMatchObject({ code: 'command-id-reused' });
    // What was folded is what stands: 4, so correcting it to 4 changes nothing and is refused.
    const recorded = await academy.session.handler.events(`academy.enrollment-${academy.id}`);
    const mark = recorded.at(-1);
    const same = await other.assessments.correct({
      enrollment: academy.id,
      replaces: mark?.id ?? '',
      value: '4',
      words: 'четыре',
      reason: 'ошибка',
      signer: 'p-9',
      on: '2026-11-02',
    });
    expect(same).toMatchObject({ ok: false, refusal: { code: 'same-value' } });
  });
});
