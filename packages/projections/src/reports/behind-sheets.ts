import type { Edition } from '@letopis/core';
import { localDate } from '@letopis/core';
import {
  editionOn,
  isInHistoryOf,
  lastDayShown,
  owedWhenChanged,
  recordsOfFact,
  showsFact,
} from '@letopis/core/facts';
import { addDays } from '@letopis/core/values';
import { onceEach } from '../projection/once-each.ts';
import { protocols, protocolsKey } from '../views/protocols.ts';
import type { Reading } from './reading.ts';
import type { RecordChange } from './record-changes.ts';
import { correctionsMade, recordedInEnrollment, recordedInJournal } from './record-changes.ts';
import type { SignedSheets } from './signed-sheets.ts';

/** Signed sheets that say another thing than the record, and what the regulation asks for. */
export interface BehindSheets {
  readonly signed: SignedSheets;
  /** The changes that nothing has settled, in log order. */
  readonly changes: readonly RecordChange[];
  readonly owed: 'correction-sheet' | 'new-sheet';
  /** Last day on which signing it is in time. */
  readonly dueOn: string;
}

/** The latest day that a regulation may be in force on: for a reader without a day. */
const ALWAYS = '2199-12-31';

/** The edition of the regulation that says what is owed: that of the reader's day, or the last. */
export async function ruling(reading: Reading): Promise<Edition | null> {
  const { editions } = await reading.regulation();
  return editionOn(editions, reading.on ?? ALWAYS);
}

/**
 * Finds the signed sheets whose facts have changed since their page was made, with the changes that
 * no paper has settled. R1 §4.2, R2 §2.2-2.3, R3 §3.3, R5 §4.3.1.
 * @param all the signed sheets of every series.
 */
export async function behindSheets(
  reading: Reading,
  all: readonly SignedSheets[],
): Promise<readonly BehindSheets[]> {
  const edition = await ruling(reading);
  if (edition === null) return [];
  const { sheets: rules } = edition.printouts;
  const asked = all.filter(({ carrier }) => owedWhenChanged(rules, carrier) !== 'nothing');
  const made = new Corrections(asked.length === 0 ? [] : await correctionsMade(reading));
  const found: BehindSheets[] = [];
  for (const series of Map.groupBy(asked, ({ stream }) => stream).values()) {
    // The sheets of a series show the same records: each is read once, and forgotten with it.
    const recorded = onceEach((record) => recordedIn(reading, record));
    for (const signed of series) {
      const changes = await changesOf(reading, signed, { made, recorded, all });
      const owed = owedWhenChanged(rules, signed.carrier);
      const [first] = changes.map(({ since }) => since).toSorted();
      if (first === undefined || owed === 'nothing') continue;
      const dueOn = addDays(localDate.parse(first), rules.changedDueDays);
      found.push({ signed, changes, owed, dueOn });
    }
  }
  return found;
}

/** The corrections and annulments made, by the records that they are of. */
class Corrections {
  readonly all: readonly RecordChange[];
  readonly #byRecord = new Map<string, RecordChange[]>();

  constructor(all: readonly RecordChange[]) {
    this.all = all;
    for (const change of all) {
      for (const record of recordsOfFact(change.fact)) {
        const own = this.#byRecord.get(record) ?? [];
        this.#byRecord.set(record, own);
        own.push(change);
      }
    }
  }

  /** Those of some records, each once. */
  of(records: readonly string[]): readonly RecordChange[] {
    return [...new Set(records.flatMap((record) => this.#byRecord.get(record) ?? []))];
  }
}

/** What the changes of signed sheets are found in. */
interface Among {
  readonly made: Corrections;
  /** What was recorded in a record, by its name. */
  readonly recorded: (record: string) => Promise<readonly RecordChange[]>;
  readonly all: readonly SignedSheets[];
}

async function changesOf(
  reading: Reading,
  signed: SignedSheets,
  { made, recorded, all }: Among,
): Promise<readonly RecordChange[]> {
  const { on, data } = signed.fact;
  const show = { ...data, on };
  const results = await resultsInProtocol(reading, data.shows?.protocol ?? null);
  const isOn = ({ fact }: RecordChange): boolean => showsFact(show, fact, results);
  // A protocol shows results of records that the sheets do not name.
  const own = results.size > 0 ? made.all : made.of(data.records);
  const added = await addedTo(reading.on, signed, recorded);
  const late = new Set(added.map(({ source }) => source.event));
  return [...own.filter(isOn), ...added.filter(isOn)]
    .filter(({ source }) => !isInHistoryOf(data.source, source))
    .filter(({ source }) => !signed.settled.has(source.event))
    .filter((change) => isOwedHere(signed, change, late, all))
    .toSorted((a, b) => (a.source.position < b.source.position ? -1 : 1));
}

/**
 * Is a change owed on these sheets? What they never had is owed where it was entered too late for
 * them, unless later sheets of the carrier have it; then those answer for its changes.
 */
function isOwedHere(
  { carrier, fact, settled }: SignedSheets,
  { first, fact: changed }: RecordChange,
  late: ReadonlySet<string>,
  all: readonly SignedSheets[],
): boolean {
  if (first === null || isInHistoryOf(fact.data.source, first)) return true;
  const later = all.some(
    (one) =>
      one.carrier === carrier &&
      one.fact.source.event !== fact.source.event &&
      isInHistoryOf(one.fact.data.source, first) &&
      showsFact({ ...one.fact.data, on: one.fact.on }, changed, NONE),
  );
  return !later && (late.has(first.event) || settled.has(first.event));
}

const NONE: ReadonlySet<string> = new Set();

/**
 * What was entered in the journals and enrollments of sheets too late for them: on a day that they
 * show, or before the day of their signing, where they name no last day. What was entered for the
 * day of signing itself may be on the next ones.
 */
async function addedTo(
  day: string | null,
  { fact: { on, data } }: SignedSheets,
  recorded: Among['recorded'],
): Promise<readonly RecordChange[]> {
  const last = lastDayShown({ ...data, on });
  const isNamed = (data.shows?.until ?? data.source.on) !== null;
  const found: RecordChange[] = [];
  for (const record of data.records) found.push(...(await recorded(record)));
  return found
    .filter(({ on: held }) => held < last || (isNamed && held === last))
    .filter(({ source, since }) => !isInHistoryOf(data.source, source) && (!day || since <= day));
}

/** What was recorded in a journal or an enrollment. */
async function recordedIn(reading: Reading, record: string): Promise<readonly RecordChange[]> {
  const key = record.slice(record.indexOf('-') + 1);
  const [first = '', module = ''] = key.split('.');
  if (record.startsWith('journal-')) return recordedInJournal(reading, { group: first, module });
  if (!record.startsWith('enrollment-')) return [];
  return recordedInEnrollment(reading, { learner: first, enrollment: key });
}

/** Event ids of the results that the entries of a protocol name. */
async function resultsInProtocol(
  reading: Reading,
  protocol: string | null,
): Promise<ReadonlySet<string>> {
  const found = protocol === null ? null : await reading.get(protocols, protocolsKey(protocol));
  return new Set((found?.lines ?? []).flatMap(({ result }) => result ?? []));
}
