import { must, newCommandId } from '@letopis/core';
import { formFold, STANDARD_FORMS, standardForms, versionOn } from '@letopis/core/facts';
import { r1 } from '@letopis/core/presets/r1';
import { r2 } from '@letopis/core/presets/r2';
import { r3 } from '@letopis/core/presets/r3';
import { r4 } from '@letopis/core/presets/r4';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { academyWithNote } from '../worlds/carrier-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const on = '2026-09-01';
const forms = standardForms(r2.carriers, 'Ф/2026');

describe('R2 §2.1: many forms are approved by one order', () => {
  test('the usual ones of a preset by one command, each in its own stream', async () => {
    const { school, handler } = await academyWithNote();
    const { approved } = must(await school.forms.approveAll({ forms, on }));
    expect(approved.map(({ form }) => form)).toEqual(STANDARD_FORMS.map(({ form }) => form));
    for (const { form, eventId } of approved) {
      const [event, ...more] = await handler.events(`academy.form-${form}`);
      expect(more).toEqual([]);
      expect(event).toMatchObject({
        id: eventId,
        type: 'FormApproved',
        occurredOn: on,
        ground: { kind: 'order', number: '1-од' },
        data: { form, version: 'Ф/2026' },
      });
      const { state } = await handler.load(formFold, `academy.form-${form}`);
      expect(versionOn(state, on)).toBe('Ф/2026');
    }
  });

  test('without an order, or with one that cannot be, none is approved', async () => {
    const { school, byNobody, handler } = await academyWithNote();
    const paperless = await byNobody.forms.approveAll({ forms, on });
    expectRefused(paperless, 'order-required', 'approve-form');
    const [first, second] = forms;
    must(await school.forms.approve({ ...second!, on }));
    const again = await school.forms.approveAll({ forms, on: '2026-10-01' });
    expectRefused(again, 'already-exists', 'Ф/2026', on);
    const strange = { ...first!, form: 'album', carrier: 'album' };
    const of = await school.forms.approveAll({ forms: [first!, strange], on });
    expectRefused(of, 'carrier-unknown', 'album');
    const twice = await school.forms.approveAll({ forms: [first!, first!], on });
    expectRefused(twice, 'invalid-input', 'lesson-journal');
    expect(await handler.events(`academy.form-${first!.form}`)).toEqual([]);
  });

  test('sent again it gives its first answer, and approves what an interruption left', async () => {
    const { school, handler } = await academyWithNote();
    const commandId = newCommandId(handler.store.ports);
    const half = { forms: forms.slice(0, 3), on, commandId };
    const first = must(await school.forms.approveAll(half));
    expect(must(await school.forms.approveAll(half))).toEqual(first);
    expect(await handler.events(`academy.form-${forms[0]!.form}`)).toHaveLength(1);
  });

  test('under an id that approved other forms it is refused, and approves none', async () => {
    const { school, handler } = await academyWithNote();
    const commandId = newCommandId(handler.store.ports);
    const [a, b, c, d] = forms;
    const approve = async (...some: typeof forms) =>
      school.forms.approveAll({ forms: some, on, commandId });
    must(await approve(a!, b!));
    const others = [[c!, d!], [a!, b!, c!], [a!], [b!], [a!, c!], [b!, a!], [c!]];
    for (const other of others) {
      await expect(approve(...other)).rejects.toMatchObject({ code: 'command-id-reused' });
    }
    await expect(approve(a!, { ...b!, version: 'Ф/2027' })).rejects.toMatchObject({
      code: 'command-id-reused',
    });
    expect(await handler.events(`academy.form-${c!.form}`)).toEqual([]);
    must(await approve(a!, b!));
  });

  test('RK 1.8: each approval is annulled in its form', async () => {
    const { school, handler } = await academyWithNote();
    const { approved } = must(await school.forms.approveAll({ forms: forms.slice(0, 2), on }));
    const [one, other] = approved;
    const wrong = { reason: 'не та', signer: 'p-1', ground: null, on: '2026-11-01' };
    const ground = { kind: 'order', number: '2-од', date: '2026-11-01' };
    const asked = { form: one!.form, entry: one!.eventId, ...wrong, ground };
    must(await school.forms.annulEntry(asked));
    const version = async (form: string) => {
      const { state } = await handler.load(formFold, `academy.form-${form}`);
      return versionOn(state, '2026-11-01');
    };
    expect(await Promise.all([one!.form, other!.form].map(version))).toEqual([null, 'Ф/2026']);
  });

  test('the usual forms name carriers that the preset has', () => {
    for (const { carriers } of [r2, r3, r4, r5, r1({ archiveDeadlineDays: 30 })]) {
      const known = [null, ...carriers.carriers.map(({ id }) => id)];
      const named = standardForms(carriers, '1').map(({ carrier }) => carrier);
      expect(named.filter((carrier) => !known.includes(carrier))).toEqual([]);
    }
    expect(new Set(forms.map(({ form }) => form)).size).toBe(forms.length);
    expect(forms[0]).toMatchObject({ form: 'lesson-journal', carrier: 'lesson-journal' });
    expect(forms.find(({ form }) => form === 'file-plan')?.carrier).toBeNull();
  });
});
