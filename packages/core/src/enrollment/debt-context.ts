import type * as z from 'zod';
import { readCommission } from '../commission/reading.ts';
import type { Desk } from '../desk.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readContext } from './context.ts';
import type { GrantContext, grantRetake } from './retake.ts';

/** Reads what granting a retake needs: the commission that is named, too. */
export async function readGranting(
  session: Desk,
  { enrollment, commission }: z.output<typeof grantRetake.schema>,
): Promise<GrantContext | Refusal> {
  const context = await readContext(session, { enrollment });
  if (isRefusal(context)) return context;
  const named = commission === null ? null : await readCommission(session, commission);
  return { ...context, commission: named };
}
