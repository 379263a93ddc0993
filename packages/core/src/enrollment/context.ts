import type { RestsOn } from '../achievement/resting.ts';
import { readToday } from '../acting/act-day.ts';
import { isProtocolId } from '../commission/protocol-id.ts';
import type { ProtocolSeen } from '../commission/reading.ts';
import { readProtocol } from '../commission/reading.ts';
import type { CreditState } from '../credit/state.ts';
import type { GroupState } from '../group/state.ts';
import { groupDecider } from '../group/state.ts';
import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { ScopeAsked } from '../official/questions.ts';
import { readOfficial } from '../official/reading.ts';
import { officialDecider } from '../official/state.ts';
import type { OfficialState } from '../official/state.ts';
import type { ProgrammeState } from '../programme/state.ts';
import { programmeDecider } from '../programme/state.ts';
import { refuseIfArchived } from '../record/refusals.ts';
import { editionOn } from '../regulation/questions.ts';
import type { RegulationState } from '../regulation/regulation.ts';
import { regulationDecider, regulationMissing } from '../regulation/regulation.ts';
import type { Edition } from '../regulation/rules.ts';
import { enrollmentParts } from './id.ts';
import { readEnrollments } from './reading.ts';
import type { EnrollmentState } from './state.ts';
import { enrollmentUnknown } from './unknown.ts';

/*
 * What a decision about an enrollment reads from elsewhere. All editions come in, for one decision
 * may ask for two: the one in force on the fact's day and the one on the act's day.
 */

/** The study of a learner in a programme, as a decision needs it: its rules, and who may act. */
export interface StudyContext {
  readonly regulation: RegulationState;
  readonly programme: ProgrammeState;
  /** The officials whom the command names, by person. */
  readonly officials: ReadonlyMap<string, OfficialState>;
  /** The group that the command names or rests on; null where it is not open. */
  readonly group: GroupState | null;
  /** Today in the organisation's time zone. */
  readonly today: string;
}

/** What every decision about an enrollment knows beside its own stream. */
export interface EnrollmentContext extends StudyContext {
  /** The protocol that a result rests on; null: none of ours. */
  readonly protocol: ProtocolSeen | null;
  /** The learner's other enrollments in the programme, for acts that enter a group. */
  readonly siblings: readonly EnrollmentState[];
  /** What a result is said to rest on, and the learner whom conditions are granted. */
  readonly restsOn?: RestsOn;
  /** The decision that a credit rests on; left out where it names none. */
  readonly credit?: CreditState;
}

/** The study to read: of which enrollment, with which officials and group. */
export interface StudyAsked {
  readonly enrollment: string;
  readonly persons?: readonly (string | null | undefined)[];
  readonly group?: string | null | undefined;
}

/** What to read for one command. */
export interface Asked extends StudyAsked {
  readonly siblings?: boolean;
  /** What a result rests on: a protocol of ours is read. */
  readonly basis?: { readonly kind: string; readonly id: string | null } | null;
}

/** Reads the rules of a study, and who may act; refuses `regulation-missing`. */
export async function readStudy(
  reading: Reading,
  { enrollment, persons = [], group }: StudyAsked,
): Promise<StudyContext | Refusal> {
  const { programme } = enrollmentParts(enrollment);
  const named = new Set(persons.filter((one) => typeof one === 'string'));
  const [today, regulation, read, found, officials] = await Promise.all([
    readToday(reading),
    reading.load(regulationDecider, 'main'),
    reading.load(programmeDecider, programme),
    group === null || group === undefined ? null : reading.load(groupDecider, group),
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

/** Reads the context of a command; refuses `regulation-missing` before the first edition. */
export async function readContext(
  reading: Reading,
  asked: Asked,
): Promise<EnrollmentContext | Refusal> {
  const { learner, programme, number } = enrollmentParts(asked.enrollment);
  const [study, siblings] = await Promise.all([
    readStudy(reading, asked),
    asked.siblings === true ? readEnrollments(reading, learner, programme) : [],
  ]);
  if (isRefusal(study)) return study;
  const protocol = await readBasis(reading, asked.basis ?? null);
  if (isRefusal(protocol)) return protocol;
  return { ...study, protocol, siblings: siblings.filter((_, index) => index + 1 !== number) };
}

async function readBasis(
  reading: Reading,
  basis: NonNullable<Asked['basis']> | null,
): Promise<ProtocolSeen | null | Refusal> {
  if (basis?.kind !== 'protocol' || basis.id === null || !isProtocolId(basis.id)) return null;
  return readProtocol(reading, basis.id);
}

/** Reads what a command about one enrollment needs, where it names nobody and nothing else. */
export const readOwn = (
  session: Reading,
  { enrollment }: { readonly enrollment: string },
): Promise<EnrollmentContext | Refusal> => readContext(session, { enrollment });

/* Questions that every decision shares */

/** Is there such an enrollment, and may it still be changed? */
export function refuseUnlessOpen(state: EnrollmentState, enrollment: string): Refusal | null {
  if (state.id === null) return enrollmentUnknown({ enrollment });
  return refuseIfArchived(state.archival, recordOf(enrollment));
}

/** The name of an enrollment as a record of the archive. */
export const recordOf = (enrollment: string): string => `enrollment-${enrollment}`;

/** The edition in force on a day; refuses `regulation-missing`. */
export function editionFor(
  context: Pick<StudyContext, 'regulation'>,
  on: string,
): Edition | Refusal {
  return editionOn(context.regulation, on) ?? regulationMissing({ on });
}

/** An official whom the command names, as read; nobody appointed them where they were not. */
export function officialOf({ officials }: StudyContext, person: string): OfficialState {
  return officials.get(person) ?? officialDecider.initial();
}

/** What an official's office must cover for them to act in a group of the programme. */
export function scopeOf(context: StudyContext, group: string): ScopeAsked {
  const { id, level } = context.programme;
  return { programme: id, group, level };
}
