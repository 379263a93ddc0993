import type { AppendItem, Position, StoredLine } from '../../kernel/event-store.ts';
import { START } from '../../kernel/event-store.ts';
import type { Beside } from '../../kernel/event.ts';

/** One event as the plain model knows it. */
export interface ModelEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly position: Position;
  beside: Beside | 'emptied' | null;
}

/** A batch that was taken, so that it can be sent again. */
export interface ModelBatch {
  readonly stream: string;
  readonly items: readonly AppendItem[];
  readonly expected: number;
  readonly events: readonly ModelEvent[];
}

/** The plain model of a log: a list of events, and nothing clever. */
export interface ModelLog {
  readonly events: ModelEvent[];
  readonly batches: ModelBatch[];
  /** The newest recorded time, in milliseconds. */
  newest: number;
  nextNumber: number;
}

export const emptyModel = (): ModelLog => ({ events: [], batches: [], newest: 0, nextNumber: 0 });

export const eventsOf = (model: ModelLog, stream: string): readonly ModelEvent[] =>
  model.events.filter((event) => event.stream === stream);

/** The position of the model's n-th event; the start for −1. */
export const modelPosition = (model: ModelLog, index: number): Position =>
  model.events[index]?.position ?? START;

/** What a model's event must look like when it is read. */
export function asRead(event: ModelEvent): unknown {
  const { id, type, stream, revision, recordedAt, position, beside } = event;
  return { id, type, stream, revision, recordedAt, position, beside };
}

/** The same of a stored line. */
export function readOf(stored: StoredLine): unknown {
  const fields = JSON.parse(stored.line) as Omit<ModelEvent, 'beside' | 'position'>;
  const { id, type, stream, revision, recordedAt } = fields;
  const { position, beside } = stored;
  return { id, type, stream, revision, recordedAt, position, beside };
}
