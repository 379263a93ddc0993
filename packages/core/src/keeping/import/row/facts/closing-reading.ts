import type { RecordedEvent } from '../../../../kernel/event.ts';
import type { IndexReading, LogIndex } from '../../../../kernel/log-index.ts';
import { isInHistoryOf } from '../../../../papers/printout/facts/questions.ts';
import {
  recordsOfFact,
  showsDay,
  showsFact,
} from '../../../../papers/printout/sheet/facts/change-questions.ts';
import type { SheetEvent, SignedSheets } from '../../../../papers/printout/sheet/facts/state.ts';
import { sheetFold } from '../../../../papers/printout/sheet/facts/state.ts';
import { readResultsOfProtocol } from '../../../../study/commission/facts/reading.ts';
import { studyYearOf } from '../../../../values/study-year.ts';
import { preservationFold } from '../../../preservation/facts/state.ts';
import { readArchivalStatus } from '../../../transfer/facts/reading.ts';

/*
 * Whether a fact is closed to a machine: its record is in the archive, signed sheets show it, or
 * its study period was closed. A person may still put it right, by the ordinary rules. RK 1.14.
 */

/** Why a machine must not change a fact. */
export type Closed = 'archived' | 'sheets-signed' | 'period-closed';

/** Where a fact is, its day and its data. */
export type FactSeen = Pick<
  RecordedEvent,
  'id' | 'stream' | 'revision' | 'recordedAt' | 'occurredOn' | 'data'
>;

/**
 * Reads why a fact is closed to an import; null: it is open. RK 1.14.
 *
 * @example
 * const [mark] = await session.events('enrollment', 'l-1.mentor.1');
 * await readClosed(session, mark); // => 'sheets-signed'
 */
export async function readClosed(reading: IndexReading, fact: FactSeen): Promise<Closed | null> {
  for (const record of recordsOfFact(fact)) {
    if ((await readArchivalStatus(reading, record))?.accepted === true) return 'archived';
  }
  if (await isOnSignedSheets(reading, fact)) return 'sheets-signed';
  return (await isInClosedPeriod(reading, fact)) ? 'period-closed' : null;
}

/** Did sheets that stand show the fact as it is when they were signed? R1 §4.2, R2 §2.2. */
async function isOnSignedSheets(reading: IndexReading, fact: FactSeen): Promise<boolean> {
  const { signings, voided } = await reading.index(signedIndex);
  // What a correction of the fact would say, by which sheets find the results that they show.
  const change = { ...fact, data: { ...(fact.data as object), corrects: fact.id } };
  for (const { on, data, stream } of signings) {
    if (!isInHistoryOf(data.source, fact)) continue;
    if (isVoid(data, stream, voided) || !showsDay({ ...data, on }, fact.occurredOn)) continue;
    const protocol = data.shows?.protocol ?? null;
    const results = protocol === null ? NONE : await readResultsOfProtocol(reading, protocol);
    if (showsFact({ ...data, on }, change, results)) return true;
  }
  return false;
}

const NONE: ReadonlySet<string> = new Set();

interface Signing extends Pick<SignedSheets, 'on' | 'data'> {
  readonly stream: string;
}

/** All signings of an organisation, and the sheets that are void, each as `stream number`. */
interface Signed {
  readonly signings: Signing[];
  readonly voided: Set<string>;
}

const signedIndex: LogIndex<Signed> = {
  name: 'signed-sheets',
  kind: sheetFold.kind,
  types: ['SheetsSigned', 'SheetVoided'],
  initial: () => ({ signings: [], voided: new Set() }),
  add: ({ signings, voided }, event) => {
    const { type, data, occurredOn: on, stream } = event as SheetEvent;
    if (type === 'SheetVoided') voided.add(`${stream} ${data.sheet}`);
    else signings.push({ on, data, stream });
  },
};

/** Are all sheets of a signing void? */
function isVoid(
  { firstSheet, lastSheet }: Signing['data'],
  stream: string,
  voided: ReadonlySet<string>,
): boolean {
  for (let sheet = firstSheet; sheet <= lastSheet; sheet += 1) {
    if (!voided.has(`${stream} ${sheet}`)) return false;
  }
  return true;
}

/** Was a study period of the fact's day closed? D20, R4 §5.6. */
async function isInClosedPeriod(reading: IndexReading, { occurredOn }: FactSeen): Promise<boolean> {
  const { state } = await reading.load(preservationFold, studyYearOf(occurredOn));
  return [...state.periods.values()].some(
    ({ from, until, closedOn }) => closedOn !== null && from <= occurredOn && occurredOn <= until,
  );
}
