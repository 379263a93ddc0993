import { entriesInForce } from '../entry/fold.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { isClosedChange } from '../people/learner/facts/closed-questions.ts';
import { learnerFold } from '../people/learner/facts/state.ts';
import { readLinkedLearners } from '../people/link/facts/reading.ts';
import { readToday } from '../rules/regulation/facts/reading.ts';
import type { Session } from './session.ts';
import type { Warning } from './warning.ts';
import { warning } from './warning.ts';

/** Said where a record is open that is linked with one that has a closed change. RK 1.10. */
export const linkedNotClosed = warning('linked-not-closed', (d: { learner: string }) => ({
  ru:
    `Запись ${d.learner} связана с записью, где есть закрытое изменение, и показывает, кем ` +
    'человек был до него: внесите его и туда (learners.change с closed)',
  en:
    `The record ${d.learner} is linked with one that has a closed change, and shows who the ` +
    'person was before it: enter it there too (learners.change with closed)',
}));

/**
 * The warnings of the records that are linked with a learner's by today: where one of them has a
 * closed change, each that has none of its own.
 */
export async function warnOfLinked(session: Session, learner: string): Promise<readonly Warning[]> {
  const today = await readToday(session);
  if (isRefusal(today)) return [];
  const open: string[] = [];
  const linked = await readLinkedLearners(session, learner, today);
  for (const one of linked) {
    const { state } = await session.load(learnerFold, one);
    if (!entriesInForce(state).some(isClosedChange)) open.push(one);
  }
  return open.length === linked.length ? [] : open.map((one) => linkedNotClosed({ learner: one }));
}
