import { editionOn } from '@letopis/core/facts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';
import { asksFor } from './bound-reader.ts';
import { closedChangesNotOpen, refusedWith } from './not-permitted.ts';
import type { Asker, ViewReader } from './view-reader.ts';

/** The purpose for which an office asks who learners were before a closed change. RK 1.10. */
export const CLOSED_CHANGE = 'closed-change';

/**
 * Whether a reader asks for closed changes, as an office to which the edition of the day opens
 * them, and which they hold on it. Throws `refused` with the refusal `closed-changes-not-open`
 * where they ask and may not.
 */
export async function opensClosedChanges(today: ViewReader, asker: Asker): Promise<boolean> {
  const { kind, person, office = null, on } = asker;
  if (kind !== 'administration' || !asksFor(asker, CLOSED_CHANGE)) return false;
  const rules = await today.get(catalogue, catalogueKey.regulation);
  const edition = rules?.kind === 'regulation' ? editionOn(rules.editions, on) : null;
  const offices = edition?.disclosure.closedOffices ?? [];
  const held = await today.get(catalogue, catalogueKey.official(person));
  const holds = held?.kind === 'official' && office !== null && held.offices.includes(office);
  if (holds && offices.includes(office)) return true;
  throw refusedWith(closedChangesNotOpen({ person, office, on, offices }));
}
