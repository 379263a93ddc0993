import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actProcess, letopis, listOwed, must, order, runProcess } from '@letopis/core';
import { actFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { openSqlite } from '@letopis/store-sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';

const RUNNER = fileURLToPath(new URL('./act-runner.ts', import.meta.url));
const LEARNERS = 60;
const KILLS = 8;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letopis-act-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the process in a program of its own and kills it some milliseconds after it began. */
function runAndKill(file: string, afterMs: number): Promise<NodeJS.Signals | null> {
  const running = spawn(process.execPath, [RUNNER, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.stdout.once('data', () => setTimeout(() => running.kill('SIGKILL'), afterMs));
  return new Promise((resolve) => running.on('close', (_, signal) => resolve(signal)));
}

test('D4: a group order whose program is killed is finished by the next', async () => {
  const file = join(folder, 'academy.letopis');
  const store = await openSqlite(file);
  const house = letopis({ store, organisation: 'academy' });
  const school = house.as('u-1', { grounds: { acts: { order: order('1-л', '2025-09-01') } } });
  const from = '2025-09-01';
  must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from }));
  const modules = [{ id: 'safety', scale: 'five-point' }];
  must(await school.programmes.open({ id: 'mentor', modules, on: from }));
  must(await school.groups.open({ id: 'm-1', programme: 'mentor', on: from }));
  const learners = Array.from({ length: LEARNERS }, (_, n) => `l-${n}`);
  // The last one is nobody: the order is done for all the others.
  for (const id of learners.slice(0, -1)) must(await school.learners.register({ id, on: from }));
  const ordered = { order: 'enroll', id: 'a-1', group: 'm-1', learners, on: from } as const;
  must(await school.acts.order(ordered));
  const signals: (NodeJS.Signals | null)[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) signals.push(await runAndKill(file, kill * 12));
  const { handler } = house;
  const process = actProcess(handler, 'academy');
  await runProcess({ store, codec: handler.codec, process });
  expect(signals).toContain('SIGKILL');
  let owed = 0;
  for await (const one of listOwed({ store, codec: handler.codec, process })) {
    owed += one.target === '' ? 0 : 1;
  }
  expect(owed).toBe(0);
  const { state } = await handler.load(actFold, 'academy.act-a-1');
  const standings = [...state.targets.values()].map(({ standing }) => standing);
  expect(standings).toEqual([...Array(LEARNERS - 1).fill('done'), 'not-done']);
  for (const learner of learners.slice(0, -1)) {
    const events = await handler.events(`academy.enrollment-${learner}.mentor.1`);
    expect(events.map(({ type }) => type)).toEqual(['Enrolled']);
    expect(await handler.events(`academy.enrollment-${learner}.mentor.2`)).toEqual([]);
  }
  await store.close();
});
