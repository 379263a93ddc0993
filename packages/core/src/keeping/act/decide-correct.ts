import { actPaper } from '../../acting/own-paper.ts';
import {
  annulmentData,
  annulmentPlace,
  findPutRight,
  onOwnPaper,
} from '../../acting/putting-right.ts';
import type { CoSigner } from '../../acting/signer.ts';
import { stateWithout } from '../../entry/fold.ts';
import { entryOfAnotherKind, entryUnchanged } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import { sortedJson } from '../../kernel/json.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import type { Signer } from '../../values/shape.ts';
import type { CorrectActContext } from './context.ts';
import {
  decideDrawUpErasure,
  decideRecordDestruction,
  refuseIfHeldSince,
} from './decide-destruction.ts';
import { actEntryAnnulled } from './facts/retention-events.ts';
import type { ActEntry, ActState } from './facts/state.ts';
import { actSteps } from './facts/state.ts';
import type { CorrectActEntry } from './retention-commands.ts';

/*
 * Correcting in place the act that closes a destruction or an erasure: it took place, and only its
 * number, day, method or persons were entered wrong. No erased value is needed for that. RK 1.8.
 */

type Closing = Extract<ActEntry, { type: 'CarriersDestroyed' | 'ErasureActDrawnUp' }>;

type To = CorrectActEntry['to'];

/** Is the entry the act that closes a destruction or an erasure? */
export const isClosing = (event: ActEntry): event is Closing =>
  event.type === 'CarriersDestroyed' || event.type === 'ErasureActDrawnUp';

const TYPES = { destruction: 'CarriersDestroyed', erasure: 'ErasureActDrawnUp' } as const;

/** The day, number and signers of a closing act as it is to read. */
export function closingAsCorrected({ occurredOn, data }: Closing, to: To) {
  const given = to.as === 'destruction' ? to.destroyers : to.signers;
  const stood = 'destroyers' in data ? data.destroyers : data.signers;
  return {
    on: to.on ?? occurredOn,
    number: to.number ?? data.number,
    signers: given ?? stood.map(coSigner),
  };
}

const coSigner = ({ person, office }: Signer): CoSigner => ({ person, office }) as CoSigner;

/**
 * Decides `correct-act-entry`: the entry is annulled, and another stands in its place, on the act
 * with its true number and day. Refuses `entry-of-another-kind`, `entry-unchanged`, `under-hold`
 * where the act would move to a day on which a hold forbade it, as `record-destruction` and
 * `draw-up-erasure-act` do on that day, and as `findPutRight` does. D19, RK 1.8.
 */
export function decideCorrectActEntry(
  state: ActState,
  input: CorrectActEntry,
  { closing, retention, ...context }: CorrectActContext,
  { id, sender: { ground } }: Pick<ReceivedCommand, 'id' | 'sender'>,
): Decision {
  const { act, entry, to, reason } = input;
  const asked = { act: 'correct-act-entry', of: act, orderRequired: false, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const needed = TYPES[to.as];
  if (!isClosing(event) || event.type !== needed || closing === null) {
    return entryOfAnotherKind({ entry, type: event.type, needed });
  }
  const before: ActState = { ...stateWithout(actSteps, state, entry), targets: state.targets };
  const { on, number, signers } = closingAsCorrected(event, to);
  const held = on === event.occurredOn ? null : refuseIfHeldSince(state, retention, on);
  if (held !== null && event.type === 'CarriersDestroyed') return held;
  const made = decideAgain(before, event, { act, on, number, signers }, to, closing);
  if (isRefusal(made)) return made;
  const own = paperOf(event, input, actPaper(number, on));
  const { edition: _was, ...said } = event.data;
  const { edition: _is, ...says } = (made[0]?.data ?? event.data) as typeof event.data;
  const same = sortedJson({ said, on: event.occurredOn, own: event.ground });
  if (sortedJson({ said: says, on, own }) === same) return entryUnchanged({ entry });
  const annulled = annulmentData(found, context, eventId(id, 1));
  return [
    actEntryAnnulled.draft({
      ...annulmentPlace(found),
      data: { act, ...annulled, reason: reason ?? null },
    }),
    ...onOwnPaper(made, own),
  ];
}

function decideAgain(
  before: ActState,
  { data }: Closing,
  given: { act: string; on: string; number: string; signers: readonly CoSigner[] },
  to: To,
  closing: NonNullable<CorrectActContext['closing']>,
): Decision {
  const { signers, ...act } = given;
  if (to.as === 'destruction') {
    const method = to.method ?? ('method' in data ? data.method : '');
    const said = { ...act, method, destroyers: [...signers] };
    const wasGone = 'gone' in data ? data.gone : undefined;
    return decideRecordDestruction(before, said, { ...closing, wasGone });
  }
  const system = to.system ?? ('system' in data ? data.system : '');
  return decideDrawUpErasure(before, { ...act, system, signers: [...signers] }, closing);
}

/** The act's own paper: the one given, that of its true number and day, or another as it was. */
function paperOf(
  { ground, occurredOn, data: { number } }: Closing,
  { entryGround }: CorrectActEntry,
  own: Ground,
): Ground | null {
  if (entryGround !== undefined) return entryGround;
  const isOwn = sortedJson({ ground }) === sortedJson({ ground: actPaper(number, occurredOn) });
  return isOwn ? own : ground;
}
