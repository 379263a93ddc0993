export type { ServerUser } from './access.ts';
export type { Fault, FaultPlan, FaultyCall } from './faults.ts';
export type { ServerLog } from './server-log.ts';
export type { ServerRecord } from './server-record.ts';
export type { TestServerOptions } from './test-server-options.ts';
export type { TestServer } from './test-server.ts';
export { startTestServer } from './test-server.ts';
