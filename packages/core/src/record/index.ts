export * from './events.ts';
export * from './state.ts';
export * from './name.ts';
export * from './refusals.ts';
export * from './kind.ts';
