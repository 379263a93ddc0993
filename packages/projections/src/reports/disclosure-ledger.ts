import { localDate } from '@letopis/core';
import type { Fact } from '../projection/fact.ts';
import type { AnnulledConsent } from '../views/disclosures.ts';
import { disclosures, disclosuresKey } from '../views/disclosures.ts';
import { monthsOf } from './corrections-report.ts';
import type { FileDisclosure } from './file-record.ts';
import { showCase } from './file-record.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';

/** A case of the ledger with the learners that it concerns. */
export interface LedgerCase extends FileDisclosure {
  readonly learners: readonly ShownName[];
}

/**
 * What was requested, given, refused and published in a period, and the consents given and
 * withdrawn.
 */
export interface DisclosureLedger {
  readonly basis: PageBasis;
  readonly from: string;
  readonly until: string;
  /** In log order of their first events. */
  readonly cases: readonly LedgerCase[];
  /** Consents and withdrawals that count. */
  readonly consents: readonly Fact<'ConsentGiven' | 'ConsentWithdrawn'>[];
  /** Those of the period that count as never made. RK 1.8. */
  readonly annulledConsents: readonly AnnulledConsent[];
  readonly commendations: readonly Fact<'CommendationPublished'>[];
}

/**
 * Reads the ledger of disclosure, publication and consent: every case with an event between two
 * days, each with its whole history. Throws for an invalid calendar day. P13, R1 §6, R3 §3.5 §4, R5
 * §6.
 */
export async function disclosureLedger(
  reader: ViewReader,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<DisclosureLedger> {
  const reading = new Reading(reader);
  const within = ({ on }: { readonly on: string }): boolean => on >= from && on <= until;
  const keys = new Set<string>();
  const consents: DisclosureLedger['consents'][number][] = [];
  const annulledConsents: AnnulledConsent[] = [];
  const commendations: Fact<'CommendationPublished'>[] = [];
  for (const month of monthsOf(localDate.parse(from), localDate.parse(until), 'acted')) {
    for await (const found of reading.scan(disclosures, disclosuresKey.month(month))) {
      if (found.kind !== 'month') continue;
      for (const key of found.cases) keys.add(key);
      consents.push(...found.consents.filter(within));
      annulledConsents.push(...found.annulledConsents.filter(({ fact }) => within(fact)));
      commendations.push(...found.commendations.filter(within));
    }
  }
  const cases: LedgerCase[] = [];
  for (const key of keys) {
    const found = await reading.get(disclosures, key);
    if (found === null || found.kind === 'learner' || found.kind === 'month') continue;
    if (found.case === null || !factsOf(found.case).some(within)) continue;
    const ids = learnersOf(found.case);
    const shown = await showCase(reading, ids[0] ?? '', found.case);
    const learners: ShownName[] = [];
    for (const learner of ids) learners.push(await reading.name(learner));
    cases.push({ ...shown, learners });
  }
  await reading.tellApart();
  return {
    from,
    until,
    consents,
    annulledConsents,
    commendations,
    cases: cases.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
    basis: reading.basis(),
  };
}

type Case = Omit<LedgerCase, 'learners' | 'purposeTitle' | 'applicantName' | 'asks'>;

function factsOf(
  one: Case,
): readonly Fact<
  | 'DisclosureAsked'
  | 'InformationGiven'
  | 'AnswerPutOff'
  | 'DisclosureGranted'
  | 'DisclosureRefused'
  | 'ResultsPublished'
  | 'PublicationWithdrawn'
>[] {
  const { asked, putOff, granted, refused, given, published, takenDown, annulled } = one;
  const single = [asked, granted, refused, published].filter((fact) => fact !== null);
  return [...single, ...putOff, ...given, ...takenDown, ...annulled.map(({ fact }) => fact)];
}

const placeOf = (one: Case): string =>
  factsOf(one)
    .map(({ source }) => source.position)
    .toSorted()[0] ?? '';

function learnersOf({ began }: Case): readonly string[] {
  if (began === null) return [];
  if (began.type !== 'ResultsPublished') return [began.data.learner];
  return began.data.learners.map(({ learner }) => learner);
}
