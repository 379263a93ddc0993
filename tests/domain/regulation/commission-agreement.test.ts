import type { RegulationPreset } from '@letopis/core';
import { must } from '@letopis/core';
import { r1 } from '@letopis/core/presets/r1';
import { r2 } from '@letopis/core/presets/r2';
import { r3 } from '@letopis/core/presets/r3';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { YearSchool } from '../worlds/year-school.ts';
import { givenYearMark, pupil, yearSchool } from '../worlds/year-school.ts';

/*
 * 273-FZ art. 58 parts 5 and 6, D8: what a regulation wants before a commission, a kind of
 * commission attests. Else nobody can hold it.
 */

const on = '2027-05-31';
const adopting = { timeZone: 'Europe/Moscow', from: '2026-09-01' } as const;
const adopt = (preset: RegulationPreset) => newAcademy().regulation.adopt(preset, adopting);

const [attestation, retake] = r5.commissions.kinds;
if (attestation === undefined || retake === undefined) throw new Error('R5 has two commissions');

/** A year mark 2, a retake that fails, and a commission of retakes. */
async function failedTwice() {
  const school = await yearSchool();
  const failed = await givenYearMark(school, 'algebra', '2');
  const first = { enrollment: pupil, of: failed, plannedOn: '2027-05-28', on: '2027-05-26' };
  const { eventId } = must(await school.debts.grantRetake(first));
  const taken = { enrollment: pupil, value: '2', assessor: 'p-9', on: '2027-05-28' };
  must(await school.assessments.record({ ...taken, retake: eventId }));
  const members = [
    { person: 'p-1', role: 'chair' },
    { person: 'p-8', role: 'member' },
    { person: 'p-9', role: 'member' },
  ];
  const formed = { id: 'c-1', kind: 'retake', members, from: '2026-09-01' };
  must(await school.commissions.form(formed));
  return { ...school, failed };
}

const second = ({ debts }: YearSchool, of: string, commission?: string) =>
  debts.grantRetake({ enrollment: pupil, of, plannedOn: on, on: '2027-05-29', commission });

describe('273-FZ art. 58 part 6: the second retake of a year mark', () => {
  test('is granted before a commission, and none without one', async () => {
    const school = await failedTwice();
    expectRefused(await second(school, school.failed), 'retake-needs-commission', '2');
    const granted = must(await second(school, school.failed, 'c-1')).eventId;
    const { protocol } = must(
      await school.commissions.hold({ commission: 'c-1', present: ['p-1', 'p-8', 'p-9'], on }),
    );
    must(await school.protocols.number({ protocol }));
    const basis = { kind: 'protocol', id: protocol };
    const taken = { enrollment: pupil, value: '3', assessor: 'p-9', on, retake: granted, basis };
    must(await school.assessments.record(taken));
  });
});

describe('a regulation in which no commission attests what needs one', () => {
  test.each([r1({ archiveDeadlineDays: 10 }), r2, r3, r5])(
    '$preset has none such',
    async (preset) => {
      must(await adopt(preset));
    },
  );

  test('is refused: retakes from some attempt on', async () => {
    const attests = ['interim', 'final'];
    const kinds = [attestation, { ...retake, attests }];
    const no = await adopt({ ...r5, commissions: { ...r5.commissions, kinds } });
    expectRefused(no, 'rules-disagree', 'year', 'commissions.kinds');
    // Nor does a commission for first attempts hold a retake.
    const first = [{ ...attestation, attests: [] }];
    const none = await adopt({ ...r5, commissions: { ...r5.commissions, kinds: first } });
    expectRefused(none, 'rules-disagree', 'year', 'interim', 'final');
    const any = [{ ...attestation, attests: [], attempts: 'any' as const }];
    must(await adopt({ ...r5, commissions: { ...r5.commissions, kinds: any } }));
  });

  test('is refused: results that need a protocol, first and repeated ones', async () => {
    const protocolFor = [{ kind: 'year', programmeTypes: [] }];
    const limits = r5.retakes.limits.map((one) => ({ ...one, commissionFromAttempt: null }));
    const retakes = { ...r5.retakes, limits };
    const rules = (first: readonly string[], again: readonly string[]) => ({
      ...r5,
      retakes,
      commissions: {
        ...r5.commissions,
        protocolFor,
        kinds: [
          { ...attestation, attests: [...first] },
          { ...retake, attests: [...again] },
        ],
      },
    });
    const first = expectRefused(await adopt(rules(['final'], ['year'])), 'rules-disagree', 'year');
    expect(first?.text.en).toContain('first attempts');
    const again = expectRefused(await adopt(rules(['year'], ['final'])), 'rules-disagree', 'year');
    expect(again?.text.en).toContain('retakes of year');
    must(await adopt(rules(['year'], ['year'])));
  });

  test('not where no attempt comes so far, or none may be repeated', async () => {
    const [limit] = r5.retakes.limits;
    if (limit === undefined) throw new Error('R5 limits retakes');
    const kinds = [attestation];
    const withLimit = (change: Partial<typeof limit>) =>
      adopt({
        ...r5,
        commissions: { ...r5.commissions, kinds },
        retakes: { ...r5.retakes, limits: [{ ...limit, ...change }] },
      });
    must(await withLimit({ attemptsMax: 1, commissionFromAttempt: 2 }));
    must(await withLimit({ attemptsMax: 0, commissionFromAttempt: 1 }));
    must(await withLimit({ commissionFromAttempt: null }));
    for (const change of [
      { attemptsMax: 2, commissionFromAttempt: 2 },
      { attemptsMax: null, commissionFromAttempt: 9 },
    ])
      expectRefused(await withLimit(change), 'rules-disagree', 'year');
  });

  test('is refused by an amendment too, save it puts both right at once', async () => {
    const { regulation } = newAcademy();
    must(await regulation.adopt(r2, adopting));
    const [limit] = r2.retakes.limits;
    if (limit === undefined) throw new Error('R2 limits retakes');
    const kinds = [
      ...r2.assessment.kinds,
      ...r5.assessment.kinds.filter(({ id }) => id === 'year'),
    ];
    const assessment = { ...r2.assessment, kinds };
    const retakes = { ...r2.retakes, limits: [{ ...limit, kinds: ['interim', 'year'] }] };
    const amended = { from: '2026-12-01', sections: { assessment, retakes } };
    expectRefused(await regulation.amend(amended), 'rules-disagree', 'year');
    const { commissions } = r5;
    must(await regulation.amend({ ...amended, sections: { assessment, retakes, commissions } }));
  });
});
