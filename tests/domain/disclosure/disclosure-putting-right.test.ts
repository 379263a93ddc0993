import { must, order } from '@letopis/core';
import { applicationOn, disclosureFold, shownOn } from '@letopis/core/facts';
import { application } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import {
  asked,
  employer,
  given,
  openDisclosures,
  right,
  signed,
} from '../worlds/disclosure-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const wrong = { reason: 'не тот обучающийся', signer: 'p-1', office: 'head', on: '2026-11-20' };
const strange = '01990000-0000-7000-8000-000000000001';
const paper = { medium: 'paper' as const, given };
const head = { person: 'p-1', office: 'head', position: null };

/** The school, with what reads and annuls the entries of the disclosure d-1. */
async function school() {
  const world = await openDisclosures();
  const annul = async (entry: string, more = {}) =>
    world.disclosures.annulEntry({ disclosure: 'd-1', entry, ...wrong, ...more });
  const state = async () =>
    (await world.handler.load(disclosureFold, 'academy.disclosure-d-1')).state;
  const events = async () => world.events('disclosure-d-1');
  return { ...world, annul, state, events };
}

/** An application that was put off, granted and answered; each step by its event id. */
async function answered() {
  const world = await school();
  const { disclosures } = world;
  const steps = {
    asked: must(await disclosures.ask(asked)).eventId,
    putOff: must(await disclosures.putOff({ ...signed, days: 3, reason: 'архив на переезде' }))
      .eventId,
    granted: must(await disclosures.grant({ ...signed, basis: right, on: '2026-10-05' })).eventId,
    given: must(await disclosures.give({ ...signed, ...paper, on: '2026-10-06' })).eventId,
  };
  return { ...world, steps };
}

describe('D16, RK 1.8: an entry of an application is annulled', () => {
  test('it never was; by whom and why stays on record, the reason beside the line', async () => {
    const { annul, steps, events, state, disclosures } = await answered();
    must(await annul(steps.given));
    expect((await events()).at(-1)).toMatchObject({
      type: 'DisclosureEntryAnnulled',
      occurredOn: '2026-10-06',
      refs: { disclosure: ['d-1'], learner: ['l-4'], official: ['p-1'] },
      ground: null,
      data: {
        disclosure: 'd-1',
        learner: 'l-4',
        corrects: steps.given,
        entry: 'InformationGiven',
        actedOn: '2026-11-20',
        replacedBy: null,
        signer: head,
        edition: 1,
        reason: { value: 'не тот обучающийся' },
      },
    });
    expect(applicationOn(await state(), '2026-10-06').state).toBe('granted');
    must(await disclosures.give({ ...signed, ...paper, on: '2026-10-08' }));
    expect(await state()).toMatchObject({ application: { givenOn: '2026-10-08' } });
  });

  test('what rests on it is named, and is annulled first', async () => {
    const { annul, steps, disclosures, state } = await answered();
    const early = await annul(steps.asked);
    for (const [type, id] of [
      ['AnswerPutOff', steps.putOff],
      ['DisclosureGranted', steps.granted],
      ['InformationGiven', steps.given],
    ] as const) {
      expectRefused(early, 'entry-rested-on', steps.asked, type, id);
    }
    const needed = await annul(steps.granted);
    const said = expectRefused(needed, 'entry-rested-on', steps.granted, steps.given);
    expect(said.text.en).not.toContain(steps.putOff);
    // Nothing rests on a notice that the answer comes later.
    for (const entry of [steps.putOff, steps.given, steps.granted, steps.asked]) {
      must(await annul(entry));
    }
    expect(await state()).toMatchObject({ id: null, application: null });
    expectRefused(
      await disclosures.grant({ ...signed, basis: right }),
      'application-unknown',
      'd-1',
    );
    must(await disclosures.ask({ ...asked, on: '2026-10-02' }));
    expect(await state()).toMatchObject({ id: 'd-1', application: { receivedOn: '2026-10-02' } });
  });

  test('a refusal is taken back, and the application granted', async () => {
    const { disclosures, annul, state } = await school();
    must(await disclosures.ask(asked));
    const no = { ...signed, refusalGround: 'no-records' };
    const { eventId } = must(await disclosures.refuse(no));
    must(await annul(eventId, { reason: 'запись найдена' }));
    must(await disclosures.grant({ ...signed, basis: right }));
    expect(await state()).toMatchObject({
      application: { refusedOn: null, granted: { on: '2026-10-02' } },
    });
  });

  test('what was told in study is taken back, and told anew under the same id', async () => {
    const { disclosures, annul, state, events } = await school();
    const told = { ...paper, id: 'd-1', learner: 'l-4', to: 'learner', purpose: 'path' };
    const tell = { ...told, signer: 'p-1', on: '2026-10-01' };
    const { eventId } = must(await disclosures.tell(tell));
    expectRefused(await disclosures.tell(tell), 'already-exists', 'd-1');
    must(await annul(eventId));
    expect(await state()).toMatchObject({ id: null });
    must(await disclosures.tell({ ...tell, to: 'r-1' }));
    expect((await events()).map(({ type }) => type)).toEqual([
      'InformationGiven',
      'DisclosureEntryAnnulled',
      'InformationGiven',
    ]);
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { annul, steps, disclosures } = await answered();
    const { given: entry } = steps;
    const unsaid = await annul(entry, { reason: undefined });
    expectRefused(unsaid, 'reason-missing', 'annul-disclosure-entry', entry);
    expectRefused(await annul(entry, { signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, '2026-11-20');
    expectRefused(await annul(strange), 'entry-unknown', strange, 'd-1');
    const none = await disclosures.annulEntry({ disclosure: 'd-9', entry, ...wrong });
    expectRefused(none, 'entry-unknown', entry, 'd-9');
  });
});

describe('D16, RK 1.8: a publication and its withdrawal are annulled', () => {
  const news = {
    id: 'd-1',
    learners: [{ learner: 'l-4', consent: 'c-2' }],
    purpose: 'openness',
    place: 'Сайт, раздел «Новости»',
    given,
    signer: 'p-1',
    on: '2026-10-01',
  };
  const down = {
    disclosure: 'd-1',
    reason: 'error' as const,
    signer: 'p-1',
    ground: order('7-од', '2026-10-01'),
    on: '2026-10-06',
  };

  test('the withdrawal first: the results are shown as if never withdrawn', async () => {
    const { disclosures, annul, state, events } = await school();
    const published = must(await disclosures.publish(news)).eventId;
    const withdrawn = must(await disclosures.withdrawPublication(down)).eventId;
    const rests = await annul(published);
    expectRefused(rests, 'entry-rested-on', published, 'PublicationWithdrawn', withdrawn);
    must(await annul(withdrawn));
    expect(shownOn(await state(), '2026-10-06')).toEqual(['l-4']);
    must(await annul(published, { reason: 'опубликовано на другой странице' }));
    expect(shownOn(await state(), '2026-10-06')).toEqual([]);
    expect((await events()).slice(2)).toMatchObject([
      {
        type: 'PublicationEntryAnnulled',
        occurredOn: '2026-10-06',
        data: { entry: 'PublicationWithdrawn', corrects: withdrawn, reason: wrong.reason },
      },
      {
        type: 'PublicationEntryAnnulled',
        occurredOn: '2026-10-01',
        refs: { disclosure: ['d-1'], learner: ['l-4'], official: ['p-1'] },
        data: {
          disclosure: 'd-1',
          corrects: published,
          entry: 'ResultsPublished',
          actedOn: '2026-11-20',
          replacedBy: null,
          signer: head,
          edition: 1,
          reason: 'опубликовано на другой странице',
        },
      },
    ]);
    must(await disclosures.publish({ ...news, on: '2026-10-02' }));
    expect(shownOn(await state(), '2026-10-01')).toEqual([]);
    expect(shownOn(await state(), '2026-10-02')).toEqual(['l-4']);
  });

  /** The results of l-4 and l-1 are published. */
  async function bothPublished() {
    const world = await school();
    const mine = { learner: 'l-1', purpose: 'publication' as const, givenBy: 'learner' };
    must(await world.learners.giveConsent({ ...mine, id: 'c-3', on: '2026-09-01' }));
    const both = [...news.learners, { learner: 'l-1', consent: 'c-3' }];
    must(await world.disclosures.publish({ ...news, learners: both }));
    return world;
  }

  test('RK 1.5: none is withdrawn late that a later withdrawal of several names', async () => {
    const { disclosures } = await bothPublished();
    const { eventId } = must(await disclosures.withdrawPublication(down));
    const late = { ...down, learners: ['l-4'], on: '2026-10-05' };
    const no = await disclosures.withdrawPublication(late);
    expectRefused(no, 'entry-contradicted', '2026-10-05', 'PublicationWithdrawn', eventId);
  });

  test('RK 1.5: of two withdrawals the earlier one may be entered late', async () => {
    const { disclosures, state } = await bothPublished();
    must(await disclosures.withdrawPublication({ ...down, learners: ['l-1'] }));
    const all = await disclosures.withdrawPublication({ ...down, on: '2026-10-05' });
    expectRefused(all, 'entry-contradicted', '2026-10-05', 'PublicationWithdrawn', '2026-10-06');
    must(await disclosures.withdrawPublication({ ...down, learners: ['l-4'], on: '2026-10-05' }));
    const days = ['2026-10-04', '2026-10-05', '2026-10-06'];
    const now = await state();
    expect(days.map((day) => shownOn(now, day))).toEqual([['l-4', 'l-1'], ['l-1'], []]);
  });
});

describe('D16, RK 1.5: a step that is entered late is decided by its own day', () => {
  test('a notice of a day before the answer is taken after it, once', async () => {
    const { disclosures, annul, steps, state } = await answered();
    must(await annul(steps.putOff));
    const off = { ...signed, days: 3, reason: 'архив на переезде' };
    const late = await disclosures.putOff({ ...off, on: '2026-10-05' });
    expectRefused(late, 'application-decided', 'd-1', '2026-10-05');
    const early = await disclosures.putOff({ ...off, on: '2026-09-30' });
    expectRefused(early, 'act-out-of-order', '2026-09-30', '2026-10-01');
    must(await disclosures.putOff({ ...off, on: '2026-10-04' }));
    expect(await state()).toMatchObject({ application: { putOff: { on: '2026-10-04' } } });
    const twice = await disclosures.putOff({ ...off, on: '2026-10-03' });
    expectRefused(twice, 'entry-contradicted', '2026-10-03', 'AnswerPutOff', '2026-10-04');
  });

  test('a decision before the notice or beside another one contradicts it', async () => {
    const { disclosures, steps } = await answered();
    const before = await disclosures.grant({ ...signed, basis: right, on: '2026-10-01' });
    expectRefused(before, 'entry-contradicted', '2026-10-01', 'AnswerPutOff', steps.putOff);
    expectRefused(before, 'entry-contradicted', 'DisclosureGranted', steps.granted);
    const no = { ...signed, refusalGround: 'no-records', on: '2026-10-04' };
    const refused = await disclosures.refuse(no);
    expectRefused(refused, 'entry-contradicted', '2026-10-04', 'DisclosureGranted', steps.granted);
  });

  test('nothing is given before the day of the grant, nor twice', async () => {
    const { disclosures, annul, steps } = await answered();
    const give = async (on: string) => disclosures.give({ ...signed, ...paper, on });
    expectRefused(await give('2026-09-30'), 'act-out-of-order', '2026-09-30', '2026-10-01');
    expectRefused(await give('2026-10-04'), 'not-granted', 'd-1', '2026-10-04');
    expectRefused(await give('2026-10-05'), 'entry-contradicted', '2026-10-05', steps.given);
    expectRefused(await give('2026-10-06'), 'information-given-already', '2026-10-06');
    must(await annul(steps.given));
    must(await give('2026-10-05'));
  });
});

/** The paper of each event of the disclosure. */
const grounds = async ({ events }: Awaited<ReturnType<typeof school>>) =>
  (await events()).map(({ type, ground }) => [type, ground]);

describe('D16: the answer stands on the application', () => {
  const own = application('17-з', '2026-10-01');

  test('where that is a paper, and the command names none', async () => {
    const world = await school();
    const { disclosures } = world;
    must(await disclosures.ask({ ...asked, ground: own }));
    must(await disclosures.putOff({ ...signed, days: 3, reason: 'архив на переезде' }));
    must(await disclosures.grant({ ...signed, basis: right }));
    must(await disclosures.give({ ...signed, ...paper }));
    expect(await grounds(world)).toEqual([
      ['DisclosureAsked', own],
      ['AnswerPutOff', own],
      ['DisclosureGranted', own],
      ['InformationGiven', own],
    ]);
  });

  test('so does a refusal; and a paper that the command names comes first', async () => {
    const world = await school();
    const { disclosures } = world;
    must(await disclosures.ask({ ...employer, ground: own }));
    const no = { ...signed, refusalGround: 'not-entitled' };
    const { eventId } = must(await disclosures.refuse(no));
    must(await world.annul(eventId));
    const ground = order('9-од', '2026-10-02');
    must(await disclosures.refuse({ ...no, ground }));
    expect(await grounds(world)).toEqual([
      ['DisclosureAsked', own],
      ['DisclosureRefused', own],
      ['DisclosureEntryAnnulled', null],
      ['DisclosureRefused', ground],
    ]);
  });

  test('a paper of another kind is none of the application', async () => {
    const world = await school();
    const { disclosures } = world;
    must(await disclosures.ask({ ...asked, ground: order('1-од', '2026-09-01') }));
    must(await disclosures.grant({ ...signed, basis: right, ground: null }));
    expect((await world.state()).application?.paper).toBeNull();
  });
});
