import type { CommandType, ReceivedCommand } from '../kernel/command.ts';
import type { Result } from '../kernel/refusal.ts';
import { refuseIfDaysAhead } from './door.ts';
import type { Receipt } from './receipt.ts';
import type { Sent, Session } from './session.ts';

/*
 * A service is data: each row says which command it takes and how that command is handled. The
 * methods that an application calls, ingest, the JSON Schemas of the commands, the reference
 * documentation and the law tests are all made from these rows.
 */

/** One row of a service: a command and how it is handled. Most are made by `on`. */
export interface Operation<Input, Raw, Answer> {
  /** The command's name and the schema of its input. */
  readonly command: CommandType<Input, Raw>;
  /**
   * Parses and handles a command; refuses `invalid-input` where its shape is wrong, and
   * `not-authorised` where the application's hook denies it.
   */
  readonly run: (session: Session, raw: unknown) => Promise<Result<Answer>>;
  /**
   * The kind and key of the stream that a command with these fields and this id writes to; null
   * where the fields are invalid. Absent where the stream is known only after reading.
   */
  readonly streamOf?: (fields: unknown, id: string) => readonly string[] | null;
}

/** An operation whose input and answer types do not matter. */
export type AnyOperation = Pick<Operation<unknown, unknown, Receipt>, 'run' | 'streamOf'> & {
  readonly command: Pick<CommandType, 'name' | 'schema' | 'personal' | 'namesGround'>;
};

/** A row that makes its method itself, because the method takes other arguments than a command. */
export interface MethodMaker {
  (session: Session): (...given: never[]) => unknown;
  /** The operation behind the method, if it sends a command: for ingest and documentation. */
  readonly operation?: AnyOperation;
}

/** The rows of a service, by the names of its methods. */
export type Rows = Readonly<Record<string, AnyOperation | MethodMaker>>;

/** The methods of a service: each takes a command as plain JSON, and answers or refuses. */
export type Service<Ops> = {
  readonly [Name in keyof Ops]: Ops[Name] extends Operation<infer _Input, infer Raw, infer Answer>
    ? (raw: Sent<Raw>) => Promise<Result<Answer>>
    : Ops[Name] extends (session: Session) => infer Method
      ? Method
      : never;
};

/** Makes the methods of a service for a session. */
export interface ServiceMaker<Ops> {
  (session: Session): Service<Ops>;
  /** The rows that the service was declared with. */
  readonly rows: Ops;
}

/**
 * Declares a service. An editor shows the comment above a row on the method that people call. For
 * this the comment must be on lines of its own.
 *
 * @example
 * const bookService = service({
 *   // Lends a book to a learner. Refuses `book-out`.
 *   lend: onBook(lendBook, { decide: decideLend }),
 * });
 * await bookService(session).lend({ learner: 'l-1', book: 'b-1', on: '2026-10-05' });
 */
export function service<Ops extends Rows>(rows: Ops): ServiceMaker<Ops> {
  const make = (session: Session): Service<Ops> => {
    const methods = Object.entries(rows).map(([name, row]) => [name, methodOf(row, session)]);
    return Object.fromEntries(methods) as Service<Ops>;
  };
  return Object.assign(make, { rows });
}

function methodOf(row: AnyOperation | MethodMaker, session: Session): unknown {
  return typeof row === 'function' ? row(session) : (raw: unknown) => row.run(session, raw);
}

/** Makes methods for a session: a service, or any `(session) => methods`. */
export interface MethodsMaker<Methods extends object = object> {
  (session: Session): Methods;
  /** The rows of a service; ingest, schemas and documentation read them. */
  readonly rows?: Rows;
}

/** Services by name, as they are opened. */
export type Makers = Readonly<Record<string, MethodsMaker>>;

/** All operations of some services: their rows, and the operations behind custom methods. */
export function operationsOf(makers: Iterable<MethodsMaker>): readonly AnyOperation[] {
  return [...makers].flatMap(({ rows = {} }) =>
    Object.values(rows).flatMap((row) => (typeof row === 'function' ? (row.operation ?? []) : row)),
  );
}

/**
 * Declares a row whose method takes other arguments than the operation's command.
 *
 * @typeParam Method is the type of the method that people call.
 */
export function customMethod<Method extends (...given: never[]) => unknown>(
  operation: AnyOperation,
  maker: (session: Session) => Method,
): ((session: Session) => Method) & { readonly operation: AnyOperation } {
  return Object.assign((session: Session) => maker(session), { operation });
}

/**
 * Declares an operation whose handling is written out. It is for commands that `on` cannot express:
 * those that try one stream after another until one accepts.
 */
export function customOperation<Input, Raw, Answer>(
  command: CommandType<Input, Raw>,
  carryOut: (session: Session, command: ReceivedCommand<Input>) => Promise<Result<Answer>>,
): Operation<Input, Raw, Answer> {
  return {
    command,
    run: async (session, raw) => {
      const received = await session.admit(command, raw);
      if (!received.ok) return received;
      const answer = await carryOut(session, received.value);
      if (answer.ok) return answer;
      // A day too far ahead is said before what follows from it.
      const ahead = await refuseIfDaysAhead(session, received.value);
      return ahead === null ? answer : { ok: false, refusal: ahead };
    },
  };
}
