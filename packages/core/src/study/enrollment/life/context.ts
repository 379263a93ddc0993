import type * as z from 'zod';
import { readCarrierDestroyed } from '../../../acting/after-archive.ts';
import type { Session } from '../../../acting/session.ts';
import { entriesInForce } from '../../../entry/fold.ts';
import type { Reading } from '../../../kernel/reading.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { ResultBasis } from '../../../merit/achievement/facts/questions.ts';
import { seriesName, seriesOn } from '../../../papers/register/facts/questions.ts';
import { registerFold } from '../../../papers/register/facts/state.ts';
import type { LearnerState } from '../../../people/learner/facts/state.ts';
import { learnerFold } from '../../../people/learner/facts/state.ts';
import { editionNumbered } from '../../../rules/regulation/facts/questions.ts';
import { readEdition } from '../../../rules/regulation/facts/reading.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { isProtocolId } from '../../commission/facts/questions.ts';
import type { ProtocolSeen } from '../../commission/protocol/facts/reading.ts';
import { readProtocol } from '../../commission/protocol/facts/reading.ts';
import type { CreditState } from '../../credit/facts/state.ts';
import { readGroup } from '../../group/facts/reading.ts';
import type { GroupState } from '../../group/facts/state.ts';
import { groupFold } from '../../group/facts/state.ts';
import type { LessonSeen } from '../../journal/facts/reading.ts';
import { readProgramme } from '../../programme/facts/reading.ts';
import type { ProgrammeState } from '../../programme/facts/state.ts';
import type { LifeEvent } from '../facts/life-state.ts';
import { enrollmentParts, placeOn, recordOf } from '../facts/questions.ts';
import type { StudyAsked, StudyContext } from '../facts/reading.ts';
import { readEnrollments, readStudy } from '../facts/reading.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { enrollmentFold } from '../facts/state.ts';
import type { enrollLearner, reinstateLearner, transferLearner } from './commands.ts';

/** Context of decisions about an enrollment: what they read from other streams. */
export interface EnrollmentContext extends StudyContext {
  /** The protocol that a result names as its basis; null: none, or a paper from elsewhere. */
  readonly protocol: ProtocolSeen | null;
  /** The learner's other enrollments in the programme; read for acts that enter a group. */
  readonly otherEnrollments: readonly EnrollmentState[];
  /** The achievement that a result names as its basis, and the learner. */
  readonly restsOn?: ResultBasis;
  /** The application for credit that the command names; left out where it names none. */
  readonly credit?: CreditState;
  /** The lessons of the journal that a mark belongs to; left out where they were not read. */
  readonly lessons?: readonly LessonSeen[];
}

/** Context of acts that lead to another group, and of entries on which such an act rests. */
export interface MoveContext extends EnrollmentContext {
  /** The groups of the learner's life, and those that the command names, by id. */
  readonly groups: ReadonlyMap<string, GroupState>;
}

/** What to read for a command. */
export interface ContextAsked extends StudyAsked {
  readonly otherEnrollments?: boolean;
  /** The basis of a result; where it is a protocol of a commission here, that is read. */
  readonly basis?: { readonly kind: string; readonly id: string | null } | null;
}

/** Reads the context of a command. Refuses `regulation-missing` and `protocol-unknown`. */
export async function readContext(
  reading: Reading,
  asked: ContextAsked,
): Promise<EnrollmentContext | Refusal> {
  const { learner, programme, number } = enrollmentParts(asked.enrollment);
  const [study, otherEnrollments] = await Promise.all([
    readStudy(reading, asked),
    asked.otherEnrollments === true ? readEnrollments(reading, learner, programme) : [],
  ]);
  if (isRefusal(study)) return study;
  const protocol = await readBasis(reading, asked.basis ?? null);
  if (isRefusal(protocol)) return protocol;
  return {
    ...study,
    protocol,
    otherEnrollments: otherEnrollments.filter((_, index) => index + 1 !== number),
  };
}

/** Reads the context of a command that names an enrollment only. Refuses `regulation-missing`. */
export const readEnrollmentContext = (
  session: Reading,
  { enrollment }: { readonly enrollment: string },
): Promise<EnrollmentContext | Refusal> => readContext(session, { enrollment });

/** Reads the context of a transfer: the groups, and the learner's other enrollments. */
export const readTransfer = (
  session: Session,
  { enrollment, to: group }: z.output<typeof transferLearner.schema>,
): Promise<MoveContext | Refusal> => readMove(session, { enrollment, group });

/** Reads the group that the learner goes to, those of their life, and their other enrollments. */
export async function readMove(
  session: Reading,
  asked: StudyAsked,
): Promise<MoveContext | Refusal> {
  const context = await readContext(session, { ...asked, otherEnrollments: true });
  if (isRefusal(context)) return context;
  return { ...context, groups: await readGroups(session, asked.enrollment, asked.group) };
}

/** Reads the groups of the steps that count, and one more that a command names. */
export async function readGroups(
  reading: Reading,
  enrollment: string,
  named: string | null = null,
): Promise<MoveContext['groups']> {
  const { state } = await reading.load(enrollmentFold, enrollment);
  const ids = new Set(entriesInForce(state).flatMap(({ refs }) => refs.group ?? []));
  if (named !== null) ids.add(named);
  const found = await Promise.all(
    [...ids].map(async (id) => [id, (await reading.load(groupFold, id)).state] as const),
  );
  return new Map(found.filter(([, group]) => group.id !== null));
}

/** Reads the same for a reinstatement; without `group` the learner goes back to the last one. */
export async function readReinstatement(
  session: Session,
  { enrollment, group, on }: z.output<typeof reinstateLearner.schema>,
): Promise<MoveContext | Refusal> {
  const { state } = await session.load(enrollmentFold, enrollment);
  return readMove(session, { enrollment, group: group ?? placeOn(state, on).group });
}

/** Context of a discharge: the learner too, whose age and needs may rule out a reason. RK 1.7. */
export interface DischargeContext extends EnrollmentContext {
  readonly learner: LearnerState;
}

/** Reads the context of a discharge. Refuses `regulation-missing`. */
export async function readDischarge(
  session: Reading,
  { enrollment }: { readonly enrollment: string },
): Promise<DischargeContext | Refusal> {
  const context = await readContext(session, { enrollment });
  if (isRefusal(context)) return context;
  return { ...context, learner: await readLearner(session, enrollment) };
}

/** A valid document that was issued about an enrollment, as far as its life must agree with it. */
export interface DocumentSeen {
  readonly document: string;
  readonly on: string;
  /** Does it state a completion, or an enrollment only? */
  readonly demands: 'completion' | 'enrollment';
}

/** Context of annulling or correcting a step. RK 1.8, 1.9. */
export interface PuttingRightContext extends DischargeContext, MoveContext {
  /** In the order of their numbers, by register. */
  readonly documents: readonly DocumentSeen[];
  /** Was a carrier of this enrollment released for destruction? */
  readonly carrierDestroyed: boolean;
}

/** What annulling and correcting a step name. */
interface StepNamed {
  readonly enrollment: string;
  readonly entry: string;
  readonly signer: string;
  readonly instead?: { readonly group?: string | undefined; readonly to?: string | undefined };
}

/**
 * Reads the signer, the groups of the life and of the step, the learner with other enrollments, the
 * documents that were issued, and whether a carrier was destroyed. Refuses `regulation-missing`.
 */
export async function readPuttingRight(
  session: Reading,
  { enrollment, entry, signer, instead }: StepNamed,
): Promise<PuttingRightContext | Refusal> {
  const { state } = await session.load(enrollmentFold, enrollment);
  const step = state.entries.get(entry)?.event;
  const into = step === undefined ? null : groupAfter(step);
  const group = instead?.to ?? instead?.group ?? into;
  const asked = { enrollment, persons: [signer], group, otherEnrollments: true };
  const context = await readContext(session, asked);
  if (isRefusal(context)) return context;
  const [groups, learner, documents, carrierDestroyed] = await Promise.all([
    readGroups(session, enrollment, group),
    readLearner(session, enrollment),
    readDocuments(session, state, context),
    readCarrierDestroyed(session, recordOf(enrollment)),
  ]);
  return { ...context, groups, learner, documents, carrierDestroyed };
}

/** The group that a step leads into; null: the step says none. */
function groupAfter({ data }: LifeEvent): string | null {
  if ('toGroup' in data) return data.toGroup;
  return 'group' in data ? data.group : null;
}

const readLearner = async (reading: Reading, enrollment: string): Promise<LearnerState> =>
  (await reading.load(learnerFold, enrollmentParts(enrollment).learner)).state;

/**
 * Reads the valid documents about an enrollment, from every register that an edition named, in the
 * years from the enrollment until today.
 */
async function readDocuments(
  reading: Reading,
  { id, entries }: EnrollmentState,
  { regulation, today }: StudyContext,
): Promise<readonly DocumentSeen[]> {
  const days = [...entries.values()].map(({ event }) => event.occurredOn);
  const first = days.toSorted()[0] ?? today;
  const demands = new Map<string, DocumentSeen['demands']>();
  const series = new Set<string>();
  for (const { edition } of regulation.editions) {
    const { kinds, registers } = editionNumbered(regulation, edition)?.documents ?? NO_DOCUMENTS;
    for (const kind of kinds) if (kind.demands !== 'nothing') demands.set(kind.id, kind.demands);
    for (const register of registers) {
      for (let year = Number(first.slice(0, 4)); year <= Number(today.slice(0, 4)); year += 1) {
        series.add(seriesName(seriesOn(register, `${year}-01-01`)));
      }
    }
  }
  const found = await Promise.all(
    [...series].map(async (name) => (await reading.load(registerFold, name)).state),
  );
  return found.flatMap((register) =>
    [...register.entries.values()].flatMap(({ enrollment, kind, origin, annulledOn, ...entry }) => {
      if (enrollment !== id || origin !== 'issued' || annulledOn !== null) return [];
      const { document, on } = entry;
      return [{ document, on, demands: demands.get(kind) ?? 'enrollment' }];
    }),
  );
}

const NO_DOCUMENTS = { kinds: [], registers: [] };

/** A parsed `enroll-learner`. */
export type EnrollInput = z.output<typeof enrollLearner.schema>;

/** Context of `enroll-learner`. */
export interface EnrollContext {
  /** In force on the first day of the enrollment. */
  readonly edition: Edition;
  readonly learner: LearnerState;
  readonly group: GroupState;
  readonly programme: ProgrammeState;
  /** Number of the new enrollment among the learner's in the programme, from 1. */
  readonly number: number;
}

/**
 * Reads the context of enrolling under a number. Refuses `regulation-missing`, `group-unknown` and
 * `programme-unknown`.
 */
export async function readEnrolling(
  session: Session,
  { learner, group, from }: EnrollInput,
  number: number,
): Promise<EnrollContext | Refusal> {
  const edition = await readEdition(session, from);
  if (isRefusal(edition)) return edition;
  const opened = await readGroup(session, group);
  if (isRefusal(opened)) return opened;
  const programme = await readProgramme(session, opened.programme);
  if (isRefusal(programme)) return programme;
  const { state } = await session.load(learnerFold, learner);
  return { edition, group: opened, programme, learner: state, number };
}

async function readBasis(
  reading: Reading,
  basis: NonNullable<ContextAsked['basis']> | null,
): Promise<ProtocolSeen | null | Refusal> {
  if (basis?.kind !== 'protocol' || basis.id === null || !isProtocolId(basis.id)) return null;
  return readProtocol(reading, basis.id);
}
