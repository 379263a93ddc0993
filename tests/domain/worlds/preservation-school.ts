import type { CustodyDue, CustodyRules } from '@letopis/core/facts';
import { custodyFold, custodyDueOf } from '@letopis/core/facts';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { openSchool, regulation } from './records-school.ts';

/** R4 §6.3: two media, by 25 January. */
export const backupRules = {
  mediaMin: 2,
  dueMonth: 1,
  dueDay: 25,
  offices: ['head'],
  mediaKinds: [
    { id: 'disk', title: { ru: 'Внешний диск', en: 'External disk' } },
    { id: 'optical', title: { ru: 'Оптический диск', en: 'Optical disc' } },
  ],
};
/** The rules of R4: the head exports, checks and makes backups; our default: a check each year. */
const rules: CustodyRules = {
  studyYearEnds: '05-31',
  studyYearEndsYearsLater: 1,
  periodExport: { dueDays: 10, offices: ['head'] },
  entriesCheck: { dueDays: 5, offices: ['head'] },
  backup: backupRules,
  integrityCheck: { everyMonths: 12, offices: ['head'] },
};

export const r4 = () => regulation({ custody: rules });

export const sha = (digit: string): string => digit.repeat(64);
export const by = { studyYear: '2026', signer: 'p-1' };
export const medium = (id: string, kind = 'disk', sha256 = sha('a')) => ({
  id,
  kind,
  place: `сейф, ${id}`,
  sha256,
});
export const period = {
  ...by,
  period: 'q1',
  from: '2026-09-01',
  until: '2026-10-31',
  on: '2026-09-01',
};
export const exported = {
  ...by,
  id: 'x-1',
  period: 'q1',
  source: 'platform-a',
  contents: ['marks', 'lessons'],
  keptAt: 'сервер, /архив/2026',
  sha256: sha('c'),
  on: '2026-11-05',
};
export const backup = {
  ...by,
  id: 'b-1',
  contents: 'выгрузки 2026/27',
  media: [medium('m-1'), medium('m-2', 'optical')],
  on: '2027-06-15',
};

export async function openCustody(preset = r4()) {
  const store = openMemory(fixedPorts({ at: '2029-02-01T09:00:00.000Z' }));
  const school = await openSchool(preset, store);
  const load = async () => (await school.session.load(custodyFold, '2026')).state;
  const due = async (on: string) => custodyDueOf(r4().custody, await load(), '2026', on);
  return { ...school, due };
}

/** The first duty of a kind that is due. */
export const find = (due: readonly CustodyDue[], what: CustodyDue['what']) =>
  due.find((one) => one.what === what);
