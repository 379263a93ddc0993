import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import type { LinkContext } from './link.ts';
import {
  decideLink,
  decideUnlink,
  linkDecider,
  linkKey,
  linkLearners,
  unlinkLearners,
} from './link.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Learners on record who are one person: linked, and unlinked again. */
export interface LinkRoom {
  link(raw: Raw<typeof linkLearners>): Promise<Result<Receipt>>;
  unlink(raw: Raw<typeof unlinkLearners>): Promise<Result<Receipt>>;
}

/**
 * The links between an organisation's learners, for one sender.
 * @example
 * must(await linkRoom(desk).link({ learner: 'l-7', other: 'l-2', signer: 'p-5' }));
 */
export function linkRoom(desk: Desk): LinkRoom {
  const shared = {
    decider: linkDecider,
    stream: ({ learner, other }: Pair) => desk.stream('link', ...linkKey(learner, other)),
    context: (input: Pair) => readLink(desk, input),
    answer: receipt,
  };
  return {
    link: (raw) => desk.run(linkLearners, raw, { ...shared, decide: decideLink }),
    unlink: (raw) => desk.run(unlinkLearners, raw, { ...shared, decide: decideUnlink }),
  };
}

type Pair = z.output<typeof linkLearners.schema>;

async function readLink(
  desk: Desk,
  { learner, other, signer, on }: Pair,
): Promise<LinkContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const registered: string[] = [];
  for (const id of [learner, other]) {
    const { state } = await desk.load(learnerDecider, id);
    if (state.registered) registered.push(id);
  }
  return { ...day, registered, official: await readOfficial(desk, signer) };
}
