import type { CoreEvent, EventStore } from '@letopis/core';
import { codec, coreEvents, newCommandId } from '@letopis/core';
import { assessmentRecorded } from '@letopis/core/events';
import type { DraftEvent } from '@letopis/core/kernel';
import { sortedRefs } from '@letopis/core/kernel';
import type { AppendItem, NewEvent } from '@letopis/core/store';
import { eventId, streamName } from '@letopis/core/store';

/** The codec of every measurement. */
export const benchCodec = codec(coreEvents);

const VALUES = [
  ['2', 'два', false],
  ['3', 'три', true],
  ['4', 'четыре', true],
  ['5', 'пять', true],
] as const;

/** A realistic fact: a mark with Cyrillic words, a basis and five kinds of refs. */
export function markDraft(learner: number, index: number): DraftEvent {
  const [value, words, passes] = VALUES[index % 4] as (typeof VALUES)[number];
  const id = `l-${learner}`;
  const enrollment = `${id}.mentor.1`;
  const group = `m-${learner % 100}`;
  const on = new Date(Date.UTC(2025, 8, 1) + (index % 270) * 86_400_000).toISOString().slice(0, 10);
  return assessmentRecorded.draft({
    occurredOn: on,
    refs: {
      learner: [id],
      enrollment: [enrollment],
      programme: ['mentor'],
      group: [group],
      module: ['safety'],
      official: ['p-9'],
    },
    data: {
      enrollment,
      learner: id,
      programme: 'mentor',
      group,
      module: 'safety',
      kind: 'current',
      form: 'survey',
      origin: 'internal',
      result: {
        outcome: 'mark',
        mark: { scale: 'five-point', value, digits: value, words, passes, points: value },
      },
      assessor: { kind: 'official', id: 'p-9' },
      basis: { kind: 'lesson', id: `lesson-${index}`, number: null, date: on },
      planned: null,
      conditions: [],
      edition: 1,
    },
  });
}

export const streamOf = (learner: number): string =>
  streamName('bench', 'enrollment', `l-${learner}`, 'mentor', '1');

/**
 * Encodes a draft as a command does, ready to be appended: the codec and zod are part of the
 * figure.
 */
export function encoded(draft: DraftEvent, store: Pick<EventStore, 'ports'>): AppendItem {
  const commandId = newCommandId(store.ports);
  const id = eventId(commandId, 0);
  const { schema, data, sealed, beside } = benchCodec.encode(draft, id, store.ports);
  const event: NewEvent = {
    id,
    type: draft.type,
    schema,
    occurredOn: draft.occurredOn,
    actor: 'u-17',
    onBehalfOf: null,
    ground: { kind: 'order', number: '1-од', date: '2025-09-01' },
    commandId,
    commandDigest: '0123456789abcdef0123456789abcdef',
    causationId: null,
    refs: sortedRefs(draft.refs),
    data,
    sealed,
  };
  return { event, beside };
}

/**
 * The stream and revision of the n-th event of a fill, which goes to `streams` learners in turn.
 */
export interface Place {
  readonly learner: number;
  readonly revision: number;
}

export const placeOf = (index: number, streams: number): Place => ({
  learner: index % streams,
  revision: Math.floor(index / streams),
});

/** Fills a store: `count` events over `streams` streams, in appends of up to `batch` events. */
export async function fill(
  store: EventStore,
  count: number,
  streams: number,
  batch = 20,
  from = 0,
): Promise<void> {
  const perStream = Math.ceil(count / streams);
  const width = 64;
  for (let first = 0; first < streams; first += width) {
    const learners = Array.from({ length: Math.min(width, streams - first) }, (_, i) => first + i);
    await Promise.all(
      learners.map(async (learner) => {
        for (let revision = from; revision < from + perStream; revision += batch) {
          const size = Math.min(batch, from + perStream - revision);
          const items = Array.from({ length: size }, (_, i) =>
            encoded(markDraft(learner, revision + i), store),
          );
          await store.append(streamOf(learner), items, revision - 1);
        }
      }),
    );
  }
}

export type BenchEvent = CoreEvent;
