import type { EventStore, Ground } from '@letopis/core';
import { Session, letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { everywhere } from './grounds.ts';

/**
 * The academy over a store, as one program sees it: all services for one account, `session`, with
 * which tests read states, and `as`, which gives the same for another account.
 */
export function academyOver(store: EventStore, actor: string, ground: Ground) {
  const records = letopis({ store, organisation: 'academy' });
  const { handler } = records;
  const as = (account: string, paper: Ground) => ({
    ...records.as(account, { grounds: everywhere(paper) }),
    session: new Session('academy', { actor: account, onBehalfOf: null, ground: paper }, handler),
  });
  return { store, handler, as, ...as(actor, ground) };
}

/** An academy in memory that has not adopted a regulation; `at` is the present instant. */
export function newAcademy(
  at = '2026-11-22T09:00:00.000Z',
  ground: Ground = order('1-од', '2026-08-25'),
) {
  const ports = fixedPorts({ at });
  const academy = academyOver(openMemory(ports), 'u-17', ground);
  /** All events of a stream, decoded. */
  const events = (stream: string) => academy.handler.events(stream);
  return { ...academy, ports, events };
}

export type Academy = ReturnType<typeof newAcademy>;

/** An academy that adopted R2 from 1 September 2026 on. */
export async function academyUnderR2(at?: string): Promise<Academy> {
  const academy = newAcademy(at);
  must(await academy.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
  return academy;
}
