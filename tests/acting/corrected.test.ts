import { must, nameOfLine, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { openSchool } from '../domain/worlds/records-school.ts';

/* RK 1.8: a corrected entry has the fields that the correction gives, and all others as before. */

const ground = order('2-од', '2026-11-20');
const act = { person: 'p-20', signer: 'p-1', office: 'head', reason: 'описка', ground };
const first = order('1-од', '2026-08-25');
const scope = { programmes: ['mentor'] };

/** A school with an appointment of `p-20`, and its correction. */
async function appointed(given: object = {}) {
  const school = await openSchool();
  const { officials } = school;
  const of = { person: 'p-20', office: 'teacher', from: '2026-09-01', ground: first };
  const { eventId } = must(await officials.appoint({ ...of, ...given }));
  const correct = (to: object, entry = eventId) => officials.correct({ ...act, entry, to });
  const last = async () => (await school.events('official-p-20')).at(-1);
  return { ...school, eventId, correct, last };
}

describe('RK 1.8: what a correction gives', () => {
  test('is one field or several; it changes something if one of them differs', async () => {
    const { correct, last } = await appointed({ position: 'Учитель' });
    const to = { on: '2026-09-02', until: undefined, office: 'teacher', position: 'Учитель' };
    must(await correct(to));
    const event = await last();
    expect(event).toMatchObject({ occurredOn: '2026-09-02', ground: first });
    expect(event?.data).toMatchObject({ office: 'teacher', position: 'Учитель', until: null });
  });

  test('is nothing where each field reads as it did, or is still not there', async () => {
    const { correct, eventId } = await appointed({ scope });
    for (const to of [
      { on: '2026-09-01' },
      { position: null, until: null },
      { scope: { programmes: ['mentor'] } },
      { ground: { date: first.date, kind: first.kind, number: first.number } },
    ]) {
      expectRefused(await correct(to), 'entry-unchanged', eventId);
    }
    must(await correct({ scope: null }));
  });

  test('is a field that such an entry has; the refusal lists them all', async () => {
    const { correct, eventId } = await appointed();
    const { data } = expectRefused(await correct({ name: 'Орлова' }), 'entry-field-unknown');
    const fields = ['on', 'ground', 'office', 'position', 'until', 'scope'];
    expect(data).toEqual({ entry: eventId, type: 'OfficialAppointed', field: 'name', fields });
  });
});

test('RK 1.8: who puts right may hold an office that is limited', async () => {
  const { officials, eventId } = await appointed();
  const limited = { person: 'p-31', office: 'head', from: '2026-09-01', scope };
  must(await officials.appoint({ ...limited, ground: first }));
  const given = { ...act, entry: eventId, signer: 'p-31', to: { on: '2026-09-02' } };
  must(await officials.correct(given));
});

describe('RK 1.5: the paper of a corrected entry', () => {
  const named = { person: 'p-20', name: 'Орлова Мария', on: '2026-10-01' };

  test('is its own: it stays, is corrected, or is taken away where none is needed', async () => {
    const { officials, correct, last } = await appointed();
    const { eventId } = must(await officials.rename({ ...named, ground: first }));
    const other = order('3-од', '2026-08-26');
    const moved = must(await correct({ on: '2026-10-02' }, eventId));
    expect((await last())?.ground).toEqual(first);
    const mended = must(await correct({ ground: other }, moved.replacedBy));
    expect((await last())?.ground).toEqual(other);
    must(await correct({ ground: null }, mended.replacedBy));
    expect((await last())?.ground).toBeNull();
    expect((await last())?.data).toMatchObject({ name: { value: nameOfLine(named.name) } });
  });

  test('152-FZ art. 21: a name is compared in clear; an erased one is given anew', async () => {
    const { officials, correct, store, last } = await appointed();
    const { eventId } = must(await officials.rename(named));
    expectRefused(await correct({ name: named.name }, eventId), 'entry-unchanged', eventId);
    await store.emptyBeside('academy.official-p-20', [eventId]);
    const silent = await correct({ on: '2026-10-02' }, eventId);
    expectRefused(silent, 'entry-erased', eventId, 'name');
    must(await correct({ name: 'erased' }, eventId));
    expect((await last())?.data).toMatchObject({ name: { value: { line: 'erased' } } });
  });
});
