import type * as z from 'zod';
import { readToday } from '../acting/act-day.ts';
import type { Created } from '../created.ts';
import { created, withId } from '../created.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Result } from '../kernel/refusal.ts';
import { decideEndSpecialStatus, endSpecialStatus } from './conditions.ts';
import {
  decideConsent,
  decideEndRepresentative,
  decideRepresentative,
  decideWithdrawal,
  endRepresentative,
  giveConsent,
  nameRepresentative,
  withdrawConsent,
} from './consent.ts';
import {
  changeLearner,
  decideChange,
  decideGifted,
  decideRegister,
  decideSpecialNeeds,
  listAsGifted,
  recordSpecialNeeds,
  registerLearner,
} from './learner.ts';
import type { LearnerEvent } from './state.ts';
import { learnerDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Learners: personal data, representatives, consents, special conditions. D3. */
export interface LearnerRoom {
  register(raw: Raw<typeof registerLearner>): Promise<Result<Created>>;
  change(raw: Raw<typeof changeLearner>): Promise<Result<Receipt>>;
  nameRepresentative(raw: Raw<typeof nameRepresentative>): Promise<Result<Receipt>>;
  endRepresentative(raw: Raw<typeof endRepresentative>): Promise<Result<Receipt>>;
  giveConsent(raw: Raw<typeof giveConsent>): Promise<Result<Created>>;
  withdrawConsent(raw: Raw<typeof withdrawConsent>): Promise<Result<Receipt>>;
  recordSpecialNeeds(raw: Raw<typeof recordSpecialNeeds>): Promise<Result<Receipt>>;
  listAsGifted(raw: Raw<typeof listAsGifted>): Promise<Result<Receipt>>;
  endSpecialStatus(raw: Raw<typeof endSpecialStatus>): Promise<Result<Receipt>>;
}

export function learnerRoom(desk: Desk): LearnerRoom {
  const shared = {
    decider: learnerDecider,
    stream: (input: { readonly learner: string }) => desk.stream('learner', input.learner),
    context: async (input: { readonly on?: string | undefined }) =>
      input.on ?? (await readToday(desk)),
    answer: (outcome: Outcome<LearnerEvent>) => receipt(outcome),
  };
  return {
    register: (raw) =>
      desk.run(registerLearner, raw, {
        ...shared,
        stream: (input, command) => desk.stream('learner', input.id ?? command.id),
        decide: withId(decideRegister),
        answer: (outcome) => created(outcome, streamKey(outcome.stream)[0]),
      }),
    change: (raw) => desk.run(changeLearner, raw, { ...shared, decide: decideChange }),
    nameRepresentative: (raw) =>
      desk.run(nameRepresentative, raw, { ...shared, decide: decideRepresentative }),
    endRepresentative: (raw) =>
      desk.run(endRepresentative, raw, { ...shared, decide: decideEndRepresentative }),
    giveConsent: (raw) =>
      desk.run(giveConsent, raw, {
        ...shared,
        decide: withId(decideConsent),
        answer: (outcome) => created(outcome, consentIn(outcome)),
      }),
    withdrawConsent: (raw) =>
      desk.run(withdrawConsent, raw, { ...shared, decide: decideWithdrawal }),
    recordSpecialNeeds: (raw) =>
      desk.run(recordSpecialNeeds, raw, { ...shared, decide: decideSpecialNeeds }),
    listAsGifted: (raw) => desk.run(listAsGifted, raw, { ...shared, decide: decideGifted }),
    endSpecialStatus: (raw) =>
      desk.run(endSpecialStatus, raw, { ...shared, decide: decideEndSpecialStatus }),
  };
}

function consentIn(outcome: Outcome<LearnerEvent>): string | undefined {
  const given = outcome.events[0];
  return given?.type === 'ConsentGiven' ? given.data.consent : undefined;
}
