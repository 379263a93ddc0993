import type { RegulationPreset } from '@letopis/core';
import { letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { everywhere } from './grounds.ts';

const ground = order('1-од', '2026-08-25');
const note = {
  id: 'analytical-note',
  title: { ru: 'Аналитическая справка', en: 'Analytical note' },
  records: 'monitoring',
  medium: 'paper',
  mandatory: false,
  decidedBy: 'head',
  filePlanIndex: null,
  retention: { term: 'until-no-longer-needed', years: null, startsAt: null },
} as const;
const withNote: RegulationPreset = {
  ...r2,
  carriers: { ...r2.carriers, carriers: [...r2.carriers.carriers, note] },
};

/** An academy under R2 with a carrier that is used by a decision; `byNobody` names no ground. */
export async function academyWithNote() {
  const store = openMemory(fixedPorts({ at: '2026-12-01T10:00:00.000Z' }));
  const records = letopis({ store, organisation: 'academy' });
  const school = records.as('u-1', { grounds: everywhere(ground) });
  const from = '2026-09-01';
  must(await school.regulation.adopt(withNote, { timeZone: 'Europe/Moscow', from }));
  must(await school.officials.appoint({ person: 'p-1', office: 'head', from }));
  must(await school.officials.appoint({ person: 'p-9', office: 'teacher', from }));
  return { school, handler: records.handler, byNobody: records.as('u-2') };
}
