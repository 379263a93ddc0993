import { must } from '@letopis/core';
import { representativesOn, representativeScopeOf } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { learnerState, mother, publication, withMinor } from '../worlds/learner-academy.ts';

/* RK 1.16: how far a representative's rights go, by which paper; Family Code art. 66, 69, 73. */

const court = { kind: 'court', number: '2-118/2026', date: '2026-09-20' } as const;
const guardianship = { kind: 'guardianship', number: '41', date: '2026-09-21' } as const;

const father = {
  learner: 'l-1',
  representative: 'r-2',
  name: 'Ильин Пётр Сергеевич',
  relation: 'parent',
  on: '2026-10-01',
} as const;

/** The minor l-1 with her mother, who has full rights, and her father with the given scope. */
async function withFather(scope: 'information' | 'none', at?: string): Promise<Academy> {
  const academy = await withMinor(at);
  must(await academy.learners.nameRepresentative({ ...father, scope, ground: court }));
  return academy;
}

const consent = { ...publication, id: 'c-2', givenBy: 'r-2', on: '2026-10-02' } as const;

describe('RK 1.16: the scope of a representative rests on its paper', () => {
  test('it is full where nothing is said, and then the event says nothing', async () => {
    const academy = await withMinor();
    const [, named] = await academy.events('academy.learner-l-1');
    expect(named?.data).not.toHaveProperty('scope');
    const [own] = representativesOn(await learnerState(academy), '2026-09-01');
    expect(own).toMatchObject({ id: 'r-1', scope: 'full' });
  });

  test.each([
    ['a court', court],
    ['the guardianship body', guardianship],
  ])('a decision of %s leaves less', async (_, ground) => {
    const academy = await withMinor();
    must(await academy.learners.nameRepresentative({ ...father, scope: 'information', ground }));
    const named = (await academy.events('academy.learner-l-1')).at(-1);
    expect(named).toMatchObject({ ground, data: { scope: 'information' } });
  });

  test.each([
    ['no paper', null],
    ['an order of the head', { kind: 'order', number: '1-од', date: '2026-09-20' }],
    ['an application of the other parent', { kind: 'application', number: null, date: null }],
  ])('%s does not', async (_, ground) => {
    const academy = await withMinor();
    const refused = await academy.learners.nameRepresentative({
      ...father,
      scope: 'none',
      ground: ground as typeof court | null,
    });
    expectRefused(refused, 'scope-paper-missing', 'r-2', 'court', 'guardianship');
  });

  test('an unknown word of a stored event gives no right', () => {
    expect([undefined, 'full', 'information', 'none', 'all'].map(representativeScopeOf)).toEqual([
      'full',
      'full',
      'information',
      'none',
      'none',
    ]);
  });

  test('it changes from a day on: the rights end, and the paper names the new scope', async () => {
    const academy = await withMinor();
    const end = { learner: 'l-1', representative: 'r-1', on: '2026-10-01' };
    must(await academy.learners.endRepresentative(end));
    const anew = { ...mother, scope: 'information', on: '2026-10-01', ground: court } as const;
    must(await academy.learners.nameRepresentative(anew));
    const state = await learnerState(academy);
    const on = (day: string) => representativesOn(state, day).map(({ scope }) => scope);
    expect([on('2026-09-30'), on('2026-10-01')]).toEqual([['full'], ['information']]);
  });
});

describe('RK 1.16: who is only told does not sign', () => {
  test.each(['information', 'none'] as const)('%s: no consent, no withdrawal', async (scope) => {
    const { learners } = await withFather(scope);
    const needed = [scope, 'full'];
    expectRefused(await learners.giveConsent(consent), 'representative-scope', 'r-2', ...needed);
    must(await learners.giveConsent(publication));
    const withdrawal = { learner: 'l-1', consent: 'c-1', withdrawnBy: 'r-2', on: '2026-10-02' };
    expectRefused(await learners.withdrawConsent(withdrawal), 'representative-scope', ...needed);
  });

  test('a minor is told to go to the one who signs', async () => {
    const { learners } = await withFather('information');
    const alone = await learners.giveConsent({ ...publication, givenBy: 'learner' });
    const refusal = expectRefused(alone, 'minor-acts-alone', 'r-1');
    expect(refusal.data).toMatchObject({ representatives: ['r-1'] });
    const later = await learners.giveConsent({ ...consent, givenBy: 'learner' });
    expect(expectRefused(later, 'minor-acts-alone').data).toMatchObject({
      representatives: ['r-1'],
    });
  });

  test('a correction to less is refused while a consent rests on full rights', async () => {
    const academy = await withMinor();
    const { learners, officials } = academy;
    must(await officials.appoint({ person: 'p-1', office: 'head', from: '2026-09-01' }));
    must(await learners.giveConsent(publication));
    const [, named] = await academy.events('academy.learner-l-1');
    const change = {
      learner: 'l-1',
      entry: named?.id ?? '',
      to: { scope: 'information', ground: court },
      signer: 'p-1',
      reason: 'решение суда было подшито позже',
    };
    expectRefused(await learners.correct(change), 'entry-rested-on', named?.id ?? '');
    const wordy = { ...change, to: { scope: 'всё', ground: court } };
    expectRefused(await learners.correct(wordy), 'invalid-input', 'to.scope');
    const paperless = { ...change, to: { scope: 'none', ground: null } };
    expectRefused(await learners.correct(paperless), 'scope-paper-missing', 'r-1');
  });

  test('a correction puts the scope right, and takes it away again', async () => {
    const academy = await withFather('none');
    const { learners, officials } = academy;
    must(await officials.appoint({ person: 'p-1', office: 'head', from: '2026-09-01' }));
    const scopeNow = async () =>
      representativesOn(await learnerState(academy), '2026-10-01').at(-1)?.scope;
    for (const [scope, expected] of [
      ['information', 'information'],
      [null, 'full'],
    ] as const) {
      const events = await academy.events('academy.learner-l-1');
      const entry = events.findLast(({ type }) => type === 'RepresentativeNamed')?.id ?? '';
      const sign = { signer: 'p-1', reason: 'решение прочитано неверно' };
      must(await learners.correct({ learner: 'l-1', entry, to: { scope }, ...sign }));
      expect(await scopeNow()).toBe(expected);
    }
  });
});

/** The same with a head, who answers. */
async function withHead(scope: 'information' | 'none') {
  const academy = await withFather(scope);
  must(await academy.officials.appoint({ person: 'p-1', office: 'head', from: '2026-10-01' }));
  return academy;
}

describe('RK 1.16: a separated parent keeps the right to be told, Family Code art. 66', () => {
  const asked = {
    id: 'd-1',
    learner: 'l-1',
    applicant: { kind: 'representative', representative: 'r-2' },
    form: 'oral',
    purpose: 'acquaintance',
    on: '2026-10-05',
  } as const;
  const given = { facts: ['x-1'] };
  const grant = {
    disclosure: 'd-1',
    basis: { by: 'right' },
    give: { given, medium: 'oral' },
    signer: 'p-1',
    on: '2026-10-06',
  } as const;
  const tell = {
    id: 'd-2',
    learner: 'l-1',
    to: 'r-2',
    purpose: 'acquaintance',
    given,
    medium: 'oral',
    signer: 'p-1',
    on: '2026-10-07',
  } as const;

  test('information: the application is granted, and they are told in study', async () => {
    const { disclosures } = await withHead('information');
    must(await disclosures.ask(asked));
    must(await disclosures.grant(grant));
    must(await disclosures.tell(tell));
  });

  test('none: anybody may ask, nobody answers', async () => {
    const { disclosures } = await withHead('none');
    must(await disclosures.ask(asked));
    const needed = ['r-2', 'none', 'information'];
    expectRefused(await disclosures.grant(grant), 'representative-scope', ...needed);
    expectRefused(await disclosures.tell(tell), 'representative-scope', ...needed);
  });
});
