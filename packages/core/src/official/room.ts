import type * as z from 'zod';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Result } from '../kernel/refusal.ts';
import { readEdition } from '../regulation/reading.ts';
import { appointOfficial, relieveOfficial, renameOfficial } from './commands.ts';
import { decideAppoint, decideRelieve, decideRename } from './decide.ts';
import { officialDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Officials: who holds which office, from when to when. D1. */
export interface OfficialRoom {
  appoint(raw: Raw<typeof appointOfficial>): Promise<Result<Receipt>>;
  relieve(raw: Raw<typeof relieveOfficial>): Promise<Result<Receipt>>;
  rename(raw: Raw<typeof renameOfficial>): Promise<Result<Receipt>>;
}

export function officialRoom(desk: Desk): OfficialRoom {
  const shared = {
    decider: officialDecider,
    stream: (input: { readonly person: string }) => desk.stream('official', input.person),
    answer: (outcome: Outcome) => receipt(outcome),
  };
  return {
    appoint: (raw) =>
      desk.run(appointOfficial, raw, {
        ...shared,
        context: (input) => readEdition(desk, input.from),
        decide: decideAppoint,
      }),
    relieve: (raw) =>
      desk.run(relieveOfficial, raw, {
        ...shared,
        context: (input) => readEdition(desk, input.on),
        decide: decideRelieve,
      }),
    rename: (raw) => desk.run(renameOfficial, raw, { ...shared, decide: decideRename }),
  };
}
