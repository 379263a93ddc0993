import { startTestServer } from '@letopis/store-eventstore/testing';
import type { ServerOrder } from './server-process.ts';

// A test server as a program of its own, which ends when its parent does. It is built on one
// client's classes, so a process that loads the other client cannot run it.
const server = await startTestServer({ batchAppend: process.argv[2] !== 'append' });

async function follow(order: ServerOrder): Promise<void> {
  if (order === 'kill') return server.kill();
  if (order === 'restart') return server.restart();
  if (order === 'shut-down') return server.shutDown();
  let left = order.times;
  server.inject((call) => (call === order.call && (left -= 1) >= 0 ? order.fault : null));
}

process.on('message', (order: ServerOrder) => {
  void follow(order).then(() => process.send?.('done'));
});
process.on('disconnect', () => void server.stop());
process.send?.(server.url);
