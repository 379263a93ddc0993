import { must, nameOfLine } from '@letopis/core';
import { hasSpecialNeedsOn, learnerFold, representativesOn } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

/* RK 1.8: what an annulment and a correction of a learner's entry say, and what goes with them. */

const act = { learner: 'l-8', reason: 'Внесено не тому лицу', signer: 'p-5' } as const;
const mother = {
  learner: 'l-8',
  representative: 'r-1',
  name: 'Ильина Ольга Юрьевна',
  relation: 'parent',
} as const;
const consent = { learner: 'l-8', id: 'c-1', purpose: 'publication', givenBy: 'r-1' } as const;
const needs = { learner: 'l-8', needs: 'слух' } as const;

const eventOf = ({ eventId }: { readonly eventId: string }): string => eventId;

/** A school where the minor l-8 was registered on 1 September. */
async function open(rules = regulation()) {
  const school = await openSchool(rules);
  const { learners } = school;
  const anna = { id: 'l-8', name: 'Ильина Анна', birthDate: '2010-03-15', on: '2026-09-01' };
  const { eventId: registered } = must(await learners.register(anna));
  const state = async () => (await school.session.load(learnerFold, 'l-8')).state;
  const last = async (count: number) => (await school.events('learner-l-8')).slice(-count);
  const correct = (entry: string, to: object, change: object = {}) =>
    learners.correct({ ...act, entry, to, ...change });
  return { ...school, registered, state, last, correct };
}

describe('RK 1.8: an annulment', () => {
  test('of a representative’s entry names them, so that it is found under their id', async () => {
    const { learners, last } = await open();
    const { eventId } = must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    must(await learners.annul({ ...act, entry: eventId }));
    expect((await last(1))[0]?.data).toMatchObject({ learner: 'l-8', representative: 'r-1' });
    const other = must(await learners.recordSpecialNeeds({ ...needs, on: '2026-09-05' }));
    must(await learners.annul({ ...act, entry: other.eventId }));
    expect((await last(1))[0]?.data).not.toHaveProperty('representative');
  });

  test('takes along the end of what it annuls, each with its own day and type', async () => {
    const { learners, last } = await open();
    const { eventId } = must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const end = { learner: 'l-8', representative: 'r-1', on: '2026-10-01' };
    const over = must(await learners.endRepresentative(end));
    must(await learners.annul({ ...act, entry: eventId }));
    expect(await last(2)).toMatchObject([
      { occurredOn: '2026-09-05', data: { corrects: eventId, entry: 'RepresentativeNamed' } },
      { occurredOn: '2026-10-01', data: { corrects: over.eventId, entry: 'RepresentativeEnded' } },
    ]);
  });

  test('leaves an end that ended something else as well', async () => {
    const { learners, state, last } = await open();
    const first = must(await learners.recordSpecialNeeds({ ...needs, on: '2026-09-05' }));
    must(await learners.recordSpecialNeeds({ ...needs, on: '2026-09-10' }));
    const end = { learner: 'l-8', status: 'special-needs', on: '2026-10-01' } as const;
    must(await learners.endSpecialStatus(end));
    must(await learners.annul({ ...act, entry: first.eventId }));
    const days = ['2026-09-09', '2026-09-10', '2026-09-30', '2026-10-01'];
    const held = await state();
    expect(days.map((day) => hasSpecialNeedsOn(held, day))).toEqual([false, true, true, false]);
    expect((await last(2)).map(({ type }) => type)).toEqual([
      'SpecialStatusEnded',
      'LearnerEntryAnnulled',
    ]);
  });

  test('leaves what goes on without an end', async () => {
    const { learners, state } = await open();
    const first = must(await learners.recordSpecialNeeds({ ...needs, on: '2026-09-05' }));
    must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    must(await learners.annul({ ...act, entry: first.eventId }));
    expect(representativesOn(await state(), '2026-09-05').map(({ id }) => id)).toEqual(['r-1']);
  });

  test('of an end is held by a second term of that representative, and by no other', async () => {
    const { learners } = await open();
    const father = { ...mother, representative: 'r-2', on: '2026-09-05' };
    must(await learners.nameRepresentative(father));
    must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const end = { learner: 'l-8', representative: 'r-1', on: '2026-10-01' };
    const { eventId: entry } = must(await learners.endRepresentative(end));
    const again = { ...mother, on: '2026-11-01' };
    const { eventId: id } = must(await learners.nameRepresentative(again));
    const held = expectRefused(await learners.annul({ ...act, entry }), 'entry-rested-on');
    const facts = [{ type: 'RepresentativeNamed', id, on: '2026-11-01' }];
    expect(held.data).toEqual({ entry, facts });
    must(await learners.annul({ ...act, entry: id }));
    must(await learners.annul({ ...act, entry }));
  });

  test('of a registration is held by a representative who was named', async () => {
    const { learners, registered } = await open();
    const { eventId } = must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const held = await learners.annul({ ...act, entry: registered });
    expectRefused(held, 'entry-rested-on', 'RepresentativeNamed', eventId);
  });

  test('takes no order, and no reason where the regulation asks for none', async () => {
    const { correction } = regulation();
    const rules = regulation({ correction: { ...correction, entryReasonRequired: false } });
    const { learners, last, correct, registered } = await open(rules);
    const silent = { reason: undefined, ground: null };
    const moved = must(await correct(registered, { on: '2026-08-30' }, silent));
    expect((await last(2))[0]?.data).not.toHaveProperty('reason');
    must(await learners.annul({ ...act, entry: moved.replacedBy, ...silent }));
    expect((await last(1))[0]?.data).not.toHaveProperty('reason');
  });

  test('and a correction find no entry of another learner, and name this one', async () => {
    const { learners, correct, events } = await open();
    const [other] = await events('learner-l-1');
    const entry = other?.id ?? '';
    expectRefused(await learners.annul({ ...act, entry }), 'entry-unknown', 'l-8', entry);
    expectRefused(await correct(entry, { on: '2026-09-02' }), 'entry-unknown', 'l-8', entry);
  });

  test('a correction without a reason is refused as such', async () => {
    const { correct, registered } = await open();
    const silent = await correct(registered, { on: '2026-08-30' }, { reason: undefined });
    expectRefused(silent, 'reason-missing', 'correct-entry', registered);
  });
});

describe('RK 1.8: a corrected entry', () => {
  test('says why, and keeps what is not corrected', async () => {
    const { learners, correct, last } = await open();
    const given = { ...mother, on: '2026-09-05', until: '2026-12-31' };
    const { eventId } = must(await learners.nameRepresentative(given));
    must(await correct(eventId, { on: '2026-09-10' }));
    const [annulled, entered] = await last(2);
    expect(annulled?.data).toMatchObject({ reason: { value: act.reason }, corrects: eventId });
    expect(entered?.data).toEqual({
      learner: 'l-8',
      representative: 'r-1',
      relation: 'parent',
      name: { value: nameOfLine(mother.name) },
      until: '2026-12-31',
    });
  });

  test('of one representative may share days with the term of another', async () => {
    const { learners, correct } = await open();
    must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const father = { ...mother, representative: 'r-2', on: '2026-09-20' };
    const { eventId } = must(await learners.nameRepresentative(father));
    must(await correct(eventId, { on: '2026-09-10' }));
  });

  test('loses what null takes away: a last day, a scope, conditions', async () => {
    const { learners, correct, last } = await open();
    must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const lasting = { ...consent, scope: 'фото', until: '2026-12-31', on: '2026-09-10' };
    const given = must(await learners.giveConsent(lasting));
    must(await correct(given.eventId, { scope: null, until: null }));
    expect((await last(1))[0]?.data).toEqual({
      learner: 'l-8',
      consent: 'c-1',
      purpose: 'publication',
      givenBy: 'r-1',
      until: null,
    });
    const listing = { learner: 'l-8', entry: '77-1', conditions: 'время', on: '2026-09-10' };
    const listed = must(await learners.listAsGifted({ ...listing, until: '2026-12-31' }));
    must(await correct(listed.eventId, { conditions: null, until: null }));
    const data = { learner: 'l-8', entry: { value: '77-1' }, until: null };
    expect((await last(1))[0]?.data).toEqual(data);
  });

  test('is of a type whose fields the refusal of another field lists', async () => {
    const { learners, correct, registered } = await open();
    const named = must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const given = must(await learners.giveConsent({ ...consent, on: '2026-09-10' }));
    const off = { learner: 'l-8', consent: 'c-1', withdrawnBy: 'r-1', on: '2026-10-20' };
    const withdrawn = must(await learners.withdrawConsent(off));
    const end = { learner: 'l-8', representative: 'r-1', on: '2026-11-20' };
    const ended = must(await learners.endRepresentative(end));
    const special = must(await learners.recordSpecialNeeds({ ...needs, on: '2026-09-05' }));
    const gifted = must(
      await learners.listAsGifted({ learner: 'l-8', entry: '77', on: '2026-09-05' }),
    );
    const status = { learner: 'l-8', status: 'gifted', on: '2026-11-01' } as const;
    const over = must(await learners.endSpecialStatus(status));
    const cases = [
      [registered, { until: null }, 'on, ground, name, birthDate, snils, email, phone'],
      [eventOf(named), { phone: null }, 'on, ground, name, relation, scope, until'],
      [eventOf(given), { phone: null }, 'on, ground, purpose, givenBy, scope, until'],
      [eventOf(withdrawn), { until: null }, 'on, ground, withdrawnBy'],
      [eventOf(ended), { until: null }, 'on, ground'],
      [eventOf(special), { phone: null }, 'on, ground, needs, until'],
      [eventOf(gifted), { phone: null }, 'on, ground, entry, conditions, evidence, until'],
      [eventOf(over), { until: null }, 'on, ground'],
    ] as const;
    for (const [entry, to, fields] of cases) {
      const no = expectRefused(await correct(entry, to), 'entry-field-unknown', entry);
      expect(no.text.en.split('correct: ')[1]).toBe(fields);
    }
  });

  test('obeys the rule of its own command', async () => {
    const { learners, correct } = await open();
    must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const given = must(await learners.giveConsent({ ...consent, on: '2026-10-10' }));
    const stranger = await correct(given.eventId, { givenBy: 'r-9' });
    expectRefused(stranger, 'representative-unknown', 'r-9', '2026-10-10');
    const change = { learner: 'l-8', phone: '+7 901', on: '2026-10-01' };
    const phone = must(await learners.change(change));
    const early = await correct(phone.eventId, { on: '2026-08-31' });
    expectRefused(early, 'change-before-registration', '2026-08-31', '2026-09-01');
    const empty = await correct(phone.eventId, { phone: null });
    expectRefused(empty, 'entry-field-needed', phone.eventId, 'LearnerDataChanged', 'name');
  });

  test('a registration moves to the day of the first change, and not behind it', async () => {
    const { learners, correct, registered } = await open();
    const change = { learner: 'l-8', phone: '+7 901', on: '2026-10-01' };
    const phone = must(await learners.change(change));
    const behind = await correct(registered, { on: '2026-10-02' });
    expectRefused(behind, 'entry-rested-on', 'LearnerDataChanged', phone.eventId, '2026-10-01');
    must(await correct(registered, { on: '2026-10-01' }));
  });

  test('152-FZ art. 9: a consent is not given after the day of its withdrawal', async () => {
    const { learners, correct } = await open();
    must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const given = must(await learners.giveConsent({ ...consent, on: '2026-09-10' }));
    const off = { learner: 'l-8', consent: 'c-1', withdrawnBy: 'r-1', on: '2026-10-01' };
    const withdrawn = must(await learners.withdrawConsent(off));
    const behind = await correct(given.eventId, { on: '2026-10-02' });
    const told = ['ConsentWithdrawn', withdrawn.eventId, '2026-10-01'];
    expectRefused(behind, 'entry-rested-on', ...told);
    must(await correct(given.eventId, { on: '2026-09-30' }));
  });

  test('a withdrawal by one who had no rights any more is no withdrawal', async () => {
    const { learners, correct } = await open();
    const named = must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    must(await learners.giveConsent({ ...consent, on: '2026-09-10' }));
    const off = { learner: 'l-8', consent: 'c-1', withdrawnBy: 'r-1', on: '2026-10-01' };
    const withdrawn = must(await learners.withdrawConsent(off));
    const short = await correct(named.eventId, { until: '2026-09-30' });
    expectRefused(short, 'entry-rested-on', 'ConsentWithdrawn', withdrawn.eventId);
    must(await correct(named.eventId, { until: '2026-10-01' }));
  });
});
