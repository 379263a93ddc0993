import type { RegulationPreset } from '@letopis/core';
import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { openSchool, regulation } from './records-school.ts';

/** Rules of R5 and R3 for what R2 does not regulate. */
export const asR5: Partial<RegulationPreset> = {
  credits: {
    ...r2.credits,
    sources: ['own', 'other-organisation', 'achievement'],
    controlOffices: ['deputy-head'],
    achievementKinds: ['interim', 'final'],
    achievementKindsNotStateFinal: ['interim', 'final'],
  },
  assessment: {
    ...r2.assessment,
    specialConditions: {
      ...r2.assessment.specialConditions,
      kindsNotStateFinal: ['interim', 'final'],
    },
  },
  achievements: {
    ...r2.achievements,
    basisForKinds: ['interim'],
    banks: [
      { id: 'learners', title: { ru: 'Банк обучающихся', en: 'Of learners' }, holder: 'learner' },
      { id: 'groups', title: { ru: 'Банк коллективов', en: 'Of collectives' }, holder: 'group' },
      { id: 'house', title: { ru: 'Банк учреждения', en: 'Of the house' }, holder: 'institution' },
    ],
    replenishBy: ['12-31', '06-30'],
  },
  portfolio: { ...r2.portfolio, learnerMayAdd: true },
};

/**
 * The records school with `l-1` and `l-2` in group m-1, the subject physics, which is examined at
 * the state final attestation, and p-2 as deputy head for basic education.
 */
export async function openGifted(changes: Partial<RegulationPreset> = {}) {
  const school = await openSchool(regulation({ ...asR5, ...changes }));
  const { enrollments, officials, programmes } = school;
  const from = '2026-09-01';
  for (const learner of ['l-1', 'l-2']) {
    must(await enrollments.enroll({ learner, group: 'm-1', from }));
  }
  const physics = { id: 'physics', scale: 'five-point', stateFinal: true };
  must(await programmes.addModule({ programme: 'mentor', module: physics, on: from }));
  must(await officials.appoint({ person: 'p-2', office: 'deputy-head', from }));
  return school;
}

/** The entry of l-1 in the state resource on gifted children, from 15 September 2026. */
export const listing = { learner: 'l-1', entry: 'ГИР-2026-77', on: '2026-09-15' };

/** A regional olympiad that l-1 won. */
export const olympiad = {
  id: 'a-1',
  participants: [
    {
      learner: 'l-1',
      enrollment: 'l-1.mentor.1',
      result: '1 место, 98 баллов',
      document: { title: 'Диплом победителя', number: '14', date: '2026-10-30' },
    },
  ],
  kind: 'olympiad',
  event: 'Областная олимпиада по безопасности',
  internal: false,
  officialList: 'gifted-list',
  level: 'regional',
  outcome: 'winner',
  on: '2026-10-30',
};
export const verifying = { achievement: 'a-1', verifiedBy: 'p-9', on: '2026-11-02' };

/** The school with the olympiad recorded and verified. */
export async function withOlympiad(changes: Partial<RegulationPreset> = {}) {
  const school = await openGifted(changes);
  must(await school.achievements.record(olympiad));
  must(await school.achievements.verify(verifying));
  return school;
}

/* An achievement of two learners, and its diploma. */

export const team = {
  id: 'a-2',
  participants: [{ learner: 'l-1' }, { learner: 'l-2' }],
  kind: 'festival',
  event: 'Фестиваль хоров',
  internal: true,
  level: 'institution',
  outcome: 'participation',
  on: '2026-10-10',
};
export const diploma = { title: 'Диплом ансамбля', number: '7', date: '2026-10-12' };
