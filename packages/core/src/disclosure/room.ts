import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Created } from '../created.ts';
import { created } from '../created.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { LearnerState } from '../learner/state.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import { decideAsk, decideGive, decideGrant, decidePutOff, decideRefuse } from './application.ts';
import type { PublishResults } from './commands.ts';
import {
  askDisclosure,
  giveInformation,
  grantDisclosure,
  publishResults,
  putOffAnswer,
  refuseDisclosure,
  tellInStudy,
  withdrawPublication,
} from './commands.ts';
import type { DisclosureContext } from './entitlement.ts';
import { decideTell } from './giving.ts';
import type { PublicationContext } from './publication.ts';
import { decidePublishResults, decideWithdrawPublication } from './publication.ts';
import { disclosureDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Information given out: on application, on demand, in the course of study, to the public. D16. */
export interface DisclosureRoom {
  ask(raw: Raw<typeof askDisclosure>): Promise<Result<Created>>;
  putOff(raw: Raw<typeof putOffAnswer>): Promise<Result<Receipt>>;
  grant(raw: Raw<typeof grantDisclosure>): Promise<Result<Receipt>>;
  refuse(raw: Raw<typeof refuseDisclosure>): Promise<Result<Receipt>>;
  give(raw: Raw<typeof giveInformation>): Promise<Result<Receipt>>;
  tell(raw: Raw<typeof tellInStudy>): Promise<Result<Created>>;
  publish(raw: Raw<typeof publishResults>): Promise<Result<Created>>;
  withdrawPublication(raw: Raw<typeof withdrawPublication>): Promise<Result<Receipt>>;
}

/**
 * What an organisation gives out about its learners, for one sender.
 * @example
 * const room = disclosureRoom(desk);
 * const { id } = must(await room.ask({ learner: 'l-1', applicant: { kind: 'learner' },
 *   form: 'oral', purpose: 'acquaintance' }));
 * must(await room.grant({ disclosure: id, basis: { by: 'right' }, signer: 'p-1',
 *   give: { given: { forms: [{ form: 'transcript' }] }, medium: 'oral' } }));
 */
export function disclosureRoom(desk: Desk): DisclosureRoom {
  const shared = {
    decider: disclosureDecider,
    stream: ({ disclosure }: { readonly disclosure: string }) =>
      desk.stream('disclosure', disclosure),
    context: (input: StepInput) => readStep(desk, input),
    answer: (outcome: Outcome) => receipt(outcome),
  };
  const first = {
    decider: disclosureDecider,
    stream: (input: { readonly id?: string | undefined }, command: ReceivedCommand) =>
      desk.stream('disclosure', input.id ?? command.id),
    answer: (outcome: Outcome) => created(outcome, streamKey(outcome.stream)[0]),
  };
  return {
    ask: (raw) =>
      desk.run(askDisclosure, raw, {
        ...first,
        context: async ({ learner, on }) => {
          const day = await readActDay(desk, on);
          return isRefusal(day) ? day : { ...day, about: await readLearner(desk, learner) };
        },
        decide: (state, input, context, command) =>
          decideAsk(state, named(input, command), context),
      }),
    putOff: (raw) => desk.run(putOffAnswer, raw, { ...shared, decide: decidePutOff }),
    grant: (raw) => desk.run(grantDisclosure, raw, { ...shared, decide: decideGrant }),
    refuse: (raw) => desk.run(refuseDisclosure, raw, { ...shared, decide: decideRefuse }),
    give: (raw) => desk.run(giveInformation, raw, { ...shared, decide: decideGive }),
    tell: (raw) =>
      desk.run(tellInStudy, raw, {
        ...first,
        context: ({ learner, on, signer }) => readSigned(desk, learner, signer, on),
        decide: (state, input, context, command) =>
          decideTell(state, named(input, command), context),
      }),
    publish: (raw) =>
      desk.run(publishResults, raw, {
        ...first,
        context: (input, command) => readPublication(desk, input, command),
        decide: (state, input, context, command) =>
          decidePublishResults(state, named(input, command), context),
      }),
    withdrawPublication: (raw) =>
      desk.run(withdrawPublication, raw, { ...shared, decide: decideWithdrawPublication }),
  };
}

const named = <Input extends { readonly id?: string | undefined }>(
  input: Input,
  command: ReceivedCommand,
) => ({ ...input, disclosure: input.id ?? command.id });

interface StepInput {
  readonly disclosure: string;
  readonly signer: string;
  readonly on?: string | undefined;
}

/** A step of a case: the learner is the one that the application is about. */
async function readStep(
  desk: Desk,
  { disclosure, signer, on }: StepInput,
): Promise<DisclosureContext | Refusal> {
  const { state } = await desk.load(disclosureDecider, disclosure);
  return readSigned(desk, state.application?.learner ?? null, signer, on);
}

async function readSigned(
  desk: Desk,
  learner: string | null,
  signer: string,
  on: string | undefined,
): Promise<DisclosureContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const about = learner === null ? learnerDecider.initial() : await readLearner(desk, learner);
  return { ...day, about, official: await readOfficial(desk, signer) };
}

async function readPublication(
  desk: Desk,
  { learners, signer, on }: PublishResults,
  command: ReceivedCommand,
): Promise<PublicationContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const known = new Map<string, LearnerState>();
  for (const { learner } of learners) known.set(learner, await readLearner(desk, learner));
  const official = await readOfficial(desk, signer);
  return { ...day, ground: command.sender.ground, learners: known, official };
}

async function readLearner(desk: Desk, learner: string): Promise<LearnerState> {
  const { state } = await desk.load(learnerDecider, learner);
  return state;
}
