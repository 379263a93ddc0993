import type { Reading } from '../../../kernel/reading.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { readOfficial } from '../../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';
import { readToday } from '../../../rules/regulation/facts/reading.ts';
import type { RegulationState } from '../../../rules/regulation/facts/state.ts';
import { regulationFold } from '../../../rules/regulation/facts/state.ts';
import type { GroupState } from '../../group/facts/state.ts';
import { groupFold } from '../../group/facts/state.ts';
import type { ProgrammeState } from '../../programme/facts/state.ts';
import { programmeFold } from '../../programme/facts/state.ts';
import { enrollmentParts } from './questions.ts';
import type { EnrollmentState } from './state.ts';
import { enrollmentFold } from './state.ts';

/*
 * What decisions about an enrollment read from other streams. They read the whole regulation, since
 * a decision may need two editions: the one in force on the result's day and on the act's day.
 */

/** The rules of a learner's study in a programme, and the officials who act in it. */
export interface StudyContext {
  readonly regulation: RegulationState;
  readonly programme: ProgrammeState;
  /** The officials whom the command names, by person id. */
  readonly officials: ReadonlyMap<string, OfficialState>;
  /** The group that the command concerns; null: not asked for, or there is no such group. */
  readonly group: GroupState | null;
  /** Today in the organisation's time zone. */
  readonly today: string;
}

/** What to read: the enrollment's programme, the officials and the group that are named. */
export interface StudyAsked {
  readonly enrollment: string;
  readonly persons?: readonly (string | null | undefined)[];
  readonly group?: string | null | undefined;
}

/** Reads regulation, programme, officials and group. Refuses `regulation-missing`. */
export async function readStudy(
  reading: Reading,
  { enrollment, persons = [], group }: StudyAsked,
): Promise<StudyContext | Refusal> {
  const { programme } = enrollmentParts(enrollment);
  const named = new Set(persons.filter((one) => typeof one === 'string'));
  const [today, regulation, read, found, officials] = await Promise.all([
    readToday(reading),
    reading.load(regulationFold, 'main'),
    reading.load(programmeFold, programme),
    group === null || group === undefined ? null : reading.load(groupFold, group),
    Promise.all([...named].map(async (id) => [id, await readOfficial(reading, id)] as const)),
  ]);
  if (isRefusal(today)) return today;
  return {
    regulation: regulation.state,
    programme: read.state,
    officials: new Map(officials),
    group: found === null || found.state.id === null ? null : found.state,
    today,
  };
}

/** Reads a learner's enrollments in one programme, in the order of their numbers. */
export async function readEnrollments(
  reading: Reading,
  learner: string,
  programme: string,
): Promise<readonly EnrollmentState[]> {
  const found: EnrollmentState[] = [];
  for (let number = 1; ; number += 1) {
    const { state } = await reading.load(enrollmentFold, learner, programme, String(number));
    if (state.id === null) return found;
    found.push(state);
  }
}
