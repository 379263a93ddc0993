import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import type { PutRight } from '../../acting/putting-right.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import { entryOfAnotherKind, entryRestedOn, entryUnchanged } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { annulRegulationEntry, correctRegulationEntry } from './commands.ts';
import { regulationDayCorrected, regulationEntryAnnulled } from './facts/events.ts';
import { editionOn } from './facts/questions.ts';
import type { DatedEntry, RegulationEntry, RegulationState } from './facts/state.ts';
import { regulationMissing } from './facts/unknown.ts';
import { firstEditionStays, regulationDayUnfit } from './refusals.ts';

/*
 * Putting editions, their publication and the repeal right. A day is corrected in place, between
 * those of its neighbours, so that later decisions use the true one; what was decided keeps the
 * number of its edition. Only the newest edition is annulled. D1, RK 1.8.
 */

type By = Pick<ReceivedCommand, 'sender'>;

const ORDERS = {
  EditionAdopted: 'amend-regulation',
  RegulationRepealed: 'repeal-regulation',
  RegulationPublished: null,
} as const;

const TYPES = {
  edition: 'EditionAdopted',
  repeal: 'RegulationRepealed',
  publication: 'RegulationPublished',
} as const;

/**
 * Decides `annul-regulation-entry`. Refuses `entry-rested-on` for an edition that a later one, its
 * publication or its repeal follows, or a repeal that an edition follows; `first-edition-stays`;
 * and as `findPutRight` does.
 */
export function decideAnnulRegulationEntry(
  state: RegulationState,
  input: z.output<typeof annulRegulationEntry.schema>,
  context: ActContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'annul-regulation-entry');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const { edition: about } = event.data;
  const facts = restingOn(state, event);
  if (facts.length > 0) return entryRestedOn({ entry: event.id, facts });
  const isFirst = event.type === 'EditionAdopted' && event.data.change === 'first';
  if (isFirst && state.editions.every(({ annulled, edition }) => annulled || edition === about)) {
    return firstEditionStays({ edition: about });
  }
  const { reason = null } = input;
  const data = { ...annulmentData(found, context, null), about, reason };
  return [regulationEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}

/**
 * Decides `correct-regulation-entry`. Refuses `entry-of-another-kind`, `entry-unchanged`,
 * `regulation-day-unfit` where the day would pass a neighbour's, `entry-rested-on` where an edition
 * would begin after its publication, `regulation-missing` for a publication of an edition that is
 * not in force on the day, and as `findPutRight` does.
 */
export function decideCorrectRegulationEntry(
  state: RegulationState,
  input: z.output<typeof correctRegulationEntry.schema>,
  context: ActContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'correct-regulation-entry');
  if (isRefusal(found)) return found;
  const { to, reason = null } = input;
  const { event } = found.entry;
  const needed = TYPES[to.as];
  if (event.type !== needed) {
    return entryOfAnotherKind({ entry: event.id, type: event.type, needed });
  }
  const day = to.as === 'edition' ? to.from : to.on;
  const was = state.entries.get(event.id)?.day ?? event.occurredOn;
  if (day === was) return entryUnchanged({ entry: event.id });
  const no = refuseUnlessDayFits(state, event, day);
  if (no !== null) return no;
  const { corrects, entry, actedOn, signer, edition } = annulmentData(found, context, null);
  const about = { about: event.data.edition, reason };
  const data = { corrects, entry, ...about, was, day, actedOn, signer, edition };
  return [regulationDayCorrected.draft({ ...annulmentPlace(found), data })];
}

function findEntry(
  state: RegulationState,
  input: z.output<typeof annulRegulationEntry.schema>,
  context: ActContext,
  { sender: { ground } }: By,
  act: string,
): PutRight<RegulationEntry> | Refusal {
  const type = state.entries.get(input.entry)?.event.type;
  const ordered = type === undefined ? null : ORDERS[type];
  const { orderFor } = context.edition.general;
  const orderRequired = ordered !== null && orderFor.includes(ordered);
  return findPutRight(state, input, context, { act, of: 'regulation', orderRequired, ground });
}

/** The entries that count and could not be without this one. */
function restingOn(state: RegulationState, { id, type, data }: RegulationEntry) {
  if (type === 'RegulationPublished') return [];
  return standing(state)
    .filter(({ event }) => event.id !== id)
    .filter(({ event }) =>
      event.type === 'EditionAdopted'
        ? event.data.edition > data.edition
        : type === 'EditionAdopted' && event.data.edition === data.edition,
    )
    .map(asFact);
}

const standing = ({ entries }: RegulationState): readonly DatedEntry[] =>
  [...entries.values()].filter(({ annulled }) => annulled === null);

const asFact = ({ event: { id, type }, day: on }: DatedEntry): RestingFact => ({ type, id, on });

function refuseUnlessDayFits(
  state: RegulationState,
  { id, type, data: { edition: about } }: RegulationEntry,
  day: string,
): Refusal | null {
  if (type === 'RegulationPublished') {
    return editionOn(state, day)?.edition === about ? null : regulationMissing({ on: day });
  }
  const counting = state.editions.filter(({ annulled }) => !annulled);
  const at = counting.findIndex(({ edition }) => edition === about);
  const [own, next] = [counting[at], counting[at + 1]];
  const previous = at > 0 ? counting[at - 1] : undefined;
  if (type === 'RegulationRepealed') {
    const [after, before] = [own?.from ?? null, next?.from ?? null];
    const fits = (after === null || day > after) && (before === null || day <= before);
    return fits ? null : regulationDayUnfit({ day, after, before });
  }
  const after = previous?.repealedFrom ?? previous?.from ?? null;
  const before = own?.repealedFrom ?? next?.from ?? null;
  const isAfterRepeal = previous !== undefined && previous.repealedFrom !== null;
  const isLate = after === null || day > after || (isAfterRepeal && day === after);
  if (!isLate || (before !== null && day >= before)) {
    return regulationDayUnfit({ day, after, before });
  }
  const facts = standing(state)
    .filter(({ event, day: on }) => event.type === 'RegulationPublished' && publishedOther(on))
    .map(asFact);
  return facts.length === 0 ? null : entryRestedOn({ entry: id, facts });

  /** Whether a day on which this edition, or the one before, was published gets another one. */
  function publishedOther(on: string): boolean {
    const was = own?.from ?? day;
    return on >= (day < was ? day : was) && on < (day < was ? was : day);
  }
}
