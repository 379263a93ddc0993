import { must } from '@letopis/core';
import { carrierFold, isKept } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { academyWithNote } from '../worlds/carrier-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const decided = { carrier: 'analytical-note', decidedBy: 'p-1', keep: true, on: '2026-10-01' };
const wrong = {
  carrier: 'analytical-note',
  reason: 'не тот носитель',
  signer: 'p-1',
  office: 'head',
  on: '2026-11-20',
};
const strange = '01990000-0000-7000-8000-000000000001';

async function academy() {
  const { school, handler } = await academyWithNote();
  const annul = async (entry: string, more = {}) =>
    school.carriers.annulEntry({ entry, ...wrong, ...more });
  const kept = async (...days: readonly string[]) => {
    const { state } = await handler.load(carrierFold, 'academy.carrier-analytical-note');
    return days.map((day) => isKept(state, day));
  };
  return { ...school, handler, annul, kept };
}

describe('D1, RK 1.8: a decision on a carrier is annulled', () => {
  test('it never was, by whom and why stays on record; it is decided anew', async () => {
    const { carriers, annul, kept, handler } = await academy();
    const { eventId: entry, stream } = must(await carriers.decide(decided));
    must(await annul(entry));
    expect((await handler.events(stream)).at(-1)).toMatchObject({
      type: 'CarrierEntryAnnulled',
      occurredOn: '2026-10-01',
      refs: { carrier: ['analytical-note'], official: ['p-1'] },
      ground: null,
      data: {
        carrier: 'analytical-note',
        group: null,
        corrects: entry,
        entry: 'CarrierDecided',
        actedOn: '2026-11-20',
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        edition: 1,
        reason: 'не тот носитель',
      },
    });
    expect(await kept('2026-10-01', '2026-12-01')).toEqual([false, false]);
    must(await carriers.decide({ ...decided, on: '2026-10-15' }));
    expect(await kept('2026-10-14', '2026-10-15')).toEqual([false, true]);
  });

  test('between two others it leaves what the one before it says', async () => {
    const { carriers, annul, kept } = await academy();
    must(await carriers.decide(decided));
    const no = must(await carriers.decide({ ...decided, keep: false, on: '2026-10-10' }));
    must(await carriers.decide({ ...decided, on: '2026-10-20' }));
    must(await annul(no.eventId));
    expect(await kept('2026-09-30', '2026-10-10', '2026-10-20')).toEqual([false, true, true]);
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { carriers, annul } = await academy();
    const { eventId: entry } = must(await carriers.decide(decided));
    const silent = await annul(entry, { reason: undefined });
    expectRefused(silent, 'reason-missing', 'annul-carrier-entry', entry);
    expectRefused(await annul(entry, { signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    expectRefused(await annul(entry, { group: 'm-1' }), 'entry-unknown', entry);
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, '2026-11-20');
    expectRefused(await annul(strange), 'entry-unknown', strange, 'analytical-note');
  });
});
