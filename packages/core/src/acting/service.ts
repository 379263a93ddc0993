import type { CommandType, ReceivedCommand } from '../kernel/command.ts';
import type { Result } from '../kernel/refusal.ts';
import type { Receipt } from './receipt.ts';
import type { Sent, Session } from './session.ts';

/*
 * A service is data: each of its rows says which command it takes and how it is carried out. The
 * methods that an application calls, ingest, the JSON Schemas of the commands, the reference
 * documentation and the law tests are all made from these rows.
 */

/** One row of a service: a command, and how it is carried out. `on.ts` makes most of them. */
export interface Operation<Input, Raw, Answer> {
  readonly command: CommandType<Input, Raw>;
  /** Carries out a command as it came in; refuses `invalid-input` where its shape is wrong. */
  readonly run: (session: Session, raw: unknown) => Promise<Result<Answer>>;
  /**
   * The stream that a command of these fields and this id writes to, as its kind and key; null
   * where the fields do not fit. Left out where the stream must be looked for.
   */
  readonly streamOf?: (fields: unknown, id: string) => readonly string[] | null;
}

/** Any operation, where only its command and where its facts stand matter. */
export type AnyOperation = Pick<Operation<unknown, unknown, Receipt>, 'run' | 'streamOf'> & {
  readonly command: Pick<CommandType, 'name' | 'schema' | 'personal'>;
};

/** A row whose method takes more than its command: makes the method for a session. */
export interface MethodMaker {
  (session: Session): (...given: never[]) => unknown;
  /** The command that the method sends, where it sends one. */
  readonly operation?: AnyOperation;
}

/** The rows of a service, by the names of its methods. */
export type Rows = Readonly<Record<string, AnyOperation | MethodMaker>>;

/** The methods of a service. Each takes a command as plain JSON, and answers or refuses. */
export type Service<Ops> = {
  readonly [Name in keyof Ops]: Ops[Name] extends Operation<infer _Input, infer Raw, infer Answer>
    ? (raw: Sent<Raw>) => Promise<Result<Answer>>
    : Ops[Name] extends (session: Session) => infer Method
      ? Method
      : never;
};

/** Makes the methods of a service for a session, and shows its rows. */
export interface ServiceMaker<Ops> {
  (session: Session): Service<Ops>;
  readonly rows: Ops;
}

/**
 * Declares a service. An editor shows the comment above a row on the method that people call, so it
 * stands on lines of its own.
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
  /** The rows of a service; ingest, schemas and documentation are made from them. */
  readonly rows?: Rows;
}

/** The operations among the rows of services. */
export function operationsOf(makers: Iterable<MethodsMaker>): readonly AnyOperation[] {
  return [...makers].flatMap(({ rows = {} }) =>
    Object.values(rows).flatMap((row) => (typeof row === 'function' ? (row.operation ?? []) : row)),
  );
}

/** A row for an operation whose method takes something else than the command. */
export function customMethod<Method extends (...given: never[]) => unknown>(
  operation: AnyOperation,
  maker: (session: Session) => Method,
): ((session: Session) => Method) & { readonly operation: AnyOperation } {
  return Object.assign((session: Session) => maker(session), { operation });
}

/**
 * An operation written by hand, for a command that `on` cannot place: one that walks over streams
 * until it finds its own.
 */
export function customOperation<Input, Raw, Answer>(
  command: CommandType<Input, Raw>,
  carryOut: (session: Session, command: ReceivedCommand<Input>) => Promise<Result<Answer>>,
): Operation<Input, Raw, Answer> {
  return {
    command,
    run: async (session, raw) => {
      const received = session.receive(command, raw);
      return received.ok ? carryOut(session, received.value) : received;
    },
  };
}
