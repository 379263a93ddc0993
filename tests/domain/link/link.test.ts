import { must, newCommandId } from '@letopis/core';
import type { LinkState } from '@letopis/core/facts';
import { linkFold, linkedLearners, linkKey } from '@letopis/core/facts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool } from '../worlds/records-school.ts';

const pair = { learner: 'l-2', other: 'l-1', signer: 'p-5', on: '2026-10-01' };

describe('D3: two learners on record are linked as one person, and unlinked again', () => {
  test('in one stream whichever is named first, with who decided on which ground', async () => {
    const { links, events, store } = await openSchool();
    must(await links.link({ ...pair, reason: 'Ильина сменила фамилию' }));
    const event = (await events('link-l-1.l-2'))[0];
    expect(event).toMatchObject({
      type: 'LearnersLinked',
      occurredOn: '2026-10-01',
      ground: { kind: 'order' },
      refs: { learner: ['l-1', 'l-2'], official: ['p-5'] },
      data: {
        learner: 'l-1',
        other: 'l-2',
        signer: { person: 'p-5', office: 'records-keeper' },
        edition: 1,
        reason: { value: 'Ильина сменила фамилию' },
      },
    });
    for await (const page of store.readStream('academy.link-l-1.l-2')) {
      for (const { line } of page) expect(line).not.toContain('Ильина');
    }
    const again = await links.link({ ...pair, learner: 'l-1', other: 'l-2' });
    expectRefused(again, 'linked-already', 'l-1', 'l-2', '2026-10-01');
  });

  test('without a reason none is stored', async () => {
    const { links, events } = await openSchool();
    must(await links.link(pair));
    expect((await events('link-l-1.l-2'))[0]?.data).not.toHaveProperty('reason');
  });

  test('as of any day: linked between the two days, not before, not after', async () => {
    const { links, handler } = await openSchool();
    must(await links.link(pair));
    must(await links.unlink({ ...pair, on: '2026-11-01' }));
    expectRefused(await links.unlink({ ...pair, on: '2026-11-02' }), 'not-linked', 'l-1', 'l-2');
    const { state } = await handler.load(linkFold, 'academy.link-l-1.l-2');
    const days = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'];
    expect(days.map((day) => linkedLearners([state], 'l-2', day))).toEqual([
      ['l-2'],
      ['l-1', 'l-2'],
      ['l-1', 'l-2'],
      ['l-2'],
    ]);
    must(await links.link({ ...pair, on: '2026-11-05' }));
  });

  test('it is refused where it is nonsense', async () => {
    const { links } = await openSchool();
    const refuses = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await links.link({ ...pair, ...change }), code, ...values);
    await refuses({ other: 'l-2' }, 'invalid-input', 'other');
    await refuses({ other: 'l-9' }, 'learner-unknown', 'l-9');
    await refuses({ signer: 'p-9' }, 'not-appointed', 'p-9');
    await refuses({ on: '2026-12-01' }, 'dated-ahead', '2026-12-01');
    expectRefused(await links.unlink(pair), 'not-linked', 'l-1', 'l-2');
    must(await links.link(pair));
    const early = await links.unlink({ ...pair, on: '2026-09-30' });
    expectRefused(early, 'not-linked', '2026-09-30', 'l-1', 'l-2');
  });

  test('sent twice it is written once', async () => {
    const { links, store, events } = await openSchool();
    const once = { ...pair, commandId: newCommandId(store.ports) };
    expect(must(await links.link(once))).toEqual(must(await links.link(once)));
    expect(await events('link-l-1.l-2')).toHaveLength(1);
  });
});

const link = (one: string, two: string): LinkState => ({
  learners: linkKey(one, two),
  steps: [{ on: '2026-10-01', linked: true }],
});

describe('D3: the group of ids of one person on a day', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const pairs = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), {
      selector: ([one, two]) => linkKey(one, two).join('.'),
    })
    .map((all) => all.filter(([one, two]) => one !== two));

  test('is the same from each of its ids, whatever the order of the links', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const links = all.map(([one, two]) => link(one, two));
        for (const id of ids) {
          const group = linkedLearners(links, id, '2026-10-01');
          expect(group).toContain(id);
          for (const other of group) {
            expect(linkedLearners(links.toReversed(), other, '2026-10-01')).toEqual(group);
          }
        }
        for (const [one, two] of all) {
          expect(linkedLearners(links, one, '2026-10-01')).toContain(two);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('links hold through one another', () => {
    const chain = [link('c', 'd'), link('a', 'b'), link('b', 'c')];
    expect(linkedLearners(chain, 'd', '2026-10-01')).toEqual(['a', 'b', 'c', 'd']);
    expect(linkedLearners(chain, 'e', '2026-10-01')).toEqual(['e']);
  });
});
