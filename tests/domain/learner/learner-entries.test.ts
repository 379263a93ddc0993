import { must } from '@letopis/core';
import {
  birthDateOn,
  consentOn,
  giftedOn,
  learnerFold,
  refuseUnlessMayGrant,
  registrationAnnulledOn,
  representativesOn,
} from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { academyUnderR2 } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  anna,
  learnerState,
  mother,
  OF_AGE,
  publication,
  withMinor,
  withUnknownAge,
} from '../worlds/learner-academy.ts';
import { schoolOver } from '../worlds/records-school.ts';

/* What the entries of a learner say, and on which days they hold. */

describe('D3: every entry names the learner, and says what was entered', () => {
  test('a change of personal data', async () => {
    const { learners, events } = await withMinor();
    const { id: _id, ...fields } = anna;
    must(await learners.change({ learner: 'l-1', ...fields, on: '2026-10-01' }));
    const changed = (await events('academy.learner-l-1')).at(-1);
    expect(changed).toMatchObject({ type: 'LearnerDataChanged', refs: { learner: ['l-1'] } });
    expect(changed?.data).toEqual({
      learner: 'l-1',
      name: { value: { family: 'Ильина', given: 'Анна', patronymic: 'Петровна' } },
      birthDate: { value: '2010-03-15' },
      snils: { value: '112-233-445 95' },
      email: { value: 'anna@example.org' },
      phone: { value: '+7 900 000-00-00' },
    });
  });

  test('a representative, a consent, and the end of both', async () => {
    const { learners, events } = await withMinor();
    const scope = 'фото с вручения';
    must(await learners.giveConsent({ ...publication, scope, until: '2027-06-30' }));
    const withdrawn = { learner: 'l-1', consent: 'c-1', withdrawnBy: 'r-1', on: '2026-10-01' };
    must(await learners.withdrawConsent(withdrawn));
    const end = { learner: 'l-1', representative: 'r-1', on: '2026-10-05' };
    must(await learners.endRepresentative(end));
    const [, ...told] = await events('academy.learner-l-1');
    expect(told.map(({ occurredOn, refs }) => [occurredOn, refs])).toEqual([
      ['2026-09-01', { learner: ['l-1'] }],
      ['2026-09-02', { learner: ['l-1'] }],
      ['2026-10-01', { learner: ['l-1'] }],
      ['2026-10-05', { learner: ['l-1'] }],
    ]);
    const [of, consent] = [{ learner: 'l-1' }, { consent: 'c-1' }];
    const name = { value: { family: 'Ильина', given: 'Ольга', patronymic: 'Юрьевна' } };
    const given = { purpose: 'publication', givenBy: 'r-1', until: '2027-06-30' };
    expect(told.map(({ data }) => data)).toEqual([
      { ...of, representative: 'r-1', relation: 'parent', name, until: null },
      { ...of, ...consent, ...given, scope: { value: scope } },
      { ...of, ...consent, withdrawnBy: 'r-1' },
      { ...of, representative: 'r-1' },
    ]);
  });

  test('special needs, a listing as gifted, and the end of both', async () => {
    const { learners, events } = await withMinor();
    const of = { learner: 'l-1' };
    const conditions = 'отдельная аудитория';
    must(await learners.recordSpecialNeeds({ ...of, needs: 'слух', on: '2026-09-10' }));
    must(await learners.listAsGifted({ ...of, entry: '77-1', conditions, on: '2026-09-11' }));
    must(await learners.listAsGifted({ ...of, entry: '77-2', on: '2026-09-12' }));
    must(await learners.endSpecialStatus({ ...of, status: 'gifted', on: '2026-10-01' }));
    const told = (await events('academy.learner-l-1')).slice(2);
    expect(told.map(({ refs }) => refs)).toEqual(told.map(() => ({ learner: ['l-1'] })));
    const until = null;
    expect(told.map(({ data }) => data)).toEqual([
      { ...of, needs: { value: 'слух' }, until },
      { ...of, entry: { value: '77-1' }, conditions: { value: conditions }, until },
      { ...of, entry: { value: '77-2' }, until },
      { ...of, status: 'gifted' },
    ]);
  });
});

describe('D3: on the day itself', () => {
  test('a learner is registered on the day of birth, and changed on the same day', async () => {
    const { learners } = await academyUnderR2();
    must(await learners.register({ id: 'l-9', birthDate: '2026-09-01', on: '2026-09-01' }));
    const change = { learner: 'l-9', birthDate: '2026-08-31', on: '2026-09-01' };
    must(await learners.change(change));
    must(await learners.change({ ...change, birthDate: '2026-09-01' }));
  });

  test('a representative is named on the eve of the 18th birthday, and no later', async () => {
    const { learners } = await withMinor(OF_AGE);
    const father = { ...mother, representative: 'r-2' };
    must(await learners.nameRepresentative({ ...father, on: '2028-03-14' }));
    const late = await learners.nameRepresentative({ ...father, on: '2028-03-15' });
    expectRefused(late, 'learner-of-age', 'l-1', '2028-03-15');
  });

  test('two terms of one representative may meet, and may not share a day', async () => {
    const { learners } = await withMinor();
    must(
      await learners.nameRepresentative({
        ...mother,
        representative: 'r-2',
        on: '2026-10-01',
        until: '2026-10-31',
      }),
    );
    const name = (on: string, until: string | null) =>
      learners.nameRepresentative({ ...mother, representative: 'r-2', on, until });
    const told = ['representative-standing', 'r-2', '2026-10-01'] as const;
    expectRefused(await name('2026-09-01', '2026-10-01'), ...told);
    expectRefused(await name('2026-10-31', null), ...told);
    must(await name('2026-11-01', null));
    must(await name('2026-09-01', '2026-09-30'));
  });

  test('a consent is withdrawn, and another one given, on the day of the first', async () => {
    const { learners, ...academy } = await withMinor();
    must(await learners.giveConsent(publication));
    const on = publication.on;
    must(
      await learners.withdrawConsent({ learner: 'l-1', consent: 'c-1', withdrawnBy: 'r-1', on }),
    );
    expect(consentOn(await learnerState({ learners, ...academy }), 'publication', on)).toBeNull();
  });
});

describe('D3: of several that hold, the latest counts', () => {
  test('among consents, whatever their ids and the order of recording', async () => {
    const academy = await withMinor();
    const give = (id: string, on: string) =>
      academy.learners.giveConsent({ ...publication, id, on });
    must(await give('7', '2026-10-20'));
    must(await give('c-1', '2026-10-10'));
    must(await give('5', '2026-10-15'));
    const held = async (on: string) =>
      consentOn(await learnerState(academy), 'publication', on)?.id;
    const days = ['2026-10-10', '2026-10-15', '2026-10-19', '2026-10-20'];
    expect(await Promise.all(days.map(held))).toEqual(['c-1', '5', '5', '7']);
  });

  test('among listings as gifted', async () => {
    const academy = await withMinor();
    const list = (conditions: string | undefined, on: string) =>
      academy.learners.listAsGifted({ learner: 'l-1', entry: '77', conditions, on });
    must(await list('время', '2026-10-10'));
    must(await list(undefined, '2026-09-10'));
    const state = await learnerState(academy);
    const days = ['2026-10-09', '2026-10-10'];
    expect(days.map((day) => giftedOn(state, day)?.conditions)).toEqual([false, true]);
  });

  test('the end of rights ends those of the day only, and of one representative', async () => {
    const academy = await withMinor();
    const { learners } = academy;
    must(await learners.nameRepresentative({ ...mother, representative: 'r-2' }));
    must(
      await learners.endRepresentative({ learner: 'l-1', representative: 'r-1', on: '2026-10-01' }),
    );
    const state = await learnerState(academy);
    expect(representativesOn(state, '2026-10-01').map(({ id }) => id)).toEqual(['r-2']);
  });
});

describe('152-FZ art. 21: a day of birth that was erased', () => {
  test('is unknown from then on: the learner and a representative may act', async () => {
    const academy = await withMinor();
    const stream = 'academy.learner-l-1';
    const [registered] = await academy.events(stream);
    await academy.store.emptyBeside(stream, [registered?.id ?? '']);
    const { session, learners } = schoolOver(academy.store);
    const { state } = await session.load(learnerFold, 'l-1');
    expect(birthDateOn(state)).toBeNull();
    expect(state.birthDates).toEqual([{ from: '2026-09-01', birthDate: null }]);
    must(await learners.giveConsent({ ...publication, givenBy: 'learner' }));
    must(await learners.giveConsent({ ...publication, id: 'c-2' }));
  });

  test('is unknown before the day on which the learner was registered, too', async () => {
    const state = await learnerState(await withMinor());
    const days = ['2026-08-31', '2026-09-01'];
    expect(days.map((day) => birthDateOn(state, day))).toEqual([null, '2010-03-15']);
  });
});

describe('RK 1.8: an id whose registration was annulled', () => {
  test('is known by the day of the annulment; a corrected registration stands', async () => {
    const academy = schoolOver((await withUnknownAge()).store);
    const { learners, officials } = academy;
    must(await officials.appoint({ person: 'p-5', office: 'records-keeper', from: '2026-09-01' }));
    const state = async (id: string) => (await academy.session.load(learnerFold, id)).state;
    expect(registrationAnnulledOn(await state('l-7'))).toBeNull();
    const act = { learner: 'l-2', reason: 'Не тот день', signer: 'p-5', on: '2026-11-20' };
    const change = { learner: 'l-2', phone: '+7 901', on: '2026-10-01' };
    const { eventId: changed } = must(await learners.change(change));
    must(await learners.annul({ ...act, entry: changed }));
    expect(registrationAnnulledOn(await state('l-2'))).toBeNull();
    const [registered] = await academy.events('learner-l-2');
    const to = { on: '2026-09-05' };
    const done = must(await learners.correct({ ...act, entry: registered?.id ?? '', to }));
    expect(registrationAnnulledOn(await state('l-2'))).toBeNull();
    must(await learners.annul({ ...act, entry: done.replacedBy }));
    expect(registrationAnnulledOn(await state('l-2'))).toBe('2026-11-20');
  });
});

describe('R5 §3.4: special conditions of attestation', () => {
  const { specialConditions } = r2.assessment;
  const kinds = specialConditions.kinds;
  const [condition] = specialConditions.conditions;
  const rules = { assessment: { ...r2.assessment, specialConditions } };
  const asked = {
    learner: 'l-1',
    conditions: [String(condition?.id)],
    kind: String(kinds[0]),
    module: null,
    on: '2026-10-01',
  };

  test('are not open to a learner of whom nothing is known', () => {
    const no = refuseUnlessMayGrant(asked, null, rules);
    expect(no).toMatchObject({ code: 'conditions-not-open' });
    expect(no?.data).toEqual({
      learner: 'l-1',
      on: '2026-10-01',
      grounds: specialConditions.grounds,
    });
    expect(refuseUnlessMayGrant({ ...asked, conditions: [] }, null, rules)).toBeNull();
  });

  test('are open to the gifted where an assessment is of the whole programme', async () => {
    const academy = await withMinor();
    must(await academy.learners.listAsGifted({ learner: 'l-1', entry: '77', on: '2026-09-10' }));
    const about = await learnerState(academy);
    const strict = { ...specialConditions, kindsNotStateFinal: kinds };
    const assessment = { ...r2.assessment, specialConditions: strict };
    expect(refuseUnlessMayGrant(asked, about, { assessment })).toBeNull();
  });
});
