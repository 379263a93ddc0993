import type { IndexReading } from '../../../kernel/log-index.ts';
import type { ExternalId } from './external-id-questions.ts';
import { externalIdsIn } from './external-id-questions.ts';
import { identityOn } from './identity-questions.ts';
import { readWhoMayHave } from './identity-reading.ts';

/* Who has a value: what the index gives, confirmed in the learner's stream. */

type Looking = Pick<IndexReading, 'index' | 'events'>;

/** A learner who has an id in another system, on the days for which it is theirs. */
export interface ExternalIdHolder extends ExternalId {
  readonly learner: string;
}

/** The learners who have an id in another system, by their ids and then by day. */
export async function readExternalIdHolders(
  reading: Looking,
  { system, value }: { readonly system: string; readonly value: string },
): Promise<readonly ExternalIdHolder[]> {
  const found = await readWhoMayHave(reading, { system, value });
  return found.flatMap(({ learner, events }) =>
    externalIdsIn(events)
      .filter((one) => one.system === system)
      .filter((one) => 'value' in one.value && one.value.value === value)
      .map((one) => ({ learner, ...one })),
  );
}

/** After every day that a fact may have. */
const AT_LAST = '9999-12-31';

/** The learners whose SNILS on record, the last one, is this one; in plain string order. */
export async function readSnilsHolders(
  reading: Looking,
  value: string,
): Promise<readonly string[]> {
  const found = await readWhoMayHave(reading, { system: null, value });
  return found
    .filter(({ events }) => {
      const { snils } = identityOn(events, AT_LAST);
      return snils !== undefined && 'value' in snils && snils.value === value;
    })
    .map(({ learner }) => learner);
}
