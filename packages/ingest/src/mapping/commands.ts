import type { AnyOperation } from '@letopis/core/kernel';
import type { Value } from './read-row.ts';

/*
 * A row may become any command of the services that the application opened. The operation says how
 * the command is carried out. This file says only which refusals mean that a row's fact is already
 * recorded, and which rows must be sent in order.
 */

/** The command that a row becomes: plain JSON, which the command's schema then checks. */
export type RawCommand = Readonly<Record<string, Value>> & {
  readonly commandId: string;
  readonly causationId: string;
};

/**
 * By command name, the refusal codes that mean that the fact is already recorded, from another
 * file.
 */
export type RecordedAlready = Readonly<Record<string, readonly string[]>>;

/**
 * The codes of the library's own commands. Besides, every command that is given an id may refuse
 * `already-exists`.
 */
export const recordedAlready: RecordedAlready = {
  'enroll-learner': ['already-enrolled'],
  'record-assessment': ['already-assessed'],
  'credit-result': ['already-assessed'],
  'give-external-id': ['external-id-standing'],
};

/** A command that rows may become. */
export interface IngestCommand {
  readonly operation: AnyOperation;
  /** Refusal codes that mean that the fact is already recorded. */
  readonly alreadyRecorded: readonly string[];
}

/** The commands that rows may become, by name: all operations of the session's services. */
export function ingestCommands(
  operations: readonly AnyOperation[],
  more: RecordedAlready = {},
): ReadonlyMap<string, IngestCommand> {
  const codes = { ...recordedAlready, ...more };
  return new Map(
    operations.map((operation) => {
      const { name } = operation.command;
      return [name, { operation, alreadyRecorded: ['already-exists', ...(codes[name] ?? [])] }];
    }),
  );
}

type Fields = Readonly<Record<string, Value>>;

/**
 * The lane of a row. Rows of one lane are sent one after another, in their order. Rows about one
 * learner share a lane; other rows share one if they write to the same stream.
 */
export function laneOf({ command, streamOf }: AnyOperation, fields: Fields): string {
  const { learner, enrollment } = fields;
  if (typeof learner === 'string') return `learner ${learner}`;
  if (typeof enrollment === 'string') return `learner ${enrollment.split('.')[0] ?? ''}`;
  return streamOf?.(fields, '')?.join(' ') ?? command.name;
}
