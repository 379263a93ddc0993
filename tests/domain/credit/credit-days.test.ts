import { must } from '@letopis/core';
import { noteCreditNotDone } from '@letopis/core/commands';
import { decideNoteCreditNotDone } from '@letopis/core/decisions';
import { creditFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import {
  application,
  comparison,
  decision,
  grant,
  line,
  openCredit,
} from '../worlds/credit-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { asR5, listing, openGifted, withOlympiad } from '../worlds/gifted-school.ts';

const rules = asR5.credits ?? r2.credits;
const whose = {
  credit: ['c-1'],
  learner: ['l-1'],
  enrollment: ['l-1.mentor.1'],
  programme: ['mentor'],
};
const mother = {
  learner: 'l-1',
  representative: 'r-1',
  name: 'Ильина Ольга Павловна',
  relation: 'parent' as const,
  on: '2026-09-01',
};

async function credit(changes = {}) {
  const school = await openCredit(changes);
  const last = async () => (await school.events('credit-c-1')).at(-1);
  const state = async () => (await school.session.load(creditFold, 'c-1')).state;
  return { ...school, last, state };
}

describe('D11: days of an application for credit', () => {
  test('each step may be on the day of the step before it, and not the day before', async () => {
    const { credits, state } = await credit();
    const early = await credits.compare({ ...comparison, on: '2026-10-04' });
    expectRefused(early, 'act-out-of-order', '2026-10-04', '2026-10-05');
    must(await credits.compare({ ...comparison, on: '2026-10-05' }));
    must(await credits.compare(comparison));
    const before = await credits.decide({ ...decision, on: '2026-10-07' });
    const rests = ['2026-10-07', 'CreditCompared', '2026-10-08'];
    expectRefused(before, 'entry-contradicted', ...rests);
    must(await credits.decide({ ...decision, on: '2026-10-08' }));
    expect(await state()).toMatchObject({ decidedOn: '2026-10-08', appliedOn: '2026-10-05' });
  });

  test('what was withdrawn takes no comparison, no decision and no second withdrawal', async () => {
    const { credits, state } = await credit();
    const back = { credit: 'c-1', applicant: 'learner' as const, on: '2026-10-05' };
    must(await credits.withdraw(back));
    expect((await state()).withdrawnOn).toBe('2026-10-05');
    const code = ['credit-withdrawn', 'c-1', '2026-10-05'] as const;
    expectRefused(await credits.compare(comparison), ...code);
    expectRefused(await credits.withdraw(back), ...code);
    const none = await credits.withdraw({ ...back, credit: 'c-9' });
    expectRefused(none, 'credit-unknown', 'c-9');
  });

  test('R5 §5 (will): a representative represents until the last day, of two either', async () => {
    const { credits, learners } = await openGifted();
    must(await learners.nameRepresentative({ ...mother, until: '2026-10-31' }));
    must(await learners.nameRepresentative({ ...mother, representative: 'r-2' }));
    const by = (representative: string, on: string) =>
      credits.apply({ ...application, id: `c-${on}`, applicant: { representative }, on });
    must(await by('r-1', '2026-10-31'));
    expectRefused(await by('r-1', '2026-11-01'), 'representative-unknown', 'r-1');
    must(await by('r-2', '2026-11-01'));
  });

  test('R5 §1.2 (gifted): listed, and verified, by the day of the decision', async () => {
    const school = await withOlympiad();
    must(await school.learners.listAsGifted({ ...listing, on: '2026-11-04' }));
    const wish = {
      id: 'c-2',
      enrollment: 'l-1.mentor.1',
      applicant: 'learner' as const,
      source: { kind: 'achievement' as const },
      achievement: 'a-1',
      wanted: [{ module: 'safety', kind: 'final' }],
      on: '2026-10-30',
    };
    const early = await school.credits.apply({ ...wish, on: '2026-10-29' });
    expectRefused(early, 'achievement-of-another', 'a-1', 'l-1', '2026-10-29');
    must(await school.credits.apply(wish));
    const granted = [{ module: 'safety', kind: 'final', value: '5' }];
    const decide = async (on: string) =>
      school.credits.decide({ ...decision, credit: 'c-2', granted, on });
    expectRefused(await decide('2026-11-01'), 'achievement-not-verified', 'a-1');
    expectRefused(await decide('2026-11-03'), 'not-listed-as-gifted', 'l-1', '2026-11-03');
    must(await decide('2026-11-04'));
  });
});

describe('D11: what the steps of an application name', () => {
  test('the modules that each is about, and who signed', async () => {
    const { credits, last } = await credit();
    expect((await last())?.refs).toEqual({ ...whose, module: ['practice', 'safety'] });
    const some = { ...comparison, lines: comparison.lines.slice(0, 1) };
    must(await credits.compare(some));
    expect((await last())?.refs).toEqual({ ...whose, module: ['safety'], official: ['p-9'] });
    const granted = decision.granted.slice(0, 1);
    must(await credits.decide({ ...decision, granted, reason: 'остальное позже' }));
    const official = ['p-1', 'p-2'];
    expect((await last())?.refs).toEqual({ ...whose, module: ['safety'], official });
  });

  test('D11: its withdrawal names all of them', async () => {
    const { credits, last } = await credit();
    must(await credits.withdraw({ credit: 'c-1', applicant: 'learner', on: '2026-10-06' }));
    expect(await last()).toMatchObject({
      type: 'CreditWithdrawn',
      data: { credit: 'c-1', learner: 'l-1', enrollment: 'l-1.mentor.1', applicant: 'learner' },
    });
    expect((await last())?.refs).toEqual({ ...whose, module: ['practice', 'safety'] });
  });

  test('D11: what was not done names its own subject, and stands in the application', async () => {
    const { credits, enrollments, store, last, state } = await credit();
    must(await credits.compare(comparison));
    must(await credits.decide(decision));
    const enrollment = 'l-1.mentor.1';
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-10-11' }));
    await grant(store);
    expect(await last()).toMatchObject({ data: { credit: 'c-1', learner: 'l-1', enrollment } });
    expect((await last())?.refs).toEqual({ ...whose, module: ['practice'] });
    expect((await state()).notDone).toEqual(['safety: interim', 'practice: interim']);
  });

  test('D11: without a document, a module or a controller none is named', async () => {
    const bare = { ...rules, controlOffices: null, documentRequired: false };
    const { credits, session, events } = await openGifted({ credits: bare });
    const { document: _, ...undocumented } = application;
    const wanted = [{ module: null, kind: 'final' }];
    const whole = await credits.apply({ ...undocumented, id: 'c-3', wanted });
    must(whole);
    const [told] = await events('credit-c-3');
    expect(told?.refs).not.toHaveProperty('module');
    expect(told?.data).not.toHaveProperty('document');
    expect((await session.load(creditFold, 'c-3')).state.documented).toBe(false);
    must(await credits.apply(application));
    must(await credits.compare(comparison));
    must(await credits.decide({ ...decision, controlledBy: null }));
    const decided = (await events('credit-c-1')).at(-1);
    expect(decided?.data).toMatchObject({ control: null });
    expect(decided?.data).not.toHaveProperty('reason');
    expect(decided?.refs.official).toEqual(['p-1']);
  });
});

describe('D11: what the regulation asks of a credit', () => {
  test('R5 §5.2: no comparison and no reason, where it asks for neither', async () => {
    const lax = { ...rules, comparisonRequired: false, reasonRequired: false };
    const { credits, last } = await credit({ credits: lax });
    must(await credits.decide({ ...decision, granted: decision.granted.slice(0, 1) }));
    expect(await last()).toMatchObject({ data: { outcome: 'part' } });
  });

  test('R5 §5.2: a comparison of each subject that is granted', async () => {
    const { credits } = await credit();
    must(await credits.compare({ ...comparison, lines: comparison.lines.slice(0, 1) }));
    const no = await credits.decide(decision);
    expectRefused(no, 'credit-not-compared', 'c-1', 'practice: interim');
  });

  test('R5 §5.2: every line of a comparison is of a subject that was applied for', async () => {
    const { credits } = await credit();
    const kind = { ...comparison, lines: [line, { ...line, kind: 'final' }] };
    expectRefused(await credits.compare(kind), 'credit-not-wanted', 'safety: final');
  });

  test('R5 §5.2: who compares teaches the group, who decides heads the programme', async () => {
    const { credits, officials } = await credit();
    const from = '2026-09-01';
    const elsewhere = { scope: { groups: ['m-2'] }, from };
    must(await officials.appoint({ person: 'p-21', office: 'teacher', ...elsewhere }));
    const compared = await credits.compare({ ...comparison, comparedBy: 'p-21' });
    expectRefused(compared, 'not-appointed', 'p-21');
    const here = { scope: { groups: ['m-1'], programmes: ['mentor'] }, from };
    must(await officials.appoint({ person: 'p-22', office: 'teacher', ...here }));
    must(await credits.compare({ ...comparison, comparedBy: 'p-22' }));
  });
});

describe('D11: what is noted, or asked, of a subject that was not granted', () => {
  test('nothing is noted of it, by its module and by its kind', async () => {
    const { credits, state } = await credit();
    must(await credits.compare(comparison));
    must(await credits.decide(decision));
    const decided = await state();
    const refusal = { code: 'outside-study', ru: 'вне обучения', en: 'outside study' };
    const note = { credit: 'c-1', refusal, on: '2026-10-12' };
    for (const [module, kind, subject] of [
      ['physics', 'interim', 'physics: interim'],
      ['safety', 'final', 'safety: final'],
      [null, 'final', '*: final'],
    ] as const) {
      const asked = noteCreditNotDone.schema.parse({ ...note, module, kind });
      const wanted = ['safety: interim', 'practice: interim'];
      expect(decideNoteCreditNotDone(decided, asked)).toMatchObject({
        code: 'credit-not-wanted',
        data: { credit: 'c-1', subject, wanted },
      });
    }
  });

  test('R5 §5.2: an insufficient comparison is told from a missing one', async () => {
    const { credits } = await credit();
    const short = { ...comparison, lines: [{ ...line, suffices: false }] };
    must(await credits.compare(short));
    const no = await credits.decide(decision);
    const found = expectRefused(no, 'credit-not-compared', 'safety: interim').text;
    const other = await credit();
    const none = await other.credits.decide(decision);
    expect(expectRefused(none, 'credit-not-compared', 'safety: interim').text).not.toEqual(found);
  });

  test('a decision about no application is refused', async () => {
    const { credits } = await credit();
    const none = await credits.decide({ ...decision, credit: 'c-9' });
    expectRefused(none, 'credit-unknown', 'c-9');
  });

  test('R5 §1.2: another source, or another day of it, is not what was granted', async () => {
    const { credits, assessments } = await credit();
    must(await credits.compare(comparison));
    must(await credits.decide(decision));
    const asked = {
      enrollment: 'l-1.mentor.1',
      module: 'safety',
      kind: 'interim',
      value: '5',
      source: application.source,
      decidedBy: 'p-1',
      decision: 'c-1',
      on: '2026-10-12',
    };
    const earlier = { ...asked, source: { ...application.source, achievedOn: '2026-05-24' } };
    expectRefused(await assessments.credit(earlier), 'credit-not-granted', 'c-1');
    const own = { ...asked, source: { ...application.source, kind: 'own' as const } };
    const no = await assessments.credit(own);
    expect(no.ok).toBe(false);
    must(await assessments.credit(asked));
  });
});
