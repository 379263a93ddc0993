import type { Desk } from '../desk.ts';
import type { RefKind, Refs } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { PrintSource } from './commands.ts';
import { printSourceUnknown } from './refusals.ts';

/** Kinds of the ids by which the printed records are found again. */
const KEPT: readonly RefKind[] = ['learner', 'enrollment', 'group', 'module', 'journal', 'file'];

/**
 * Reads the event that a page names as its last: it stands in the organisation's history under that
 * id and instant, and its ids are the printout's too. Refuses `print-source-unknown`. D21.
 */
export async function readSource(
  desk: Desk,
  { last, event, recordedAt }: PrintSource,
): Promise<Refs | Refusal> {
  const [stream = '', revision = ''] = last.split('@');
  const own = stream.startsWith(`${desk.organisation}.`);
  const [found] = own ? await desk.kernel.events(stream, Number(revision), 1) : [];
  if (found === undefined || found.id !== event || found.recordedAt !== recordedAt) {
    return printSourceUnknown({ last, event });
  }
  const kept = KEPT.map((kind) => [kind, found.refs[kind] ?? []] as const);
  return Object.fromEntries(kept.filter(([, ids]) => ids.length > 0));
}
