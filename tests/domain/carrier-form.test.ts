import type { RegulationPreset } from '@letopis/core';
import {
  carrierDecider,
  formDecider,
  isKept,
  letopis,
  must,
  order,
  versionOn,
} from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import { expectRefused } from './rooms.ts';

const ground = order('1-од', '2026-08-25');
const note = {
  id: 'analytical-note',
  title: { ru: 'Аналитическая справка', en: 'Analytical note' },
  records: 'monitoring',
  medium: 'paper',
  mandatory: false,
  decidedBy: 'head',
  filePlanIndex: null,
  retention: { term: 'until-no-longer-needed', years: null, startsAt: null },
} as const;
const withNote: RegulationPreset = {
  ...r2,
  carriers: { ...r2.carriers, carriers: [...r2.carriers.carriers, note] },
};

async function academy() {
  const store = openMemory(fixedPorts({ at: '2026-12-01T10:00:00.000Z' }));
  const house = letopis({ store, organisation: 'academy' });
  const school = house.as('u-1', { ground });
  const from = '2026-09-01';
  must(await school.regulation.adopt(withNote, { timeZone: 'Europe/Moscow', from }));
  must(await school.officials.appoint({ person: 'p-1', office: 'head', from }));
  must(await school.officials.appoint({ person: 'p-9', office: 'teacher', from }));
  return { school, kernel: house.kernel, byNobody: house.as('u-2') };
}

describe('D1: an optional carrier is kept by decision', () => {
  const decided = { carrier: 'analytical-note', decidedBy: 'p-1' };

  test('R1 §4/5.6: from the day of the decision until another one', async () => {
    const { school, kernel } = await academy();
    must(await school.carriers.decide({ ...decided, keep: true, on: '2026-10-01' }));
    must(await school.carriers.decide({ ...decided, keep: false, on: '2026-11-01' }));
    const { state } = await kernel.load(carrierDecider, 'academy.carrier-analytical-note');
    const days = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'];
    expect(days.map((day) => isKept(state, day))).toEqual([false, true, true, false]);
  });

  test('names its edition, and who decided in which office', async () => {
    const { school, kernel } = await academy();
    const { stream } = must(await school.carriers.decide({ ...decided, keep: true }));
    const [event] = await kernel.events(stream);
    expect(event).toMatchObject({
      occurredOn: '2026-12-01',
      refs: { official: ['p-1'] },
      data: { kept: true, decidedBy: { person: 'p-1', office: 'head' }, edition: 1 },
    });
  });

  test('is refused for a mandatory carrier, an unknown one, and by another office', async () => {
    const { school } = await academy();
    const mandatory = await school.carriers.decide({
      ...decided,
      carrier: 'lesson-journal',
      keep: false,
    });
    expectRefused(mandatory, 'carrier-mandatory', 'lesson-journal');
    const unknown = await school.carriers.decide({ ...decided, carrier: 'album', keep: true });
    expectRefused(unknown, 'carrier-unknown', 'album', 'analytical-note');
    const teacher = await school.carriers.decide({ ...decided, decidedBy: 'p-9', keep: true });
    expectRefused(teacher, 'not-appointed', 'p-9');
  });

  test('is refused twice over, and before the last decision', async () => {
    const { school } = await academy();
    must(await school.carriers.decide({ ...decided, keep: true, on: '2026-10-01' }));
    const again = await school.carriers.decide({ ...decided, keep: true, on: '2026-11-01' });
    expectRefused(again, 'already-decided', 'analytical-note', '2026-10-01');
    const before = await school.carriers.decide({ ...decided, keep: false, on: '2026-09-30' });
    expectRefused(before, 'act-out-of-order', '2026-09-30', '2026-10-01');
  });
});

describe('D1, R2 §2.1: the record is kept in forms approved by order', () => {
  const title = { ru: 'Журнал учёта занятий', en: 'Lesson journal' };
  const first = { form: 'lesson-journal', version: 'Ф-01/2026', title, carrier: 'lesson-journal' };

  test('a version is in force from its day until the next', async () => {
    const { school, kernel } = await academy();
    must(await school.forms.approve({ ...first, on: '2026-09-01' }));
    must(await school.forms.approve({ ...first, version: 'Ф-02/2026', on: '2026-11-01' }));
    const { state } = await kernel.load(formDecider, 'academy.form-lesson-journal');
    const days = ['2026-08-31', '2026-10-31', '2026-11-01'];
    expect(days.map((day) => versionOn(state, day))).toEqual([null, 'Ф-01/2026', 'Ф-02/2026']);
  });

  test('without an order it is refused', async () => {
    const { byNobody } = await academy();
    const refused = await byNobody.forms.approve({ ...first, on: '2026-09-01' });
    expectRefused(refused, 'order-required', 'approve-form');
  });

  test('a version stands once, in order, and for a carrier of the regulation', async () => {
    const { school } = await academy();
    must(await school.forms.approve({ ...first, on: '2026-10-01' }));
    const twice = await school.forms.approve({ ...first, on: '2026-11-01' });
    expectRefused(twice, 'already-exists', 'Ф-01/2026', '2026-10-01');
    const next = { ...first, version: 'Ф-02/2026' };
    const before = await school.forms.approve({ ...next, on: '2026-09-30' });
    expectRefused(before, 'act-out-of-order', '2026-09-30', '2026-10-01');
    const strange = await school.forms.approve({ ...next, carrier: 'album' });
    expectRefused(strange, 'carrier-unknown', 'album');
  });
});
