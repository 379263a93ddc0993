import type { RegulationPreset } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';

/* R2 with the sections that it leaves out, so that every rule of every service applies. */

const offices = ['head'];
const title = { ru: 'Носитель', en: 'Medium' };
const banks = (['learner', 'group', 'institution'] as const).map((holder) => ({
  id: `of-${holder}`,
  title: { ru: 'Банк', en: 'Bank' },
  holder,
}));

/** The regulation under which every history begins. */
export const full: RegulationPreset = {
  ...r2,
  scales: { ...r2.scales, chosenBy: 'teacher' },
  archive: { ...r2.archive, deadlineDays: 30 },
  // Who is in a group is no law of all services: it has tests of its own.
  lessons: { ...r2.lessons, attendeesEnrolled: false },
  credits: {
    ...r2.credits,
    sources: ['own', 'other-organisation', 'achievement'],
    achievementKinds: ['interim', 'final'],
    documentRequired: false,
  },
  achievements: { ...r2.achievements, banks, replenishBy: ['12-31', '06-30'] },
  portfolio: { ...r2.portfolio, learnerMayAdd: true },
  correction: { ...r2.correction, countersignOffices: ['deputy-head', 'head'] },
  assessment: { ...r2.assessment, platformMayAssess: true },
  documents: {
    ...r2.documents,
    kinds: r2.documents.kinds.flatMap((kind) =>
      kind.id === 'extract'
        ? [kind, { ...kind, id: 'old-extract', receivedRegister: 'study-certificates' }]
        : [kind],
    ),
  },
  retention: {
    ...r2.retention,
    holdings: r2.retention.holdings.map(({ records, kinds }) => ({
      records,
      kinds: records === 'personal-file' ? kinds.filter((kind) => kind !== 'learner') : kinds,
    })),
  },
  custody: {
    ...r2.custody,
    periodExport: { dueDays: 30, offices },
    entriesCheck: { dueDays: 30, offices },
    backup: { mediaMin: 2, dueMonth: 1, dueDay: 25, offices, mediaKinds: [{ id: 'disc', title }] },
    integrityCheck: { everyMonths: 6, offices },
  },
};

/** Sections that an amendment may change, with one new value each. */
export const amendments = {
  correction: [full.correction, r2.correction],
  assessment: [full.assessment, { ...r2.assessment, requirementsAnnounced: false }],
  enrollment: [full.enrollment, { ...r2.enrollment, onePer: 'programme' }],
  commendation: [full.commendation, { ...r2.commendation, publicationNeedsConsent: false }],
  scales: [full.scales, r2.scales],
  custody: [full.custody, r2.custody],
  works: [full.works, { ...r2.works, reviewRequired: false, defenceByProtocol: false }],
} as const satisfies Partial<Record<keyof RegulationPreset, readonly unknown[]>>;
