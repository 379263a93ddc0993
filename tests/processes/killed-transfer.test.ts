import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EventStore } from '@letopis/core';
import { archiveTransfer, letopis, listOwed, must, order, runProcess } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { openSqlite } from '@letopis/store-sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';

const RUNNER = fileURLToPath(new URL('./transfer-runner.ts', import.meta.url));
const FILES = 60;
const KILLS = 8;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letopis-transfer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the process in a program of its own and kills it some milliseconds after it began. */
function runAndKill(file: string, afterMs: number): Promise<NodeJS.Signals | null> {
  const running = spawn(process.execPath, [RUNNER, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.stdout.once('data', () => setTimeout(() => running.kill('SIGKILL'), afterMs));
  return new Promise((resolve) => running.on('close', (_, signal) => resolve(signal)));
}

type House = ReturnType<typeof letopis>;

async function owed({ handler }: House, store: EventStore): Promise<number> {
  const process = archiveTransfer(handler, 'academy');
  let count = 0;
  for await (const one of listOwed({ store, codec: handler.codec, process })) {
    count += one.target === '' ? 0 : 1;
  }
  return count;
}

async function setUp(house: House): Promise<readonly string[]> {
  const school = house.as('u-1', { grounds: { officials: { appoint: order('1', '2025-09-01') } } });
  const from = '2025-09-01';
  must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from }));
  must(await school.officials.appoint({ person: 'p-2', office: 'records-keeper', from }));
  must(await school.officials.appoint({ person: 'p-3', office: 'archivist', from }));
  const records: string[] = [];
  for (let index = 0; index < FILES; index += 1) {
    const learner = `l-${index}`;
    must(await school.learners.register({ id: learner }));
    must(await school.files.open({ learner, number: `04-07/${index}`, on: '2025-09-02' }));
    records.push(`file-${learner}.1`);
  }
  return records;
}

test('D18: a transfer whose program is killed time and again is finished by the next', async () => {
  const file = join(folder, 'academy.letopis');
  const store = await openSqlite(file);
  const house = letopis({ store, organisation: 'academy' });
  const school = house.as('u-1', { grounds: { officials: { appoint: order('1', '2025-09-01') } } });
  const records = await setUp(house);
  const on = '2025-12-01';
  const transfer = 't-1';
  must(await school.transfers.begin({ id: transfer, records: [...records], handsOver: 'p-2', on }));
  const signals: (NodeJS.Signals | null)[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) signals.push(await runAndKill(file, kill * 7));
  const { handler } = house;
  const process = archiveTransfer(handler, 'academy');
  await runProcess({ store, codec: handler.codec, process });
  must(await school.transfers.drawUpAct({ transfer, number: '7', on }));
  must(await school.transfers.sign({ transfer, signer: 'p-2', on }));
  must(await school.transfers.accept({ transfer, signer: 'p-3', place: 'полка 4', on }));
  for (let kill = 0; kill < KILLS; kill += 1) {
    signals.push(await runAndKill(file, kill * 7));
    // Under the signed act no record is open, closed already or not.
    const added = { medium: 'paper', title: 'Справка', sheets: 1, original: true, on } as const;
    for (const record of records) {
      const late = await school.files.addDocument({ file: record.slice('file-'.length), ...added });
      expect(late.ok).toBe(false);
    }
  }
  await runProcess({ store, codec: handler.codec, process });
  expect(signals).toContain('SIGKILL');
  expect(await owed(house, store)).toBe(0);
  for (const record of records) {
    const types = (await handler.events(`academy.${record}`)).map(({ type }) => type);
    expect(types).toEqual(['FileOpened', 'HandedOver', 'AcceptedByArchive']);
  }
  await store.close();
});
