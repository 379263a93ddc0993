export type { Json, JsonObject } from './json.ts';
export type { IndexReading, LogIndex } from './log-index.ts';
export type { Reading } from './reading.ts';
export { deepFreeze, findNonJson, jsonCopy, sortedJson, utf8Bytes } from './json.ts';
export type { AuthorisationRequest, Authorise, Denial, NamedRefs } from './authorise.ts';
export { notAuthorised, refuseUnlessAuthorised } from './authorise.ts';
export type { Ports } from './ports.ts';
export { base64 } from './ports.ts';
export type { ErrorCode } from './errors.ts';
export { conflict, isLetopisError, LetopisError } from './errors.ts';
export type { InputIssue, LocalisedText, Refusal, Result } from './refusal.ts';
export { invalidInput, isRefusal, must, refusal } from './refusal.ts';
export type {
  Beside,
  BesideField,
  DraftEvent,
  FactOf,
  LineFields,
  NewEvent,
  RecordedEvent,
  RefKind,
  Refs,
  SealedField,
} from './event.ts';
// `Ground` of a line takes any kind of paper; `Ground` of the values knows a closed list of kinds.
export type { Ground as RecordedGround } from './event.ts';
export { isStreamName, REF_KINDS, sortedRefs, streamKey, streamName } from './event.ts';
export { deriveId, eventId, idInStream, isUuid, isUuidV7, newCommandId } from './uuid.ts';
export { EVENTS_PER_APPEND_MAX } from './uuid.ts';
export type { LineParts, ChainedLine, StreamHead } from './line.ts';
export {
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
  chainLines,
} from './line.ts';
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
} from './event-store.ts';
export { START } from './event-store.ts';
export type { PreparedItem } from './append.ts';
export { APPEND_BYTES_MAX, EVENT_EXTRA_BYTES, prepareAppend } from './append.ts';
export type { CheckedLine } from './restore.ts';
export { checkRestored, mismatch } from './restore.ts';
export type { ArmedWait } from './follow.ts';
export { followLog } from './follow.ts';
export type {
  Generation,
  GenerationChange,
  TimeMark,
  ViewCommit,
  ViewStore,
} from './view-store.ts';
export type { Personal, PersonalOptions, PersonalPath } from './personal.ts';
export { known, personal, personalPaths, valueOr } from './personal.ts';
export type { DraftOf, EventOf, EventType } from './event-type.ts';
export { eventType } from './event-type.ts';
export type { EncodedData } from './encode.ts';
export { sealHash } from './sealed.ts';
export type { Codec } from './codec.ts';
export { codec } from './codec.ts';
export type { Fold, Decision } from './fold.ts';
export { foldEvents } from './fold.ts';
export type { CommandOptions, CommandType, ReceivedCommand, Sender } from './command.ts';
export { command, commandNamingGround, receive } from './command.ts';
export type { Folded } from './fold-cache.ts';
export { knowsCommand } from './fold-cache.ts';
export type { HandlerOptions } from './handler-options.ts';
export type { Outcome, CommandTask } from './command-handler.ts';
export { CommandHandler } from './command-handler.ts';
export type { OwedCommand, OwedSending, Process, Settlement } from './process.ts';
export { isSettled, settleOwed } from './process.ts';
export type { ProcessReport, ProcessRun, StillOwed } from './process-runner.ts';
export { followProcess, listOwed, runProcess } from './process-runner.ts';
export type { ProcessCheckpoint } from './process-checkpoint.ts';
export { memoryCheckpoint, viewCheckpoint } from './process-checkpoint.ts';
