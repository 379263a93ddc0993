import { must } from '@letopis/core';
import { formFold, versionOn } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { academyWithNote } from '../worlds/carrier-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool } from '../worlds/records-school.ts';

describe('D1, R2 §2.1: the record is kept in forms approved by order', () => {
  const title = { ru: 'Журнал учёта занятий', en: 'Lesson journal' };
  const first = { form: 'lesson-journal', version: 'Ф-01/2026', title, carrier: 'lesson-journal' };

  test('a version is in force from its day until the next', async () => {
    const { school, handler } = await academyWithNote();
    must(await school.forms.approve({ ...first, on: '2026-09-01' }));
    must(await school.forms.approve({ ...first, version: 'Ф-02/2026', on: '2026-11-01' }));
    const { state } = await handler.load(formFold, 'academy.form-lesson-journal');
    const days = ['2026-08-31', '2026-10-31', '2026-11-01'];
    expect(days.map((day) => versionOn(state, day))).toEqual([null, 'Ф-01/2026', 'Ф-02/2026']);
  });

  test('without an order it is refused', async () => {
    const { byNobody } = await academyWithNote();
    const refused = await byNobody.forms.approve({ ...first, on: '2026-09-01' });
    expectRefused(refused, 'order-required', 'approve-form');
  });

  test('a version stands once, on its own day, and for a carrier of the regulation', async () => {
    const { school, handler } = await academyWithNote();
    must(await school.forms.approve({ ...first, on: '2026-10-01' }));
    const twice = await school.forms.approve({ ...first, on: '2026-11-01' });
    expectRefused(twice, 'already-exists', 'Ф-01/2026', '2026-10-01');
    const next = { ...first, version: 'Ф-02/2026' };
    must(await school.forms.approve({ ...next, on: '2026-09-30' }));
    const { state } = await handler.load(formFold, 'academy.form-lesson-journal');
    const days = ['2026-09-29', '2026-09-30', '2026-10-01'];
    expect(days.map((day) => versionOn(state, day))).toEqual([null, 'Ф-02/2026', 'Ф-01/2026']);
    const strange = await school.forms.approve({ ...next, carrier: 'album' });
    expectRefused(strange, 'carrier-unknown', 'album');
  });
});

describe('D1 R2 §2.1: a form is withdrawn by order', () => {
  const form = {
    form: 'journal',
    version: 'Ф-01',
    title: { ru: 'Журнал', en: 'Journal' },
    on: '2026-09-01',
  };

  test('from its day on no version is in force, until another is approved', async () => {
    const { forms, handler } = await openSchool();
    must(await forms.approve(form));
    must(await forms.withdraw({ form: 'journal', on: '2026-10-01' }));
    const early = await forms.approve({ ...form, version: 'Ф-02', on: '2026-09-30' });
    expectRefused(early, 'entry-contradicted', '2026-09-30', 'FormWithdrawn', '2026-10-01');
    must(await forms.approve({ ...form, version: 'Ф-02', on: '2026-11-01' }));
    const { state } = await handler.load(formFold, 'academy.form-journal');
    const days = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'];
    expect(days.map((day) => versionOn(state, day))).toEqual(['Ф-01', null, null, 'Ф-02']);
  });

  test('and is put in force again from a later day, in the same version', async () => {
    const { forms, handler } = await openSchool();
    must(await forms.approve(form));
    must(await forms.withdraw({ form: 'journal', on: '2026-10-01' }));
    for (const on of ['2026-09-15', '2026-10-01']) {
      expectRefused(await forms.approve({ ...form, on }), 'already-exists', 'Ф-01', '2026-09-01');
    }
    must(await forms.approve({ ...form, on: '2026-11-01' }));
    for (const on of ['2026-10-15', '2026-11-15']) {
      expectRefused(await forms.approve({ ...form, on }), 'already-exists', 'Ф-01', '2026-11-01');
    }
    const { state } = await handler.load(formFold, 'academy.form-journal');
    const days = ['2026-09-30', '2026-10-31', '2026-11-01'];
    expect(days.map((day) => versionOn(state, day))).toEqual(['Ф-01', null, 'Ф-01']);
    must(await forms.withdraw({ form: 'journal', on: '2026-11-10' }));
    must(await forms.approve({ ...form, on: '2026-11-20' }));
  });

  test('whatever version was withdrawn, an earlier one may come again', async () => {
    const { forms } = await openSchool();
    must(await forms.approve(form));
    must(await forms.approve({ ...form, version: 'Ф-02', on: '2026-10-01' }));
    const replaced = await forms.approve({ ...form, on: '2026-10-15' });
    expectRefused(replaced, 'already-exists', 'Ф-01', '2026-09-01');
    must(await forms.withdraw({ form: 'journal', on: '2026-11-01' }));
    must(await forms.approve({ ...form, on: '2026-11-15' }));
  });

  test('not without an order, nor one that is not in force, nor before it was', async () => {
    const { forms } = await openSchool();
    const gone = { form: 'journal', on: '2026-10-01' };
    expectRefused(await forms.withdraw(gone), 'form-not-in-force', 'journal', '2026-10-01');
    must(await forms.approve({ ...form, on: '2026-10-01' }));
    const paperless = await forms.withdraw({ ...gone, ground: null });
    expectRefused(paperless, 'order-required', 'withdraw-form');
    const early = await forms.withdraw({ ...gone, on: '2026-09-30' });
    expectRefused(early, 'act-out-of-order', '2026-09-30', '2026-10-01');
    must(await forms.withdraw(gone));
    expectRefused(await forms.withdraw(gone), 'form-not-in-force', 'journal');
  });
});
