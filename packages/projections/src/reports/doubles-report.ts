import { foldText } from '@letopis/core/values';
import type { Person } from '../views/people.ts';
import { people } from '../views/people.ts';
import { OnePerson } from './one-person.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName, ShownText } from './reading.ts';
import { compareShown, Reading, shownText } from './reading.ts';

/** What two persons have in common. */
export type DoubleReason = 'snils' | 'name-and-birth-date';

/** What may tell two persons apart. */
export type Distinction = 'snils' | 'birth-date' | 'file-number';

/** One record that may be a double, with what tells it from the others. */
export interface DoubleRecord {
  readonly learner: ShownName;
  /** The other ids of the same person, which are linked with it. */
  readonly linked: readonly string[];
  readonly birthDate: ShownText;
  /** Numbers of the personal files, those of linked ids too. RK §4 situation 1. */
  readonly fileNumbers: readonly string[];
  readonly registeredOn: string | null;
}

/** Records that may be one person, and are not linked. */
export interface Doubles {
  readonly reasons: readonly DoubleReason[];
  /** By name, then by id. */
  readonly records: readonly DoubleRecord[];
  /**
   * What every record has, and each differently: namesakes have other SNILS and other files. Empty
   * where nothing on record says that they are different persons.
   */
  readonly toldApartBy: readonly Distinction[];
}

/** Learners who may have been registered twice. */
export interface DoublesPage {
  readonly basis: PageBasis;
  /** Those that nothing tells apart come first. */
  readonly doubles: readonly Doubles[];
}

/**
 * Lists the learners who have one SNILS, or one name and birth date, and are not linked as one
 * person: one person who was registered twice is linked (`links.link`), a wrong value is corrected,
 * namesakes stay as they are. The page shows no SNILS. Names are compared without case, and `ё` as
 * `е`. Reads the views `people` and `personalFile`. D3, RK §4 situation 1.
 */
export async function doublesReport(reader: ViewReader): Promise<DoublesPage> {
  const reading = new Reading(reader);
  const byKey = new Map<string, Person[]>();
  for await (const person of reading.scan(people, '')) {
    if (!person.roles.includes('learner')) continue;
    for (const key of keysOf(person)) byKey.set(key, [...(byKey.get(key) ?? []), person]);
  }
  const persons = new OnePerson((id) => reading.card(id));
  const found = new Map<string, Found>();
  for (const [key, alike] of byKey) {
    if (alike.length < 2) continue;
    const same = await byPerson(persons, alike);
    if (same.length < 2) continue;
    const ids = same.map(([first]) => first?.person ?? '').join(' ');
    const one: Found = found.get(ids) ?? { reasons: new Set(), same };
    one.reasons.add(key.startsWith(`${SNILS} `) ? 'snils' : 'name-and-birth-date');
    found.set(ids, one);
  }
  const doubles: Doubles[] = [];
  for (const { reasons, same } of found.values()) {
    doubles.push(await doublesOf(reading, persons, [...reasons].toSorted(), same));
  }
  return { doubles: doubles.toSorted(undistinguishedFirst), basis: reading.basis() };
}

interface Found {
  readonly reasons: Set<DoubleReason>;
  /** The records of each person. */
  readonly same: readonly (readonly Person[])[];
}

const SNILS = 'snils';

/** What a learner may have in common with another, as keys. */
function keysOf({ name, birthDate, snils }: Person): readonly string[] {
  const keys: string[] = [];
  if (snils !== null && 'value' in snils) keys.push(`${SNILS} ${snils.value}`);
  const named = name !== null && 'value' in name ? foldText(name.value) : null;
  if (named !== null && birthDate !== null && 'value' in birthDate) {
    keys.push(`name ${birthDate.value} ${named}`);
  }
  return keys;
}

/** The records of each person, each list in plain string order of ids. */
async function byPerson(persons: OnePerson, all: readonly Person[]): Promise<Person[][]> {
  const found = new Map<string, Person[]>();
  for (const one of all.toSorted((a, b) => (a.person < b.person ? -1 : 1))) {
    const person = await persons.of(one.person);
    found.set(person, [...(found.get(person) ?? []), one]);
  }
  return [...found.values()];
}

async function doublesOf(
  reading: Reading,
  persons: OnePerson,
  reasons: readonly DoubleReason[],
  same: readonly (readonly Person[])[],
): Promise<Doubles> {
  const records: DoubleRecord[] = [];
  for (const [first] of same) {
    if (first === undefined) continue;
    const ids = await persons.idsOf(first.person);
    const fileNumbers: string[] = [];
    let registeredOn: string | null = null;
    for (const id of ids) {
      const card = await reading.card(id);
      if (card === null) continue;
      fileNumbers.push(...card.files.map(({ number }) => number));
      if (id === first.person) registeredOn = card.registered?.on ?? null;
    }
    records.push({
      learner: await reading.name(first.person),
      linked: ids.filter((id) => id !== first.person),
      birthDate: shownText(first.birthDate),
      fileNumbers,
      registeredOn,
    });
  }
  const numbers = same.map(([first]) => shownText(first?.snils).text);
  const distinctions: readonly (readonly [Distinction, readonly (string | null)[]])[] = [
    ['snils', numbers],
    ['birth-date', records.map(({ birthDate }) => birthDate.text)],
    ['file-number', records.map(({ fileNumbers: [first = null] }) => first)],
  ];
  return {
    reasons,
    records: records.toSorted((a, b) => compareShown(a.learner, b.learner)),
    toldApartBy: distinctions.filter(([, values]) => allDiffer(values)).map(([by]) => by),
  };
}

/** Has every record a value, and each another one? */
const allDiffer = (values: readonly (string | null)[]): boolean =>
  !values.includes(null) && new Set(values).size === values.length;

function undistinguishedFirst(a: Doubles, b: Doubles): number {
  const [one, other] = [a.toldApartBy.length, b.toldApartBy.length].map((n) => (n === 0 ? 0 : 1));
  if (one !== other) return (one ?? 0) - (other ?? 0);
  const [first, second] = [a.records[0], b.records[0]];
  return first === undefined || second === undefined
    ? 0
    : compareShown(first.learner, second.learner);
}
