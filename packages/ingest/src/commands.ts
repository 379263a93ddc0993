import type { CommandType, Desk, Receipt, Result } from '@letopis/core';
import {
  achievementRoom,
  assessmentRoom,
  completeStudy,
  creditResult,
  dischargeLearner,
  enrollLearner,
  enrollmentRoom,
  holdLesson,
  journalRoom,
  learnerRoom,
  recordAchievement,
  recordAssessment,
  registerLearner,
  startStudy,
} from '@letopis/core';
import type { Value } from './mapping/read-row.ts';

/** What a row becomes on its way to a room: plain JSON, checked at the command's door. */
export type RawCommand = Readonly<Record<string, Value>> & {
  readonly commandId: string;
  readonly causationId: string;
};

/** A command that rows may become. */
export interface IngestCommand {
  /** Its schema names the fields that a mapping may fill. */
  readonly type: Pick<CommandType, 'name' | 'schema' | 'personal'>;
  /** Sends it to its room. */
  readonly send: (desk: Desk, raw: RawCommand) => Promise<Result<Receipt>>;
  /** Rows of one lane go in one after another, in their order: those that write to one stream. */
  readonly lane: (fields: Readonly<Record<string, Value>>) => string;
  /** Refusals by which a natural key says that the fact stands already, from another file. */
  readonly standing: readonly string[];
}

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
const learnerLane = (id: string): string => `learner ${id}`;
const ofEnrollment = {
  lane: (fields: Readonly<Record<string, Value>>) =>
    learnerLane(text(fields['enrollment']).split('.')[0] ?? ''),
  standing: [],
};

const all: readonly IngestCommand[] = [
  {
    type: registerLearner,
    // The door checks what a row says: no room trusts its caller's types.
    send: (desk, raw) => learnerRoom(desk).register(raw as never),
    lane: ({ id }) => learnerLane(text(id)),
    standing: ['already-exists'],
  },
  {
    type: enrollLearner,
    send: (desk, raw) => enrollmentRoom(desk).enroll(raw as never),
    lane: ({ learner }) => learnerLane(text(learner)),
    standing: ['already-enrolled'],
  },
  {
    ...ofEnrollment,
    type: startStudy,
    send: (desk, raw) => enrollmentRoom(desk).startStudy(raw as never),
  },
  {
    ...ofEnrollment,
    type: completeStudy,
    send: (desk, raw) => enrollmentRoom(desk).complete(raw as never),
  },
  {
    ...ofEnrollment,
    type: dischargeLearner,
    send: (desk, raw) => enrollmentRoom(desk).discharge(raw as never),
  },
  {
    ...ofEnrollment,
    type: recordAssessment,
    send: (desk, raw) => assessmentRoom(desk).record(raw as never),
    standing: ['already-assessed'],
  },
  {
    ...ofEnrollment,
    type: creditResult,
    send: (desk, raw) => assessmentRoom(desk).credit(raw as never),
    standing: ['already-assessed'],
  },
  {
    type: holdLesson,
    send: (desk, raw) => journalRoom(desk).holdLesson(raw as never),
    lane: ({ group, module }) => `journal ${text(group)}.${text(module)}`,
    standing: ['already-exists'],
  },
  {
    type: recordAchievement,
    send: (desk, raw) => achievementRoom(desk).record(raw as never),
    lane: ({ id }) => `achievement ${text(id)}`,
    standing: ['already-exists'],
  },
];

/** The commands of the library that rows may become, by name. */
export const ingestCommands: Readonly<Record<string, IngestCommand>> = Object.fromEntries(
  all.map((one) => [one.type.name, one]),
);
