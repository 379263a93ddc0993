import type { EventStore, RegulationPreset } from '@letopis/core';
import { must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { academyOver } from './academy.ts';

/** What tests about records use of a school: its services for one account. */
export type RecordsSchool = ReturnType<typeof schoolOver>;

/** The school's services for one account over a store. */
export function schoolOver(store: EventStore, actor = 'u-17') {
  const school = academyOver(store, actor, order('12-од', '2026-08-25'));
  return { ...school, events: (stream: string) => school.handler.events(`academy.${stream}`) };
}

/**
 * R2 with the fields that it leaves blank filled in, so that every rule can be tested. Its lessons
 * list whom they will, so that a test about a record enrolls nobody.
 */
export const regulation = (changes: Partial<RegulationPreset> = {}): RegulationPreset => ({
  ...r2,
  archive: { ...r2.archive, deadlineDays: 30 },
  lessons: { ...r2.lessons, attendeesEnrolled: false },
  ...changes,
});

/**
 * A school on 22 November 2026: p-9 is a teacher, p-1 the head, p-5 the records keeper, p-7 the
 * archivist, p-6 both of these; group m-1 studies the programme mentor with the modules safety and
 * practice.
 */
export async function openSchool(
  preset: RegulationPreset = regulation(),
  store: EventStore = openMemory(fixedPorts({ at: '2026-11-22T09:00:00.000Z' })),
) {
  const school = schoolOver(store);
  const given = { timeZone: 'Europe/Moscow', from: '2026-09-01' };
  must(await school.regulation.adopt(preset, given));
  const offices = [
    ['p-9', 'teacher'],
    ['p-1', 'head'],
    ['p-5', 'records-keeper'],
    ['p-7', 'archivist'],
    ['p-6', 'records-keeper'],
    ['p-6', 'archivist'],
  ] as const;
  for (const [person, office] of offices) {
    must(await school.officials.appoint({ person, office, from: '2026-09-01' }));
  }
  const modules = ['safety', 'practice'].map((id) => ({ id, scale: 'five-point' }));
  must(await school.programmes.open({ id: 'mentor', on: '2026-09-01', modules }));
  must(await school.groups.open({ id: 'm-1', programme: 'mentor', on: '2026-09-01' }));
  for (const id of ['l-1', 'l-2', 'l-3']) {
    must(await school.learners.register({ id, on: '2026-09-01' }));
  }
  return school;
}

/** A lesson of safety in group m-1; everybody is present. */
export const lesson = {
  group: 'm-1',
  module: 'safety',
  topic: 'Вводный инструктаж',
  hours: 2,
  teacher: 'p-9',
  present: ['l-1', 'l-2'],
  on: '2026-09-07',
};

/* A file with two lines of its inventory, and an act. */

export const opening = { learner: 'l-1', number: '02-11/2026-1', index: '02-11', on: '2026-09-01' };
export const diploma = {
  file: 'l-1.1',
  title: 'Диплом',
  number: '77-1',
  date: '2020-06-30',
  sheets: 3,
  medium: 'paper' as const,
  original: true,
  on: '2026-09-02',
};
export const copy = {
  ...diploma,
  title: 'Копия диплома',
  sheets: 2,
  original: false,
  on: '2026-09-10',
};
export const act = { kind: 'act', number: '4', date: '2026-09-10' };
