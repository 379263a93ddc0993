import type { EventOf } from '../../../../kernel/event-type.ts';
import type { RecordedEvent } from '../../../../kernel/event.ts';
import { studyYearOf } from '../../../../values/study-year.ts';
import type { sheetsSigned } from '../../facts/events.ts';

/*
 * Which facts signed sheets show, and which of the later ones changed what they say. RK 2, R1 §4.2,
 * R2 §2.2-2.3, R3 §3.3, R5 §4.3.1.
 */

/** What signed sheets say of themselves, and the day of their signing. */
export interface SheetsShow extends Pick<
  EventOf<typeof sheetsSigned>['data'],
  'records' | 'source' | 'shows'
> {
  readonly on: string;
}

/** The last day that sheets show: the one they name, that of the page, or that of the signing. */
export const lastDayShown = ({ shows, source, on }: Omit<SheetsShow, 'records'>): string =>
  shows?.until ?? source.on ?? on;

/**
 * Do sheets show facts of a day?
 * @example
 * const source = { last: 'a.file-l-1.1@0', event: 'e', recordedAt: '', on: null, digest: '' };
 * showsDay({ source, on: '2026-10-31' }, '2026-11-01'); // => false
 */
export function showsDay(sheets: Omit<SheetsShow, 'records'>, day: string): boolean {
  return (sheets.shows?.from ?? '') <= day && day <= lastDayShown(sheets);
}

/** A fact about a record: the stream in which it is, its day, and what its data say. */
export type FactOfRecord = Pick<RecordedEvent, 'stream' | 'occurredOn' | 'data'>;

/**
 * The names of the records that a fact is of: its own stream, and for a result also the journal in
 * which it is a mark.
 *
 * @example
 * const data = { group: 'm-1', module: 'safety', enrollment: 'l-1.p.1' };
 * recordsOfFact({ stream: 'academy.enrollment-l-1.p.1', occurredOn: '2026-10-05', data });
 * // => ['enrollment-l-1.p.1', 'journal-m-1.safety.2026']
 */
export function recordsOfFact({ stream, occurredOn, data }: FactOfRecord): readonly string[] {
  const own = stream.slice(stream.indexOf('.') + 1);
  const group = textIn(data, 'group');
  const module = textIn(data, 'module');
  const isResult = own.startsWith('enrollment-') && group !== null && module !== null;
  return isResult ? [own, `journal-${group}.${module}.${studyYearOf(occurredOn)}`] : [own];
}

/**
 * Do sheets show the record of a fact, within the modules, the protocol and the days that they
 * name?
 * @param protocolResults event ids of the results in the protocols of the commissions named.
 */
export function showsFact(
  sheets: SheetsShow,
  fact: FactOfRecord,
  protocolResults: ReadonlySet<string>,
): boolean {
  if (!showsDay(sheets, fact.occurredOn)) return false;
  const { modules = [], protocol = null } = sheets.shows ?? {};
  const module = valueIn(fact.data, 'module');
  const isOther = module !== undefined && !modules.some((one) => one === module);
  if (modules.length > 0 && isOther) return false;
  const own = textIn(fact.data, 'protocol');
  if (protocol !== null && own !== null && own !== protocol) return false;
  const named = recordsOfFact(fact).some((record) => sheets.records.includes(record));
  return named || protocolResults.has(textIn(fact.data, 'corrects') ?? '');
}

/**
 * Does a fact change nothing of what its record says: a correction that waits for its
 * countersignature, or that one was declined or withdrawn? D7.
 */
export function changesNothing({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): boolean {
  if (type === 'CorrectionDeclined' || type === 'CorrectionWithdrawn') return true;
  return type === 'AssessmentCorrected' && valueIn(data, 'awaitsCountersignature') === true;
}

/** The day on which a fact changed what its record says: that of the act, where it has one. */
export const dayOfChange = ({ occurredOn, data }: FactOfRecord): string =>
  textIn(data, 'actedOn') ?? occurredOn;

function textIn(data: unknown, field: string): string | null {
  const value = valueIn(data, field);
  return typeof value === 'string' ? value : null;
}

const valueIn = (data: unknown, field: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, field) : undefined;
