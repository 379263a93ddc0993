export type { Fault, FaultPlan, FaultyCall } from './faults.ts';
export type { ServerLog, ServerRecord } from './server-log.ts';
export type { TestServer, TestServerOptions } from './test-server.ts';
export { startTestServer } from './test-server.ts';
