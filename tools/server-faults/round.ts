import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@letopis/core';
import { START } from '@letopis/core';
import type { StoredLine } from '@letopis/core/store';
import type { Break } from './broken.ts';
import { broken } from './broken.ts';
import { checkRound } from './checks.ts';
import { followFrom } from './follower.ts';
import type { AppendPath, ClientErrors, Setting } from './opening.ts';
import { openLog, settledMs } from './opening.ts';
import type { FaultKind, Server } from './server.ts';
import { LATE, within } from './within.ts';
import type { Tally } from './writer.ts';
import { emptyTally, write } from './writer.ts';

/**
 * Number of streams with a writer of their own, and of writers of two instances that share two
 * streams.
 */
const [OWN, SHARING] = [24, 8];
/** Least number of appends that are answered before the fault, and after it. */
const ANSWERS = 300;
const ANSWERS_MS = 60_000;
/** How long followers may take to reach the end, or to end, in milliseconds. */
const FOLLOW_MS = 60_000;
const CLOSE_MS = 15_000;

export interface RoundPlan {
  readonly url: string;
  readonly kind: FaultKind;
  readonly path: AppendPath;
  readonly setting: Setting;
  readonly breakage: Break;
  readonly chance: () => number;
}

export interface RoundReport {
  readonly tally: Tally;
  /** Errors of the clients' calls, which the adapter repeats by itself. */
  readonly errors: ClientErrors;
  readonly failures: readonly string[];
}

/**
 * One round on a log of its own: 32 writers and two followers, over two instances of the adapter,
 * work while the fault happens at a random moment. Then everything is settled and checked.
 */
export async function playRound(server: Server, plan: RoundPlan): Promise<RoundReport> {
  const { kind, setting, breakage, chance } = plan;
  const tally = emptyTally();
  const namespace = `f_${randomBytes(8).toString('hex')}`;
  const errors: ClientErrors = new Map();
  const open = (how: Break): Promise<EventStore> =>
    openLog({ ...plan, namespace, breakage: how, errors });
  const one = broken(await open(breakage), breakage);
  const two = broken(await open(breakage), breakage);
  const followers = [followFrom(one, null), followFrom(two, ['Rare'])];
  let stopped = false;
  const writers = Array.from({ length: OWN + SHARING }, (_, number) => {
    const store = number % 2 === 0 ? one : two;
    const stream = number < OWN ? `academy.fault-${number}` : `academy.shared-${(number % 4) >> 1}`;
    const writer = { store, stream, number, chance, settledMs: settledMs(setting) };
    return write(writer, tally, () => stopped);
  });
  await answered(tally, ANSWERS);
  await pause(chance() % 1500);
  await server.suffer(kind, chance);
  await answered(tally, tally.acknowledged.length + ANSWERS);
  await pause(chance() % 500);
  stopped = true;
  await Promise.all(writers);
  const reader = await open('none');
  const lines = await linesOf(reader);
  const end = lines.at(-1)?.position ?? START;
  await Promise.all(followers.map((follower) => follower.end(end, FOLLOW_MS)));
  for (const store of [one, two, reader]) {
    if ((await within(store.close(), CLOSE_MS)) !== LATE) continue;
    tally.failures.push(`pending: close after ${CLOSE_MS} ms`);
  }
  const seen = followers.flatMap((follower) => follower.failures);
  const found = checkRound(lines, tally, followers);
  return { tally, errors, failures: [...tally.failures, ...seen, ...found] };
}

/** Waits until that many appends were answered, so that the fault hits a server at work. */
async function answered(tally: Tally, count: number): Promise<void> {
  const until = performance.now() + ANSWERS_MS;
  while (tally.acknowledged.length < count && performance.now() < until) await pause(20);
  if (tally.acknowledged.length >= count) return;
  const there = `${tally.acknowledged.length} of ${count}`;
  tally.failures.push(`pending: ${there} appends in ${ANSWERS_MS} ms`);
}

async function linesOf(store: EventStore): Promise<readonly StoredLine[]> {
  const lines: StoredLine[] = [];
  for await (const page of store.readAll(START)) lines.push(...page.lines);
  return lines;
}
