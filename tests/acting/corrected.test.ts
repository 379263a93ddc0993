import { must, nameOfLine, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { mother } from '../domain/worlds/learner-academy.ts';
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

  test('leaves what it does not say, and what it gives as undefined', async () => {
    const { correct, last } = await appointed({ until: '2027-05-31' });
    must(await correct({ on: '2026-09-02', until: undefined }));
    expect((await last())?.data).toMatchObject({ until: '2027-05-31' });
  });

  test('is never that a field is gone which such an entry always has', async () => {
    const { learners } = await openSchool();
    const by = { learner: 'l-1', signer: 'p-1', office: 'head', reason: 'описка', ground };
    const named = await learners.nameRepresentative({
      ...mother,
      learner: 'l-1',
      on: '2026-09-02',
    });
    const { eventId: entry } = must(named);
    const none = await learners.correct({ ...by, entry, to: { name: null } });
    const { data } = expectRefused(none, 'entry-field-needed');
    expect(data).toEqual({ entry, type: 'RepresentativeNamed', field: 'name' });
    must(await learners.correct({ ...by, entry, to: { on: '2026-09-03', ground: null } }));
  });

  test('is nothing where a field is taken away that was not there', async () => {
    const { learners } = await openSchool();
    const { eventId: entry } = must(await learners.register({ id: 'l-7', on: '2026-09-01' }));
    const by = { learner: 'l-7', signer: 'p-1', office: 'head', reason: 'описка', ground };
    const none = await learners.correct({ ...by, entry, to: { phone: null } });
    expectRefused(none, 'entry-unchanged', entry);
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
    const whole = await appointed();
    expectRefused(await whole.correct({ scope: null }), 'entry-unchanged', whole.eventId);
  });

  test('is signed in a position; an entry about an official names nobody else', async () => {
    const { officials, events, eventId } = await appointed();
    const position = 'И. о. директора';
    must(await officials.correct({ ...act, position, entry: eventId, to: { on: '2026-09-02' } }));
    const annulled = (await events('official-p-20')).find(({ type }) => type.endsWith('Annulled'));
    expect(annulled).toMatchObject({
      refs: { official: ['p-20'] },
      data: { corrects: eventId, signer: { person: 'p-1', office: 'head', position } },
    });
  });

  test('of a learner names the official beside the learner', async () => {
    const { learners, events } = await openSchool();
    const { eventId: entry } = must(await learners.register({ id: 'l-7', on: '2026-09-01' }));
    const by = { signer: 'p-1', office: 'head', reason: 'описка', ground };
    must(await learners.correct({ learner: 'l-7', entry, ...by, to: { on: '2026-09-02' } }));
    const annulled = (await events('learner-l-7')).find(({ type }) => type.endsWith('Annulled'));
    expect(annulled?.refs).toEqual({ learner: ['l-7'], official: ['p-1'] });
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
