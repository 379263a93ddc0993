export { openMemory } from './memory-event-store.ts';
export { openMemoryViews } from './memory-view-store.ts';
