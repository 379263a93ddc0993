import type { ActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import { recordUnknown } from '../../record/refusals.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { readEdition } from '../../rules/regulation/facts/reading.ts';
import type { ActState } from '../act/facts/state.ts';
import { actFold } from '../act/facts/state.ts';
import type { AnnulRetentionEntry, EndNeed, PlaceHold } from './commands.ts';
import { readLearnersIn } from './facts/learners-reading.ts';
import { areListsFirst } from './facts/list-questions.ts';
import type { HoldScope, LearnersIn, StartDays } from './facts/questions.ts';
import { readStartDays } from './facts/reading.ts';
import type { RetentionState } from './facts/state.ts';
import { retentionFold } from './facts/state.ts';

/**
 * What the decision on an act in the retention stream reads: the edition of the day, and who signs.
 */
export interface RetentionContext extends ActDay {
  readonly official: OfficialState;
}

/**
 * Reads who signs, where the hold covers something. Refuses `learner-unknown` and `record-unknown`,
 * because a hold on a mistyped id protects nothing. RK 1.11.
 */
export async function readHold(
  session: Session,
  input: PlaceHold,
): Promise<RetentionContext | Refusal> {
  return (await refuseUnlessThere(session, input.scope)) ?? readSignedAct(session, input);
}

async function refuseUnlessThere(session: Session, scope: HoldScope): Promise<Refusal | null> {
  if (scope.kind === 'learner') {
    const { state } = await session.load(learnerFold, scope.learner);
    return state.registered ? null : learnerUnknown({ learner: scope.learner });
  }
  if (scope.kind !== 'record') return null;
  const { record } = scope;
  const days = await readStartDays(session, record);
  if (isRefusal(days)) return days;
  const [first] = await session.handler.events(`${session.organisation}.${record}`, 0, 1);
  return first === undefined ? recordUnknown({ record }) : null;
}

/** Reads who signs, and the days that the record shows. */
export async function readNeed(
  session: Session,
  input: EndNeed,
): Promise<(ActContext & { readonly days: StartDays }) | Refusal> {
  const days = await readStartDays(session, input.record);
  if (isRefusal(days)) return days;
  const act = await readSignedAct(session, input);
  return isRefusal(act) ? act : { ...act, days };
}

/** What the decision to annul an entry reads: who signs, and the acts that rest on the lists. */
export interface AnnulRetentionContext extends ActContext {
  /** The selections of which carriers were released after the lists of the entry. */
  readonly selections: readonly RestingFact[];
}

/** Reads who annuls an entry, and the acts that selected carriers after its lists. */
export async function readAnnulRetentionEntry(
  session: Session,
  input: AnnulRetentionEntry,
): Promise<AnnulRetentionContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { state } = await session.load(retentionFold, 'main');
  const entry = state.entries.get(input.entry)?.event;
  if (entry?.type !== 'PermanentListsApproved') return { ...act, selections: [] };
  return { ...act, selections: await readSelectionsAfter(session, entry.data.year, state) };
}

async function readSelectionsAfter(
  session: Session,
  year: string,
  { released }: RetentionState,
): Promise<readonly RestingFact[]> {
  const found: RestingFact[] = [];
  for (const id of new Set([...released.values()].map(({ act }) => act))) {
    const { state: act } = await session.load(actFold, id);
    const { selection } = act;
    if (selection === null || !hasReleased(act, id, year, released)) continue;
    const edition = await readEdition(session, selection.date);
    if (isRefusal(edition) || !areListsFirst(edition)) continue;
    found.push({ type: 'CarriersSelected', id, on: selection.date });
  }
  return found;
}

/** Whether carriers of an act that come after the lists of a year were released by it. */
function hasReleased(
  { terms }: ActState,
  act: string,
  year: string,
  released: RetentionState['released'],
): boolean {
  return [...terms].some(
    ([target, { listYear }]) => listYear === year && released.get(target)?.act === act,
  );
}

/** Reads the learners in a record that is released: a hold on one of them may stop it. RK 1.11. */
export async function readReleased(
  session: Session,
  { record }: { readonly record: string },
): Promise<LearnersIn> {
  const { state } = await session.load(retentionFold, 'main');
  const over = await readLearnersIn(session, state, [record]);
  return over.learnersIn ?? new Map();
}
