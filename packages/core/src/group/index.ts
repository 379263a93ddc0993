export * from './events.ts';
export * from './state.ts';
export * from './reading.ts';
export * from './unknown.ts';
export * from './group.ts';
export * from './decide.ts';
export { groupService } from './service.ts';
