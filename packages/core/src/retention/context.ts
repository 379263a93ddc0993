import type { ActContext } from '../acting/context.ts';
import { readSigned } from '../acting/context.ts';
import type { Desk } from '../desk.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { EndNeed } from './commands.ts';
import type { StartDays } from './starts.ts';
import { readStartDays } from './starts.ts';

/** Reads who decides on the need of a carrier, and the days that the record shows. */
export async function readNeed(
  session: Desk,
  input: EndNeed,
): Promise<(ActContext & { readonly days: StartDays }) | Refusal> {
  const days = await readStartDays(session, input.record);
  if (isRefusal(days)) return days;
  const act = await readSigned(session, input);
  return isRefusal(act) ? act : { ...act, days };
}
