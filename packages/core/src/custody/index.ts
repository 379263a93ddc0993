export * from './events.ts';
export * from './custody.ts';
export * from './questions.ts';
export * from './commands.ts';
export * from './refusals.ts';
export type { CustodyContext, SignedInput } from './periods.ts';
export {
  decideCheckEntries,
  decideClosePeriod,
  decideDefinePeriod,
  decideRecordExport,
  decideSettleFinding,
} from './periods.ts';
export * from './backups.ts';
export { custodyService } from './service.ts';
