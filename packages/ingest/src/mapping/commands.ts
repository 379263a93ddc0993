import type { AnyOperation } from '@letopis/core/kernel';
import type { Value } from './read-row.ts';

/*
 * A row may become any command of the services that the application opened. How it is carried out
 * is the operation's; what is said here is only which refusals mean that a row's fact is recorded
 * already, and which rows must go in one after another.
 */

/** What a row becomes on its way to a service: plain JSON, checked at the command's door. */
export type RawCommand = Readonly<Record<string, Value>> & {
  readonly commandId: string;
  readonly causationId: string;
};

/** By command name, the refusals that say: this fact is recorded already, from another file. */
export type RecordedAlready = Readonly<Record<string, readonly string[]>>;

/** The library's own. What was given an id refuses `already-exists`, whatever the command. */
export const recordedAlready: RecordedAlready = {
  'enroll-learner': ['already-enrolled'],
  'record-assessment': ['already-assessed'],
  'credit-result': ['already-assessed'],
};

/** A command that rows may become. */
export interface IngestCommand {
  readonly operation: AnyOperation;
  /** Refusals that say that the fact is recorded already. */
  readonly standing: readonly string[];
}

/** The commands that rows may become, by name: all operations of the session's services. */
export function ingestCommands(
  operations: readonly AnyOperation[],
  more: RecordedAlready = {},
): ReadonlyMap<string, IngestCommand> {
  const standing = { ...recordedAlready, ...more };
  return new Map(
    operations.map((operation) => {
      const { name } = operation.command;
      return [name, { operation, standing: ['already-exists', ...(standing[name] ?? [])] }];
    }),
  );
}

type Fields = Readonly<Record<string, Value>>;

/**
 * The lane of a row: rows of one lane go in one after another, in their order. Those about one
 * learner share a lane, other ones those that write to one stream.
 */
export function laneOf({ command, streamOf }: AnyOperation, fields: Fields): string {
  const { learner, enrollment } = fields;
  if (typeof learner === 'string') return `learner ${learner}`;
  if (typeof enrollment === 'string') return `learner ${enrollment.split('.')[0] ?? ''}`;
  return streamOf?.(fields, '')?.join(' ') ?? command.name;
}
