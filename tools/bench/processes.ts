import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '@letopis/store-sqlite';
import type { Figure } from './figure.ts';
import { figure } from './figure.ts';
import { median } from './measure.ts';
import type { Bench } from './workspace.ts';

/** The report of one appending process. */
export interface ChildReport {
  readonly appended: number;
  readonly seconds: number;
  readonly longestWaitMs: number;
}

const PROCESSES = 8;
const CHILD = new URL('./processes-child.ts', import.meta.url);

/** Appends by 8 processes at once to one file, beside one process alone; with FULL. */
export async function processFigures(bench: Bench): Promise<readonly Figure[]> {
  const seconds = bench.quick ? 3 : 6;
  const alone: number[] = [];
  const together: number[] = [];
  const spreads: number[] = [];
  const waits: number[] = [];
  for (let round = 0; round < (bench.quick ? 2 : 3); round += 1) {
    const [one] = await run(bench, 1, seconds);
    alone.push(perSecond(one));
    const many = await run(bench, PROCESSES, seconds);
    const speeds = many.map(perSecond);
    together.push(speeds.reduce((a, b) => a + b, 0));
    spreads.push(Math.min(...speeds) / Math.max(...speeds));
    waits.push(Math.max(...many.map((report) => report.longestWaitMs)));
  }
  const [ours, raw] = [median(together), median(alone)];
  return [
    figure(
      '8 processes at once, FULL: total against one process',
      'k events/s',
      ours,
      raw,
      '≥ 0.8',
    ),
    figure('8 processes: slowest against fastest', 'ratio', median(spreads), null, '≥ 0.5'),
    figure('8 processes: longest wait of an append', 'ms', Math.max(...waits), null, null),
  ];
}

const perSecond = (report: ChildReport | undefined): number =>
  report === undefined ? 0 : report.appended / report.seconds / 1000;

async function run(bench: Bench, count: number, seconds: number): Promise<readonly ChildReport[]> {
  const file = bench.path('shared.letopis');
  await (await openSqlite(file)).close();
  // All of them begin at the same instant, so that none is alone with the file for long.
  const startAt = Date.now() + 1500 + count * 100;
  return Promise.all(
    Array.from({ length: count }, (_, index) => child(file, index, startAt, seconds)),
  );
}

function child(
  file: string,
  index: number,
  startAt: number,
  seconds: number,
): Promise<ChildReport> {
  const args = [fileURLToPath(CHILD), file, String(index), String(startAt), String(seconds)];
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  running.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    running.on('error', reject);
    running.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(said) as ChildReport);
      else reject(new Error(`an appending process ended with ${code}`));
    });
  });
}
