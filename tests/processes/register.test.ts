import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { letopis, must, order } from '@letopis/core';
import type { RegisterEvent } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { openSqlite } from '@letopis/store-sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';

const CHILD = fileURLToPath(new URL('./register-writer.ts', import.meta.url));
const WRITERS = 8;
/** Documents for each writer; `REGISTER_DOCUMENTS=500` is the full proof. */
const EACH = Number(process.env['REGISTER_DOCUMENTS'] ?? 60);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letopis-register-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function child(args: readonly string[]): Promise<readonly number[]> {
  const running = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, complained] = ['', ''];
  running.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  running.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  return new Promise((resolve, reject) => {
    running.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(said) as readonly number[]);
      else reject(new Error(complained));
    });
  });
}

test(
  `D15: ${WRITERS} processes with ${EACH} documents each leave no gap and no double number`,
  { timeout: 60_000 + EACH * 1200 },
  async () => {
    const file = join(folder, 'academy.letopis');
    const store = await openSqlite(file);
    const academy = letopis({ store, organisation: 'academy' });
    const school = academy.as('u-1', {
      grounds: { officials: { appoint: order('1', '2025-09-01') } },
    });
    must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
    must(await school.officials.appoint({ person: 'p-1', office: 'head', from: '2025-09-01' }));
    for (let writer = 0; writer < WRITERS; writer += 1) {
      must(await school.learners.register({ id: `l-${writer}`, on: '2025-09-01' }));
    }
    const startAt = String(Date.now() + 2000);
    const writers = Array.from({ length: WRITERS }, (_, writer) => String(writer));
    const told = await Promise.all(
      writers.map((writer) => child([file, startAt, writer, String(EACH)])),
    );
    const total = WRITERS * EACH;
    const all = Array.from({ length: total }, (_, index) => index + 1);
    // What the writers were answered, and what stands in the log: each number from 1 on, once.
    expect(told.flat().toSorted((a, b) => a - b)).toEqual(all);
    const stream = 'academy.register-issued-documents.2026';
    const lines = (await academy.handler.events(stream)) as readonly RegisterEvent[];
    const numbers = lines.map((line) => (line.type === 'DocumentIssued' ? line.data.number : 0));
    expect(numbers).toEqual(all);
    const written = lines.map((line) =>
      line.type === 'DocumentIssued' ? line.data.registrationNumber : '',
    );
    expect(new Set(written).size).toBe(total);
    expect(written.at(-1)).toBe(`Д-${String(total).padStart(4, '0')}/26`);
    // They did meet: no writer got its numbers in one run.
    expect(told.some((own) => (own.at(-1) ?? 0) - (own[0] ?? 0) >= EACH)).toBe(true);
    await store.close();
  },
);
