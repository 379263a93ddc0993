import { localDate } from '@letopis/core';
import type { Edition } from '@letopis/core';
import { editionOn, showsDay, signingPeriodOf } from '@letopis/core/facts';
import { addDays } from '@letopis/core/values';
import { onceEach } from '../projection/once-each.ts';
import type { LessonRecord } from '../views/journal-lessons.ts';
import { journalOf } from '../views/journal-lessons.ts';
import { journal } from '../views/journal.ts';
import type { Reading } from './reading.ts';
import type { SignedSheets } from './signed-sheets.ts';

/** A period whose lessons no signed sheets show to its end. */
export interface UnsignedPeriod {
  readonly carrier: string;
  /** The journal: `journal-m-1.safety.2026`. */
  readonly record: string;
  readonly from: string;
  readonly until: string;
  /** Number of its lessons. */
  readonly lessons: number;
  /** Last day on which signing its sheets is in time. */
  readonly dueOn: string;
}

type Upkeep = Edition['printouts']['sheets']['upkeep'][number];

/**
 * Lists the periods that ended before a day and have lessons of which no signed sheets show the
 * last, for the mandatory carriers whose sheets the regulation has signed in each period. The
 * edition in force on the last day of a period says so. R1 §4.2, R2 §2.2, R3 §3.3, R5 §4.3.1.
 * @param sheets the signed sheets of every series.
 */
export async function unsignedPeriods(
  reading: Reading,
  on: string,
  sheets: readonly SignedSheets[],
): Promise<readonly UnsignedPeriod[]> {
  const { editions } = await reading.regulation();
  const askedOn = onceEach((day) => periodical(editionOn(editions, day)));
  const kept = editions.editions.flatMap(({ from }) => askedOn(from));
  if (kept.length === 0) return [];
  const carriers = new Set(kept.map((one) => one.carrier));
  const signed = byRecord(sheets);
  const found: UnsignedPeriod[] = [];
  for await (const { kind, ...journals } of reading.scan(journal, 'lessons/')) {
    if (kind !== 'lessons' || !('lessons' in journals)) continue;
    for (const carrier of carriers) {
      const rulesOn = (day: string): Upkeep | undefined =>
        askedOn(day).find((one) => one.carrier === carrier);
      found.push(...unsignedOf(journals.lessons, { carrier, rulesOn, on }, signed));
    }
  }
  return found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ from, record, carrier }: UnsignedPeriod): string =>
  [from, record, carrier].join(' ');

/** What an edition asks for of mandatory carriers period by period. */
function periodical(edition: Edition | null): readonly Upkeep[] {
  if (edition === null) return [];
  const mandatory = edition.carriers.carriers.filter((one) => one.mandatory);
  return edition.printouts.sheets.upkeep.filter(
    ({ carrier, signedEach }) =>
      signedEach !== 'never' && mandatory.some(({ id }) => id === carrier),
  );
}

type ByRecord = ReadonlyMap<string, readonly SignedSheets[]>;

/** The signed sheets of each record, by carrier and name. */
function byRecord(sheets: readonly SignedSheets[]): ByRecord {
  const found = new Map<string, SignedSheets[]>();
  for (const one of sheets) {
    for (const record of new Set(one.fact.data.records)) {
      const key = `${one.carrier} ${record}`;
      const own = found.get(key) ?? [];
      found.set(key, own);
      own.push(one);
    }
  }
  return found;
}

interface Asked {
  readonly carrier: string;
  readonly rulesOn: (day: string) => Upkeep | undefined;
  readonly on: string;
}

function unsignedOf(
  lessons: readonly LessonRecord[],
  { carrier, rulesOn, on }: Asked,
  signed: ByRecord,
): readonly UnsignedPeriod[] {
  const found = new Map<string, UnsignedPeriod & { readonly last: string }>();
  for (const lesson of lessons) {
    if (lesson.annulled !== null) continue;
    const rules = rulesOn(lesson.on);
    if (rules === undefined || rules.signedEach === 'never') continue;
    const { lessonKinds } = rules;
    const { kind } = lesson.inForce.data.entry;
    if (lessonKinds.length > 0 && !lessonKinds.includes(kind)) continue;
    const { from, until } = signingPeriodOf(rules.signedEach, lesson.on);
    if (until >= on || rulesOn(until) === undefined) continue;
    const record = `journal-${journalOf(lesson)}`;
    const before = found.get(`${record} ${from}`);
    const dueOn = addDays(localDate.parse(until), rules.signedDueDays);
    const count = (before?.lessons ?? 0) + 1;
    const last = lesson.on > (before?.last ?? '') ? lesson.on : (before?.last ?? '');
    found.set(`${record} ${from}`, { carrier, record, from, until, lessons: count, dueOn, last });
  }
  return [...found.values()]
    .filter(({ record, last }) => !isShown(signed.get(`${carrier} ${record}`) ?? [], last))
    .map(({ last: _last, ...one }) => one);
}

const isShown = (sheets: readonly SignedSheets[], day: string): boolean =>
  sheets.some(({ fact: { on, data } }) => showsDay({ ...data, on }, day));
