import type { EventStore, RegulationPreset } from '@letopis/core';
import { codec, coreEvents, must } from '@letopis/core';
import { carrierMark, retentionFold } from '@letopis/core/facts';
import { coreProjections, openReader, openViews } from '@letopis/projections';
import { openMemoryViews } from '@letopis/store-memory';
import { file, journal, oldSchool, paperOnly } from './retention-school.ts';

/** The paper file of l-1, and the paper journal of their group. */
export const fileItem = { carrier: 'personal-files', record: file } as const;
export const journalItem = { carrier: 'lesson-journal', record: journal } as const;

export const check = {
  id: 'pc-1',
  number: '1-п',
  items: [
    { ...fileItem, found: 'absent' },
    { ...journalItem, found: 'present' },
  ],
  members: ['p-5'],
  signer: 'p-7',
  on: '2028-02-01',
} as const;

export const nonDiscovery = {
  number: '3',
  drawnUpOn: '2028-06-01',
  items: [fileItem],
  done: 'осмотрены архив и учебный отдел, опрошены сотрудники',
  members: ['p-5', 'p-7', 'p-2'],
  signer: 'p-1',
  on: '2028-06-02',
};

export const copy = {
  ...fileItem,
  restoredFrom: 'журналу событий',
  sheets: 12,
  signer: 'p-1',
  office: 'head',
  on: '2028-06-20',
};

/** A school on 1 February 2031, with what tests about presence ask. */
export async function presenceSchool(preset: RegulationPreset = paperOnly()) {
  const school = await oldSchool(preset);
  const course = async (item: { carrier: string; record: string } = fileItem) => {
    const { state } = await school.session.load(retentionFold, 'main');
    return state.carriers.get(`${item.carrier} ${item.record}`);
  };
  const standing = async (item?: { carrier: string; record: string }) =>
    (await course(item))?.standing ?? 'in-place';
  const mark = async (item?: { carrier: string; record: string }) => {
    const one = await course(item);
    return one === undefined ? null : carrierMark(one);
  };
  const annul = async (entry: string) =>
    school.retention.annulEntry({
      entry,
      reason: 'ошибка ввода',
      signer: 'p-1',
      office: 'head',
      on: '2031-02-01',
    });
  const last = async () => (await school.events('retention-main')).at(-1);
  return { ...school, course, standing, mark, annul, last };
}

/** The same, where the file of l-1 was sought from 1 February 2028. */
export async function soughtSchool(preset?: RegulationPreset) {
  const school = await presenceSchool(preset);
  must(await school.presence.check(check));
  return school;
}

/** A reader on a day. */
export async function readerOn(store: EventStore, day: string | null) {
  const views = await openViews(store, openMemoryViews(), coreProjections, {
    codec: codec(coreEvents),
  });
  return openReader(views, { on: day });
}

/** An investigator takes a file and a journal away on 2 March 2028. RK 4 no. 10. */
export const seizure = {
  id: 's-1',
  number: '1-и',
  authority: 'СУ СК',
  takerPosition: 'следователь',
  paper: { kind: 'decision', number: '17', date: '2028-03-01' },
  items: [fileItem, journalItem],
  signer: 'p-1',
  on: '2028-03-02',
};

/** All that was seized comes back on 1 December 2028. */
export const back = {
  seizure: 's-1',
  outcome: 'returned',
  paper: { kind: 'letter', number: '90', date: '2028-11-30' },
  signer: 'p-1',
  on: '2028-12-01',
} as const;
