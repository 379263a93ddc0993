import { openEventStore } from '@letopis/store-eventstore';
import { describe, expect, it } from 'vitest';
import { freshNamespace } from './opening.ts';
import { bareClient, start } from './test-server-started.ts';

describe('duty 19: clients that a store has made', () => {
  it('are disposed of when it is closed; one that was given is not', async () => {
    const server = await start();
    let disposed = 0;
    const counted = () => {
      const client = bareClient(server);
      const { dispose } = client;
      client.dispose = () => {
        disposed += 1;
        return dispose();
      };
      return client;
    };
    const owning = await openEventStore(counted, { namespace: freshNamespace() });
    await owning.close();
    expect(disposed).toBe(2); // one reads, one appends
    const borrowing = await openEventStore(counted(), { namespace: freshNamespace() });
    await borrowing.close();
    expect(disposed).toBe(2);
  });
});
