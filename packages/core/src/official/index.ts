export * from './events.ts';
export * from './state.ts';
export * from './questions.ts';
export * from './reading.ts';
export * from './commands.ts';
export * from './refusals.ts';
export * from './decide.ts';
export { officialService } from './service.ts';
