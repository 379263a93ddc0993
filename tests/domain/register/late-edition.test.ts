import { must, newCommandId } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { expect, test } from 'vitest';
import { sitting, withCommissions } from '../worlds/commission-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { documentAcademy, participation } from '../worlds/register-academy.ts';

/* An edition is entered after the facts of its first days: what has a number keeps it. D8, D15. */

test('D15: a document sent again stands once, though its register was changed since', async () => {
  const { documents, regulation, session, events } = await documentAcademy();
  const commandId = newCommandId(session.handler.store.ports);
  const first = must(await documents.issue({ ...participation, commandId }));
  const kinds = r2.documents.kinds.map((one) =>
    one.id === participation.kind ? { ...one, register: 'study-certificates' } : one,
  );
  const sections = { documents: { ...r2.documents, kinds } };
  const late = { from: '2026-12-15', sections } as Parameters<typeof regulation.amend>[0];
  must(await regulation.amend(late));
  expect(must(await documents.issue({ ...participation, commandId }))).toEqual(first);
  expect(await events('academy.register-study-certificates.2026')).toEqual([]);
  const next = must(await documents.issue(participation));
  expect(next.document).toBe('study-certificates.2026.1');
});

test('D8: a protocol keeps its number, though the series was changed since', async () => {
  const academy = await withCommissions();
  const { protocols, regulation, events, ports } = academy;
  const protocol = await sitting(academy, 'c-1', '2026-12-20');
  const commissions = { ...r2.commissions, numberedPer: 'commission' as const };
  must(await regulation.amend({ from: '2026-12-15', sections: { commissions } }));
  const commandId = newCommandId(ports);
  const again = await protocols.number({ protocol, commandId });
  expectRefused(again, 'protocol-numbered-already', protocol, '1', '2026');
  expect(await events('academy.register-protocol.commission.c-1.2026')).toEqual([]);
});
