export type { Durability, SqliteOptions } from './options.ts';
export { openSqlite } from './sqlite-event-store.ts';
export { openSqliteViews } from './sqlite-view-store.ts';
