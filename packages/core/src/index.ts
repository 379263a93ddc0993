/*
 * What an application needs: opening an organisation's records, acting on them, handling refusals
 * and errors, and running processes. Everything else is in subpaths: `/events`, `/commands`,
 * `/refusals`, `/facts`, `/values`, `/services`, `/decisions`, `/kernel` (for aggregates of your
 * own), `/store` (for stores of your own), `/testing`, `/presets/*`.
 */
// An organisation's records, and the services through which a sender acts.
export type { GroundsGiven, SenderOptions } from './acting/sender-grounds.ts';
export type { Letopis, LetopisOptions, ServicesOf } from './letopis.ts';
export { coreServices, letopis } from './letopis.ts';
export { Session } from './acting/session.ts';
export type { Sent } from './acting/session.ts';
export type { Created, Receipt } from './acting/receipt.ts';
export type { Warning } from './acting/warning.ts';
export type { MethodsMaker, Service } from './acting/service.ts';
// Grounds, results, refusals and errors.
export type { Ground } from './values/ground.ts';
export { order } from './values/ground.ts';
export type { InputIssue, LocalisedText, Refusal, Result } from './kernel/refusal.ts';
export { isRefusal, must } from './kernel/refusal.ts';
export type { ErrorCode } from './kernel/errors.ts';
export { isLetopisError, LetopisError } from './kernel/errors.ts';
// Regulations.
export type { Edition, RegulationPreset } from './rules/regulation/facts/state.ts';
export type { RuleBook } from './rules/regulation/sections/all.ts';
// Decoded events, and the codec that decodes them.
export type { CoreEvent } from './core-events.ts';
export { coreEvents } from './core-events.ts';
export type { Codec } from './kernel/codec.ts';
export { codec } from './kernel/codec.ts';
export type { EventOf, EventType } from './kernel/event-type.ts';
export type { RecordedEvent } from './kernel/event.ts';
export type { Personal } from './kernel/personal.ts';
export { known, valueOr } from './kernel/personal.ts';
// Stores, the command handler and its ports.
export type { EventStore, Position } from './kernel/event-store.ts';
export { START } from './kernel/event-store.ts';
export type { ViewStore } from './kernel/view-store.ts';
export type { Ports } from './kernel/ports.ts';
export type { CommandOptions, Sender } from './kernel/command.ts';
export type { AuthorisationRequest, Authorise, Denial } from './kernel/authorise.ts';
export type { HandlerOptions } from './kernel/handler-options.ts';
export { CommandHandler } from './kernel/command-handler.ts';
export { newCommandId } from './kernel/uuid.ts';
// Processes: commands that an event in one stream makes due in others.
export type { ActLeadingEvent } from './processes/acts/process.ts';
export type { ArchiveTransferEvent } from './processes/archive-transfer/process.ts';
export type { CreditGrantingEvent } from './processes/credit-granting/process.ts';
export { actProcess } from './processes/acts/process.ts';
export { archiveTransfer } from './processes/archive-transfer/process.ts';
export { creditGranting } from './processes/credit-granting/process.ts';
export type { Process } from './kernel/process.ts';
export type { ProcessCheckpoint } from './kernel/process-checkpoint.ts';
export { memoryCheckpoint, viewCheckpoint } from './kernel/process-checkpoint.ts';
export type { ProcessReport, ProcessRun, StillOwed } from './kernel/process-runner.ts';
export { followProcess, listOwed, runProcess } from './kernel/process-runner.ts';
// Values that pages and forms show.
export type { LocalDate } from './values/local-date.ts';
export { localDate } from './values/local-date.ts';
export type { NameParts, PersonName } from './values/person-name.ts';
export { nameLine, nameOfLine } from './values/person-name.ts';
export { compareNames, initialsFirst, nameWithInitials } from './values/person.ts';
export { parseSpelled, spellNumber } from './values/spelling.ts';
export type { Language } from './values/text.ts';
export { inLanguage } from './values/text.ts';
