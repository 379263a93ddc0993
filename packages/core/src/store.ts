/*
 * For writing a store: the interfaces that it implements, the types of its arguments and results,
 * and the parts that all stores share. The contract tests that it must pass are in
 * `@letopis/core/testing`.
 */
export type {
  AppendItem,
  Appended,
  AppendResult,
  EventStore,
  FollowOptions,
  FollowPage,
  LogFilter,
  LogPage,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  RestoredLine,
  StoredLine,
  StoreGuarantees,
} from './kernel/event-store.ts';
export { START } from './kernel/event-store.ts';
export type {
  Generation,
  GenerationChange,
  TimeMark,
  ViewCommit,
  ViewStore,
} from './kernel/view-store.ts';
export type { Ports } from './kernel/ports.ts';
export { base64 } from './kernel/ports.ts';
export type { ErrorCode } from './kernel/errors.ts';
export { conflict, isLetopisError, LetopisError } from './kernel/errors.ts';
export type {
  Beside,
  BesideField,
  LineFields,
  NewEvent,
  Refs,
  SealedField,
} from './kernel/event.ts';
export { isStreamName, streamName } from './kernel/event.ts';
export type { Json, JsonObject } from './kernel/json.ts';
export { jsonCopy, utf8Bytes } from './kernel/json.ts';
export type { PreparedItem } from './kernel/append.ts';
export { APPEND_BYTES_MAX, EVENT_EXTRA_BYTES, prepareAppend } from './kernel/append.ts';
export type { ChainedLine, LineParts, StreamHead } from './kernel/line.ts';
export {
  chainLines,
  joinLine,
  LINE_BYTES_MAX,
  LINE_VERSION,
  lineEventId,
  lineFields,
  lineHash,
  lineParts,
  lineRecordedAt,
  NO_STREAM,
  parseLine,
} from './kernel/line.ts';
export type { CheckedLine } from './kernel/restore.ts';
export { checkRestored, mismatch } from './kernel/restore.ts';
export type { ArmedWait } from './kernel/follow.ts';
export { followLog } from './kernel/follow.ts';
export { EVENTS_PER_APPEND_MAX, eventId, isUuid, newCommandId } from './kernel/uuid.ts';
