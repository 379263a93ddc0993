import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { carriersOf, holdInForce, recordKindOf } from '../retention/facts/questions.ts';
import { refsOfRecords } from '../retention/facts/record-refs-questions.ts';
import { underHold } from '../retention/facts/unknown.ts';
import type { ErasureContext } from './context.ts';
import { itemTarget } from './facts/questions.ts';
import { erasureOrdered } from './facts/retention-events.ts';
import type { ActState } from './facts/state.ts';
import {
  actTargetTwice,
  erasureByKey,
  recordInNoCarrier,
  recordStillKept,
  retentionWordUnknown,
} from './refusals.ts';
import type { OrderErasure } from './retention-commands.ts';

/*
 * Erasure of personal data. A fact is kept as long as the longest of its carriers, so a record is
 * erased only when every carrier that has it was released for destruction. D19, 152-FZ art. 21.
 */

/**
 * The number of records that fit into one line with their ids as refs, however long their names
 * are.
 */
const RECORDS_PER_LINE = 125;

/**
 * Decides `order-erasure`. Refuses `already-exists`, `erasure-by-key`, `act-target-twice`,
 * `under-hold`, `record-in-no-carrier`, `record-still-kept` and `retention-word-unknown`.
 */
export function decideOrderErasure(
  state: ActState,
  input: WithId<OrderErasure>,
  context: ErasureContext,
): Decision {
  const { id: act, records, reason, signer: person, office, on: occurredOn } = input;
  const { edition, official, erasure } = context;
  if (state.id !== null) return alreadyExists({ kind: 'act', id: act });
  if (erasure === 'by-key') return erasureByKey({ record: records[0] ?? '' });
  const seen = new Set<string>();
  for (const record of records) {
    if (seen.has(record)) return actTargetTwice({ target: record });
    seen.add(record);
    const refused = refuseUnlessErasable(record, context);
    if (refused !== null) return refused;
  }
  const known = edition.retention.erasureReasons.map(({ id }) => id);
  if (!known.includes(reason)) {
    return retentionWordUnknown({ field: 'reason', value: reason, known });
  }
  const asked = { person, office, on: occurredOn };
  const signer = signAs(official, asked, edition.retention.erasureOffices);
  if (isRefusal(signer)) return signer;
  const parts = Math.ceil(records.length / RECORDS_PER_LINE);
  return Array.from({ length: parts }, (_, n) => {
    const listed = records.slice(n * RECORDS_PER_LINE, (n + 1) * RECORDS_PER_LINE);
    const refs = { ...refsOfRecords(listed), act: [act], official: [person] };
    const said = { act, part: n + 1, parts, records: listed, reason, method: erasure };
    const data = { ...said, signer, edition: edition.edition };
    return erasureOrdered.draft({ occurredOn, refs, data });
  });
}

/**
 * Refuses a record under a hold, one that no carrier has, and one with a carrier that is still
 * kept.
 */
function refuseUnlessErasable(
  record: string,
  { edition, retention, keptByDecision }: ErasureContext,
): Refusal | null {
  const hold = holdInForce(retention, record);
  if (hold !== null) return underHold({ record, ...hold });
  const holding = carriersOf(edition, recordKindOf(record));
  if (holding.length === 0) return recordInNoCarrier({ record });
  const carriers = holding.filter(
    (carrier) =>
      isCarrierKept(edition, carrier, keptByDecision) &&
      !retention.released.has(itemTarget({ carrier, record })),
  );
  return carriers.length === 0 ? null : recordStillKept({ record, carriers });
}

function isCarrierKept(
  edition: Edition,
  carrier: string,
  keptByDecision: ReadonlySet<string>,
): boolean {
  const { carriers } = edition.carriers;
  const mandatory = carriers.some((rule) => rule.id === carrier && rule.mandatory);
  return mandatory || keptByDecision.has(carrier);
}
