import { START } from '@letopis/core';
import type { Generation, GenerationChange, ViewCommit } from '@letopis/core/store';
import { checkpointMoved, foreignLog, noGeneration } from '@letopis/store-node';
import type { Command, Connection, Query } from './connection.ts';
import { turn } from './connection.ts';

/** Number of rows that one transaction of a sweep deletes. */
const SWEEP_ROWS = 2000;

/** Writes views, inside a transaction that the caller has begun (except {@link sweep}). */
export class ViewWriter {
  readonly #connection: Connection;
  readonly #open: Command;
  readonly #find: Query<[name: string, version: number, checkpoint: string]>;
  readonly #dropOthers: Command;
  readonly #makeLive: Command;
  readonly #drop: Command;
  readonly #logId: Query<[id: string]>;
  readonly #bind: Command;
  readonly #advance: Command;
  readonly #put: Command;
  readonly #delete: Command;
  readonly #mark: Command;
  readonly #orphan: Query<[generation: number | null]>;
  readonly #sweepSome: Command;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#open = connection.command(
      `INSERT INTO generations (name, version, state, checkpoint) VALUES (?, ?, 'building', ?)`,
    );
    this.#find = connection.query('SELECT name, version, checkpoint FROM generations WHERE id = ?');
    this.#dropOthers = connection.command(
      `DELETE FROM generations WHERE name = ? AND version = ? AND state = 'live' AND id <> ?`,
    );
    this.#makeLive = connection.command(`UPDATE generations SET state = 'live' WHERE id = ?`);
    this.#drop = connection.command('DELETE FROM generations WHERE id = ?');
    this.#logId = connection.query('SELECT log_id FROM binding');
    this.#bind = connection.command('INSERT INTO binding VALUES (1, ?)');
    this.#advance = connection.command('UPDATE generations SET checkpoint = ? WHERE id = ?');
    this.#put = connection.command(
      `INSERT INTO partitions VALUES (?, ?, ?)
       ON CONFLICT (generation, key) DO UPDATE SET value = excluded.value`,
    );
    this.#delete = connection.command('DELETE FROM partitions WHERE generation = ? AND key = ?');
    this.#mark = connection.command('INSERT OR REPLACE INTO time_marks VALUES (?, ?)');
    // Goes from one generation to the next along the key, without counting partitions.
    this.#orphan = connection.query(
      `WITH RECURSIVE held (generation) AS (
         SELECT min(generation) FROM partitions
         UNION ALL
         SELECT (SELECT min(p.generation) FROM partitions p WHERE p.generation > held.generation)
         FROM held WHERE held.generation IS NOT NULL)
       SELECT generation FROM held WHERE generation IS NOT NULL
         AND generation NOT IN (SELECT id FROM generations) LIMIT 1`,
    );
    this.#sweepSome = connection.command(
      `DELETE FROM partitions WHERE generation = ?1 AND key IN
         (SELECT key FROM partitions WHERE generation = ?1 ORDER BY key LIMIT ${SWEEP_ROWS})`,
    );
  }

  open(name: string, version: number): Generation {
    const id = Number(this.#open.run(name, version, START).lastInsertRowid);
    return { id, name, version, state: 'building', checkpoint: START };
  }

  switchTo(id: number): void {
    const [name, version] = this.#generation(id);
    this.#dropOthers.run(name, version, id);
    this.#makeLive.run(id);
  }

  drop(id: number): void {
    this.#generation(id);
    this.#drop.run(id);
  }

  commit({ logId, changes, timeMarks }: ViewCommit): void {
    const bound = this.#logId.get()?.[0];
    if (bound === undefined) this.#bind.run(logId);
    else if (bound !== logId) throw foreignLog(bound, logId);
    // Everything is checked before anything is written; if something throws, all is rolled back.
    for (const change of changes) this.#check(change);
    for (const change of changes) this.#write(change);
    for (const { position, recordedAt } of timeMarks) this.#mark.run(position, recordedAt);
  }

  /** Deletes the rows that dropped generations have left, some at a time. */
  async sweep(): Promise<void> {
    for (;;) {
      const swept = await this.#connection.transact(() => {
        const orphan = this.#orphan.get()?.[0] ?? null;
        return orphan === null ? 0 : Number(this.#sweepSome.run(orphan).changes);
      });
      if (swept === 0) return;
      await turn();
    }
  }

  #check({ id, expected }: GenerationChange): void {
    const [, , checkpoint] = this.#generation(id);
    if (checkpoint !== expected) throw checkpointMoved(id, expected, checkpoint);
  }

  #write({ id, next, puts, deletes }: GenerationChange): void {
    for (const key of deletes) this.#delete.run(id, key);
    for (const [key, value] of puts) this.#put.run(id, key, value);
    this.#advance.run(next, id);
  }

  #generation(id: number): [name: string, version: number, checkpoint: string] {
    const row = this.#find.get(id);
    if (row === undefined) throw noGeneration(id);
    return row;
  }
}
