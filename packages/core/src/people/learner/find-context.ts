import type * as z from 'zod';
import { readFactDay } from '../../acting/fact-day.ts';
import type { Given, Session } from '../../acting/session.ts';
import { receive } from '../../kernel/command.ts';
import type { Result } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { findLearner } from './commands.ts';
import { isExternalIdOn } from './facts/external-id-questions.ts';
import { readExternalIdHolders } from './facts/reading.ts';
import { externalIdAmbiguous } from './refusals.ts';

/** What `learners.find` asks for: an id in another system, on a day that is today by default. */
export type FindLearner = Given<z.input<typeof findLearner.schema>>;

/** The learner who has an id in another system on a day; null: nobody has. */
export async function findByExternalId(
  session: Session,
  asked: FindLearner,
): Promise<Result<string | null>> {
  const received = receive(findLearner, asked, session.sender, session.handler.store.ports);
  if (!received.ok) return received;
  const { system, value, on: given } = received.value.input;
  const on = await readFactDay(session, given);
  if (isRefusal(on)) return { ok: false, refusal: on };
  const all = await readExternalIdHolders(session, { system, value });
  const [learner = null, ...more] = all
    .filter((one) => isExternalIdOn(one, on))
    .map((one) => one.learner);
  if (learner === null || more.length === 0) return { ok: true, value: learner };
  const refusal = externalIdAmbiguous({ system, learners: [learner, ...more], on });
  return { ok: false, refusal };
}
