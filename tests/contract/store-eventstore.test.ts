import { eventStoreContract } from '@letopis/core/testing';
import type { TestServer } from '@letopis/store-eventstore/testing';
import { startTestServer } from '@letopis/store-eventstore/testing';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openerAt, singleAppendsAt, skips } from '../store-eventstore/opening.ts';

const { EVENTSTORE_URL } = process.env;

describe.each([
  ['BatchAppend', true],
  ['Append', false],
])('over TCP, through %s', (path, batchAppend) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ batchAppend });
  });
  afterAll(() => server.stop());

  eventStoreContract({
    describe,
    it,
    name: `store-eventstore through ${path}`,
    open: openerAt(() => server.url),
    skip: skips,
  });
});

describe.skipIf(EVENTSTORE_URL === undefined).each([
  ['BatchAppend', openerAt],
  ['Append', singleAppendsAt],
])('on a real server, through %s', (path, opener) => {
  eventStoreContract({
    describe,
    it,
    name: `store-eventstore through ${path}`,
    open: opener(() => EVENTSTORE_URL ?? ''),
    skip: skips,
  });
});
