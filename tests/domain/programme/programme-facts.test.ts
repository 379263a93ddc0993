import { must } from '@letopis/core';
import { programmeFold, scaleOn } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../worlds/academy.ts';
import { academyUnderR2 } from '../worlds/academy.ts';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const safety = { id: 'safety', scale: 'five-point', hours: 36 } as const;
const mentor = { id: 'mentor', modules: [safety], on: '2026-09-01' } as const;
const refs = { programme: ['mentor'] };
const at = { programme: 'mentor', on: '2026-10-01' } as const;

async function opened(more: object = {}): Promise<Academy> {
  const academy = await academyUnderR2();
  must(await academy.programmes.open({ ...mentor, ...more }));
  return academy;
}

const stateOf = async ({ session }: Pick<Academy, 'session'>, id = 'mentor') =>
  (await session.load(programmeFold, id)).state;

const lastOf = async ({ events }: Pick<Academy, 'events'>) =>
  (await events('academy.programme-mentor')).at(-1);

/** The academy of mentors, where teachers choose scales. */
const choosing = () => mentorAcademy({ scales: { chosenBy: 'teacher' } });

describe('D2: what a programme and its modules say', () => {
  test('before it is opened a programme is nothing', async () => {
    const academy = await academyUnderR2();
    const { entries, replaced, ...nothing } = await stateOf(academy);
    expect([entries.size, replaced.size]).toEqual([0, 0]);
    expect(nothing).toEqual({
      id: null,
      title: '',
      programmeType: '',
      level: null,
      hours: null,
      scale: null,
      mandatory: [],
      openedOn: null,
      closedFrom: null,
      modules: {},
      scales: [],
      plannedResults: {},
      guidelines: {},
      latestDay: '',
    });
  });

  test('a programme keeps all that its opening says', async () => {
    const whose = { title: 'Наставник', hours: 72, level: 'basic-general' } as const;
    const signs = { priorityDirection: true, professionallyAccredited: true } as const;
    const more = { scale: 'pass-fail', mandatory: ['final'], approvedOn: '2026-08-20' } as const;
    const academy = await opened({ ...whose, ...signs, ...more });
    const [event] = await academy.events('academy.programme-mentor');
    expect(event).toMatchObject({
      occurredOn: '2026-09-01',
      data: { ...whose, ...signs, ...more },
    });
    expect(event?.refs).toEqual(refs);
    const programmeType = 'qualification-improvement';
    const counted = { scale: 'pass-fail', mandatory: ['final'], openedOn: '2026-09-01' };
    const state = await stateOf(academy);
    expect(state).toMatchObject({ ...whose, ...counted, programmeType });
  });

  test('a module keeps all that is said of it, at the opening and later', async () => {
    const academy = await opened();
    const law = {
      id: 'law',
      title: 'Право',
      kind: 'course',
      scale: 'pass-fail',
      hours: 8,
      stateFinal: true,
      forms: [{ kind: 'final', form: 'exam', criteria: '60 %' }],
      mandatory: ['interim'],
    } as const;
    must(await academy.programmes.addModule({ ...at, module: law }));
    const event = await lastOf(academy);
    expect(event).toMatchObject({ type: 'ModuleAdded', occurredOn: '2026-10-01' });
    expect(event?.refs).toEqual({ ...refs, module: ['law'] });
    expect(event?.data).toEqual({ programme: 'mentor', module: law, edition: 1 });
    const [, first] = await academy.events('academy.programme-mentor');
    expect(first).toMatchObject({ occurredOn: '2026-09-01', refs: { module: ['safety'] } });
    expect((await stateOf(academy)).modules['law']).toEqual(law);
  });

  test('every form and every mandatory kind of a module is of the regulation', async () => {
    const { programmes } = await opened();
    const add = (change: object) =>
      programmes.addModule({ ...at, module: { id: 'law', scale: 'pass-fail', ...change } });
    const exam = { kind: 'final', form: 'exam' } as const;
    const forms = (other: object) => ({ forms: [exam, { ...exam, ...other }] });
    expectRefused(await add(forms({ form: 'oral' })), 'form-unknown', 'oral');
    expectRefused(await add(forms({ kind: 'yearly' })), 'kind-unknown', 'yearly');
    const mandatory = await add({ mandatory: ['final', 'yearly'] });
    expectRefused(mandatory, 'kind-unknown', 'yearly');
    const second = [safety, { id: 'law', scale: 'letters' }];
    expectRefused(
      await programmes.open({ id: 'other', modules: second }),
      'scale-unknown',
      'letters',
    );
    must(await add({ ...forms({ kind: 'interim' }), mandatory: ['final', 'interim'] }));
  });

  test('R4 §4.1: no module takes the id of a guideline', async () => {
    const { programmes } = await opened();
    const guideline = { ...at, id: 'curiosity', title: 'Любознательность' };
    must(await programmes.setTargetGuideline(guideline));
    const module = { id: 'curiosity', scale: 'five-point' };
    const no = await programmes.addModule({ ...at, module });
    expectRefused(no, 'already-exists', 'curiosity');
    expect(expectRefused(no, 'already-exists').data).toMatchObject({ kind: 'guideline' });
  });
});

describe('order 266 of 2025 item 18: hours', () => {
  test('modules may fill the programme; one without hours takes none', async () => {
    const { programmes } = await opened({ hours: 36 });
    must(await programmes.addModule({ ...at, module: { id: 'law', scale: 'pass-fail' } }));
    const over = { id: 'art', scale: 'pass-fail', hours: 0.25 };
    const no = await programmes.addModule({ ...at, module: over });
    expectRefused(no, 'modules-exceed-programme', '36.25', '36');
    const open = [safety, { id: 'law', scale: 'pass-fail' }];
    must(await programmes.open({ id: 'other', hours: 36, modules: open }));
  });

  test('a programme without hours takes any module', async () => {
    const { programmes } = await opened();
    const module = { id: 'law', scale: 'pass-fail', hours: 500 };
    must(await programmes.addModule({ ...at, module }));
  });

  test('modules with exactly the least hours suffice, on their sum', async () => {
    const { programmes } = await academyUnderR2();
    const open = (hours: number) => {
      const modules = [8, hours].map((one, n) => ({ ...safety, id: `s-${n}`, hours: one }));
      return programmes.open({ modules });
    };
    expectRefused(await open(7.75), 'hours-below-minimum', '15.75', '16');
    must(await open(8));
  });

  test('a type without a minimum has none', async () => {
    const programmeTypes = r2.general.programmeTypes.map((one) => ({ ...one, hoursMin: null }));
    const { programmes } = await mentorAcademy({ general: { programmeTypes } });
    must(await programmes.open({ id: 'short', hours: 1, modules: [{ ...safety, hours: 1 }] }));
  });
});

describe('D2, R4 §4.1: planned results and guidelines', () => {
  test('each is stored with its day, and its module where it has one', async () => {
    const academy = await opened();
    const { programmes } = academy;
    const result = { ...at, id: 'pk-1', module: 'safety', title: 'ПК' } as const;
    must(await programmes.setPlannedResult(result));
    const set = await lastOf(academy);
    expect(set).toMatchObject({ type: 'PlannedResultSet', occurredOn: '2026-10-01' });
    expect(set?.refs).toEqual({ ...refs, module: ['safety'] });
    const said = { programme: 'mentor', module: 'safety', title: 'ПК' };
    expect(set?.data).toEqual({ ...said, result: 'pk-1', kind: 'competence' });
    must(await programmes.setPlannedResult({ ...at, id: 'pk-2', title: 'Воля', kind: 'personal' }));
    const whole = await lastOf(academy);
    expect(whole?.refs).toEqual(refs);
    expect(whole?.data).toMatchObject({ module: null, kind: 'personal' });
    must(await programmes.setTargetGuideline({ ...at, id: 'g-1', title: 'Интерес' }));
    const guided = await lastOf(academy);
    expect(guided).toMatchObject({ type: 'TargetGuidelineSet', occurredOn: '2026-10-01' });
    expect(guided?.refs).toEqual(refs);
    expect(guided?.data).toEqual({ programme: 'mentor', guideline: 'g-1', title: 'Интерес' });
    expect({ ...(await stateOf(academy)).guidelines }).toEqual({ 'g-1': 'Интерес' });
  });

  test('an id is taken once, and the refusal says by what', async () => {
    const { programmes } = await opened();
    must(await programmes.setPlannedResult({ ...at, id: 'pk-1', title: 'ПК' }));
    must(await programmes.setTargetGuideline({ ...at, id: 'g-1', title: 'Интерес' }));
    for (const [id, kind] of [
      ['pk-1', 'planned-result'],
      ['g-1', 'guideline'],
    ] as const) {
      const result = await programmes.setPlannedResult({ ...at, id, title: 'Ещё' });
      expect(expectRefused(result, 'already-exists', id).data).toMatchObject({ kind, id });
      const guideline = await programmes.setTargetGuideline({ ...at, id, title: 'Ещё' });
      expect(expectRefused(guideline, 'already-exists', id).data).toMatchObject({ kind, id });
    }
    const module = await programmes.setTargetGuideline({ ...at, id: 'safety', title: 'Ещё' });
    const said = { kind: 'module', id: 'safety', standing: 'mentor' };
    expect(expectRefused(module, 'already-exists').data).toMatchObject(said);
  });
});

describe('D2: closing a programme', () => {
  test('may be on the day of its opening', async () => {
    const academy = await opened();
    must(await academy.programmes.close({ programme: 'mentor', on: '2026-09-01' }));
    const event = await lastOf(academy);
    expect(event).toMatchObject({ type: 'ProgrammeClosed', occurredOn: '2026-09-01' });
    expect(event?.refs).toEqual(refs);
    expect(event?.data).toEqual({ programme: 'mentor' });
  });
});

describe('R3 §1.5: which scale holds on which day', () => {
  const choice = { programme: 'mentor', scale: 'pass-fail', chosenBy: 'p-9' } as const;

  test('a choice says who chose, in which office, and what for', async () => {
    const academy = await choosing();
    must(await academy.programmes.chooseScale({ ...choice, on: '2026-10-01' }));
    const event = await lastOf(academy);
    expect(event).toMatchObject({ type: 'ScaleChosen', occurredOn: '2026-10-01' });
    expect(event?.refs).toEqual({ ...refs, official: ['p-9'] });
    expect(event?.data).toEqual({ ...choice, module: null, office: 'teacher', edition: 1 });
  });

  test('a choice for one module, or for the whole, touches no other', async () => {
    const academy = await choosing();
    const { programmes } = academy;
    must(await programmes.chooseScale({ ...choice, module: 'safety', on: '2026-10-02' }));
    const points = { ...choice, scale: 'hundred-point' } as const;
    must(await programmes.chooseScale({ ...points, on: '2026-10-01' }));
    must(await programmes.chooseScale({ ...points, module: 'practice', on: '2026-10-01' }));
    const state = await stateOf(academy);
    const { safety: one, practice } = state.modules;
    expect([one?.scale, practice?.scale]).toEqual(['pass-fail', 'hundred-point']);
    expect(state.scale).toBe('hundred-point');
    const on = (module: string | null, day: string) => scaleOn(state, module, day);
    expect(on('safety', '2026-10-01')).toBe('five-point');
    expect(on('practice', '2026-09-30')).toBe('pass-fail');
    expect(on(null, '2026-09-30')).toBe('hundred-point');
    expect(on('art', '2026-10-01')).toBeNull();
  });

  test('what the programme names comes before an earlier choice', async () => {
    const academy = await choosing();
    const { programmes } = academy;
    const modules = [{ id: 'safety', scale: 'five-point' }];
    const late = { id: 'late', scale: 'five-point', modules, on: '2026-11-01' } as const;
    must(await programmes.open(late));
    const early = { ...choice, programme: 'late', on: '2026-10-01' } as const;
    must(await programmes.chooseScale({ ...early, module: 'safety' }));
    must(await programmes.chooseScale({ ...early, scale: 'hundred-point' }));
    const state = await stateOf(academy, 'late');
    const inOrder = state.scales.map(({ module, scale }) => `${module} ${scale}`);
    expect(inOrder.filter((one) => one.startsWith('safety'))).toEqual([
      'safety five-point',
      'safety pass-fail',
    ]);
    expect([state.scale, state.modules['safety']?.scale]).toEqual(['hundred-point', 'pass-fail']);
    const days = ['2026-09-30', '2026-10-01', '2026-11-01'];
    const named = days.map((day) => scaleOn(state, 'safety', day));
    expect(named).toEqual(['five-point', 'pass-fail', 'pass-fail']);
  });

  test('by a teacher of its level, and of no other', async () => {
    const { programmes, officials } = await choosing();
    const from = '2026-09-01';
    const modules = [{ id: 'safety', scale: 'five-point' }];
    must(await programmes.open({ id: 'basic', level: 'basic-general', on: from, modules }));
    const choose = async (person: string, level: string) => {
      const office = { office: 'teacher', from, scope: { levels: [level] } };
      must(await officials.appoint({ person, ...office }));
      const by = { ...choice, programme: 'basic', chosenBy: person, on: '2026-10-01' };
      return programmes.chooseScale(by);
    };
    expectRefused(await choose('p-21', 'primary-general'), 'not-appointed', 'p-21');
    must(await choose('p-22', 'basic-general'));
  });
});
