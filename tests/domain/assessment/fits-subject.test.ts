import { must } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { listing } from '../worlds/gifted-school.ts';

/* What a result says fits its subject: kind, special conditions, refs. R5 §3.4, §4.1, RK 1.5. */

const on = '2026-10-05';

/** An academy, how a result is recorded, and its latest event. */
const assessing = async (changes: Changes = {}) => {
  const academy = await withLearner(changes);
  const given = { enrollment: academy.id, module: 'safety', value: '4', on, assessor: 'p-9' };
  const record = (more: object) => academy.assessments.record({ ...given, ...more });
  const last = async () => (await academy.events(`academy.enrollment-${academy.id}`)).at(-1);
  return { ...academy, record, last };
};

describe('R5 §4.1: the state final attestation, and the kinds that it replaces', () => {
  const { kinds, stateFinal } = r5.assessment;

  /** The subject `physics` is taken there, and `safety` is not. */
  const withState = async () => {
    const academy = await assessing({
      assessment: { kinds, stateFinal },
      retakes: { finalNeedsNoDebts: false },
    });
    const physics = { id: 'physics', scale: 'five-point', stateFinal: true };
    const added = { programme: 'mentor', module: physics, on: '2026-09-01' };
    must(await academy.programmes.addModule(added));
    return academy;
  };

  test('stands in place of them in what is taken there', async () => {
    const { record } = await withState();
    const no = await record({ module: 'physics', kind: 'final' });
    const said = { module: 'physics', kind: 'final', instead: 'state-final' };
    expect(expectRefused(no, 'closed-by-state-final').data).toEqual(said);
    must(await record({ module: 'physics', kind: 'interim' }));
    must(await record({ module: 'physics', kind: 'state-final' }));
  });

  test('is of no other subject, which has the kinds that it closes', async () => {
    const { record } = await withState();
    const no = await record({ kind: 'state-final' });
    const said = { module: 'safety', kind: 'state-final' };
    expect(expectRefused(no, 'not-at-state-final').data).toEqual(said);
    must(await record({ kind: 'final' }));
  });

  test('may be of the programme as a whole', async () => {
    const { record } = await withState();
    must(await record({ module: null, kind: 'state-final', scale: 'five-point' }));
  });

  test('is unknown to a regulation without one', async () => {
    const { record } = await assessing({ assessment: { kinds, stateFinal: null } });
    must(await record({ kind: 'state-final' }));
  });
});

describe('R5 §3.4: special conditions, of who is entitled and at which kinds', () => {
  const exam = { kind: 'interim', conditions: ['more-time'] };

  test('are granted to the learner who is entitled to them on the day', async () => {
    const { learners, record, last } = await assessing();
    const none = expectRefused(await record(exam), 'conditions-not-open', 'l-1', on);
    expect(none.data).toMatchObject({ learner: 'l-1', on });
    must(await learners.listAsGifted({ ...listing, on }));
    const before = await record({ ...exam, on: '2026-10-04' });
    expectRefused(before, 'conditions-not-open', 'l-1', '2026-10-04');
    must(await record(exam));
    expect(await last()).toMatchObject({ data: { conditions: ['more-time'] } });
  });

  test('are those of the kinds of assessment that the regulation lists', async () => {
    const { learners, record } = await assessing();
    must(await learners.listAsGifted({ ...listing, on }));
    const no = await record({ ...exam, kind: 'current' });
    const said = { kind: 'current', kinds: ['interim', 'final'] };
    expect(expectRefused(no, 'conditions-not-for-kind', 'current').data).toEqual(said);
  });
});

test('RK 1.5: a result names its module, and in the programme as a whole none', async () => {
  const { record, last } = await assessing();
  const refs = { learner: ['l-1'], programme: ['mentor'], group: ['m-1'], official: ['p-9'] };
  const enrollment = ['l-1.mentor.1'];
  must(await record({}));
  expect((await last())?.refs).toEqual({ ...refs, enrollment, module: ['safety'] });
  must(await record({ module: null, kind: 'interim', scale: 'five-point' }));
  expect((await last())?.refs).toEqual({ ...refs, enrollment });
});
