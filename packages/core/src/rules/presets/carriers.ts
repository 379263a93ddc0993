import type { CarrierRules } from '../regulation/sections/carriers.ts';
import type { RetentionRules } from '../regulation/sections/retention.ts';
import { retention } from '../regulation/sections/retention.ts';

type Carrier = CarrierRules['carriers'][number];

type Named = Pick<Carrier, 'id' | 'title' | 'records'>;

/** A term that the organisation's file plan sets. R1 §7.4, R3 §4.5, R5 §7.2. */
export const keptByFilePlan: Carrier['retention'] = {
  term: 'file-plan',
  years: null,
  startsAt: null,
};

/** A term that ends by a decision that the carrier is no longer needed. R2 §3.5. */
export const keptWhileNeeded: Carrier['retention'] = {
  term: 'until-no-longer-needed',
  years: null,
  startsAt: null,
};

/** A mandatory paper carrier, with an entry in the file plan that sets its term. R1 §4/5.4. */
export function paperCarrier(filePlanIndex: string, named: Named): Carrier {
  const kept = { medium: 'paper', mandatory: true, decidedBy: null } as const;
  return { ...named, ...kept, filePlanIndex, retention: keptByFilePlan };
}

/** A mandatory electronic carrier; without an entry in the file plan it is kept while needed. */
export function electronicCarrier(named: Named, filePlanIndex: string | null = null): Carrier {
  const kept = { medium: 'electronic', mandatory: true, decidedBy: null } as const;
  return { ...named, ...kept, filePlanIndex, retention: termBy(filePlanIndex) };
}

/** A carrier that is kept only if an official in `decidedBy` decides so. R1 §4/5.6, R3 §3.4. */
export function optionalCarrier(
  medium: Carrier['medium'],
  decidedBy: string,
  named: Named,
  filePlanIndex: string | null = null,
): Carrier {
  const kept = { medium, mandatory: false, decidedBy };
  return { ...named, ...kept, filePlanIndex, retention: termBy(filePlanIndex) };
}

const termBy = (index: string | null): Carrier['retention'] =>
  index === null ? keptWhileNeeded : keptByFilePlan;

/** Holdings of kinds of carrier that only some regulations have. */
const furtherHoldings: RetentionRules['holdings'] = [
  { records: 'register', kinds: ['register'] },
  { records: 'report', kinds: ['report'] },
  { records: 'review', kinds: ['work'] },
  { records: 'commendation', kinds: ['commendation'] },
  { records: 'portfolio', kinds: ['portfolio'] },
  { records: 'achievements', kinds: ['achievement', 'bank'] },
  { records: 'self-evaluation', kinds: ['evaluation'] },
];

/** The holdings (`retention.holdings`) that these carriers need, default and further ones. */
export function holdingsOf(carriers: readonly Carrier[]): RetentionRules['holdings'] {
  const held = new Set(carriers.map((one) => one.records));
  return [...retention.default.holdings, ...furtherHoldings].filter(({ records }) =>
    held.has(records),
  );
}
