import type { CoSigner } from '../../acting/signer.ts';
import { coSignerOf, signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { officialFold } from '../../rules/official/facts/state.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { Signer } from '../../values/shape.ts';
import { goneBy } from '../retention/facts/presence-questions.ts';
import type { RetentionOver } from '../retention/facts/questions.ts';
import { holdInForce } from '../retention/facts/questions.ts';
import { underHold } from '../retention/facts/unknown.ts';
import type { ClosingContext, DestructionContext } from './context.ts';
import { refuseUnlessAct } from './decide.ts';
import { itemNamed, targetsAt } from './facts/questions.ts';
import { carriersDestroyed, erasureActDrawnUp } from './facts/retention-events.ts';
import type { ActKind, ActState } from './facts/state.ts';
import {
  actNotReady,
  actOutstanding,
  destroyersFew,
  nothingReleased,
  retentionWordUnknown,
} from './refusals.ts';
import type { DrawUpErasureAct, RecordDestruction } from './retention-commands.ts';

/** What such an act says; a correction takes it from the entry that it puts right. */
type Said<Input> = {
  readonly [Field in keyof Input]: Input[Field] extends string ? string : Input[Field];
};

/**
 * Decides `record-destruction`: when every carrier is released or withheld, and no hold placed
 * since covers a released one. Refuses `act-not-ready`, `act-outstanding`, `nothing-released`,
 * `under-hold`, `retention-word-unknown` and `destroyers-few`. D19.
 */
export function decideRecordDestruction(
  state: ActState,
  input: Said<RecordDestruction>,
  context: ClosingContext & Partial<Pick<DestructionContext, 'retention'>> & WasGone,
): Decision {
  const { act, number, method, destroyers: named, on: occurredOn } = input;
  const { edition } = context;
  const refused =
    refuseUnlessSettled(state, act, 'destruction', occurredOn) ??
    (context.retention ? refuseIfHeldSince(state, context.retention, occurredOn) : null);
  if (refused !== null) return refused;
  const { methods, destructionOffices, destroyersMin } = edition.retention;
  const known = methods.map(({ id }) => id);
  if (!known.includes(method)) {
    return retentionWordUnknown({ field: 'method', value: method, known });
  }
  const destroyers = signAll(named, destructionOffices, destroyersMin, context, occurredOn);
  if (isRefusal(destroyers)) return destroyers;
  const data = { act, number, method, destroyers, edition: edition.edition };
  const done = targetsAt(state, 'done');
  const gone = context.retention ? countGone(done, context.retention) : (context.wasGone ?? 0);
  const counts = {
    destroyed: done.length - gone,
    notDone: targetsAt(state, 'not-done').length,
    ...(gone === 0 ? {} : { gone }),
  };
  const refs = { act: [act], official: destroyers.map((one) => one.person) };
  return [carriersDestroyed.draft({ occurredOn, refs, data: { ...data, ...counts } })];
}

/** The number of gone carriers that a corrected act says. */
interface WasGone {
  readonly wasGone?: number | undefined;
}

/** The number of released carriers of which nothing was there to destroy. RK 4 no. 3, 10. */
function countGone(targets: readonly string[], retention: RetentionOver): number {
  return targets.filter((target) => goneBy(retention, itemNamed(target)) !== null).length;
}

/** Decides `draw-up-erasure-act`, when every record is erased or refused. 152-FZ art. 21. */
export function decideDrawUpErasure(
  state: ActState,
  input: Said<DrawUpErasureAct>,
  context: ClosingContext,
): Decision {
  const { act, number, system, signers: named, on: occurredOn } = input;
  const { edition } = context;
  const refused = refuseUnlessSettled(state, act, 'erasure', occurredOn);
  if (refused !== null) return refused;
  const { destructionOffices, erasureOffices } = edition.retention;
  const offices = [...destructionOffices, ...erasureOffices];
  const signers = signAll(named, offices, 1, context, occurredOn);
  if (isRefusal(signers)) return signers;
  const data = { act, number, system, signers, edition: edition.edition };
  const counts = {
    erased: targetsAt(state, 'done').length,
    notDone: targetsAt(state, 'not-done').length,
  };
  const refs = { act: [act], official: signers.map((one) => one.person) };
  return [erasureActDrawnUp.draft({ occurredOn, refs, data: { ...data, ...counts } })];
}

/** Refuses `under-hold` where a hold placed since the release covers a carrier of the act. */
export function refuseIfHeldSince(
  state: ActState,
  retention: RetentionOver,
  on: string,
): Refusal | null {
  for (const target of targetsAt(state, 'done')) {
    const { carrier, record } = itemNamed(target);
    const hold = holdInForce(retention, record, carrier, on);
    if (hold !== null) return underHold({ record, ...hold });
  }
  return null;
}

/** Refuses to close an act in another phase, with outstanding targets, or with none done. */
function refuseUnlessSettled(
  state: ActState,
  act: string,
  kind: ActKind,
  on: string,
): Refusal | null {
  const refused = refuseUnlessAct(state, act, kind);
  if (refused !== null) return refused;
  const { phase, lastOn } = state;
  if (phase !== 'owing') return actNotReady({ act, phase, needed: 'owing' });
  const targets = targetsAt(state, 'outstanding');
  if (targets.length > 0) return actOutstanding({ act, targets });
  if (targetsAt(state, 'done').length === 0) return nothingReleased({ act });
  return on < lastOn ? actOutOfOrder({ on, after: lastOn }) : null;
}

/**
 * The signers, each in an office that may sign. Refuses `destroyers-few` where one is named twice,
 * or they are fewer than needed.
 */
function signAll(
  named: readonly CoSigner[],
  offices: readonly string[],
  needed: number,
  { officials }: ClosingContext,
  on: string,
): Signer[] | Refusal {
  const asked = named.map(coSignerOf);
  const persons = asked.map((one) => one.person);
  if (new Set(persons).size < Math.max(needed, persons.length)) {
    return destroyersFew({ given: persons, needed });
  }
  const signers: Signer[] = [];
  for (const { person, office } of asked) {
    const official = officials.get(person) ?? officialFold.initial();
    const signer = signAs(official, { person, office, on }, offices);
    if (isRefusal(signer)) return signer;
    signers.push(signer);
  }
  return signers;
}
