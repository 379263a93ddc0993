import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import type { CorrectableFields } from '../../acting/corrected-entry.ts';
import { correctedFields } from '../../acting/corrected-entry.ts';
import type { PutRight } from '../../acting/putting-right.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import { restingFacts } from '../../entry/fitting.ts';
import { stateWith, stateWithout } from '../../entry/fold.ts';
import { entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import type { annulLinkEntry, correctLinkEntry } from './commands.ts';
import type { LinkCorrectionContext } from './context.ts';
import { refuseIfLinked, refuseUnlessLinked } from './decide.ts';
import { learnersLinked, learnersUnlinked, linkEntryAnnulled } from './facts/events.ts';
import type { LinkEntry, LinkRecord } from './facts/state.ts';
import { linkEntries, unfitLinkEntries } from './facts/state.ts';

const linkFit = { own: linkEntries, unfit: unfitLinkEntries };

/**
 * Decides `annul-link-entry`. An unlinking that would have nothing left to end is annulled with its
 * linking. RK 1.8.
 */
export function decideAnnulLinkEntry(
  state: LinkRecord,
  input: z.output<typeof annulLinkEntry.schema>,
  context: ActContext,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { learner, other, entry, reason } = input;
  const of = `${learner}, ${other}`;
  const asked = { act: 'annul-entry', of, orderRequired: false, ground: sender.ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const resting = restingFacts(linkFit, state, stateWithout(linkEntries, state, entry));
  const ids = resting.map(({ id }) => id);
  const idle = [...state.entries.values()].filter(({ event }) => ids.includes(event.id));
  return [found.entry, ...idle].map((annulled) =>
    annulment({ ...found, entry: annulled }, context, null, reason),
  );
}

function annulment(
  found: PutRight<LinkEntry>,
  context: ActContext,
  replacedBy: string | null,
  reason: string | undefined,
) {
  const { learner, other } = found.entry.event.data;
  const why = reason === undefined ? {} : { reason: { value: reason } };
  const annulled = annulmentData(found, context, replacedBy);
  return linkEntryAnnulled.draft({
    ...annulmentPlace(found),
    data: { learner, other, ...annulled, ...why },
  });
}

const CORRECTABLE: CorrectableFields = { always: [], optional: ['reason'] };

/**
 * Decides `correct-link-entry`: the entry is annulled, and one with the true day takes its place,
 * with the signer of the first. A linking may not move behind its unlinking. RK 1.8.
 */
export function decideCorrectLinkEntry(
  state: LinkRecord,
  input: z.output<typeof correctLinkEntry.schema>,
  context: LinkCorrectionContext,
  { id, sender }: Pick<ReceivedCommand, 'id' | 'sender'>,
): Decision {
  const { learner, other, entry, reason, to } = input;
  const of = `${learner}, ${other}`;
  const asked = { act: 'correct-entry', of, orderRequired: false, ground: sender.ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const fields = correctedFields(context.stored ?? event, to, CORRECTABLE);
  if (isRefusal(fields)) return fields;
  const rest = stateWithout(linkEntries, state, entry);
  const linking = event.type === 'LearnersLinked';
  const no = (linking ? refuseIfLinked : refuseUnlessLinked)(rest, input, fields.on);
  if (no !== null) return no;
  const { reason: _before, ...kept } = event.data;
  const text = fields['reason'];
  const why = typeof text === 'string' ? { reason: { value: text } } : {};
  const entered = [
    (linking ? learnersLinked : learnersUnlinked).draft({
      occurredOn: fields.on,
      refs: event.refs,
      data: { ...kept, ...why, edition: context.edition.edition },
      ground: fields.ground,
    }),
  ];
  const facts = restingFacts(linkFit, state, stateWith(linkEntries, state, entered, entry));
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  return [annulment(found, context, eventId(id, 1), reason), ...entered];
}
