import type { Position } from '@letopis/core';
import type { ProjectionOf } from '../projection/any-projection.ts';
import type { Known } from '../runtime/answer.ts';

/** As what a person reads. An application knows whom it let in; it is not asked of the log. */
export type AskerKind = 'learner' | 'representative' | 'teacher' | 'administration' | 'auditor';

/** Who reads pages, as what, for which purpose, and on which day. SEC 18. */
export interface Asker {
  readonly kind: AskerKind;
  /** Their id in the log: the learner's, the representative's, the official's. */
  readonly person: string;
  /**
   * What they read for: a purpose of the regulation's section on disclosure. For an auditor also
   * the purposes of personal values that they are shown: `identification`, `assessment`, …
   */
  readonly purpose: string | readonly string[];
  /**
   * The office in which an administration reads. With the purpose `closed-change` it opens who
   * learners were before a closed change, if `disclosure.closedOffices` has it and the person holds
   * it on the day. RK 1.10.
   */
  readonly office?: string | undefined;
  /** The day on which they read: who represents whom, who teaches what, is asked of this day. */
  readonly on: string;
}

/**
 * What a report reads partitions through: all as of one position of the log, and all on one day.
 */
export interface ViewReader {
  /** The position of the log up to which everything is read. */
  readonly position: Position;
  /** The day for which partitions are read; `null` reads all that is known. */
  readonly on: string | null;
  /** Whom the reader is bound to; `null`: it shows everything. */
  readonly asker: Asker | null;
  /** What one partition says on the reader's day; `null` if no event has touched it. */
  get<A>(projection: ProjectionOf<A>, key: string): Promise<A | null>;
  /** The same with all that is known, also from later days: for names and titles. */
  latest<A>(projection: ProjectionOf<A>, key: string): Promise<A | null>;
  /** The partitions whose keys begin with a prefix, in plain string order of keys. */
  scan<A>(
    projection: ProjectionOf<A>,
    prefix: string,
  ): AsyncIterable<readonly [key: string, answer: A]>;
  /**
   * A reader of the same views for another day, as known then; without `known` as of this reader's
   * position. What a signed page said is read so.
   */
  at(moment: { readonly on: string | null; readonly known?: Known }): Promise<ViewReader>;
  /**
   * A reader that shows only what this person may see on their day, by the facts in the log as they
   * are known now: a learner their own record, a representative that of a minor whom they
   * represent, a teacher the groups and modules that they teach, administration everything, an
   * auditor everything without personal values of other purposes. A page that they may not see at
   * all throws `refused` with the refusal `page-not-permitted`; `ifPermitted` gives it as a
   * value. An office that asks for closed changes and may not see them gets the refusal
   * `closed-changes-not-open` in the same way. Throws `misuse` for a day that is none, and on a
   * reader that is bound already. SEC 18, R1 §6, R3 §4.2, R4 §4.2, R5 §6.2, RK 1.10, RK 1.16.
   *
   * @example
   * const mine = await reader.for({ kind: 'learner', person: 'l-1', purpose: 'path', on: today });
   * const page = await journalPage(mine, { group: 'm-1', module: 'safety' });
   */
  for(asker: Asker): Promise<ViewReader>;
}
