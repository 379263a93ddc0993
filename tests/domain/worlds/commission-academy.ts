import { must } from '@letopis/core';
import type { Changes } from './enrollment-academy.ts';
import { mark, withLearner } from './enrollment-academy.ts';

/** A chair, two members, a secretary: three who vote, a quorum of two. */
export const members = [
  { person: 'p-1', role: 'chair' },
  { person: 'p-8', role: 'member' },
  { person: 'p-9', role: 'member' },
  { person: 'p-5', role: 'secretary' },
];

export const attestation = { id: 'c-1', kind: 'attestation', members, from: '2026-09-01' };
export const retaking = { ...attestation, id: 'r-1', kind: 'retake' };

export type AttestingAcademy = Awaited<ReturnType<typeof withLearner>>;

/** The academy with `l-1` enrolled, and the commissions `c-1` (attestation) and `r-1` (retakes). */
export async function withCommissions(changes: Changes = {}, from = '2026-09-01') {
  const academy = await withLearner(changes, from);
  must(await academy.commissions.form(attestation));
  must(await academy.commissions.form(retaking));
  return academy;
}

export const everybody = members.map((one) => one.person);

/** Records a sitting of a commission with a numbered protocol; gives the protocol's id. */
export async function sitting(
  { commissions, protocols }: AttestingAcademy,
  commission: string,
  on: string,
  present: readonly string[] = everybody,
): Promise<string> {
  const { protocol } = must(await commissions.hold({ commission, present, on }));
  must(await protocols.number({ protocol }));
  return protocol;
}

export const byProtocol = (protocol: string) => ({ basis: { kind: 'protocol', id: protocol } });

/**
 * Records a result by protocol and enters it there; gives the event ids of the result and of the
 * entry.
 */
export async function attested(academy: AttestingAcademy, protocol: string, on: string) {
  const result = await mark(academy, '4', on, { kind: 'final', ...byProtocol(protocol) });
  const { id: enrollment, protocols } = academy;
  const line = must(await protocols.enter({ protocol, enrollment, result })).eventId;
  return { result, line };
}

/* A work: its topic, and its text. */

export const topic = {
  id: 'w-1',
  enrollment: 'l-1.mentor.1',
  kind: 'qualification-work',
  module: 'safety',
  topic: 'Охрана труда наставника',
  supervisor: 'p-9',
  on: '2026-10-01',
};
export const submission = { work: 'w-1', sha256: 'a'.repeat(64), on: '2026-12-01' };
