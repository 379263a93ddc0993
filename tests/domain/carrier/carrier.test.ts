import type { RegulationPreset } from '@letopis/core';
import { must } from '@letopis/core';
import { carrierFold, isKept, readKept } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { academyWithNote } from '../worlds/carrier-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

const r2 = regulation();
const card = {
  ...r2.carriers.carriers[0]!,
  id: 'growth-card',
  mandatory: false,
  decidedBy: 'teacher',
};
const withCard: RegulationPreset = {
  ...r2,
  carriers: { ...r2.carriers, carriers: [...r2.carriers.carriers, card] },
};
const choice = { carrier: 'growth-card', group: 'm-1', keep: true, decidedBy: 'p-9' };

describe('D1: an optional carrier is kept by decision', () => {
  const decided = { carrier: 'analytical-note', decidedBy: 'p-1' };

  test('R1 §4/5.6: from the day of the decision until another one', async () => {
    const { school, handler } = await academyWithNote();
    must(await school.carriers.decide({ ...decided, keep: true, on: '2026-10-01' }));
    must(await school.carriers.decide({ ...decided, keep: false, on: '2026-11-01' }));
    const { state } = await handler.load(carrierFold, 'academy.carrier-analytical-note');
    const days = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'];
    expect(days.map((day) => isKept(state, day))).toEqual([false, true, true, false]);
  });

  test('names its edition, and who decided in which office', async () => {
    const { school, handler } = await academyWithNote();
    const { stream } = must(await school.carriers.decide({ ...decided, keep: true }));
    const [event] = await handler.events(stream);
    expect(event).toMatchObject({
      occurredOn: '2026-12-01',
      refs: { official: ['p-1'] },
      data: { kept: true, decidedBy: { person: 'p-1', office: 'head' }, edition: 1 },
    });
  });

  test('is refused for a mandatory carrier, an unknown one, and by another office', async () => {
    const { school } = await academyWithNote();
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

  test('is refused twice over, and taken where it is entered late', async () => {
    const { school, handler } = await academyWithNote();
    must(await school.carriers.decide({ ...decided, keep: true, on: '2026-10-01' }));
    const again = await school.carriers.decide({ ...decided, keep: true, on: '2026-11-01' });
    expectRefused(again, 'already-decided', 'analytical-note', '2026-10-01');
    must(await school.carriers.decide({ ...decided, keep: true, on: '2026-09-01' }));
    must(await school.carriers.decide({ ...decided, keep: false, on: '2026-09-30' }));
    const late = await school.carriers.decide({ ...decided, keep: false, on: '2026-09-30' });
    expectRefused(late, 'already-decided', 'analytical-note', '2026-09-30');
    const { state } = await handler.load(carrierFold, 'academy.carrier-analytical-note');
    const days = ['2026-08-31', '2026-09-01', '2026-09-29', '2026-09-30', '2026-10-01'];
    expect(days.map((day) => isKept(state, day))).toEqual([false, true, true, false, true]);
  });
});

describe('D1 R3 §3.4: an optional carrier is kept by a teacher’s choice', () => {
  test('for one group alone, or by a decision for the whole organisation', async () => {
    const { carriers, session, events } = await openSchool(withCard);
    must(await carriers.decide({ ...choice, on: '2026-10-01' }));
    expect((await events('carrier-growth-card.m-1'))[0]).toMatchObject({
      refs: { carrier: ['growth-card'], group: ['m-1'], official: ['p-9'] },
      data: { carrier: 'growth-card', group: 'm-1', kept: true, edition: 1 },
    });
    const kept = async (group: string | null, on: string) =>
      readKept(session, { carrier: 'growth-card', group, on });
    expect(await kept('m-1', '2026-09-30')).toBe(false);
    expect(await kept('m-1', '2026-10-01')).toBe(true);
    expect(await kept('m-2', '2026-10-01')).toBe(false);
    expect(await kept(null, '2026-10-01')).toBe(false);
    must(await carriers.decide({ ...choice, group: null, on: '2026-11-01' }));
    expect(await kept('m-2', '2026-11-01')).toBe(true);
  });

  test('a teacher of another group does not decide for this one', async () => {
    const { carriers, officials } = await openSchool(withCard);
    const scope = { groups: ['m-2'] };
    const from = '2026-09-01';
    must(await officials.appoint({ person: 'p-8', office: 'teacher', scope, from }));
    const no = await carriers.decide({ ...choice, decidedBy: 'p-8' });
    expectRefused(no, 'not-appointed', 'p-8', 'teacher');
    const own = { groups: ['m-1'] };
    must(await officials.appoint({ person: 'p-3', office: 'teacher', scope: own, from }));
    must(await carriers.decide({ ...choice, decidedBy: 'p-3' }));
    const nowhere = await carriers.decide({ ...choice, group: 'm-9' });
    expectRefused(nowhere, 'group-unknown', 'm-9');
  });

  test('D1: anything of the regulation’s silence is decided by the head', async () => {
    const silent = { ...card, decidedBy: null };
    const { printouts } = r2;
    const preset = {
      ...r2,
      carriers: { ...r2.carriers, carriers: [silent] },
      printouts: { ...printouts, sheets: { ...printouts.sheets, upkeep: [] } },
    };
    const { carriers, events } = await openSchool(preset);
    const teacher = await carriers.decide({ ...choice, decidedBy: 'p-9' });
    expectRefused(teacher, 'not-appointed', 'p-9', 'head');
    must(await carriers.decide({ ...choice, group: null, decidedBy: 'p-1' }));
    const [decided] = await events('carrier-growth-card');
    expect(decided?.refs).toEqual({ carrier: ['growth-card'], official: ['p-1'] });
  });

  test('D1: another decision may be made on the day of the one before it', async () => {
    const { carriers } = await openSchool(withCard);
    must(await carriers.decide({ ...choice, on: '2026-10-01' }));
    must(await carriers.decide({ ...choice, keep: false, on: '2026-10-01' }));
  });

  test('D1: for the whole organisation, by who holds the office everywhere', async () => {
    const { carriers, officials } = await openSchool(withCard);
    const own = { scope: { groups: ['m-1'] }, from: '2026-09-01' };
    must(await officials.appoint({ person: 'p-3', office: 'teacher', ...own }));
    const no = await carriers.decide({ ...choice, group: null, decidedBy: 'p-3' });
    expectRefused(no, 'not-appointed', 'p-3');
  });
});
