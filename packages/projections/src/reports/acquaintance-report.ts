import type { AcquaintanceAsked, AcquaintanceStanding } from '@letopis/core/facts';
import { acquaintanceStanding, editionOn, isAboutSame, lastEdition } from '@letopis/core/facts';
import type { Fact } from '../projection/fact.ts';
import { byDay } from '../projection/fact.ts';
import { acquaintances, acquaintancesKey } from '../views/acquaintances.ts';
import { journal, journalKey } from '../views/journal.ts';
import { OnePerson } from './one-person.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { compareShown, Reading } from './reading.ts';

/** A signature as pages show it. */
export interface AcquaintanceSignature {
  readonly sheet: string;
  readonly subject: Fact<'AcquaintanceSigned'>['data']['subject'];
  /** Day beside the signature. */
  readonly on: string;
  /** The representative who signed; `null` for the learner. */
  readonly by: ShownName | null;
  readonly signature: 'paper' | 'electronic';
  /** The official who made them acquainted. */
  readonly madeKnownBy: ShownName;
  /** Event id of the line, by which it is annulled. */
  readonly event: string;
}

/** How one learner of a group stands to the requirements. */
export interface AcquaintanceRow {
  readonly learner: ShownName;
  readonly standing: AcquaintanceStanding;
  /**
   * The last signature about these requirements, whatever their edition, under any linked id of the
   * person; `null`: none.
   */
  readonly signed: AcquaintanceSignature | null;
}

/** Who of a group is acquainted with requirements. R2 §1.5. */
export interface AcquaintancePage {
  readonly basis: PageBasis;
  readonly group: { readonly id: string; readonly title: string | null };
  /** What is asked for; `null` where no regulation is in force on the page's day. */
  readonly asked: AcquaintanceAsked | null;
  /** Whether a new edition is to be made known again, by the regulation. */
  readonly again: boolean;
  /** The learners who are in the group, in Russian alphabetical order. */
  readonly rows: readonly AcquaintanceRow[];
  /** The learners who have yet to sign: not acquainted, or due again. */
  readonly due: readonly string[];
}

/**
 * Reads who of a group has signed that they know the requirements, and who has yet to: those of the
 * edition of the regulation in force on the reader's day, or of another document where `asked`
 * names it. R2 §1.5.
 */
export async function acquaintanceReport(
  reader: ViewReader,
  { group, asked: named }: { readonly group: string; readonly asked?: AcquaintanceAsked },
): Promise<AcquaintancePage> {
  const reading = new Reading(reader);
  const { editions } = await reading.regulation();
  const newest = lastEdition(editions)?.from ?? '';
  const edition = editionOn(editions, reading.on ?? newest);
  const inForce = edition && { kind: 'regulation' as const, edition: edition.edition };
  const asked = named ?? inForce;
  const again = edition?.assessment.acquaintance.again ?? false;
  const rows: AcquaintanceRow[] = [];
  const persons = new OnePerson((id) => reading.card(id));
  for (const learner of asked === null ? [] : await learnersIn(reading, group)) {
    if (asked === null) continue;
    const signed = await signedBy(reading, await persons.idsOf(learner));
    rows.push(await rowOf(reading, learner, signed, { asked, again }));
  }
  await reading.tellApart();
  const title = (await reading.group(group))?.opened?.title ?? null;
  const isDue = ({ standing }: AcquaintanceRow): boolean =>
    standing === 'not-acquainted' || standing === 'due-again';
  return {
    group: { id: group, title },
    asked,
    again,
    rows: rows.toSorted((a, b) => compareShown(a.learner, b.learner)),
    due: rows.filter(isDue).map(({ learner }) => learner.person),
    basis: reading.basis(),
  };
}

/** The learners whose stay in the group has not ended. */
async function learnersIn(reading: Reading, group: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const place of reading.scan(journal, journalKey.place(group))) {
    if (place.kind !== 'place') continue;
    if (place.stays.some(({ departure }) => departure === null)) found.push(place.learner);
  }
  return found;
}

/** The signatures of one person, in the order of their days; linked ids are one person. D3. */
async function signedBy(
  reading: Reading,
  ids: readonly string[],
): Promise<readonly Fact<'AcquaintanceSigned'>[]> {
  const found: Fact<'AcquaintanceSigned'>[] = [];
  for (const id of ids) {
    const one = await reading.get(acquaintances, acquaintancesKey.learner(id));
    found.push(...(one?.signed ?? []));
  }
  return found.toSorted(byDay);
}

async function rowOf(
  reading: Reading,
  learner: string,
  signed: readonly Fact<'AcquaintanceSigned'>[],
  { asked, again }: { readonly asked: AcquaintanceAsked; readonly again: boolean },
): Promise<AcquaintanceRow> {
  const own = signed.map((fact) => ({ ...fact, subject: fact.data.subject }));
  const last = own.findLast(({ subject }) => isAboutSame(subject, asked)) ?? null;
  return {
    learner: await reading.name(learner),
    standing: acquaintanceStanding(own, asked, again),
    signed: last === null ? null : await signatureOf(reading, last),
  };
}

async function signatureOf(
  reading: Reading,
  { on, source, data }: Fact<'AcquaintanceSigned'>,
): Promise<AcquaintanceSignature> {
  const { sheet, subject, by, signature, signer } = data;
  return {
    sheet,
    subject,
    on,
    by: by === 'learner' ? null : await reading.name(by),
    signature,
    madeKnownBy: await reading.name(signer.person),
    event: source.event,
  };
}

/** The days of a learner's diary that somebody has seen. R5 §2.3. */
export interface DiarySeenPage {
  readonly basis: PageBasis;
  readonly learner: ShownName;
  /** In the order of the days beside the signatures: «seen by the representative on …». */
  readonly seen: readonly AcquaintanceSignature[];
}

/** Reads by whom, for which days and on which day a learner's diary was seen. R5 §2.3. */
export async function diarySeenReport(
  reader: ViewReader,
  { learner }: { readonly learner: string },
): Promise<DiarySeenPage> {
  const reading = new Reading(reader);
  const found = await reading.get(acquaintances, acquaintancesKey.learner(learner));
  const seen: AcquaintanceSignature[] = [];
  for (const fact of found?.signed ?? []) {
    if (fact.data.subject.kind === 'diary') seen.push(await signatureOf(reading, fact));
  }
  const name = await reading.name(learner);
  await reading.tellApart();
  return { learner: name, seen, basis: reading.basis() };
}
