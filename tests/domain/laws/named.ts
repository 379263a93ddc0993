import type { Choice } from './choice.ts';
import type { World } from './world.ts';

/* The values of fields by their names, for a small school: ids that exist, days that are near. */

const ID_OF: Readonly<Record<string, string>> = {
  learner: 'learner',
  learners: 'learner',
  other: 'learner',
  present: 'learner',
  enrollment: 'enrollment',
  enrollments: 'enrollment',
  programme: 'programme',
  programmes: 'programme',
  group: 'group',
  groups: 'group',
  module: 'module',
  modules: 'module',
  commendation: 'commendation',
  transfer: 'transfer',
  file: 'file',
  journal: 'journal',
  commission: 'commission',
  work: 'work',
  achievement: 'achievement',
  credit: 'credit',
  register: 'register',
  document: 'document',
  documents: 'document',
  disclosure: 'disclosure',
  printout: 'printout',
  printouts: 'printout',
  act: 'act',
  import: 'import',
};

const DAYS = new Set([
  'on',
  'from',
  'until',
  'date',
  'plannedOn',
  'due',
  'issuedOn',
  'startedOn',
  'achievedOn',
  'birthDate',
  'studyFrom',
  'dueOn',
  'approvedOn',
  'orderDate',
]);

const PERSONS = new Set([
  'signer',
  'signers',
  'teacher',
  'assessor',
  'supervisor',
  'reviewer',
  'decidedBy',
  'orderedBy',
  'revokedBy',
  'verifiedBy',
  'annulledBy',
  'replenishedBy',
  'comparedBy',
  'controlledBy',
  'correctedBy',
  'chosenBy',
  'person',
  'member',
  'handsOver',
  'removedBy',
  'by',
  'addedBy',
  'proposedBy',
  'destroyers',
  'presiding',
  'relieved',
]);

const WORDS: Readonly<Record<string, readonly string[]>> = {
  kind: ['interim', 'current', 'final', 'olympiad', 'work', 'attestation', 'practice'],
  form: ['test', 'exam', 'oral', 'page'],
  scale: ['five-point', 'pass-fail'],
  value: ['4', '5', '2', 'зачтено'],
  result: ['4'],
  office: ['head', 'teacher', 'records-keeper'],
  role: ['chair', 'member', 'secretary'],
  reason: ['own-wish', 'illness', 'term-over', 'damaged', 'ошибка'],
  purpose: ['quality', 'path'],
  level: ['regional', 'municipal'],
  outcome: ['winner', 'participation'],
  studyYear: ['2020', '2021'],
  year: ['2020', '2021'],
  carrier: ['electronic-records', 'lesson-journal', 'personal-files'],
  blank: ['certificate-blank'],
  sha256: ['a'.repeat(64), 'b'.repeat(64)],
  timeZone: ['Europe/Moscow', 'Asia/Omsk'],
  code: ['н', 'б'],
};

/** A value for a text field by its name. */
export function named(field: string, world: World, by: Choice): string {
  const ids = ID_OF[field];
  if (ids !== undefined) return by.one(world.ids(ids)) ?? 'x-1';
  if (DAYS.has(field)) return world.act(by);
  if (PERSONS.has(field)) return by.mostly('p-1', 'p-2', 'p-3', 'p-4', 'p-9');
  const words = WORDS[field];
  if (words !== undefined) return by.one(words) ?? '';
  return `x-${by.below(4)}`;
}
