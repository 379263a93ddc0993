import { must, order } from '@letopis/core';
import { formFold, versionOn } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool } from '../worlds/records-school.ts';

const form = {
  form: 'journal',
  version: 'Ф-01',
  title: { ru: 'Журнал', en: 'Journal' },
  on: '2026-09-01',
};
const ground = order('9-од', '2026-11-20');
const wrong = { reason: 'не та форма', signer: 'p-1', office: 'head', on: '2026-11-20', ground };
const strange = '01990000-0000-7000-8000-000000000001';

async function school() {
  const world = await openSchool();
  const annul = async (entry: string, more = {}) =>
    world.forms.annulEntry({ form: 'journal', entry, ...wrong, ...more });
  const versions = async (...days: readonly string[]) => {
    const { state } = await world.handler.load(formFold, 'academy.form-journal');
    return days.map((day) => versionOn(state, day));
  };
  return { ...world, annul, versions };
}

describe('D1 R2 §2.1, RK 1.8: an approval and a withdrawal are annulled', () => {
  test('the withdrawal never was: by which order, by whom and why stays on record', async () => {
    const { forms, annul, versions, events } = await school();
    must(await forms.approve(form));
    const { eventId: entry } = must(await forms.withdraw({ form: 'journal', on: '2026-10-01' }));
    must(await annul(entry));
    expect((await events('form-journal')).at(-1)).toMatchObject({
      type: 'FormEntryAnnulled',
      occurredOn: '2026-10-01',
      refs: { official: ['p-1'] },
      ground,
      data: {
        form: 'journal',
        corrects: entry,
        entry: 'FormWithdrawn',
        actedOn: '2026-11-20',
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        edition: 1,
        reason: 'не та форма',
      },
    });
    expect(await versions('2026-10-01')).toEqual(['Ф-01']);
    must(await forms.withdraw({ form: 'journal', on: '2026-10-15' }));
    expect(await versions('2026-10-14', '2026-10-15')).toEqual(['Ф-01', null]);
  });

  test('an approval after its withdrawal; then the version is approved anew', async () => {
    const { forms, annul, versions } = await school();
    const first = must(await forms.approve(form)).eventId;
    const withdrawn = must(await forms.withdraw({ form: 'journal', on: '2026-10-01' })).eventId;
    expectRefused(await annul(first), 'entry-rested-on', first, 'FormWithdrawn', withdrawn);
    must(await annul(withdrawn));
    must(await annul(first));
    expect(await versions('2026-10-01')).toEqual([null]);
    const none = await forms.withdraw({ form: 'journal', on: '2026-10-01' });
    expectRefused(none, 'form-not-in-force', 'journal');
    must(await forms.approve({ ...form, on: '2026-09-15' }));
    expect(await versions('2026-09-14', '2026-09-15')).toEqual([null, 'Ф-01']);
  });

  test('a version that was approved anew rests on the withdrawal before it', async () => {
    const { forms, annul, versions } = await school();
    must(await forms.approve(form));
    const withdrawn = must(await forms.withdraw({ form: 'journal', on: '2026-10-01' })).eventId;
    const anew = must(await forms.approve({ ...form, on: '2026-11-01' })).eventId;
    expectRefused(await annul(withdrawn), 'entry-rested-on', withdrawn, 'FormApproved', anew);
    must(await annul(anew));
    must(await annul(withdrawn));
    expect(await versions('2026-10-01', '2026-11-01')).toEqual(['Ф-01', 'Ф-01']);
  });

  test('nothing rests on a version that was replaced before the withdrawal', async () => {
    const { forms, annul, versions } = await school();
    const { eventId } = must(await forms.approve(form));
    must(await forms.approve({ ...form, version: 'Ф-02', on: '2026-10-01' }));
    must(await forms.withdraw({ form: 'journal', on: '2026-11-01' }));
    must(await annul(eventId));
    expect(await versions('2026-09-01', '2026-10-01', '2026-11-01')).toEqual([null, 'Ф-02', null]);
  });

  test('by an order, once, by its event id, for a reason, by who may do it', async () => {
    const { forms, annul } = await school();
    const { eventId: entry } = must(await forms.approve(form));
    expectRefused(await annul(entry, { ground: null }), 'order-required', 'annul-form-entry');
    expectRefused(await annul(entry, { reason: undefined }), 'reason-missing', entry);
    expectRefused(await annul(entry, { signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, '2026-11-20');
    expectRefused(await annul(strange), 'entry-unknown', strange, 'journal');
  });
});

describe('D1, RK 1.5: a withdrawal that is entered late is of the version of its day', () => {
  test('before the next version, and not beside another withdrawal', async () => {
    const { forms, versions } = await school();
    must(await forms.approve({ ...form, on: '2026-09-02' }));
    must(await forms.approve({ ...form, version: 'Ф-02', on: '2026-11-01' }));
    const gone = { form: 'journal', on: '2026-10-01' };
    const { eventId } = must(await forms.withdraw(gone));
    expect(await versions('2026-09-30', '2026-10-31', '2026-11-01')).toEqual([
      'Ф-01',
      null,
      'Ф-02',
    ]);
    const twice = await forms.withdraw({ ...gone, on: '2026-09-15' });
    expectRefused(twice, 'entry-contradicted', '2026-09-15', 'FormWithdrawn', eventId);
    const between = await forms.withdraw({ ...gone, on: '2026-10-31' });
    expectRefused(between, 'form-not-in-force', 'journal', '2026-10-31');
    const early = await forms.withdraw({ ...gone, on: '2026-09-01' });
    expectRefused(early, 'act-out-of-order', '2026-09-01', '2026-09-02');
    must(await forms.withdraw({ ...gone, on: '2026-11-01' }));
  });
});
