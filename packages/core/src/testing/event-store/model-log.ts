import type { AppendItem, Position, StoredLine } from '../../kernel/event-store.ts';
import { START } from '../../kernel/event-store.ts';
import type { Beside } from '../../kernel/event.ts';

/** One event as the model has it. */
export interface ModelEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly position: Position;
  beside: Beside | 'emptied' | null;
}

/** A batch that was stored, so that it can be sent again. */
export interface ModelBatch {
  readonly stream: string;
  readonly items: readonly AppendItem[];
  readonly expected: number;
  readonly events: readonly ModelEvent[];
}

/** The model of a log, as simple as possible: a list of events. */
export interface ModelLog {
  readonly events: ModelEvent[];
  readonly batches: ModelBatch[];
  /** The newest recorded time, in milliseconds. */
  newest: number;
  nextNumber: number;
}

/** A model of an empty log. */
export const emptyModel = (): ModelLog => ({ events: [], batches: [], newest: 0, nextNumber: 0 });

/** The events of one stream in the model, in order. */
export const eventsOf = (model: ModelLog, stream: string): readonly ModelEvent[] =>
  model.events.filter((event) => event.stream === stream);

/** The position of the model's n-th event; the start for −1. */
export const modelPosition = (model: ModelLog, index: number): Position =>
  model.events[index]?.position ?? START;

/** What a reader must get for an event of the model. */
export function asRead(event: ModelEvent): unknown {
  const { id, type, stream, revision, recordedAt, position, beside } = event;
  return { id, type, stream, revision, recordedAt, position, beside };
}

/** The same fields of a stored line. */
export function readOf(stored: StoredLine): unknown {
  const fields = JSON.parse(stored.line) as Omit<ModelEvent, 'beside' | 'position'>;
  const { id, type, stream, revision, recordedAt } = fields;
  const { position, beside } = stored;
  return { id, type, stream, revision, recordedAt, position, beside };
}
