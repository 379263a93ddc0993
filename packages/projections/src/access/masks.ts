import type { Personal } from '@letopis/core';
import { allPurposes, purposesOf } from '../projection/fact.ts';
import type { AchievementRecord } from '../views/achievements.ts';
import type { DebtSubject } from '../views/debts.ts';
import type { JournalLessons, LessonRecord } from '../views/journal-lessons.ts';
import type { JournalMarks } from '../views/journal-marks.ts';
import type { JournalPlace } from '../views/journal.ts';
import { journalKey } from '../views/journal.ts';
import type { Person, PersonalValue } from '../views/people.ts';
import type { FileResults } from '../views/personal-file.ts';
import type { HoldRecord } from '../views/records-holds.ts';
import type { Holds } from '../views/records.ts';
import type { ResultRecord } from '../views/result.ts';

/*
 * What is left of an answer for somebody who may not see all of it. A mask leaves the shape as it
 * is, so that a report needs to know nothing of it.
 */

/** Begins the id of a masked person; no id of a person does. */
const MASK = '#';

/** Is this a person whom the reader may not know? */
export const isMasked = (person: string): boolean => person.startsWith(MASK);

/** The place of another learner in a group: that there is one, not who. R3 §4.2, R5 §6.2. */
export function maskedPlace({ group }: JournalPlace, number: number): JournalPlace {
  const learner = `${MASK}${number}`;
  return { kind: 'place', group, learner, stays: [], basis: null };
}

/** The key under which an answer is listed: a masked place is listed as its mask. */
export function keyOfShown(key: string, shown: unknown): string {
  if (typeof shown !== 'object' || shown === null || !('kind' in shown)) return key;
  const place = shown as JournalPlace;
  if (place.kind !== 'place' || !isMasked(place.learner)) return key;
  return journalKey.place(place.group, place.learner);
}

/** A person of whom only the name is shown, as of an official who signed a page. */
export function nameOnly(person: Person): Person {
  return {
    ...person,
    birthDate: null,
    snils: null,
    email: null,
    phone: null,
    representatives: [],
    represents: [],
    entries: [],
    notes: {},
    noteTypes: {},
    noteDays: {},
    closed: null,
    closedChange: null,
  };
}

/**
 * A person with only those personal values that are kept for one of some purposes. 152-FZ art. 5.
 */
export function forPurposes(person: Person, purposes: readonly string[]): Person {
  const shown = (type: string, field: string): boolean =>
    purposesOf(type, field).some((one) => purposes.includes(one));
  const some = (type: string, values: Readonly<Record<string, Personal<PersonalValue>>>) =>
    Object.fromEntries(Object.entries(values).filter(([field]) => shown(type, field)));
  const { notes, noteTypes, noteDays, entries, closedChange } = person;
  const identified = purposes.includes('identification');
  const left = identified ? person : { ...nameOnly(person), name: null, nameParts: null };
  return {
    ...left,
    representatives: person.representatives,
    represents: person.represents,
    noteTypes,
    noteDays,
    closedChange,
    entries: entries.map((one) => ({ ...one, values: some(one.type, one.values) })),
    notes: Object.fromEntries(
      Object.entries(notes).map(([event, values]) => [event, some(noteTypes[event] ?? '', values)]),
    ),
  };
}

/** What personal values are kept for, as the event types say it. */
export const PERSONAL_PURPOSES: readonly string[] = allPurposes();

/**
 * Is a kind of result, by the regulation in force on the result's day, for teachers only? R4 §4.2.
 */
export type IsForTeachers = (kind: string, on: string) => boolean;

/** The results of a learner without those that are for teachers only. R4 §4.2. */
export function withoutDiagnostics<A extends JournalMarks | FileResults | DebtSubject>(
  answer: A,
  isForTeachers: IsForTeachers,
): A {
  const isOpen = ({ first, on }: ResultRecord): boolean => !isForTeachers(first.data.kind, on);
  return { ...answer, results: answer.results.filter(isOpen) };
}

/** What the texts of analytical notes are kept for. */
const ANALYSIS = 'analysis';

const isOfNote = (type: string): boolean => purposesOf(type, 'title').includes(ANALYSIS);

/** A person without the texts of analytical notes about them, which are for teachers. R4 §4.2. */
export function withoutAnalysis(person: Person): Person {
  return withNotes(person, (type) => !isOfNote(type));
}

/** A person of whom only the name is shown, and the texts of some analytical notes. R4 §4.2. */
export function nameAndAnalysis(person: Person, notes: ReadonlySet<string>): Person {
  const { notes: texts, noteTypes } = withNotes(
    person,
    (type, event) => isOfNote(type) && notes.has(event),
  );
  return { ...nameOnly(person), notes: texts, noteTypes };
}

function withNotes(person: Person, isShown: (type: string, event: string) => boolean): Person {
  const shown = <T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(
      Object.entries(entries).filter(([event]) => isShown(person.noteTypes[event] ?? '', event)),
    );
  return { ...person, notes: shown(person.notes), noteTypes: shown(person.noteTypes) };
}

/**
 * The lessons of a class without those that were held for another learner alone, and without the
 * names of other guests; what was corrected since, too.
 */
export function withoutOthers(
  answer: JournalLessons,
  own: (learner: string) => boolean,
): JournalLessons {
  const isOpen = ({ data: { entry } }: LessonContent): boolean =>
    entry.individual === undefined || own(entry.individual);
  const lessons = answer.lessons
    .filter(({ inForce }) => isOpen(inForce))
    .map((lesson) => ({
      ...lesson,
      inForce: withoutGuests(lesson.inForce, own),
      before: lesson.before.filter(isOpen).map((one) => withoutGuests(one, own)),
    }));
  return { ...answer, lessons };
}

type LessonContent = LessonRecord['inForce'];

function withoutGuests(fact: LessonContent, own: (learner: string) => boolean): LessonContent {
  const { entry } = fact.data;
  if (entry.guests === undefined) return fact;
  const guests = entry.guests.filter(own);
  return { ...fact, data: { ...fact.data, entry: { ...entry, guests } } };
}

/** An achievement of which only the part of some learners is shown; null: it has none of theirs. */
export function ownAchievement(
  answer: AchievementRecord,
  own: (learner: string) => boolean,
): AchievementRecord | null {
  const participants = answer.participants.filter(({ data }) => own(data.learner));
  if (participants.length === 0) return null;
  return {
    ...answer,
    participants,
    evidence: answer.evidence.filter(({ data }) => own(data.learner)),
    annulledEntries: answer.annulledEntries.filter(
      ({ fact: { data } }) => !('learner' in data) || own(data.learner),
    ),
  };
}

/**
 * The holds that cover some learners or their records, or everything: that there are such, not who
 * asked for them and why, which may be an investigation.
 */
export function ownHolds(answer: Holds, own: (learner: string) => boolean): Holds {
  const holds = answer.holds.filter(({ placed }) => {
    const { scope } = placed.data;
    if (scope.kind === 'learner') return own(scope.learner);
    if (scope.kind === 'record') return own(learnerOfRecord(scope.record));
    return scope.kind === 'all';
  });
  return { ...answer, holds: holds.map(withoutCause) };
}

function withoutCause({ placed, lifted, annulled, ...hold }: HoldRecord): HoldRecord {
  return {
    ...hold,
    placed: { ...placed, ground: null, data: { ...placed.data, reason: '—', authority: null } },
    lifted: lifted && { ...lifted, ground: null },
    annulled: annulled && {
      ...annulled,
      ground: null,
      data: { ...annulled.data, reason: null },
    },
  };
}

/** The learner of a record `enrollment-<learner>.…` or `file-<learner>.…`; '' for a journal. */
export function learnerOfRecord(record: string): string {
  return /^(?:enrollment|file)-([^.]+)\./.exec(record)?.[1] ?? '';
}
