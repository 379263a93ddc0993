import { must, newCommandId } from '@letopis/core';
import type { ProgrammeEvent } from '@letopis/core/facts';
import { programmeFold } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../worlds/academy.ts';
import { academyUnderR2, newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const safety = { id: 'safety', scale: 'five-point', hours: 36 } as const;
const mentor = { id: 'mentor', modules: [safety] };

const stateOf = async ({ session }: Academy, id = 'mentor') =>
  (await session.load(programmeFold, id)).state;

describe('opening a programme (D2)', () => {
  test('is one append: the programme, then its modules', async () => {
    const academy = await academyUnderR2();
    const law = { id: 'law', title: 'Право', kind: 'course', scale: 'pass-fail' } as const;
    const opened = must(await academy.programmes.open({ id: 'mentor', modules: [safety, law] }));
    const events = await academy.events('academy.programme-mentor');
    expect(events.map((event) => event.type)).toEqual([
      'ProgrammeOpened',
      'ModuleAdded',
      'ModuleAdded',
    ]);
    expect(new Set(events.map((event) => event.commandId)).size).toBe(1);
    expect(events[2]?.refs).toEqual({ programme: ['mentor'], module: ['law'] });
    expect(opened).toMatchObject({ id: 'mentor', stream: 'academy.programme-mentor', revision: 2 });
  });

  test('stores every field, with the defaults of those that were not given', async () => {
    const academy = await academyUnderR2();
    must(await academy.programmes.open({ ...mentor, on: '2026-09-01' }));
    const [opened, added] = await academy.events('academy.programme-mentor');
    expect(opened?.occurredOn).toBe('2026-09-01');
    expect(opened?.data).toEqual({
      programme: 'mentor',
      title: 'mentor',
      programmeType: 'qualification-improvement',
      hours: null,
      scale: null,
      mandatory: [],
      level: null,
      approvedOn: null,
      priorityDirection: false,
      professionallyAccredited: false,
      edition: 1,
    });
    expect(added?.data).toMatchObject({
      module: { id: 'safety', title: 'safety', kind: 'module', stateFinal: false, forms: [] },
    });
  });

  test('its id is the command’s where none is given; sent twice it has one answer', async () => {
    const academy = await academyUnderR2();
    const commandId = newCommandId(academy.ports);
    const first = must(await academy.programmes.open({ modules: [safety], commandId }));
    expect(first.id).toBe(commandId);
    expect(must(await academy.programmes.open({ modules: [safety], commandId }))).toEqual(first);
    expect(await academy.events(first.stream)).toHaveLength(2);
  });

  test('a second one of the same id is refused', async () => {
    const { programmes } = await academyUnderR2();
    must(await programmes.open(mentor));
    expectRefused(await programmes.open(mentor), 'already-exists', 'mentor');
  });

  test('its type is the first of the regulation, or the one that is named', async () => {
    const academy = await academyUnderR2();
    const retraining = { type: 'professional-retraining', hours: 250, modules: [safety] };
    must(await academy.programmes.open({ id: 'retraining', ...retraining }));
    expect((await stateOf(academy, 'retraining')).programmeType).toBe('professional-retraining');
    const no = await academy.programmes.open({ ...mentor, type: 'school' });
    expectRefused(no, 'programme-type-unknown', 'school', 'qualification-improvement');
  });

  test('is refused on a day without a regulation', async () => {
    const { programmes } = await academyUnderR2();
    const no = await programmes.open({ ...mentor, on: '2026-08-31' });
    expectRefused(no, 'regulation-missing', '2026-08-31');
    expectRefused(await newAcademy().programmes.open(mentor), 'regulation-missing');
  });

  test('two modules of one id are refused', async () => {
    const { programmes } = await academyUnderR2();
    const no = await programmes.open({ id: 'mentor', modules: [safety, safety] });
    expectRefused(no, 'already-exists', 'mentor', 'safety');
  });

  test('D2: a scale that the regulation does not have is refused', async () => {
    const { programmes } = await academyUnderR2();
    const modules = [{ ...safety, scale: 'ten-point' }];
    expectRefused(await programmes.open({ modules }), 'scale-unknown', 'ten-point', 'five-point');
    const whole = await programmes.open({ ...mentor, scale: 'letters' });
    expectRefused(whole, 'scale-unknown', 'letters');
  });

  test('D2: kinds and forms of assessment are those of the regulation', async () => {
    const { programmes } = await academyUnderR2();
    const open = (change: object) => programmes.open({ modules: [{ ...safety, ...change }] });
    const forms = [{ kind: 'yearly', form: 'exam' }];
    expectRefused(await open({ forms }), 'kind-unknown', 'yearly', 'interim');
    expectRefused(await open({ mandatory: ['yearly'] }), 'kind-unknown', 'yearly');
    expectRefused(await programmes.open({ ...mentor, mandatory: ['all'] }), 'kind-unknown', 'all');
    const oral = [{ kind: 'final', form: 'oral' }];
    expectRefused(await open({ forms: oral }), 'form-unknown', 'oral', 'exam');
    must(await open({ forms: [{ kind: 'final', form: 'exam', criteria: '60 %' }] }));
  });

  test('an id may read like a property that every object has', async () => {
    const academy = await academyUnderR2();
    const odd = ['constructor', '__proto__'].map((id) => ({ ...safety, id, hours: 8 }));
    must(await academy.programmes.open({ id: 'mentor', modules: odd }));
    expect(Object.keys((await stateOf(academy)).modules)).toEqual(['constructor', '__proto__']);
  });
});

describe('hours (order 266 of 2025 item 18)', () => {
  test('qualification improvement has at least 16, retraining at least 250', async () => {
    const { programmes } = await academyUnderR2();
    const open = (hours: number, type: string) =>
      programmes.open({ type, hours, modules: [{ ...safety, hours: null }] });
    const short = await open(15.75, 'qualification-improvement');
    expectRefused(short, 'hours-below-minimum', '15.75', '16', 'qualification-improvement');
    must(await open(16, 'qualification-improvement'));
    const retraining = await open(249, 'professional-retraining');
    expectRefused(retraining, 'hours-below-minimum', '249', '250');
    must(await open(250, 'professional-retraining'));
  });

  test('where the programme names none, its modules’ sum counts, if each has hours', async () => {
    const { programmes } = await academyUnderR2();
    const short = await programmes.open({ modules: [{ ...safety, hours: 8 }] });
    expectRefused(short, 'hours-below-minimum', '8', '16');
    const open = [
      { ...safety, hours: 8 },
      { id: 'law', scale: 'pass-fail' },
    ];
    must(await programmes.open({ modules: open }));
  });

  test('modules do not exceed the programme, at its opening nor later', async () => {
    const academy = await academyUnderR2();
    const over = await academy.programmes.open({ ...mentor, hours: 35 });
    expectRefused(over, 'modules-exceed-programme', '36', '35');
    must(await academy.programmes.open({ ...mentor, hours: 40 }));
    const law = { id: 'law', scale: 'pass-fail', hours: 4.25 };
    const added = await academy.programmes.addModule({ programme: 'mentor', module: law });
    expectRefused(added, 'modules-exceed-programme', '40.25', '40');
    const fits = { programme: 'mentor', module: { ...law, hours: 4 } };
    must(await academy.programmes.addModule(fits));
    expect(Object.keys((await stateOf(academy)).modules)).toEqual(['safety', 'law']);
  });

  test('are quarters of an hour, above zero', async () => {
    const { programmes } = await academyUnderR2();
    for (const hours of [0, -1, 36.1]) {
      const no = await programmes.open({ modules: [{ ...safety, hours }] });
      expectRefused(no, 'invalid-input', 'modules.0.hours');
    }
  });
});

describe('adding a module (D2)', () => {
  test('is refused for an unknown programme, a known module and a foreign scale', async () => {
    const { programmes } = await academyUnderR2();
    const add = (module: object) =>
      programmes.addModule({ programme: 'mentor', module: { ...safety, ...module } });
    expectRefused(await add({}), 'programme-unknown', 'mentor');
    must(await programmes.open(mentor));
    expectRefused(await add({}), 'already-exists', 'mentor', 'safety');
    expectRefused(await add({ id: 'law', scale: 'letters' }), 'scale-unknown', 'letters');
  });
});

describe('planned results and target guidelines (D2, R4 §4.1)', () => {
  const result = { programme: 'mentor', module: 'safety', id: 'pk-1', title: 'Наставничество' };
  const guideline = { programme: 'mentor', id: 'g-1', title: 'Интерес к делу' };

  test('a planned result is set for a module, or for the programme', async () => {
    const academy = await academyUnderR2();
    must(await academy.programmes.open(mentor));
    expect(must(await academy.programmes.setPlannedResult(result)).id).toBe('pk-1');
    const whole = { programme: 'mentor', kind: 'personal', title: 'Воля' } as const;
    const commandId = newCommandId(academy.ports);
    const set = must(await academy.programmes.setPlannedResult({ ...whole, commandId }));
    expect(set.id).toBe(commandId);
    const { plannedResults } = await stateOf(academy);
    expect({ ...plannedResults }).toEqual({ 'pk-1': 'Наставничество', [commandId]: 'Воля' });
  });

  test('R4 §4.1: a guideline is no planned result and cannot take one’s id', async () => {
    const academy = await academyUnderR2();
    must(await academy.programmes.open(mentor));
    expect(must(await academy.programmes.setTargetGuideline(guideline)).id).toBe('g-1');
    must(await academy.programmes.setPlannedResult(result));
    const { plannedResults, guidelines } = await stateOf(academy);
    expect([Object.keys(plannedResults), Object.keys(guidelines)]).toEqual([['pk-1'], ['g-1']]);
    const asResult = await academy.programmes.setPlannedResult({ ...result, id: 'g-1' });
    expectRefused(asResult, 'already-exists', 'g-1');
    const asGuideline = await academy.programmes.setTargetGuideline({ ...guideline, id: 'pk-1' });
    expectRefused(asGuideline, 'already-exists', 'pk-1');
  });

  test('are refused for an unknown programme or module', async () => {
    const { programmes } = await academyUnderR2();
    expectRefused(await programmes.setPlannedResult(result), 'programme-unknown', 'mentor');
    expectRefused(await programmes.setTargetGuideline(guideline), 'programme-unknown', 'mentor');
    must(await programmes.open(mentor));
    const foreign = await programmes.setPlannedResult({ ...result, module: 'law' });
    expectRefused(foreign, 'module-unknown', 'law');
  });
});

describe('closing a programme', () => {
  test('holds from its day on', async () => {
    const academy = await academyUnderR2();
    must(await academy.programmes.open({ ...mentor, on: '2026-09-01' }));
    must(await academy.programmes.close({ programme: 'mentor', on: '2027-06-30' }));
    expect((await stateOf(academy)).closedFrom).toBe('2027-06-30');
  });

  test('is refused for an unknown one, before its opening, and twice', async () => {
    const { programmes } = await academyUnderR2();
    const close = (on: string) => programmes.close({ programme: 'mentor', on });
    expectRefused(await close('2027-06-30'), 'programme-unknown', 'mentor');
    must(await programmes.open(mentor));
    expectRefused(await close('2026-11-21'), 'closing-before-opening', '2026-11-21', '2026-11-22');
    must(await close('2027-06-30'));
    expectRefused(await close('2027-07-01'), 'programme-closed', 'mentor', '2027-06-30');
  });
});

test('folding in two parts is folding at once', async () => {
  const academy = await academyUnderR2();
  must(await academy.programmes.open({ ...mentor, scale: 'pass-fail' }));
  const guideline = { programme: 'mentor', title: 'Интерес' };
  must(await academy.programmes.setTargetGuideline(guideline));
  must(await academy.programmes.close({ programme: 'mentor' }));
  const events = (await academy.events('academy.programme-mentor')) as readonly ProgrammeEvent[];
  const begun = foldEvents(programmeFold, events.slice(0, 2));
  const parted = foldEvents(programmeFold, events.slice(2), begun);
  expect(parted).toEqual(foldEvents(programmeFold, events));
});
