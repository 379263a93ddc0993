import { startTestServer } from '@letopis/store-eventstore/testing';

/**
 * A test server in a process of its own, so that it shares no thread with the process that calls
 * it. Prints its URL, and ends when its parent does.
 */
const server = await startTestServer();
process.send?.(server.url);
process.on('disconnect', () => process.exit());
