import type * as z from 'zod';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { areListsFirst } from '../retention/facts/list-questions.ts';
import { goneBy } from '../retention/facts/presence-questions.ts';
import {
  carriersOf,
  destructionDay,
  recordKindOf,
  refuseUnlessReleasable,
  startOf,
  termOf,
} from '../retention/facts/questions.ts';
import { refsOfRecords } from '../retention/facts/record-refs-questions.ts';
import type { RetentionState } from '../retention/facts/state.ts';
import { carrierHoldsOther, termNotBegun, termRuns } from '../retention/facts/unknown.ts';
import type { ApprovalContext, ApproveContext, SelectionContext } from './context.ts';
import { refuseUnlessAct } from './decide.ts';
import { itemNamed, itemTarget, listYearOf } from './facts/questions.ts';
import type { selectedItem } from './facts/retention-events.ts';
import {
  carriersSelected,
  selectionApproved,
  selectionCalledOff,
} from './facts/retention-events.ts';
import type { ActState } from './facts/state.ts';
import {
  actNotReady,
  actOutstanding,
  actTargetTwice,
  approvalNotNext,
  permanentListsMissing,
  protocolRequired,
  stillNeeded,
} from './refusals.ts';
import type { ApproveSelection, CallOffSelection, SelectCarriers } from './retention-commands.ts';

/*
 * An act of selection for destruction: drawn up for carriers whose term is over, approved in the
 * order of the regulation, or called off. It follows the edition in force on the day of the
 * selection, and keeps a copy of each term. D19, R1 §7.4, R2 §3.3-3.5.
 */

/** A carrier of a record as the act lists it. */
export type SelectedItem = z.infer<typeof selectedItem>;

type Item = SelectCarriers['items'][number];

/**
 * The number of carriers that fit into one line with their ids as refs, however long their names
 * are.
 */
const ITEMS_PER_LINE = 75;

/** The same, where papers by which carriers are gone stand beside them. */
const ITEMS_WITH_PAPERS_PER_LINE = 55;

/**
 * Decides `select-for-destruction`. Refuses `already-exists`, `act-target-twice`, and each carrier
 * that may not be selected: its term runs, has not begun, it is under a hold or released already,
 * or it is sought or seized. One that was never found is listed with its act of non-discovery, for
 * its term goes on. RK 4 no. 3.
 */
export function decideSelect(
  state: ActState,
  input: WithId<SelectCarriers>,
  context: SelectionContext,
): Decision {
  const { id: act, number, items, signer: person, office, on: occurredOn } = input;
  const { edition, official } = context;
  if (state.id !== null) return alreadyExists({ kind: 'act', id: act });
  const selected: SelectedItem[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const target = itemTarget(item);
    if (seen.has(target)) return actTargetTwice({ target });
    seen.add(target);
    const one = selectItem(item, occurredOn, context);
    if (isRefusal(one)) return one;
    selected.push(one);
  }
  const asked = { person, office, on: occurredOn };
  const signer = signAs(official, asked, edition.retention.selectionOffices);
  if (isRefusal(signer)) return signer;
  const withPapers = selected.some(({ gone }) => gone !== undefined);
  const perLine = withPapers ? ITEMS_WITH_PAPERS_PER_LINE : ITEMS_PER_LINE;
  const parts = Math.ceil(selected.length / perLine);
  return Array.from({ length: parts }, (_, n) => {
    const listed = selected.slice(n * perLine, (n + 1) * perLine);
    const about = refsOfRecords(listed.map(({ record }) => record));
    const refs = { ...about, act: [act], official: [person] };
    const said = { act, number, part: n + 1, parts, items: listed };
    const data = { ...said, signer, edition: edition.edition };
    return carriersSelected.draft({ occurredOn, refs, data });
  });
}

/**
 * Decides `approve-selection`: the approvals in their order, each by its own offices. The last one
 * is refused where what allowed the selection was annulled meanwhile.
 */
export function decideApprove(
  state: ActState,
  { act, approval, signer: person, office, on }: ApproveSelection,
  { edition, official, ground, retention }: ApproveContext,
): Decision {
  const refused = refuseUnlessSelected(state, act, on);
  if (refused !== null) return refused;
  const { approvals } = edition.retention;
  const next = approvals.find(({ id }) => !state.approvals.some((given) => given.id === id));
  if (next === undefined || next.id !== approval) {
    return approvalNotNext({ act, approval, next: next?.id ?? '—' });
  }
  if (next.protocolRequired && !isProtocol(ground)) return protocolRequired({ act, approval });
  const signer = signAs(official, { person, office, on }, next.offices);
  if (isRefusal(signer)) return signer;
  const last = approvals.at(-1)?.id === approval;
  const early = last
    ? (refuseIfReleased(act, retention) ?? refuseUnlessAllowedStill(state, retention, edition))
    : null;
  if (early !== null) return early;
  const data = { act, approval, last, signer, edition: edition.edition };
  const refs = { act: [act], official: [person] };
  return [selectionApproved.draft({ occurredOn: on, refs, data })];
}

/** Decides `call-off-selection`: before the last approval, or where nothing could be released. */
export function decideCallOff(
  state: ActState,
  { act, reason, signer: person, office, on }: CallOffSelection,
  { edition, official }: ApprovalContext,
): Decision {
  const allWithheld = [...state.targets.values()].every(({ standing }) => standing === 'not-done');
  const withheld = state.phase === 'owing' && allWithheld;
  const refused = refuseUnlessSelected(withheld ? { ...state, phase: 'selected' } : state, act, on);
  if (refused !== null) return refused;
  const { approvals, selectionOffices } = edition.retention;
  const offices = [...selectionOffices, ...approvals.flatMap((one) => one.offices)];
  const signer = signAs(official, { person, office, on }, offices);
  if (isRefusal(signer)) return signer;
  const data = { act, signer, reason, edition: edition.edition };
  const refs = { act: [act], official: [person] };
  return [selectionCalledOff.draft({ occurredOn: on, refs, data })];
}

/** Refuses `act-outstanding` where releases of an annulled approval are not taken back yet. */
function refuseIfReleased(act: string, { released }: RetentionState): Refusal | null {
  const targets = [...released].flatMap(([target, release]) =>
    release.act === act ? [target] : [],
  );
  return targets.length === 0 ? null : actOutstanding({ act, targets });
}

/**
 * Refuses `still-needed` and `permanent-lists-missing` where a decision on the need or an approval
 * of lists that the selection rests on was annulled since. RK 1.8.
 */
function refuseUnlessAllowedStill(
  { terms }: ActState,
  { unneeded, permanentLists }: RetentionState,
  edition: Edition,
): Refusal | null {
  const first = areListsFirst(edition);
  for (const [target, { term, listYear: year }] of terms) {
    if (term === 'until-no-longer-needed' && !unneeded.has(target)) {
      return stillNeeded(itemNamed(target));
    }
    if (first && !permanentLists.has(year)) {
      return permanentListsMissing({ record: itemNamed(target).record, year });
    }
  }
  return null;
}

/** The listed carrier with a copy of its term, or why it may not be selected. */
function selectItem(
  item: Item,
  on: string,
  { edition, retention, days }: SelectionContext,
): SelectedItem | Refusal {
  const { carrier, record } = item;
  const rule = termOf(edition, carrier);
  if (isRefusal(rule)) return rule;
  if (!carriersOf(edition, recordKindOf(record)).includes(carrier)) {
    return carrierHoldsOther({ carrier, record });
  }
  const { term, index, years } = rule;
  const startedOn = startOf(rule, item, days.get(record) ?? {});
  if (isRefusal(startedOn)) return startedOn;
  const unneededOn = retention.unneeded.get(itemTarget(item)) ?? null;
  const allowed = destructionDay(rule, { startedOn, unneededOn });
  if (allowed.kind === 'until-decided') return stillNeeded({ carrier, record });
  if (allowed.kind === 'permanent') return termRuns({ carrier, record, term, from: null, on });
  if (allowed.kind === 'not-begun') {
    return termNotBegun({ carrier, record, start: rule.start?.id ?? term });
  }
  const { day: from } = allowed;
  if (on < from) return termRuns({ carrier, record, term, from, on });
  const year = listYearOf({ startedOn, from });
  if (areListsFirst(edition) && !retention.permanentLists.has(year)) {
    return permanentListsMissing({ record, year });
  }
  const refused = refuseUnlessReleasable(retention, item);
  if (refused !== null) return refused;
  const gone = goneBy(retention, item);
  const listed = { carrier, record, index, term, years, startedOn, from };
  return gone === null ? listed : { ...listed, gone };
}

const isProtocol = (ground: Ground | null): boolean =>
  ground?.kind === 'protocol' && ground.number !== null && ground.date !== null;

function refuseUnlessSelected(state: ActState, act: string, on: string): Refusal | null {
  const refused = refuseUnlessAct(state, act, 'destruction');
  if (refused !== null) return refused;
  const { phase, lastOn } = state;
  if (phase !== 'selected') return actNotReady({ act, phase, needed: 'selected' });
  return on < lastOn ? actOutOfOrder({ on, after: lastOn }) : null;
}
