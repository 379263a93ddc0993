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

/** The part of the bare client's speed that the adapter must reach. */
export const GOAL = '≥ 0.8';

/** Both sides at one server, each in a namespace of its own. */
export interface Sides {
  readonly bench: Bench;
  /** The server's name, shown in every figure. */
  readonly server: string;
  readonly store: EventStore;
  readonly bare: BareEventStore;
  readonly oursPrefix: string;
  readonly barePrefix: string;
  /** Gives a learner to whose stream nothing was written yet. */
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

/** How many times more rounds than other figures: what a server does besides answering is noise. */
const ROUNDS_MORE = 2;

/**
 * Measures both sides in turn, as two figures: events per second, which is what a user sees, and
 * events per second of this process's processor time, which other work on the machine hardly
 * changes.
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
