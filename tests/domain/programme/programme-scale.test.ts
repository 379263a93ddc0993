import { must } from '@letopis/core';
import { programmeFold, scaleOn } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../worlds/academy.ts';
import { academyUnderR2, newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const safety = { id: 'safety', scale: 'five-point', hours: 36 } as const;
const mentor = { id: 'mentor', modules: [safety] };

const stateOf = async ({ session }: Academy, id = 'mentor') =>
  (await session.load(programmeFold, id)).state;

/** An academy where teachers choose scales, with a teacher p-9 and the programme mentor. */
async function whereTeachersChoose(): Promise<Academy> {
  const academy = newAcademy();
  const preset = { ...r2, scales: { ...r2.scales, chosenBy: 'teacher' as const } };
  const given = { timeZone: 'Europe/Moscow', from: '2026-09-01' };
  must(await academy.regulation.adopt(preset, given));
  const office = { office: 'teacher', from: '2026-09-01' };
  must(await academy.officials.appoint({ person: 'p-9', ...office }));
  must(await academy.programmes.open({ ...mentor, on: '2026-09-01' }));
  return academy;
}
describe('choosing a scale (D2, R3 §1.5)', () => {
  const choice = {
    programme: 'mentor',
    module: 'safety',
    scale: 'pass-fail',
    chosenBy: 'p-9',
    on: '2026-10-01',
  };

  test('a teacher chooses; before that day the programme’s own scale holds', async () => {
    const academy = await whereTeachersChoose();
    must(await academy.programmes.chooseScale(choice));
    const state = await stateOf(academy);
    expect(scaleOn(state, 'safety', '2026-09-30')).toBe('five-point');
    expect(scaleOn(state, 'safety', '2026-10-01')).toBe('pass-fail');
    expect(state.modules['safety']?.scale).toBe('pass-fail');
    const events = await academy.events('academy.programme-mentor');
    expect(events.at(-1)?.refs).toEqual({
      programme: ['mentor'],
      module: ['safety'],
      official: ['p-9'],
    });
  });

  test('it may be chosen again, only for a later day', async () => {
    const academy = await whereTeachersChoose();
    must(await academy.programmes.chooseScale(choice));
    const again = { ...choice, scale: 'hundred-point' };
    const same = await academy.programmes.chooseScale(again);
    expectRefused(same, 'scale-choice-out-of-order', '2026-10-01');
    must(await academy.programmes.chooseScale({ ...again, on: '2026-11-01' }));
    const state = await stateOf(academy);
    expect(scaleOn(state, 'safety', '2026-10-31')).toBe('pass-fail');
    expect(scaleOn(state, 'safety', '2026-11-01')).toBe('hundred-point');
  });

  test('the scale of the programme as a whole is chosen without a module', async () => {
    const academy = await whereTeachersChoose();
    expect(scaleOn(await stateOf(academy), null, '2026-10-01')).toBeNull();
    must(await academy.programmes.chooseScale({ ...choice, module: null }));
    const state = await stateOf(academy);
    expect([state.scale, scaleOn(state, null, '2026-10-01')]).toEqual(['pass-fail', 'pass-fail']);
    const same = await academy.programmes.chooseScale({ ...choice, module: null });
    expectRefused(same, 'scale-choice-out-of-order', '2026-10-01');
  });

  test('a programme recorded after the choice’s day keeps the choice', async () => {
    const academy = await whereTeachersChoose();
    must(await academy.programmes.open({ id: 'late', modules: [safety] }));
    must(await academy.programmes.chooseScale({ ...choice, programme: 'late' }));
    const state = await stateOf(academy, 'late');
    expect(scaleOn(state, 'safety', '2026-11-22')).toBe('pass-fail');
  });

  test('is refused where the regulation leaves it to the programme', async () => {
    const { programmes } = await academyUnderR2();
    must(await programmes.open(mentor));
    const no = await programmes.chooseScale(choice);
    expectRefused(no, 'scale-not-chosen-by-teacher', '1');
  });

  test('is refused to one who does not teach there on that day', async () => {
    const { programmes, officials } = await whereTeachersChoose();
    const stranger = await programmes.chooseScale({ ...choice, chosenBy: 'p-1' });
    expectRefused(stranger, 'not-appointed', 'p-1', 'teacher', '2026-10-01');
    const asHead = await programmes.chooseScale({ ...choice, office: 'head' });
    expectRefused(asHead, 'office-not-entitled', 'head', 'teacher');
    const scope = { programmes: ['other'] };
    const office = { office: 'teacher', from: '2026-09-01', scope };
    must(await officials.appoint({ person: 'p-2', ...office }));
    const elsewhere = await programmes.chooseScale({ ...choice, chosenBy: 'p-2' });
    expectRefused(elsewhere, 'not-appointed', 'p-2');
    const here = { office: 'teacher', from: '2026-09-01', scope: { programmes: ['mentor'] } };
    must(await officials.appoint({ person: 'p-3', ...here }));
    must(await programmes.chooseScale({ ...choice, chosenBy: 'p-3' }));
  });

  test('is refused for an unknown programme, module or scale', async () => {
    const { programmes } = await whereTeachersChoose();
    const choose = (change: object) => programmes.chooseScale({ ...choice, ...change });
    expectRefused(await choose({ programme: 'x' }), 'programme-unknown', 'x');
    expectRefused(await choose({ module: 'law' }), 'module-unknown', 'mentor', 'law', 'safety');
    expectRefused(await choose({ scale: 'letters' }), 'scale-unknown', 'letters');
  });
});
