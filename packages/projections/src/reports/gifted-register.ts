import type { Fact } from '../projection/fact.ts';
import type { FileCard, SpecialStatus } from '../views/personal-file-card.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import { OnePerson } from './one-person.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownDocuments, ShownName, ShownText } from './reading.ts';
import { compareShown, Reading } from './reading.ts';

/** A result at which special conditions were granted. R5 §3.4. */
export interface GrantedConditions {
  /** Event id of the result. */
  readonly result: string;
  readonly enrollment: string;
  readonly module: string | null;
  readonly kind: string;
  readonly on: string;
  /** Codes of the regulation. */
  readonly conditions: readonly string[];
}

/** An achievement that was credited. R5 §1.2. */
export interface CreditedAchievement {
  readonly credit: string;
  readonly achievement: string;
  readonly enrollment: string;
  readonly on: string;
  /** The modules (null: the whole programme) and kinds of assessment that it was credited for. */
  readonly granted: readonly { readonly module: string | null; readonly kind: string }[];
}

/** One entry of the state resource on gifted children. R5 §3.4. */
export interface GiftedEntry {
  readonly learner: ShownName;
  /** Number of the entry in the resource. */
  readonly entry: ShownText;
  readonly from: string;
  /** Last day; null: no end. */
  readonly until: string | null;
  /** `listed`: it holds on the page's day. */
  readonly standing: 'listed' | 'ended';
  /** The papers that it rests on. */
  readonly evidence: ShownDocuments;
  /** Special conditions granted with it, in words. */
  readonly conditions: ShownText;
  /** The results, while it held, at which conditions were granted. */
  readonly granted: readonly GrantedConditions[];
  /** The achievements that were credited while it held. */
  readonly credited: readonly CreditedAchievement[];
  /** Event id of the entry, by which it is corrected or annulled. */
  readonly event: string;
}

/** The gifted learners as of a day. R5 §1.2, §3.4. */
export interface GiftedPage {
  readonly basis: PageBasis;
  readonly on: string | null;
  /** In Russian alphabetical order; ended ones too. */
  readonly entries: readonly GiftedEntry[];
  /** How many persons are listed on the page's day; linked ids are one. */
  readonly listed: number;
}

/**
 * Reads the register of gifted learners as of the reader's day: each entry with its number, days,
 * evidence, the conditions granted, and the achievements credited. Annulled entries are left out.
 * R5 §1.2, §3.4.
 */
export async function giftedRegister(reader: ViewReader): Promise<GiftedPage> {
  const reading = new Reading(reader);
  const entries: GiftedEntry[] = [];
  for await (const card of reading.scan(personalFile, personalFileKey.card(''))) {
    if (card.kind === 'card') entries.push(...(await entriesOf(reading, card)));
  }
  const listed = entries.filter(({ standing }) => standing === 'listed');
  const persons = new OnePerson((id) => reading.card(id));
  const count = await persons.count(listed.map(({ learner }) => learner.person));
  await reading.tellApart();
  return {
    on: reading.on,
    entries: entries.toSorted(
      (a, b) => compareShown(a.learner, b.learner) || (a.from < b.from ? -1 : 1),
    ),
    listed: count,
    basis: reading.basis(),
  };
}

type Listing = SpecialStatus & { readonly recorded: Fact<'GiftedListed'> };

const isListing = (one: SpecialStatus): one is Listing =>
  one.annulled === null && one.recorded.type === 'GiftedListed';

async function entriesOf(
  reading: Reading,
  { learner, statuses }: FileCard,
): Promise<readonly GiftedEntry[]> {
  const entries: GiftedEntry[] = [];
  for (const { recorded, ended } of statuses.filter(isListing)) {
    const { on: from, source, data } = recorded;
    const { until } = data;
    const held: Held = { from, until, endedFrom: ended?.on ?? null };
    const day = reading.on;
    const past = ended !== null || (day !== null && until !== null && day > until);
    entries.push({
      learner: await reading.name(learner),
      entry: await reading.note(learner, source.event, 'entry'),
      from,
      until,
      standing: past ? 'ended' : 'listed',
      evidence: await reading.documents(learner, source.event, 'evidence'),
      conditions: await reading.note(learner, source.event, 'conditions'),
      granted: await grantedTo(reading, learner, held),
      credited: await creditedTo(reading, learner, held),
      event: source.event,
    });
  }
  return entries;
}

/** The days on which an entry held. */
interface Held {
  readonly from: string;
  readonly until: string | null;
  /** First day without it, where it was ended. */
  readonly endedFrom: string | null;
}

const holds = ({ from, until, endedFrom }: Held, day: string): boolean =>
  day >= from && (until === null || day <= until) && (endedFrom === null || day < endedFrom);

async function grantedTo(
  reading: Reading,
  learner: string,
  held: Held,
): Promise<readonly GrantedConditions[]> {
  const found: GrantedConditions[] = [];
  for await (const one of reading.scan(personalFile, personalFileKey.allResults(learner))) {
    if (one.kind !== 'results') continue;
    for (const { result, first, on, annulled } of one.results) {
      if (annulled !== null || first.type !== 'AssessmentRecorded' || !holds(held, on)) continue;
      const { conditions, enrollment, module, kind } = first.data;
      if (conditions.length === 0) continue;
      found.push({ result, enrollment, module, kind, on, conditions });
    }
  }
  return found.toSorted((a, b) => (`${a.on} ${a.result}` < `${b.on} ${b.result}` ? -1 : 1));
}

async function creditedTo(
  reading: Reading,
  learner: string,
  held: Held,
): Promise<readonly CreditedAchievement[]> {
  const found: CreditedAchievement[] = [];
  for await (const one of reading.scan(personalFile, personalFileKey.credit(learner))) {
    if (one.kind !== 'credit' || one.case === null) continue;
    const { credit, applied, decided } = one.case;
    const achievement = applied?.data.achievement ?? null;
    if (decided === null || achievement === null || !holds(held, decided.on)) continue;
    if (decided.data.outcome === 'refused') continue;
    const { enrollment, granted } = decided.data;
    found.push({
      credit,
      achievement,
      enrollment,
      on: decided.on,
      granted: granted.map(({ module, kind }) => ({ module, kind })),
    });
  }
  return found;
}
