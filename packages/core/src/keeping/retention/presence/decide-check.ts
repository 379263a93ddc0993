import type { ActContext } from '../../../acting/context.ts';
import type { WithId } from '../../../acting/default-id.ts';
import { withDefaultId } from '../../../acting/default-id.ts';
import { alreadyExists } from '../../../acting/exists.ts';
import { signAs } from '../../../acting/signer.ts';
import { stateOn } from '../../../entry/fold.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { PresenceRules } from '../../../rules/regulation/sections/presence.ts';
import { addDays, localDate } from '../../../values/local-date.ts';
import { itemTarget } from '../../act/facts/questions.ts';
import type { Loan } from '../../loan/facts/state.ts';
import { carrierFound, carrierReported, presenceChecked } from '../facts/presence-events.ts';
import {
  isAway,
  isFindable,
  isGoneSince,
  isReportable,
} from '../facts/presence-fitting-questions.ts';
import type { CarrierCourse } from '../facts/presence-questions.ts';
import { carrierStandingOf } from '../facts/presence-questions.ts';
import type { RetentionState } from '../facts/state.ts';
import { retentionEntries } from '../facts/state.ts';
import type { CheckPresence, RecordFound, ReportCarrier } from './commands.ts';
import type { CheckContext } from './context.ts';
import {
  fittingPresence,
  refsOfListed,
  refuseUnlessListable,
  refuseUnlessOfficials,
} from './decide-listed.ts';
import { carrierLent, carrierUnfit, commissionFew } from './refusals.ts';

/*
 * Checks of presence, reports of a loss or a damage, finds. All may be entered late. R4 §6.6, RK 4
 * no. 3.
 */

/** The carriers that fit into one line with their notes and refs, however long these are. */
const ITEMS_PER_LINE = 40;

/**
 * Decides `check-presence`. Refuses `already-exists`, `commission-few` where a member is named
 * twice, `not-appointed` for a member without an office, `carrier-lent`, `carrier-unfit` for what
 * an authority has, and as `refuseUnlessListable` and `fittingPresence` do. R4 §6.6.
 */
export const decideCheckPresence = withDefaultId(fittingPresence(checked));

function checked(
  state: RetentionState,
  input: WithId<CheckPresence>,
  context: CheckContext,
): Decision {
  const { edition, official, lent } = context;
  const { id: check, number, items, members, signer: person, office, on } = input;
  if (state.checks.has(check)) return alreadyExists({ kind: 'presence-check', id: check });
  if (new Set<string>([person, ...members]).size <= members.length) {
    return commissionFew({ given: [person, ...members], needed: members.length + 1 });
  }
  const refused =
    refuseUnlessOfficials(context, on) ?? refuseUnlessListable(state, items, edition, on);
  if (refused !== null) return refused;
  const then = stateOn(retentionEntries, state, on);
  for (const { carrier, record, found } of items) {
    const standing = carrierStandingOf(then, { carrier, record });
    if (isAway(standing)) return carrierUnfit({ carrier, record, standing, on, act: 'check' });
    const loan = found === 'absent' ? lent.get(record) : undefined;
    if (
      loan !== undefined &&
      !isLostSince(then.carriers.get(itemTarget({ carrier, record })), loan)
    ) {
      return carrierLent({ record, borrower: loan.borrower });
    }
  }
  const signer = signAs(official, { person, office, on }, edition.presence.checkOffices);
  if (isRefusal(signer)) return signer;
  const parts = Math.ceil(items.length / ITEMS_PER_LINE);
  return Array.from({ length: parts }, (_, n) => {
    const listed = items.slice(n * ITEMS_PER_LINE, (n + 1) * ITEMS_PER_LINE);
    const said = { check, number, part: n + 1, parts, items: listed, members };
    const searchUntil = endOfSearch(edition.presence, on);
    const data = { ...said, searchUntil, signer, edition: edition.edition };
    const refs = refsOfListed(listed, [person, ...members]);
    return presenceChecked.draft({ occurredOn: on, refs, data });
  });
}

/**
 * Was the carrier reported lost, or found to be gone, since it was lent? The loan hides nothing.
 */
const isLostSince = (one: CarrierCourse | undefined, { on }: Pick<Loan, 'on'>): boolean =>
  one !== undefined && (one.standing === 'sought' || isGoneSince(one, on));

/** Last day of a search that begins on this day; null where the regulation sets no term. */
const endOfSearch = ({ searchDays }: PresenceRules, on: string): string | null =>
  searchDays === null ? null : addDays(localDate.parse(on), searchDays);

/**
 * Decides `report-carrier`. Refuses `carrier-unfit` for what is sought already or not in place, and
 * as `refuseUnlessListable` and `fittingPresence` do. RK 4 no. 3.
 */
export const decideReportCarrier = fittingPresence(reportedAs);

function reportedAs(
  state: RetentionState,
  input: ReportCarrier,
  { edition, official }: ActContext,
): Decision {
  const { carrier, record, state: reported, circumstances, signer: person, office, on } = input;
  const refused = refuseUnlessListable(state, [input], edition, on);
  if (refused !== null) return refused;
  const standing = carrierStandingOf(stateOn(retentionEntries, state, on), input);
  if (!isReportable(standing, reported)) {
    return carrierUnfit({ carrier, record, standing, on, act: 'report' });
  }
  const signer = signAs(official, { person, office, on }, edition.presence.checkOffices);
  if (isRefusal(signer)) return signer;
  const searchUntil = reported === 'lost' ? endOfSearch(edition.presence, on) : null;
  const said = { carrier, record, state: reported, circumstances, searchUntil };
  const data = { ...said, signer, edition: edition.edition };
  return [carrierReported.draft({ occurredOn: on, refs: refsOfListed([input], [person]), data })];
}

/**
 * Decides `record-carrier-found`. Refuses `carrier-unfit` for what nobody seeks, and as
 * `refuseUnlessListable` and `fittingPresence` do. RK 4 no. 3.
 */
export const decideRecordFound = fittingPresence(recordedFound);

function recordedFound(
  state: RetentionState,
  input: RecordFound,
  { edition, official }: ActContext,
): Decision {
  const { carrier, record, state: foundAs, place, signer: person, office, on } = input;
  const refused = refuseUnlessListable(state, [input], edition, on);
  if (refused !== null) return refused;
  const standing = carrierStandingOf(stateOn(retentionEntries, state, on), input);
  if (!isFindable(standing)) return carrierUnfit({ carrier, record, standing, on, act: 'found' });
  const signer = signAs(official, { person, office, on }, edition.presence.checkOffices);
  if (isRefusal(signer)) return signer;
  const data = { carrier, record, state: foundAs, place, signer, edition: edition.edition };
  return [carrierFound.draft({ occurredOn: on, refs: refsOfListed([input], [person]), data })];
}
