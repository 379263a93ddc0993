import type { EventStore } from '@letopis/core';
import type { AppendItem } from '@letopis/core/store';
import type { BareEvent, BareEventStore } from './bare-eventstore.ts';
import { bareEvents } from './bare-eventstore.ts';
import type { Figure } from './figure.ts';
import { figure } from './figure.ts';
import type { Yield } from './measure.ts';
import { interleavedYields } from './measure.ts';
import { encoded, markDraft, streamOf } from './sample.ts';
import type { Bench } from './workspace.ts';

/** What the adapter keeps of the bare client's speed. */
export const GOAL = '≥ 0.8';

/** Both sides at one server, each in a part of it that nobody else has. */
export interface Sides {
  readonly bench: Bench;
  /** Names the server in every figure. */
  readonly server: string;
  readonly store: EventStore;
  readonly bare: BareEventStore;
  readonly oursPrefix: string;
  readonly barePrefix: string;
  /** A learner, and so a stream, that nothing was written to. */
  readonly nextLearner: () => number;
}

export interface Work {
  readonly stream: string;
  readonly items: readonly AppendItem[];
  readonly events: readonly BareEvent[];
}

/** Items for both sides, ready before anything is measured. */
export async function prepared(
  sides: Sides,
  streams: number,
  each: number,
): Promise<readonly Work[]> {
  const list: Work[] = [];
  for (let count = 0; count < streams; count += 1) {
    const learner = sides.nextLearner();
    const stream = streamOf(learner);
    const items = Array.from({ length: each }, (_, i) =>
      encoded(markDraft(learner, i), sides.store),
    );
    list.push({ stream, items, events: await bareEvents(stream, items) });
  }
  return list;
}

/** So many times the rounds of other figures: what a server does beside its answers is noise. */
const ROUNDS_MORE = 2;

/**
 * Both sides in turn, as two figures: events in a second, which is what a user sees, and events for
 * a second of this process's processor time, which other work on the machine hardly touches.
 */
export async function besideBare(
  bench: Bench,
  name: string,
  goal: string | null,
  ours: () => Promise<Yield>,
  raw: () => Promise<Yield>,
): Promise<readonly Figure[]> {
  const { wall, cpu } = await interleavedYields(ROUNDS_MORE * bench.rounds, ours, raw);
  return [
    figure(name, 'k events/s', wall.ours, wall.raw, goal, wall.ratio),
    figure(`${name} [CPU]`, 'k events/CPU-s', cpu.ours, cpu.raw, goal, cpu.ratio),
  ];
}
