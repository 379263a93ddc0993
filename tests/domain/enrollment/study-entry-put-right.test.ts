import { known, must, order } from '@letopis/core';
import type { RegulationPreset } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  decision,
  promotionOrder as ground,
  protocol,
  pupil as enrollment,
  yearSchool,
} from '../worlds/year-school.ts';

/*
 * Who puts an entry about how a learner studies right, on which paper, and what rests on it. RK
 * 1.8, 273-FZ art. 17, 58.
 */

const by = { enrollment, signer: 'p-1', reason: 'Ошибка', ground } as const;
const early = order('12-уч', '2026-10-01');
const extern = { enrollment, aspect: 'arrangement', form: 'extern', on: '2026-10-02' } as const;

/** A school with a decision and an arrangement of the first learner, and the acts on both. */
async function withEntries(changes: Partial<RegulationPreset> = {}) {
  const school = await yearSchool(changes);
  const { enrollments } = school;
  const form = must(await enrollments.setStudyForm({ ...extern, ground: early })).eventId;
  const decided = must(await enrollments.decideYear(decision)).eventId;
  const put = {
    'annul-study-entry': (more: object) =>
      enrollments.annulStudyEntry({ ...by, entry: form, ...more }),
    'correct-study-form': (more: object) =>
      enrollments.correctStudyForm({ ...by, entry: form, form: 'extern', ...more }),
    'correct-year-decision': (more: object) =>
      enrollments.correctYearDecision({
        ...by,
        entry: decided,
        decision: 'promoted',
        protocol,
        ...more,
      }),
  } as const;
  const last = async () => (await school.events(`academy.enrollment-${enrollment}`)).at(-1);
  return { ...school, form, decided, put, last };
}

describe.each(['annul-study-entry', 'correct-study-form', 'correct-year-decision'] as const)(
  'RK 1.8: %s',
  (act) => {
    test('is refused by its own name', async () => {
      const { put } = await withEntries();
      expectRefused(await put[act]({ reason: undefined }), 'reason-missing', act);
      expectRefused(await put[act]({ ground: null }), 'order-required', act);
    });

    test('is refused on a day without a regulation', async () => {
      const { put } = await withEntries();
      expectRefused(await put[act]({ on: '2026-08-31' }), 'regulation-missing', '2026-08-31');
    });

    test('is signed by one whose office covers the group of the entry', async () => {
      const { put, officials, enrollments } = await withEntries();
      must(await enrollments.transfer({ enrollment, to: '11a', on: '2027-06-01', ground }));
      for (const [person, group] of [
        ['p-6', '10a'],
        ['p-7', '11a'],
      ] as const) {
        const scope = { groups: [group] };
        must(await officials.appoint({ person, office: 'head', from: '2027-06-01', scope }));
      }
      expectRefused(await put[act]({ signer: 'p-7' }), 'not-appointed', 'p-7', 'head');
      must(await put[act]({ signer: 'p-6' }));
    });
  },
);

describe('RK 1.8: an entry is put right by the act on its own kind', () => {
  test('an arrangement is no decision on a year', async () => {
    const { put, form } = await withEntries();
    const answer = await put['correct-year-decision']({ entry: form });
    expectRefused(answer, 'entry-of-another-kind', form, 'StudyFormSet', 'YearDecided');
  });

  test('an arrangement that was ended is corrected after its end is annulled', async () => {
    const { put, enrollments, form } = await withEntries();
    const end = { ...extern, on: '2026-12-01', ground: order('20-уч', '2026-11-30') };
    const ended = must(await enrollments.endStudyForm(end)).eventId;
    const until = { until: '2026-11-30' };
    const no = expectRefused(await put['correct-study-form'](until), 'entry-rested-on', form);
    expect(no.data).toEqual({
      entry: form,
      facts: [{ type: 'StudyFormEnded', id: ended, on: '2026-12-01' }],
    });
    must(await enrollments.annulStudyEntry({ ...by, entry: ended }));
    must(await put['correct-study-form'](until));
  });

  test('its reason is written, and may be left out where nobody asks for it', async () => {
    const { put, last } = await withEntries();
    must(await put['annul-study-entry']({}));
    expect((await last())?.data).toMatchObject({ reason: known('Ошибка') });
    const correction = { ...r5.correction, entryReasonRequired: false };
    const silent = await withEntries({ correction });
    must(await silent.put['annul-study-entry']({ reason: undefined }));
    expect((await silent.last())?.type).toBe('StudyEntryAnnulled');
    expect((await silent.last())?.data).not.toHaveProperty('reason');
  });
});

describe('RK 1.8: the order that an entry needs, its annulment needs too', () => {
  const { arrangements } = r5.enrollment;
  /** The extern needs no order; the other arrangements do. */
  const free = {
    ...r5.enrollment,
    arrangements: arrangements.map((one) => ({
      ...one,
      orderRequired: one.id !== 'extern',
      paperRequired: false,
    })),
  };
  /** The regulation has no extern any more. */
  const less = { ...r5.enrollment, arrangements: arrangements.filter(({ id }) => id !== 'extern') };

  test('an arrangement by no order is annulled without one, another one is not', async () => {
    const { put, enrollments, form } = await withEntries({ enrollment: free });
    const home = { ...extern, form: 'home-study', on: '2026-11-02', ground: early } as const;
    const entry = must(await enrollments.setStudyForm(home)).eventId;
    const paper = { ground: null };
    expectRefused(await put['annul-study-entry']({ ...paper, entry }), 'order-required');
    must(await put['annul-study-entry']({ ...paper, entry: form }));
    expectRefused(await put['correct-year-decision'](paper), 'order-required');
  });

  test('so is one that the regulation has no more', async () => {
    const { put, regulation } = await withEntries();
    const amended = { from: '2027-06-01', sections: { enrollment: less }, ground: early };
    must(await regulation.amend(amended));
    must(await put['annul-study-entry']({ ground: null }));
  });
});

const day = (on: string) => ({ enrollment, on, ground: early });

describe('RK 1.8: the moves that a decision carried are named', () => {
  const application = { number: '3', date: '2027-05-24' } as const;

  test('each once, a later return into the same group too, and no leave from it', async () => {
    const { enrollments, groups, events } = await yearSchool();
    const parallel = { id: '11b', programme: 'senior', stage: 11, studyYear: '2027' };
    must(await groups.open({ ...parallel, on: '2026-09-01' }));
    const next = { ...decision, to: '11a', from: '2027-06-01' };
    const entry = must(await enrollments.decideYear(next)).eventId;
    const moved = (await events(`academy.enrollment-${enrollment}`)).at(-1)?.id;
    must(await enrollments.transfer({ ...day('2027-06-02'), to: '11b' }));
    const back = must(await enrollments.transfer({ ...day('2027-06-03'), to: '11a' })).eventId;
    must(await enrollments.suspend({ ...day('2027-06-04'), reason: 'illness' }));
    const no = expectRefused(
      await enrollments.annulStudyEntry({ ...by, entry }),
      'entry-rested-on',
    );
    expect(no.data).toEqual({
      entry,
      facts: [
        { type: 'Transferred', id: moved, on: '2027-06-01' },
        { type: 'Transferred', id: back, on: '2027-06-03' },
      ],
    });
  });

  test('from the day of the decision on, and none before it', async () => {
    const { enrollments, events } = await yearSchool();
    must(await enrollments.transfer({ ...day('2026-11-02'), to: '10b' }));
    must(await enrollments.transfer({ ...day('2026-12-01'), to: '10a' }));
    const plan = { ...decision, decision: 'individual-plan', application, to: '10b' };
    const paper = order('39-уч', decision.on);
    const entry = must(await enrollments.decideYear({ ...plan, ground: paper })).eventId;
    const moved = (await events(`academy.enrollment-${enrollment}`)).at(-1)?.id;
    const no = expectRefused(
      await enrollments.annulStudyEntry({ ...by, entry }),
      'entry-rested-on',
    );
    expect(no.data).toEqual({
      entry,
      facts: [{ type: 'Transferred', id: moved, on: decision.on }],
    });
  });
});
