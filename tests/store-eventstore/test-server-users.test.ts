import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { openEventStore } from '@letopis/store-eventstore';
import type { TestServer } from '@letopis/store-eventstore/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { item, logOf } from './events.ts';
import { localhostCertificate } from './test-server-certificate.ts';
import { all, atEnd, note, refusedAs, start, stream } from './test-server-started.ts';

const users = {
  admin: { password: 'changeit', groups: ['$admins'] },
  clerk: { password: 'p:1' },
};
const tls = localhostCertificate();
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'letopis-'));
  writeFileSync(join(folder, 'ca.pem'), tls.certificate);
});
afterAll(() => rmSync(folder, { recursive: true }));

const urlFor = (server: TestServer, user: string): string =>
  `${server.url.replace('//', `//${user}@`)}&tlsCAFile=${join(folder, 'ca.pem')}`;

function clientOf(server: TestServer, user: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(urlFor(server, user));
  atEnd(() => Promise.race([client.dispose(), pause(200)]));
  return client;
}
const open = (server: TestServer, user: string) =>
  openEventStore(() => EventStoreDBClient.connectionString(urlFor(server, user)));
const denied = (code?: number): object => ({ type: 'access-denied', code });

describe.each([true, false])('users of the test server, batch append %s', (batchAppend) => {
  it('are known by their password, over TLS', async () => {
    const server = await start({ users, tls, batchAppend });
    const admin = clientOf(server, 'admin:changeit');
    await admin.appendToStream('order-1', note(1));
    expect(await all(admin.readAll())).not.toEqual([]);
    const wrong = clientOf(server, 'admin:wrong');
    await expect(wrong.appendToStream('order-1', note(2))).rejects.toMatchObject(denied(16));
    await expect(all(wrong.readStream('order-1'))).rejects.toMatchObject(denied(16));
    const nobody = clientOf(server, 'nobody:x');
    await expect(all(nobody.readStream('order-1'))).rejects.toMatchObject(denied(16));
  });

  it('read the log and write system streams only as administrators', async () => {
    const server = await start({ users, tls, batchAppend });
    const clerk = clientOf(server, 'clerk:p%3A1');
    await clerk.appendToStream('order-1', note(1));
    await expect(all(clerk.readAll())).rejects.toMatchObject(denied(7));
    await expect(all(clerk.subscribeToAll())).rejects.toMatchObject(denied(7));
    await expect(clerk.appendToStream('$mine', note(2))).rejects.toMatchObject({
      ...denied(batchAppend ? undefined : 7),
      ...(batchAppend && { message: '' }),
    });
  });

  it('do what a stream’s own list lets them do', async () => {
    const server = await start({ users, tls, batchAppend });
    const admin = clientOf(server, 'admin:changeit');
    const clerk = clientOf(server, 'clerk:p%3A1');
    await admin.appendToStream('order-1', note(1));
    const acl = { readRoles: ['clerk'], writeRoles: '$admins', deleteRoles: ['$admins'] };
    await admin.setStreamMetadata('order-1', {
      acl: { ...acl, metaReadRoles: '$admins' } as never,
    });
    expect(await all(clerk.readStream('order-1'))).toHaveLength(1);
    await expect(clerk.appendToStream('order-1', note(2))).rejects.toMatchObject(
      denied(batchAppend ? undefined : 7),
    );
    await expect(clerk.deleteStream('order-1')).rejects.toMatchObject(denied(7));
    await expect(clerk.getStreamMetadata('order-1')).rejects.toMatchObject(denied(7));
    await admin.setStreamMetadata('$all', { acl: { readRoles: ['clerk'] } as never });
    expect(await all(clerk.readAll())).not.toEqual([]);
  });
});

describe('the store, where users have passwords', () => {
  it('works over TLS for an administrator', async () => {
    const server = await start({ users, tls });
    const store = await open(server, 'admin:changeit');
    await store.append(stream, [item(1)], -1);
    expect(await logOf(store)).toHaveLength(1);
    await store.close();
  });

  it.each([
    ['a wrong password', 'admin:wrong-secret'],
    ['a user who may not read the log', 'clerk:p%3A1'],
  ])('says no for %s, and never the password', async (_who, user) => {
    const server = await start({ users, tls });
    const error: unknown = await open(server, user).catch((e: unknown) => e);
    expect(error).toEqual(refusedAs('store-failed'));
    expect(error).toMatchObject({ fields: { reason: 'refused' } });
    expect(String(error)).not.toContain(user.split(':')[1]);
  });
});
