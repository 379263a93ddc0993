import { must, nameOfLine, order } from '@letopis/core';
import { birthDateOn, consentOn, giftedOn, learnerFold } from '@letopis/core/facts';
import { hasSpecialNeedsOn, representativesOn } from '@letopis/core/facts';
import { entryCorrectionsReport } from '@letopis/projections';
import { disclosures, disclosuresKey } from '@letopis/projections/views';
import { people, personalFile, personalFileKey } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { readerOver } from '../../projections/event-log.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool } from '../worlds/records-school.ts';

const act = { learner: 'l-8', reason: 'Внесено не тому лицу', signer: 'p-5' } as const;
const mother = {
  learner: 'l-8',
  representative: 'r-1',
  name: 'Ильина Ольга Юрьевна',
  relation: 'parent',
} as const;
const consent = { learner: 'l-8', id: 'c-1', purpose: 'publication', givenBy: 'r-1' } as const;

/** A school where the minor l-8 was registered on 1 September. */
async function withLearner() {
  const school = await openSchool();
  const anna = { id: 'l-8', name: 'Ильина Анна', birthDate: '2010-03-15', phone: '+7 900 000' };
  const registered = must(await school.learners.register({ ...anna, on: '2026-09-01' }));
  const state = async () => (await school.session.load(learnerFold, 'l-8')).state;
  const reader = async (on: string | null = null) => {
    const official = await school.events('official-p-5');
    return readerOver([...official, ...(await school.events('learner-l-8'))] as never, { on });
  };
  return { ...school, registered, state, reader };
}

describe('RK 1.8: an entry about a learner is annulled from the start', () => {
  test('it counts as if never made, and its annulment says by whom, when and why', async () => {
    const { learners, events, reader } = await withLearner();
    const wrong = { learner: 'l-8', name: 'Чужая Вера', on: '2026-10-01' };
    const { eventId: entry } = must(await learners.change(wrong));
    must(await learners.annul({ ...act, entry, on: '2026-11-10' }));
    expect((await events('learner-l-8')).at(-1)).toMatchObject({
      type: 'LearnerEntryAnnulled',
      occurredOn: '2026-10-01',
      refs: { learner: ['l-8'] },
      data: {
        corrects: entry,
        entry: 'LearnerDataChanged',
        actedOn: '2026-11-10',
        replacedBy: null,
        signer: { person: 'p-5', office: 'records-keeper' },
        reason: { value: act.reason },
      },
    });
    const person = await (await reader('2026-11-22')).get(people, 'l-8');
    expect(person?.name).toEqual({ value: 'Ильина Анна' });
    const annulled = person?.entries.find(({ source }) => source.event === entry);
    expect(annulled).toMatchObject({
      values: { name: { value: nameOfLine('Чужая Вера') } },
      annulled: { actedOn: '2026-11-10', replacedBy: null, signer: { person: 'p-5' } },
    });
    const page = await entryCorrectionsReport(await reader(), {
      from: '2026-11-01',
      until: '2026-11-30',
    });
    expect(page.lines).toMatchObject([
      { act: 'LearnerEntryAnnulled', about: 'LearnerDataChanged', reason: { text: act.reason } },
    ]);
  });

  test('who may, why and what is refused', async () => {
    const { learners, registered } = await withLearner();
    const entry = registered.eventId;
    const no = async (change: object) => learners.annul({ ...act, entry, ...change });
    expectRefused(await no({ signer: 'p-9' }), 'not-appointed', 'p-9', 'records-keeper');
    expectRefused(await no({ office: 'teacher' }), 'office-not-entitled', 'teacher');
    expectRefused(await no({ reason: undefined }), 'reason-missing', 'annul-entry');
    expectRefused(await no({ on: '2026-11-23' }), 'dated-ahead', '2026-11-23');
    const other = '01980000-0000-7000-8000-000000000001';
    expectRefused(await no({ entry: other }), 'entry-unknown', other, 'l-8');
    expectRefused(await no({ entry: 'e-1' }), 'invalid-input', 'entry');
    must(await no({}));
    expectRefused(await no({}), 'entry-annulled-already', entry, '2026-11-22');
  });

  test('a registration with nothing on it goes, and its id is given to nobody else', async () => {
    const { learners, registered, state, reader } = await withLearner();
    const changed = must(
      await learners.change({ learner: 'l-8', phone: '+7 901', on: '2026-10-01' }),
    );
    const held = await learners.annul({ ...act, entry: registered.eventId });
    expectRefused(held, 'entry-rested-on', registered.eventId, changed.eventId, '2026-10-01');
    must(await learners.annul({ ...act, entry: changed.eventId }));
    must(await learners.annul({ ...act, entry: registered.eventId }));
    expect((await state()).registered).toBe(false);
    const gone = await (await reader()).get(people, 'l-8');
    expect(gone).toMatchObject({ roles: [], name: null, phone: null });
    const none = await learners.change({ learner: 'l-8', phone: '+7 902' });
    expectRefused(none, 'learner-unknown', 'l-8');
    const anew = { id: 'l-8', name: 'Другая Анна', on: '2026-09-10' };
    const taken = await learners.register(anew);
    expectRefused(taken, 'registration-annulled', 'l-8', '2026-11-22', 'again: true');
    const said = await learners.register({ id: 'l-9', again: true });
    expectRefused(said, 'registration-not-annulled', 'l-9');
    must(await learners.register({ ...anew, name: 'Ильина Анна', again: true }));
    expectRefused(await learners.register({ ...anew, again: true }), 'already-exists', 'l-8');
    const card = await (await reader()).get(personalFile, personalFileKey.card('l-8'));
    expect(card).toMatchObject({ registered: { on: '2026-09-10' } });
  });

  test('a naming that a consent rests on is held, and goes with its end', async () => {
    const { learners, state } = await withLearner();
    const named = must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const given = must(await learners.giveConsent({ ...consent, on: '2026-09-10' }));
    const end = { learner: 'l-8', representative: 'r-1', on: '2026-10-01' };
    const ended = must(await learners.endRepresentative(end));
    const held = await learners.annul({ ...act, entry: named.eventId });
    expectRefused(held, 'entry-rested-on', 'ConsentGiven', given.eventId);
    must(await learners.annul({ ...act, entry: given.eventId }));
    must(await learners.annul({ ...act, entry: named.eventId }));
    expect((await state()).entries.get(ended.eventId)?.annulled).toMatchObject({
      replacedBy: null,
    });
    expect(representativesOn(await state(), '2026-09-20')).toEqual([]);
    must(await learners.nameRepresentative({ ...mother, on: '2026-09-20' }));
  });

  test('an annulled consent goes with its withdrawal, is shown, and its id is free', async () => {
    const { learners, state, reader } = await withLearner();
    must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const given = must(await learners.giveConsent({ ...consent, on: '2026-09-10' }));
    const withdrawn = { learner: 'l-8', consent: 'c-1', withdrawnBy: 'r-1', on: '2026-10-01' };
    must(await learners.withdrawConsent(withdrawn));
    must(await learners.annul({ ...act, entry: given.eventId }));
    expect(consentOn(await state(), 'publication', '2026-09-20')).toBeNull();
    must(await learners.giveConsent({ ...consent, purpose: 'transfer', on: '2026-11-01' }));
    const shown = await (await reader()).get(disclosures, disclosuresKey.learner('l-8'));
    expect(shown).toMatchObject({
      consents: [
        { consent: 'c-1', given: { on: '2026-11-01' }, withdrawn: null, annulled: null },
        { consent: 'c-1', given: { on: '2026-09-10' }, annulled: { data: { replacedBy: null } } },
      ],
    });
    const month = disclosuresKey.month('2026-09', 'l-l-8');
    expect(await (await reader()).get(disclosures, month)).toMatchObject({
      consents: [],
      annulledConsents: [{ fact: { on: '2026-09-10' } }],
    });
  });

  test('an end that is annulled lets the period run on; special status too', async () => {
    const { learners, state, reader } = await withLearner();
    const needs = { learner: 'l-8', needs: 'слух', on: '2026-09-05' };
    const recorded = must(await learners.recordSpecialNeeds(needs));
    const end = { learner: 'l-8', status: 'special-needs', on: '2026-10-01' } as const;
    const ended = must(await learners.endSpecialStatus(end));
    must(await learners.annul({ ...act, entry: ended.eventId }));
    expect(hasSpecialNeedsOn(await state(), '2026-10-02')).toBe(true);
    must(await learners.endSpecialStatus({ ...end, on: '2026-11-01' }));
    must(await learners.annul({ ...act, entry: recorded.eventId }));
    expect(hasSpecialNeedsOn(await state(), '2026-09-06')).toBe(false);
    const card = await (await reader()).get(personalFile, personalFileKey.card('l-8'));
    expect(card).toMatchObject({ statuses: [{ ended: null, annulled: { on: '2026-09-05' } }] });
  });
});

describe('RK 1.8: an entry about a learner is corrected', () => {
  test('the annulment and the true entry are one append; the first ground stays', async () => {
    const { learners, events, reader } = await withLearner();
    const ground = { kind: 'marriage-certificate', number: 'II-МЮ 512', date: '2026-10-01' };
    const change = { learner: 'l-8', name: 'Белова Анна', on: '2026-10-10', ground };
    const { eventId: entry } = must(await learners.change(change));
    const to = { on: '2026-10-01', name: 'Беллова Анна' };
    const ordered = order('9-од', '2026-11-02');
    const done = must(await learners.correct({ ...act, entry, to, ground: ordered }));
    const [annulled, entered] = (await events('learner-l-8')).slice(-2);
    expect(annulled).toMatchObject({
      type: 'LearnerEntryAnnulled',
      occurredOn: '2026-10-10',
      ground: ordered,
      data: { corrects: entry, replacedBy: done.replacedBy },
    });
    expect(entered).toMatchObject({ id: done.replacedBy, occurredOn: '2026-10-01', ground });
    expect(entered?.commandId).toBe(annulled?.commandId);
    const name = async (on: string) => (await (await reader(on)).get(people, 'l-8'))?.name;
    expect(await name('2026-09-30')).toEqual({ value: 'Ильина Анна' });
    expect(await name('2026-10-01')).toEqual({ value: 'Беллова Анна' });
    const page = await entryCorrectionsReport(await reader(), {
      from: '2026-11-01',
      until: '2026-11-30',
    });
    expect(page.lines[0]?.changes).toEqual([
      { field: 'on', before: '2026-10-10', after: '2026-10-01' },
      { field: 'name', before: 'Белова Анна', after: 'Беллова Анна' },
    ]);
  });

  test('other fields stay as they were; null takes one away', async () => {
    const { learners, registered, reader, events } = await withLearner();
    const to = { birthDate: '2010-05-13', phone: null };
    must(await learners.correct({ ...act, entry: registered.eventId, to }));
    expect((await events('learner-l-8')).at(-1)?.data).toEqual({
      learner: 'l-8',
      name: { value: nameOfLine('Ильина Анна') },
      birthDate: { value: '2010-05-13' },
    });
    const person = await (await reader()).get(people, 'l-8');
    expect(person).toMatchObject({ birthDate: { value: '2010-05-13' }, phone: null });
  });

  test('the first of two names of one day, corrected, does not become the last', async () => {
    const { learners, reader } = await withLearner();
    const on = '2026-10-01';
    const first = must(await learners.change({ learner: 'l-8', name: 'Первая', on }));
    must(await learners.change({ learner: 'l-8', name: 'Вторая', on }));
    const to = { name: 'Первая Анна' };
    must(await learners.correct({ ...act, entry: first.eventId, to }));
    expect((await (await reader(on)).get(people, 'l-8'))?.name).toEqual({ value: 'Вторая' });
  });

  test('rights ended on their first day stay ended where the naming is corrected', async () => {
    const { learners, state } = await withLearner();
    const on = '2026-10-01';
    const named = must(await learners.nameRepresentative({ ...mother, on }));
    must(await learners.endRepresentative({ learner: 'l-8', representative: 'r-1', on }));
    const to = { relation: 'guardian' } as const;
    must(await learners.correct({ ...act, entry: named.eventId, to }));
    expect(representativesOn(await state(), on)).toEqual([]);
    expect((await state()).representatives).toMatchObject([{ ...to, endedFrom: on }]);
  });

  test('a correction is corrected by its own entry, and annulled by it', async () => {
    const { learners, reader } = await withLearner();
    const change = { learner: 'l-8', name: 'Белова', on: '2026-10-01' };
    const { eventId: entry } = must(await learners.change(change));
    const once = must(await learners.correct({ ...act, entry, to: { name: 'Белова Анна' } }));
    const twice = await learners.correct({ ...act, entry, to: { name: 'Белая Анна' } });
    expectRefused(twice, 'entry-annulled-already', entry, once.replacedBy);
    const to = { name: 'Белая Анна' };
    const again = must(await learners.correct({ ...act, entry: once.replacedBy, to }));
    const name = async () => (await (await reader()).get(people, 'l-8'))?.name;
    expect(await name()).toEqual({ value: 'Белая Анна' });
    must(await learners.annul({ ...act, entry: again.replacedBy }));
    expect(await name()).toEqual({ value: 'Ильина Анна' });
  });

  test('of a representative, a consent, special status: the true day or value', async () => {
    const { learners, state } = await withLearner();
    const named = must(await learners.nameRepresentative({ ...mother, on: '2026-09-20' }));
    const right = async (entry: string, to: object) =>
      must(await learners.correct({ ...act, entry, to })).replacedBy;
    await right(named.eventId, { on: '2026-09-05', relation: 'guardian', until: '2026-11-30' });
    expect(representativesOn(await state(), '2026-09-05')).toMatchObject([
      { relation: 'guardian', until: '2026-11-30' },
    ]);
    const given = must(await learners.giveConsent({ ...consent, on: '2026-10-10' }));
    await right(given.eventId, { on: '2026-10-01', purpose: 'transfer', scope: 'перевод' });
    expect(consentOn(await state(), 'transfer', '2026-10-01')?.id).toBe('c-1');
    expect(consentOn(await state(), 'publication', '2026-10-10')).toBeNull();
    const off = { learner: 'l-8', consent: 'c-1', withdrawnBy: 'r-1', on: '2026-10-20' };
    await right(must(await learners.withdrawConsent(off)).eventId, { on: '2026-10-15' });
    expect(consentOn(await state(), 'transfer', '2026-10-15')).toBeNull();
    const end = { learner: 'l-8', representative: 'r-1', on: '2026-11-20' };
    await right(must(await learners.endRepresentative(end)).eventId, { on: '2026-11-10' });
    expect(representativesOn(await state(), '2026-11-10')).toEqual([]);
    const listed = { learner: 'l-8', entry: '77-1', on: '2026-10-01' };
    const gifted = must(await learners.listAsGifted(listed));
    await right(gifted.eventId, { entry: '77-2', conditions: 'время', until: '2026-10-31' });
    expect(giftedOn(await state(), '2026-10-31')?.conditions).toBe(true);
    expect(giftedOn(await state(), '2026-11-01')).toBeNull();
    const needs = { learner: 'l-8', needs: 'слух', on: '2026-10-05' };
    await right(must(await learners.recordSpecialNeeds(needs)).eventId, { on: '2026-10-02' });
    expect(hasSpecialNeedsOn(await state(), '2026-10-02')).toBe(true);
    const over = { learner: 'l-8', status: 'special-needs', on: '2026-11-01' } as const;
    await right(must(await learners.endSpecialStatus(over)).eventId, { on: '2026-10-20' });
    expect(hasSpecialNeedsOn(await state(), '2026-10-20')).toBe(false);
  });

  test('another field, nothing, the same value, a day to come are refused', async () => {
    const { learners, registered } = await withLearner();
    const named = must(await learners.nameRepresentative({ ...mother, on: '2026-09-20' }));
    const no = async (entry: string, to: object) => learners.correct({ ...act, entry, to });
    const { eventId } = registered;
    const odd = await no(eventId, { relation: 'parent' });
    expectRefused(odd, 'entry-field-unknown', 'relation', 'birthDate');
    expectRefused(await no(eventId, {}), 'invalid-input', 'to');
    expectRefused(await no(eventId, { name: 'Ильина Анна' }), 'entry-unchanged', eventId);
    expectRefused(await no(named.eventId, { name: null }), 'entry-field-needed', 'name');
    expectRefused(await no(eventId, { on: '2026-12-01' }), 'dated-ahead', '2026-12-01');
    expectRefused(await no(eventId, { birthDate: '2026-09-02' }), 'birth-date-ahead');
    const phone = must(
      await learners.change({ learner: 'l-8', phone: '+7 901', on: '2026-10-01' }),
    );
    const empty = await no(phone.eventId, { phone: null });
    expectRefused(empty, 'entry-field-needed', phone.eventId);
  });

  test('the first of two terms of a representative; not into the other one', async () => {
    const { learners, state } = await withLearner();
    const first = must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const end = { learner: 'l-8', representative: 'r-1', on: '2026-10-01' };
    must(await learners.endRepresentative(end));
    const second = must(await learners.nameRepresentative({ ...mother, on: '2026-11-01' }));
    const to = { relation: 'guardian' } as const;
    must(await learners.correct({ ...act, entry: first.eventId, to }));
    expect(representativesOn(await state(), '2026-09-30')).toMatchObject([to]);
    expect(representativesOn(await state(), '2026-10-01')).toEqual([]);
    const entry = second.eventId;
    const into = await learners.correct({ ...act, entry, to: { on: '2026-09-30' } });
    expectRefused(into, 'representative-standing', 'r-1', '2026-09-05');
  });

  test('what rests on the first value is named', async () => {
    const { learners, registered } = await withLearner();
    const named = must(await learners.nameRepresentative({ ...mother, on: '2026-09-05' }));
    const given = must(await learners.giveConsent({ ...consent, on: '2026-09-10' }));
    const no = async (entry: string, to: object) => learners.correct({ ...act, entry, to });
    const later = await no(named.eventId, { on: '2026-09-11' });
    expectRefused(later, 'entry-rested-on', 'ConsentGiven', given.eventId);
    const adult = await no(registered.eventId, { birthDate: '1990-03-15' });
    expectRefused(adult, 'entry-rested-on', 'RepresentativeNamed', named.eventId, given.eventId);
    must(await learners.change({ learner: 'l-8', phone: '+7 901', on: '2026-10-01' }));
    const moved = await no(registered.eventId, { on: '2026-10-02' });
    expectRefused(moved, 'entry-rested-on', 'LearnerDataChanged', '2026-10-01');
    must(await no(registered.eventId, { on: '2026-08-25' }));
  });

  test('152-FZ art. 21: what was erased is not entered again', async () => {
    const { learners, registered, store, state } = await withLearner();
    const entry = registered.eventId;
    await store.emptyBeside('academy.learner-l-8', [entry]);
    const no = await learners.correct({ ...act, entry, to: { on: '2026-08-25' } });
    expectRefused(no, 'entry-erased', entry);
    const to = { name: null, birthDate: null, phone: null, on: '2026-08-25' };
    must(await learners.correct({ ...act, entry, to }));
    expect([(await state()).registeredOn, birthDateOn(await state())]).toEqual([
      '2026-08-25',
      null,
    ]);
  });

  test('sent twice it is written once', async () => {
    const { learners, registered, events } = await withLearner();
    const commandId = '01980000-0000-7000-8000-000000000abc';
    const entry = registered.eventId;
    const once = { ...act, entry, to: { name: 'Ильина Алла' }, commandId };
    expect(must(await learners.correct(once))).toEqual(must(await learners.correct(once)));
    expect(await events('learner-l-8')).toHaveLength(3);
  });
});
