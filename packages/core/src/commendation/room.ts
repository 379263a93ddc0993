import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import type { ProposeCommendation } from './commands.ts';
import {
  orderCommendation,
  presentCommendation,
  proposeCommendation,
  publishCommendation,
  revokeCommendation,
} from './commands.ts';
import type { ProposalContext, SignedContext } from './commendation.ts';
import {
  commendationDecider,
  decideOrderCommendation,
  decidePresentCommendation,
  decideProposeCommendation,
  decidePublishCommendation,
  decideRevokeCommendation,
} from './commendation.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** What a step of a commendation answers: `commendation` names it from now on. */
export interface CommendationReceipt extends Receipt {
  readonly commendation: string;
}

type Answer = Promise<Result<CommendationReceipt>>;

/** Commendations: proposed, ordered, presented, published, revoked. D14, R1 §5. */
export interface CommendationRoom {
  propose(raw: Raw<typeof proposeCommendation>): Answer;
  order(raw: Raw<typeof orderCommendation>): Answer;
  present(raw: Raw<typeof presentCommendation>): Answer;
  publish(raw: Raw<typeof publishCommendation>): Answer;
  revoke(raw: Raw<typeof revokeCommendation>): Answer;
}

/**
 * The commendations of an organisation, for one sender.
 * @example
 * const { commendation } = must(await commendationRoom(desk).propose({ learner: 'l-1',
 *   basis: 'petition', proposedBy: { body: 'ООО «Лучик»' }, on: '2026-12-01' }));
 */
export function commendationRoom(desk: Desk): CommendationRoom {
  const shared = {
    decider: commendationDecider,
    stream: ({ commendation }: { readonly commendation: string }) =>
      desk.stream('commendation', commendation),
    context: ({ on }: { readonly on: string }) => readActDay(desk, on),
    answer: (outcome: Outcome): CommendationReceipt => ({
      ...receipt(outcome),
      commendation: streamKey(outcome.stream)[0] ?? '',
    }),
  };
  return {
    propose: (raw) =>
      desk.run(proposeCommendation, raw, {
        ...shared,
        stream: (input, command) => desk.stream('commendation', input.id ?? command.id),
        context: (input) => readProposal(desk, input),
        decide: (state, input, context, command) =>
          decideProposeCommendation(
            state,
            { ...input, commendation: input.id ?? command.id },
            context,
          ),
      }),
    order: (raw) =>
      desk.run(orderCommendation, raw, {
        ...shared,
        context: (input, command) => readSigned(desk, input.on, input.orderedBy, command),
        decide: decideOrderCommendation,
      }),
    present: (raw) =>
      desk.run(presentCommendation, raw, { ...shared, decide: decidePresentCommendation }),
    publish: (raw) =>
      desk.run(publishCommendation, raw, {
        ...shared,
        context: async ({ commendation, on }) => {
          const day = await readActDay(desk, on);
          if (isRefusal(day)) return day;
          const { state } = await desk.load(commendationDecider, commendation);
          const { state: consents } = await desk.load(learnerDecider, state.learner || '-');
          return { ...day, consents };
        },
        decide: decidePublishCommendation,
      }),
    revoke: (raw) =>
      desk.run(revokeCommendation, raw, {
        ...shared,
        context: (input, command) => readSigned(desk, input.on, input.revokedBy, command),
        decide: decideRevokeCommendation,
      }),
  };
}

async function readProposal(
  desk: Desk,
  { on, learner, enrollment }: ProposeCommendation,
): Promise<ProposalContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const { state: about } = await desk.load(learnerDecider, learner);
  if (enrollment === null) return { ...day, about, study: null };
  const { state: study } = await desk.load(enrollmentDecider, enrollment);
  return { ...day, about, study };
}

async function readSigned(
  desk: Desk,
  on: string,
  person: string,
  command: ReceivedCommand,
): Promise<SignedContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const official = await readOfficial(desk, person);
  return { ...day, official, ground: command.sender.ground };
}
