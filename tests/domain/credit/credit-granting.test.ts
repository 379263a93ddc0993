import type { EventStore } from '@letopis/core';
import { listOwed, must, runProcess } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import {
  application,
  comparison,
  decision,
  grant,
  granting,
  openCredit,
} from '../worlds/credit-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { Killed, killingStore } from '../worlds/faulty-store.ts';
import { asR5, listing, withOlympiad } from '../worlds/gifted-school.ts';

const rules = asR5.credits ?? r2.credits;
const enrollment = 'l-1.mentor.1';

/** The school with a decision that grants both subjects. */
const decided = async (changes: Parameters<typeof openCredit>[0] = {}) => {
  const school = await openCredit(changes);
  must(await school.credits.compare(comparison));
  must(await school.credits.decide(decision));
  return school;
};
type School = Awaited<ReturnType<typeof decided>>;
const credited = async ({ events }: Pick<School, 'events'>) =>
  (await events(`enrollment-${enrollment}`)).filter(({ type }) => type === 'ResultCredited');
const stillOwed = async (store: EventStore): Promise<number> => {
  let count = 0;
  for await (const _ of listOwed({ store, ...granting(store) })) count += 1;
  return count;
};

describe('D11: what a decision grants is owed to the enrollment', () => {
  test('D11: as credits that keep their source and name the decision', async () => {
    const school = await decided();
    expect(await stillOwed(school.store)).toBe(2);
    expect(await grant(school.store)).toMatchObject({ done: 2, 'not-done': 0 });
    const decisionEvent = (await school.events('credit-c-1')).at(-1);
    expect(await credited(school)).toMatchObject([
      {
        occurredOn: '2026-10-12',
        actor: 'credit-granting',
        onBehalfOf: 'u-17',
        causationId: decisionEvent?.id,
        refs: { module: ['safety'], official: ['p-1'] },
        data: {
          module: 'safety',
          kind: 'interim',
          mark: { value: '5' },
          source: application.source,
          decidedBy: 'p-1',
          decision: 'c-1',
        },
      },
      { data: { module: 'practice', mark: { value: '4' }, decision: 'c-1' } },
    ]);
    expect(await stillOwed(school.store)).toBe(0);
  });

  test('D11: a run that is killed anywhere is finished by the next one', async () => {
    const { store: whole, ...rest } = await decided();
    await grant(whole);
    const expected = (await credited(rest)).map(({ data }) => data);
    for (const when of ['before', 'after'] as const) {
      for (let k = 1; k <= 2; k += 1) {
        const school = await decided();
        const killer = killingStore(school.store, k, when);
        await expect(runProcess({ store: killer, ...granting(killer) })).rejects.toThrow(Killed);
        await grant(school.store);
        const found = (await credited(school)).map(({ data }) => data);
        expect(found, `killed ${when} append ${k}`).toEqual(expected);
      }
    }
  });

  test('D11: run again it changes nothing', async () => {
    const school = await decided();
    await grant(school.store);
    expect(await grant(school.store)).toMatchObject({ settled: 2, done: 0 });
    expect(await credited(school)).toHaveLength(2);
  });

  test('D11: a subject is credited once by one decision, whoever sends it', async () => {
    const school = await decided();
    await grant(school.store);
    const by = { enrollment, source: application.source, decidedBy: 'p-1', decision: 'c-1' };
    const [one] = decision.granted;
    const again = await school.assessments.credit({ ...by, ...one, on: decision.on });
    const [first] = await credited(school);
    expectRefused(again, 'credited-already', 'c-1', first?.id ?? '');
    expect(await credited(school)).toHaveLength(2);
  });

  test('D11: what the enrollment refuses meanwhile stands in the application', async () => {
    const school = await decided();
    const { enrollments } = school;
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-10-11' }));
    expect(await grant(school.store)).toMatchObject({ done: 0, 'not-done': 2 });
    expect((await school.events('credit-c-1')).slice(-2)).toMatchObject([
      { type: 'CreditNotDone', data: { module: 'safety', refusal: { code: 'outside-study' } } },
      { type: 'CreditNotDone', data: { module: 'practice' } },
    ]);
    expect(await stillOwed(school.store)).toBe(0);
  });

  test('D11: a credit counts in completion like a result', async () => {
    const school = await decided();
    const { enrollments } = school;
    const asked = await enrollments.complete({ enrollment, on: '2026-11-20' });
    expectRefused(asked, 'results-missing', 'interim', 'final');
    await grant(school.store);
    const now = await enrollments.complete({ enrollment, on: '2026-11-20' });
    const no = expectRefused(now, 'results-missing', 'final');
    expect(no.text.en).not.toContain('interim');
  });
});

describe('D11: a credit that names a decision says what it says', () => {
  const source = application.source;
  const credit = {
    enrollment,
    module: 'safety',
    kind: 'interim',
    value: '5',
    source,
    decidedBy: 'p-1',
    decision: 'c-1',
    on: '2026-10-12',
  };

  test('word for word, or is refused', async () => {
    const { assessments } = await decided();
    const unknown = await assessments.credit({ ...credit, decision: 'c-9' });
    expectRefused(unknown, 'credit-unknown', 'c-9');
    const changes = [
      { value: '4' },
      { kind: 'final' },
      { on: '2026-10-13' },
      { decidedBy: 'p-2' },
      { source: { ...source, organisation: 'Школа № 6' } },
      { enrollment: 'l-2.mentor.1' },
    ];
    for (const change of changes) {
      const other = await assessments.credit({ ...credit, ...change });
      expectRefused(other, 'credit-not-granted', 'c-1', 'safety');
    }
    must(await assessments.credit(credit));
  });

  test('and none is taken without one, where the regulation asks for it', async () => {
    const strict = { ...rules, decisionRequired: true };
    const { assessments } = await decided({ credits: strict });
    const { decision: _, ...bare } = credit;
    const no = await assessments.credit(bare);
    expectRefused(no, 'credit-decision-missing', enrollment, 'other-organisation');
    must(await assessments.credit(credit));
    const lax = await decided();
    must(await lax.assessments.credit(bare));
  });
});

const decide = (module: string, kind: string) => ({
  credit: 'c-2',
  granted: [{ module, kind, value: '5' }],
  reason: 'прочее не засчитано',
  decidedBy: 'p-1',
  controlledBy: 'p-2',
  on: '2026-11-05',
});

describe('D11 R5 §1.2 (gifted): achievements of the gifted are credited', () => {
  const wish = {
    id: 'c-2',
    enrollment,
    applicant: 'learner' as const,
    source: { kind: 'achievement' as const },
    achievement: 'a-1',
    wanted: [
      { module: 'safety', kind: 'final' },
      { module: 'physics', kind: 'final' },
      { module: 'physics', kind: 'interim' },
      { module: 'safety', kind: 'current' },
    ],
    on: '2026-11-03',
  };
  const applied = async (listed: boolean, changes = {}) => {
    const school = await withOlympiad(changes);
    if (listed) must(await school.learners.listAsGifted(listing));
    must(await school.credits.apply(wish));
    return school;
  };

  test('R5 §1.2 (gifted): at final attestation in what is not taken at the state one', async () => {
    const school = await applied(true);
    must(await school.credits.decide(decide('safety', 'final')));
    await grant(school.store);
    expect(await credited(school)).toMatchObject([
      {
        data: { module: 'safety', kind: 'final', decision: 'c-2', source: { kind: 'achievement' } },
      },
    ]);
    expect((await school.events('credit-c-2'))[0]?.refs).toMatchObject({ achievement: ['a-1'] });
  });

  test('R5 §1.2 (gifted): not in what is taken there; whether at interim is a field', async () => {
    const { credits } = await applied(true);
    const final = await credits.decide(decide('physics', 'final'));
    expectRefused(final, 'taken-at-state-final', 'physics', 'final');
    const interim = await credits.decide(decide('physics', 'interim'));
    expectRefused(interim, 'taken-at-state-final', 'physics', 'interim');
    const lax = { ...rules, achievementKindsNotStateFinal: ['final'] };
    const other = await applied(true, { credits: lax });
    must(await other.credits.decide(decide('physics', 'interim')));
  });

  test('R5 §1.2 (gifted): only of who is listed, and at kinds of the regulation', async () => {
    const unlisted = await applied(false);
    const no = await unlisted.credits.decide(decide('safety', 'final'));
    expectRefused(no, 'not-listed-as-gifted', 'l-1', '2026-11-05');
    const { credits } = await applied(true);
    const current = await credits.decide(decide('safety', 'current'));
    expectRefused(current, 'achievement-not-for-kind', 'current', 'final');
  });

  test('R5 §1.2 (gifted): only of one’s own, verified achievement', async () => {
    const { credits, achievements, learners } = await withOlympiad();
    must(await learners.listAsGifted(listing));
    const other = await credits.apply({ ...wish, enrollment: 'l-2.mentor.1' });
    expectRefused(other, 'achievement-of-another', 'a-1', 'l-2');
    const none = await credits.apply({ ...wish, achievement: 'a-9' });
    expectRefused(none, 'achievement-unknown', 'a-9');
    must(await credits.apply({ ...wish, on: '2026-11-01' }));
    const early = await credits.decide({ ...decide('safety', 'final'), on: '2026-11-01' });
    expectRefused(early, 'achievement-not-verified', 'a-1', '2026-11-01');
    const wrong = { reason: 'error' as const, annulledBy: 'p-1', on: '2026-11-04' };
    must(await achievements.annul({ ...wrong, achievement: 'a-1' }));
    const late = await credits.decide(decide('safety', 'final'));
    expectRefused(late, 'achievement-annulled', 'a-1', '2026-11-04');
  });

  test('R5 §1.2 (gifted): and never without a decision', async () => {
    const { assessments } = await applied(true);
    const bare = { enrollment, module: 'safety', kind: 'final', value: '5', on: '2026-11-05' };
    const no = await assessments.credit({ ...bare, source: { kind: 'achievement' } });
    expectRefused(no, 'credit-decision-missing', enrollment, 'achievement');
  });
});
