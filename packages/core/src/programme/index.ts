export * from './events.ts';
export * from './state.ts';
export * from './reading.ts';
export * from './unknown.ts';
export * from './programme.ts';
export * from './decide.ts';
export { programmeService } from './service.ts';
