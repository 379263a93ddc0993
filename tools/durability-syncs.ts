import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Break } from './durability-batch.ts';
import { batchEventId } from './durability-batch.ts';

const CHILD = fileURLToPath(new URL('durability-child.ts', import.meta.url));

/** What was seen in the system calls of a process that appended one by one. */
export interface SyncReport {
  readonly appends: number;
  /**
   * Acknowledgements that came after a sync of everything that was written to the WAL before them.
   */
  readonly covered: number;
  /** Successful `fdatasync` and `fsync` calls on the WAL. */
  readonly syncs: number;
  readonly failures: readonly string[];
}

/** Is `strace` installed? */
export function hasStrace(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
}

/** Appends one by one under `strace` and checks the order of write, sync and acknowledgement. */
export function checkSyncs(appends: number, breakage: Break): SyncReport {
  const directory = mkdtempSync(join(tmpdir(), 'letopis-syncs-'));
  try {
    const trace = join(directory, 'trace');
    const child = [process.execPath, CHILD, join(directory, 'log.letopis'), 'one-by-one'];
    const calls = 'trace=write,pwrite64,fsync,fdatasync';
    const options = ['-f', '-y', '-s', '8192', '-e', calls, '-o', trace];
    const args = [...options, ...child, breakage, '0', String(appends)];
    const ran = spawnSync('strace', args, { encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`the traced child failed: ${ran.stderr}`);
    return readTrace(readFileSync(trace, 'utf8'), appends);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const CALL = /^(\d+)\s+(\w+)\((\d+)<([^>]*)>(.*)$/;
const RESUMED = /^(\d+)\s+<\.\.\. (\w+) resumed>.*= (-?\d+)/;
const EVENT_ID = /01990000-0000-7000-8[0-9a-f]{3}-[0-9a-f]{12}/g;
const ACKNOWLEDGEMENT = /^, "(\d+) 1\\n"/;

/**
 * Reads a trace. For each acknowledgement the id of its own event must be in something that was
 * written to the WAL, with a sync after it and nothing written since: a sync of another append's
 * bytes does not count.
 */
export function readTrace(trace: string, appends: number): SyncReport {
  const wal = new WalState();
  const failures: string[] = [];
  const begun = new Map<string, string>();
  let [acks, covered] = [0, 0];
  for (const line of trace.split('\n')) {
    const resumed = RESUMED.exec(line);
    if (resumed !== null) {
      const [, thread = '', name = '', result] = resumed;
      if (name.endsWith('sync')) wal.sync(begun.get(thread) ?? '', result === '0');
      continue;
    }
    const [, thread = '', name = '', fd = '', path = '', rest = ''] = CALL.exec(line) ?? [];
    if (name.endsWith('sync')) {
      if (rest.includes('unfinished')) begun.set(thread, path);
      else wal.sync(path, rest.trimEnd().endsWith('= 0'));
    } else if (name === 'pwrite64') {
      wal.write(path, rest);
    } else if (name === 'write' && fd === '1') {
      const number = ACKNOWLEDGEMENT.exec(rest)?.[1];
      if (number === undefined) continue;
      const complaint = wal.complaint(Number(number));
      if (complaint === null) covered += 1;
      else failures.push(`acknowledgement ${number}: ${complaint}`);
      acks += 1;
    }
  }
  if (acks !== appends) failures.push(`${acks} acknowledgements were seen, not ${appends}`);
  return { appends, covered, syncs: wal.syncs, failures };
}

/** Which events have been written to the WAL, and which of those are on the disk. */
class WalState {
  syncs = 0;
  #dirty = false;
  readonly #written = new Set<string>();
  readonly #onDisk = new Set<string>();

  write(path: string, content: string): void {
    if (!path.endsWith('-wal')) return;
    this.#dirty = true;
    for (const [id] of content.matchAll(EVENT_ID)) this.#written.add(id);
  }

  sync(path: string, ok: boolean): void {
    if (!path.endsWith('-wal') || !ok) return;
    this.syncs += 1;
    this.#dirty = false;
    for (const id of this.#written) this.#onDisk.add(id);
  }

  /** Why the event of this append must not be acknowledged yet; null where it may be. */
  complaint(number: number): string | null {
    const id = batchEventId({ round: 0, number, stream: '', size: 1 }, 0);
    if (!this.#written.has(id)) return 'its event was not written yet';
    if (!this.#onDisk.has(id)) return 'its event was not synced yet';
    return this.#dirty ? 'something was written after the sync' : null;
  }
}
