import type { Personal } from '@letopis/core';
import { isFormerBy, OLD_BOOK } from '@letopis/core/facts';
import { sortedJson } from '@letopis/core/kernel';
import { foldText } from '@letopis/core/values';
import type { ClosedChange, Closing } from '../views/closed-change.ts';
import type { Person, PersonalValue, PersonEntry } from '../views/people.ts';
import { textOf } from '../views/people.ts';
import { learnersNamed, withoutKin } from './former-kin.ts';
import type { SoughtName } from './former-words.ts';
import { nameOf, soughtName, soughtText, withholding } from './former-words.ts';

/*
 * Who a learner was before a closed change (adoption, protection) is said to nobody, for no day and
 * as of no moment: what is shown follows the closed changes as they are known now. RK 1.10, Family
 * Code art. 139.
 */

/** What is asked of the views as they are now. */
export interface AskedNow {
  /** Everything on record of a person for a day; `null`: nothing is. */
  person(person: string, on: string | null): Promise<Person | null>;
  /** The learners who ever had a closed change. */
  learners(): Promise<ReadonlySet<string>>;
  /** The learner whom a line of an old book was found to name; `null`: nobody said. */
  namedBy(document: string): Promise<string | null>;
}

/** What a closed change of one learner hides. */
interface Former {
  readonly change: ClosedChange & { readonly says: Closing };
  /** Event ids of the learner's closed changes, annulled ones too. */
  readonly closings: ReadonlySet<string>;
  /** The learner as they are on record on the day of the change. */
  readonly state: Person;
  /** Takes what was before out of a text. */
  readonly withhold: (text: string) => string;
  /** The names that were before, without case. */
  readonly names: ReadonlySet<string>;
  /** Birth dates that were before. */
  readonly birthDates: ReadonlySet<string>;
  /** Ids of the representatives whom the change hides. */
  readonly kin: ReadonlySet<string>;
}

type Values = PersonEntry['values'];

/** Covers what closed changes hide, as they are known now. */
export class ClosedChanges {
  readonly #now: AskedNow;
  readonly #asked = new Map<string, Promise<Former | null>>();

  constructor(now: AskedNow) {
    this.#now = now;
  }

  /** A person as everybody may see them who was not opened the closed changes. */
  async covered(person: Person, on: string | null): Promise<Person> {
    const closed = await this.#now.learners();
    const { person: id } = person;
    if (isOldLine(id)) return this.#asLineOf((await this.#now.namedBy(id)) ?? '', person, closed);
    const former = closed.has(id) ? await this.#of(id) : null;
    const shown = former === null ? person : await this.#asLearner(person, former, on);
    return this.#asRepresentative(shown, closed);
  }

  /** Whether an event is a closed change whose paper is hidden. */
  async isClosing(learners: readonly string[], event: string | null): Promise<boolean> {
    if (event === null) return false;
    const closed = await this.#now.learners();
    for (const learner of learners) {
      if (closed.has(learner) && (await this.#of(learner))?.closings.has(event) === true)
        return true;
    }
    return false;
  }

  /** An answer without the ids of the representatives whom closed changes hide. */
  async withoutFormerKin(answer: unknown): Promise<unknown> {
    const hidden = new Map<string, ReadonlySet<string>>();
    for (const learner of learnersNamed(answer, await this.#now.learners())) {
      hidden.set(learner, (await this.#of(learner))?.kin ?? new Set());
    }
    return hidden.size === 0 ? answer : withoutKin(answer, hidden);
  }

  #of(learner: string): Promise<Former | null> {
    const asked = this.#asked.get(learner) ?? this.#read(learner);
    this.#asked.set(learner, asked);
    return asked;
  }

  async #read(learner: string): Promise<Former | null> {
    const latest = await this.#now.person(learner, null);
    const { closedChange: closed = null, entries = [] } = latest ?? {};
    if (latest === null || closed === null || closed.says === null) return null;
    const change = { ...closed, says: closed.says };
    const state = (await this.#now.person(learner, closed.on)) ?? latest;
    const before = entries.filter((one) => isBefore(one, closed)).map(({ values }) => values);
    const gone = before.map((values) => formerOnly(values, state));
    const names = gone.flatMap(({ name }) => soughtName(name));
    const values = gone.flatMap(({ name: _name, closed: _kind, ...rest }) =>
      Object.values(rest).flatMap(soughtText),
    );
    const kin = await this.#kinNames(learner, entries, change);
    const staying = [...soughtName(nameOf(state)), ...soughtName(nameOf(latest))];
    return {
      change,
      state,
      closings: new Set(
        entries.filter((one) => one.values['closed'] !== undefined).map((one) => one.source.event),
      ),
      withhold: withholding([...names, ...kin.former], values, [...staying, ...kin.staying]),
      names: new Set(gone.flatMap(({ name }) => soughtText(textOf(name))).map(foldText)),
      birthDates: new Set(gone.flatMap(({ birthDate }) => soughtText(textOf(birthDate)))),
      kin: kin.hidden,
    };
  }

  /** The representatives whom the change hides: names, ids, and names of who stay or came. */
  async #kinNames(learner: string, entries: readonly PersonEntry[], change: Former['change']) {
    const former: SoughtName[] = [];
    const staying: SoughtName[] = [];
    const hidden = new Set<string>();
    const shown = new Set<string>();
    const kin = new Set(entries.flatMap(({ bond }) => bond?.representative ?? []));
    for (const one of kin) {
      const person = await this.#now.person(one, null);
      for (const { type, on, values, bond } of person?.entries ?? []) {
        if (type !== 'RepresentativeNamed' || bond?.learner !== learner) continue;
        const isFormer = isFormerIn(change, one, on);
        (isFormer ? former : staying).push(...soughtName(values['name']));
        (isFormer ? hidden : shown).add(one);
      }
    }
    return { former, staying, hidden: new Set([...hidden].filter((one) => !shown.has(one))) };
  }

  /** The learner: as after the change, on whatever day. */
  async #asLearner(person: Person, former: Former, on: string | null): Promise<Person> {
    const { change } = former;
    const { on: closedOn, event, position } = change;
    const day = on === null || on > closedOn ? on : closedOn;
    const own = (await this.#now.person(person.person, day)) ?? former.state;
    const { name, nameParts, birthDate, snils, email, phone } = own;
    const isKept = (one: { readonly representative: string }, from: string): boolean =>
      !isFormerIn(change, one.representative, from);
    const kin = person.entries.filter(
      ({ type, on: from, bond }) =>
        type === 'RepresentativeNamed' && bond !== null && isKept(bond, from),
    );
    const shownKin = new Set(kin.map(({ bond }) => bond?.representative));
    return {
      ...person,
      name,
      nameParts,
      birthDate,
      snils,
      email,
      phone,
      representatives: person.representatives
        .filter((one) => isKept(one, one.from))
        .map((one) => ({ ...one, relation: openRelation(one.relation) })),
      entries: person.entries
        .filter(
          ({ on: from, bond }) =>
            bond === null || (isKept(bond, from) && shownKin.has(bond.representative)),
        )
        .map((one) => ({ ...one, values: coveredValues(one, former) })),
      notes: Object.fromEntries(
        Object.entries(person.notes).map(([note, values]) => [
          note,
          coveredNotes(person, note, values, former),
        ]),
      ),
      closed: null,
      closedChange: { on: closedOn, event, position, says: null },
    };
  }

  /** A line of an old book: it names the learner as after the change. RK §4 situation 8. */
  async #asLineOf(learner: string, line: Person, closed: ReadonlySet<string>): Promise<Person> {
    const former = closed.has(learner) ? await this.#of(learner) : null;
    if (former === null) return line;
    const { on, event, position } = former.change;
    // Whenever it was taken over, it was written before.
    const undated = { ...line, noteDays: {} };
    const notes = Object.entries(line.notes).map(([note, values]) => [
      note,
      coveredNotes(undated, note, values, former),
    ]);
    const closedChange = { on, event, position, says: null };
    return { ...line, notes: Object.fromEntries(notes), closedChange };
  }

  /** A representative: without what a closed change of the learner hides. */
  async #asRepresentative(person: Person, closed: ReadonlySet<string>): Promise<Person> {
    const hidden = new Set<PersonEntry>();
    for (const entry of person.entries) {
      const { bond, on } = entry;
      if (bond === null || bond.representative !== person.person) continue;
      const former = closed.has(bond.learner) ? await this.#of(bond.learner) : null;
      if (former !== null && isFormerIn(former.change, person.person, on)) hidden.add(entry);
    }
    if (hidden.size === 0) return person;
    const entries = person.entries.filter((entry) => !hidden.has(entry));
    const standing = new Set(entries.map(({ bond }) => bond?.learner));
    const shown = {
      ...person,
      entries,
      represents: person.represents.filter((learner) => standing.has(learner)),
    };
    if (entries.some(({ values }) => values['name'] !== undefined)) return shown;
    const unknown = { name: null, nameParts: null, birthDate: null };
    return { ...shown, ...unknown, snils: null, email: null, phone: null };
  }
}

/** Lines of old books have their own values, under the id of the document. */
const isOldLine = (id: string): boolean => id.split('.').at(-2) === OLD_BOOK;

/** Who adopted a child is a parent of theirs to everybody else. Family Code art. 137, 139. */
const openRelation = (relation: string): string =>
  relation === 'adoptive-parent' ? 'parent' : relation;

/** Whether a closed change hides that somebody represented the learner from a day on. */
const isFormerIn = (
  { on, says: { staying } }: Former['change'],
  representative: string,
  from: string,
): boolean => isFormerBy(staying, on, { representative, from });

const isBefore = ({ on, source }: PersonEntry, change: ClosedChange): boolean =>
  on < change.on || (on === change.on && source.position < change.position);

/** The values of an entry that are not those on record on the day of the change. */
function formerOnly(values: Values, state: Person): Values {
  const now: Readonly<Record<string, Personal<PersonalValue> | null>> = {
    name: nameOf(state),
    birthDate: state.birthDate,
    snils: state.snils,
    email: state.email,
    phone: state.phone,
  };
  return Object.fromEntries(
    Object.entries(values).filter(
      ([field, value]) => sortedJson(textOf(value)) !== sortedJson(textOf(now[field])),
    ),
  );
}

function coveredValues(entry: PersonEntry, { change, state }: Former): Values {
  const { closed: _kind, ...values } = entry.values;
  if (!isBefore(entry, change)) return values;
  const former = formerOnly(values, state);
  return Object.fromEntries(Object.entries(values).filter(([field]) => !(field in former)));
}

/** The fields of a note that say who a document was issued to. */
const PRINTED = ['name', 'birthDate'];

/** The texts of an event about the learner, without what was before the change. */
function coveredNotes(
  { noteTypes, noteDays }: Person,
  note: string,
  values: Values,
  { change, state, names, birthDates, withhold }: Former,
): Values {
  const isEarlier = (noteDays[note] ?? '') < change.on;
  // Ids in other systems of the time before lead to who the learner was there.
  if (noteTypes[note] === 'ExternalIdGiven') return isEarlier ? {} : values;
  const covered: Record<string, Personal<PersonalValue>> = {};
  for (const [field, value] of Object.entries(values)) {
    const isSecret = (text: string): boolean => names.has(foldText(text)) || birthDates.has(text);
    const isReplaced = isEarlier || soughtText(textOf(value)).some(isSecret);
    if (!PRINTED.includes(field) || !isReplaced) {
      covered[field] = 'value' in value ? { value: withheld(value.value, withhold) } : value;
      continue;
    }
    const now = field === 'name' ? nameOf(state) : state.birthDate;
    if (now !== null) covered[field] = now;
  }
  return covered;
}

/** A value with its texts as they may be shown. A name is one that the cover keeps. */
function withheld(value: PersonalValue, withhold: (text: string) => string): PersonalValue {
  if (isList(value)) return value.map((one) => withheldOne(one, withhold));
  return typeof value === 'string' || 'title' in value ? withheldOne(value, withhold) : value;
}

type List = Extract<PersonalValue, readonly unknown[]>;

const isList = (value: PersonalValue): value is List => Array.isArray(value);

function withheldOne(one: List[number], withhold: (text: string) => string): List[number] {
  return typeof one === 'string' ? withhold(one) : { ...one, title: withhold(one.title) };
}
