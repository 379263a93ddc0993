import { letopis, must, order } from '@letopis/core';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { everywhere } from '../worlds/grounds.ts';
import { flyingSchool } from '../worlds/sixth-regulation.ts';

/* A regulation that the library has never seen, as data alone: each of its own rules holds. */

const from = '2026-09-01';
const on = '2026-10-05';
const licensed = { kind: 'licence', learner: 'l-1', signer: 'p-1', on: '2026-11-03' };

async function openSchool() {
  const store = openMemory(fixedPorts({ at: '2026-11-20T09:00:00.000Z' }));
  const records = letopis({ store, organisation: 'wings' });
  const { handler } = records;
  const grounds = everywhere(order('1', from));
  const school = records.as('u-1', { grounds });
  must(await school.regulation.adopt(flyingSchool, { timeZone: 'Asia/Yakutsk', from }));
  const offices = [
    ['p-1', 'chief'],
    ['p-2', 'instructor'],
    ['p-3', 'examiner'],
    ['p-4', 'examiner'],
    ['p-5', 'keeper'],
  ] as const;
  for (const [person, office] of offices) {
    must(await school.officials.appoint({ person, office, from }));
  }
  const modules = [
    { id: 'landing', scale: 'twelve', forms: [{ kind: 'check-flight', form: 'solo' }] },
    { id: 'radio', scale: 'letters' },
  ];
  must(await school.programmes.open({ id: 'ppl', hours: 45, modules, on: from }));
  must(await school.groups.open({ id: 'g-1', programme: 'ppl', on: from }));
  must(await school.groups.open({ id: 'g-2', programme: 'ppl', on: from }));
  must(await school.learners.register({ id: 'l-1', on: from }));
  const { id } = must(await school.enrollments.enroll({ learner: 'l-1', group: 'g-1', from }));
  const flight = (value: string, day = on, more: object = {}) => {
    const facts = { enrollment: id, module: 'landing', kind: 'check-flight', form: 'solo' };
    return school.assessments.record({ ...facts, value, on: day, assessor: 'p-3', ...more });
  };
  const eventOf = async (stream: string) => (await handler.events(`wings.${stream}`)).at(-1)?.data;
  return { ...school, handler, id, flight, eventOf, other: records.as('u-2', { grounds }) };
}

describe('a regulation that only a test knows', () => {
  test('marks on its own scales, with its own words; seven points pass', async () => {
    const { flight, eventOf, id } = await openSchool();
    must(await flight('11'));
    const mark = { scale: 'twelve', value: '11', words: 'одиннадцать', passes: true };
    expect(await eventOf(`enrollment-${id}`)).toMatchObject({ result: { mark } });
    must(await flight('B', '2026-10-06', { module: 'radio', form: 'dual' }));
    const letter = { scale: 'letters', value: 'B', digits: null };
    expect(await eventOf(`enrollment-${id}`)).toMatchObject({ result: { mark: letter } });
    expectRefused(await flight('13'), 'not-on-scale', '13');
  });

  test('knows no other kinds, forms and offices than its own', async () => {
    const { flight, programmes, officials } = await openSchool();
    expectRefused(await flight('8', on, { kind: 'interim' }), 'not-in-regulation', 'interim');
    expectRefused(await flight('8', on, { assessor: 'p-2' }), 'not-appointed', 'p-2', 'examiner');
    const head = await officials.appoint({ person: 'p-9', office: 'head', from });
    expectRefused(head, 'office-unknown', 'head');
    const modules = [{ id: 'm', scale: 'five-point' }];
    const known = await programmes.open({ id: 'x', hours: 45, modules, on: from });
    expectRefused(known, 'scale-unknown', 'five-point');
    const hours = { id: 'y', hours: 41, modules: [{ id: 'm', scale: 'letters' }], on: from };
    expectRefused(await programmes.open(hours), 'hours-below-minimum', '41', '42');
  });

  test('asks for the chief under a correction, and for neither words nor a reason', async () => {
    const { flight, assessments, other, id } = await openSchool();
    const { eventId: record } = must(await flight('5'));
    const asked = { enrollment: id, record, value: '9', signer: 'p-3', on };
    const { eventId: correction } = must(await assessments.correct(asked));
    const waiting = { enrollment: id, correction, on };
    const wrong = await other.assessments.countersign({ ...waiting, signer: 'p-4' });
    expectRefused(wrong, 'not-appointed', 'p-4', 'chief');
    must(await other.assessments.countersign({ ...waiting, signer: 'p-1' }));
  });

  test('lets a failed check flight make a debt of three months and one attempt', async () => {
    const { flight, debts, id } = await openSchool();
    const { eventId: result } = must(await flight('6', '2026-09-10'));
    const { eventId: debt } = must(await debts.raise({ enrollment: id, result, on: '2026-09-10' }));
    must(await debts.inform({ enrollment: id, way: 'radio', on: '2026-09-11' }));
    const letter = await debts.inform({ enrollment: id, way: 'written', on: '2026-09-11' });
    expectRefused(letter, 'not-in-regulation', 'written', 'radio');
    const again = { enrollment: id, of: debt, plannedOn: '2026-09-20', on: '2026-09-12' };
    const { eventId: retake } = must(await debts.grantRetake(again));
    must(await flight('4', '2026-09-20', { retake }));
    const third = { ...again, plannedOn: '2026-10-01', on: '2026-09-21' };
    expectRefused(await debts.grantRetake(third), 'retakes-used-up', '1');
  });

  test('holds one study in a programme, and discharges for its own reasons', async () => {
    const { enrollments, id } = await openSchool();
    const twice = await enrollments.enroll({ learner: 'l-1', group: 'g-2', from: on });
    expectRefused(twice, 'already-enrolled', 'l-1');
    const wish = await enrollments.discharge({ enrollment: id, reason: 'own-wish', on });
    expectRefused(wish, 'not-in-regulation', 'own-wish', 'grounded');
    must(await enrollments.discharge({ enrollment: id, reason: 'grounded', on }));
  });

  test('writes sorties by instructors, with its own codes of absence', async () => {
    const { journals } = await openSchool();
    const sortie = { group: 'g-1', module: 'landing', topic: 'Круг', hours: 1, present: [], on };
    const absent = [{ learner: 'l-1', code: 'мед' }];
    must(await journals.holdLesson({ ...sortie, kind: 'sortie', teacher: 'p-2', absent }));
    const lecture = { ...sortie, kind: 'lecture', teacher: 'p-2', absent };
    expect(await journals.holdLesson(lecture)).toMatchObject({ ok: false });
    const ill = {
      ...sortie,
      kind: 'sortie',
      teacher: 'p-2',
      absent: [{ learner: 'l-1', code: 'н' }],
    };
    expect(await journals.holdLesson(ill)).toMatchObject({ ok: false });
  });

  test('commends by an instructor without an order, and never takes it back', async () => {
    const { commendations } = await openSchool();
    const proposal = {
      id: 'w-1',
      learner: 'l-1',
      basis: 'practice' as const,
      proposedBy: 'p-3',
      on,
    };
    const documents = [{ title: 'Лётная книга' }];
    must(await commendations.propose({ ...proposal, merit: 'посадка при ветре', documents }));
    const commendation = 'w-1';
    must(await commendations.order({ commendation, kind: 'silver-wings', orderedBy: 'p-2', on }));
    const back = await commendations.revoke({ commendation, revokedBy: 'p-2', reason: 'спор', on });
    expectRefused(back, 'commendation-irrevocable', 'w-1');
  });

  test('numbers licences from 100 for ever, in its own form, on a protocol', async () => {
    const { documents, eventOf } = await openSchool();
    const ground = { kind: 'protocol', number: '4', date: '2026-11-02' } as const;
    const first = must(await documents.issue({ ...licensed, ground }));
    expect(first).toMatchObject({ document: 'licences.all.100', registrationNumber: 'ЛШ/00100' });
    must(
      await documents.issue({
        ...licensed,
        learner: 'l-1',
        ground,
        inPlaceOf: null,
        subject: 'двойка',
      }),
    );
    expect(await eventOf('register-licences.all')).toMatchObject({
      registrationNumber: 'ЛШ/00101',
    });
    expect(await documents.issue(licensed)).toMatchObject({ ok: false });
  });

  test('answers within seven days, by its keeper, to whoever has an interest', async () => {
    const { disclosures, eventOf } = await openSchool();
    const applicant = { kind: 'third-person' as const };
    const asked = { id: 'd-1', learner: 'l-1', applicant, form: 'written' as const };
    must(await disclosures.ask({ ...asked, purpose: 'insurance', on }));
    expect(await eventOf('disclosure-d-1')).toMatchObject({
      deadline: 'week',
      dueOn: '2026-10-12',
    });
    const basis = { by: 'interest' as const };
    const byChief = await disclosures.grant({ disclosure: 'd-1', basis, signer: 'p-1', on });
    expectRefused(byChief, 'not-appointed', 'p-1', 'keeper');
    must(await disclosures.grant({ disclosure: 'd-1', basis, signer: 'p-5', on }));
  });

  test('keeps a bank of aces by 1 March, tracks as digital items, three tapes a year', async () => {
    const { achievements, portfolios, custody } = await openSchool();
    const race = { kind: 'air-race', event: 'Кубок', internal: true, level: 'airfield', on };
    const participants = [{ learner: 'l-1' }];
    must(await achievements.record({ ...race, id: 'a-1', participants, outcome: 'first-home' }));
    must(await achievements.verify({ achievement: 'a-1', verifiedBy: 'p-2', on }));
    const aces = { bank: 'aces', replenishedBy: 'p-2', on };
    expect(await achievements.replenish({ ...aces, due: '2026-12-31' })).toMatchObject({
      ok: false,
    });
    must(await achievements.replenish({ ...aces, due: '2027-03-01' }));
    const item = { holder: { learner: 'l-1' }, title: 'Маршрут', kind: 'track', locator: 'сервер' };
    const content = { mediaType: 'application/gpx', sizeBytes: 9, sha256: 'a'.repeat(64) };
    const track = { ...item, addedBy: 'learner' as const, on };
    must(await portfolios.add({ ...track, medium: 'digital', content }));
    expect(await portfolios.add({ ...track, medium: 'paper' })).toMatchObject({ ok: false });
    const tape = { kind: 'tape', place: 'сейф', sha256: 'b'.repeat(64) };
    const media = ['t-1', 't-2'].map((id) => ({ id, ...tape }));
    const backup = { contents: 'Книги', studyYear: '2026', signer: 'p-5', on: '2026-11-20' };
    expectRefused(await custody.recordBackup({ ...backup, media }), 'media-few', '3');
    must(await custody.recordBackup({ ...backup, media: [...media, { id: 't-3', ...tape }] }));
  });

  test('seats examiners in a board of two, and numbers its protocols in each board', async () => {
    const { commissions, protocols } = await openSchool();
    const members = ['p-3', 'p-4'].map((person) => ({ person, role: 'captain' }));
    must(await commissions.form({ id: 'b-1', kind: 'board', members, from }));
    const one = await commissions.hold({ commission: 'b-1', present: ['p-3'], on });
    expectRefused(one, 'no-quorum', '1', '2');
    for (const board of ['b-1', 'b-2']) {
      if (board === 'b-2')
        must(await commissions.form({ id: board, kind: 'board', members, from }));
      const present = ['p-3', 'p-4'];
      const { protocol } = must(await commissions.hold({ commission: board, present, on }));
      expect(must(await protocols.number({ protocol })).number).toBe(1);
    }
    const strange = [{ person: 'p-2', role: 'captain' }];
    expect(
      await commissions.form({ id: 'b-3', kind: 'board', members: strange, from }),
    ).toMatchObject({ ok: false });
  });
});
