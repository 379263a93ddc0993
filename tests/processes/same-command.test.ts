import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { letopis, must, newCommandId } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { openSqlite } from '@letopis/store-sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';

const CHILD = fileURLToPath(new URL('./same-command.ts', import.meta.url));
const COMMANDS = 40;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letopis-same-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly ok: boolean;
  readonly value?: { readonly id: string; readonly eventId: string };
}

function child(args: readonly string[]): Promise<readonly Answer[]> {
  const running = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, complained] = ['', ''];
  running.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  running.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  return new Promise((resolve, reject) => {
    running.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(said) as readonly Answer[]);
      else reject(new Error(complained));
    });
  });
}

test('a command sent by three processes at once has one effect and one answer', async () => {
  const file = join(folder, 'academy.letopis');
  const store = await openSqlite(file);
  const school = letopis({ store, organisation: 'academy' }).as('u-1');
  must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
  const modules = [{ id: 'safety', scale: 'five-point', hours: 36 }];
  must(await school.programmes.open({ id: 'mentor', modules }));
  must(await school.groups.open({ id: 'm-1', programme: 'mentor' }));
  for (let index = 0; index < COMMANDS; index += 1) {
    must(await school.learners.register({ id: `l-${index}` }));
  }
  const commandIds = Array.from({ length: COMMANDS }, () => newCommandId(store.ports));
  const before = Number(await store.head());
  const startAt = String(Date.now() + 1500);
  const [first, second, third] = await Promise.all(
    [0, 1, 2].map(() => child([file, startAt, ...commandIds])),
  );
  expect(first?.every(({ ok }) => ok)).toBe(true);
  expect(second).toEqual(first);
  expect(third).toEqual(first);
  expect(Number(await store.head()) - before).toBe(COMMANDS);
  const ids = first?.map(({ value }) => value?.id);
  expect(ids).toEqual(commandIds.map((_, index) => `l-${index}.mentor.1`));
  await store.close();
});
