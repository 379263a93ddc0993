import type * as z from 'zod';
import { readFactDay } from '../../acting/fact-day.ts';
import type { Session } from '../../acting/session.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { giveExternalId } from './commands.ts';
import { externalIdGiven } from './facts/events.ts';
import { isExternalIdOn, nextExternalIdOn } from './facts/external-id-questions.ts';
import type { ExternalIdHolder } from './facts/reading.ts';
import { readExternalIdHolders } from './facts/reading.ts';
import type { LearnerRecord } from './facts/state.ts';
import { learnerUnknown } from './facts/unknown.ts';
import { changeBeforeRegistration, externalIdStanding, externalIdTaken } from './refusals.ts';

/** The day of an id in another system, and whose it is. */
export interface ExternalIdContext {
  readonly on: string;
  readonly holders: readonly ExternalIdHolder[];
}

type Given = Pick<z.output<typeof giveExternalId.schema>, 'learner' | 'system' | 'value'>;

/** Reads that context. Refuses as `readFactDay` does. */
export async function readExternalId(
  session: Session,
  input: z.output<typeof giveExternalId.schema>,
): Promise<ExternalIdContext | Refusal> {
  const on = await readFactDay(session, input.on);
  return isRefusal(on) ? on : { on, holders: await readExternalIdHolders(session, input) };
}

/**
 * Decides `give-external-id`. The id must be no other learner's on a day on which it would be this
 * one's. Like other personal data, it is not dated before the registration. SEC 7.
 */
export function decideExternalId(
  state: LearnerRecord,
  { learner, system, value }: Given,
  { on, holders }: ExternalIdContext,
): Decision {
  const registered = state.registeredOn;
  if (registered === null) return learnerUnknown({ learner });
  if (on < registered) return changeBeforeRegistration({ on, registered });
  const endsOn = nextExternalIdOn(state, system, on);
  const other = holders.find(
    (one) =>
      one.learner !== learner &&
      (one.endsOn === null || on < one.endsOn) &&
      (endsOn === null || one.from < endsOn),
  );
  if (other !== undefined) return externalIdTaken({ system, learner: other.learner });
  if (holders.some((one) => one.learner === learner && isExternalIdOn(one, on))) {
    return externalIdStanding({ learner, system, on });
  }
  const data = { learner, system, value: { value } };
  return [externalIdGiven.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}
