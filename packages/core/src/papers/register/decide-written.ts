import { entryFieldUnknown } from '../../entry/refusals.ts';
import { sortedJson } from '../../kernel/json.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { OrganisationState } from '../../rules/organisation/facts/state.ts';
import type { CorrectDocumentLine } from './commands.ts';
import { placeOf, placesIn, predecessorNamed } from './decide-old-book.ts';
import { contentShape } from './facts/content-events.ts';
import type { OldLine, RegisterEntry, WrittenMark } from './facts/entry-state.ts';
import type { RegisterState } from './facts/state.ts';
import { oldLineTaken } from './old-book-refusals.ts';

/*
 * What a correction says of a document that was not issued here: its issuer and its marks as they
 * are written, and where a line of an old book stands there. R5 §4.7, RK §4 situation 8, RK 1.8.
 */

/** Fields of a line of an old book, beside its issuer. */
const OLD_FIELDS = [
  'bookTitle',
  'volume',
  'page',
  'line',
  'archive',
  'predecessor',
  'title',
  'registrationNumber',
  'programme',
] as const;

/** The fields that a correction may change beside those of every document. */
const WRITTEN_FIELDS = {
  issued: ['signer', 'office'],
  received: ['issuer', 'marks'],
  'taken-over': ['issuer', 'marks', ...OLD_FIELDS],
} as const;

const EVENTS = {
  issued: 'DocumentIssued',
  received: 'DocumentReceived',
  'taken-over': 'DocumentTakenOver',
} as const;

/** What differs of what is written; absent: it stays as it was. */
export interface CorrectedWriting {
  readonly data: {
    readonly issuer?: string;
    readonly marksWritten?: WrittenMark[];
    readonly old?: OldLine;
  };
  /** The fields that differ. */
  readonly changed: readonly string[];
}

/**
 * What is written of a document as corrected. Refuses `entry-field-unknown` for a field that such
 * an entry does not have, `predecessor-unknown`, and `old-line-taken` where another line has the
 * place.
 */
export function correctedWriting(
  state: RegisterState,
  entry: RegisterEntry,
  { changes, birthDate }: Pick<CorrectDocumentLine, 'changes' | 'birthDate'>,
  organisation: OrganisationState | null,
): CorrectedWriting | Refusal {
  const field = fieldUnknown(entry, { ...changes, ...(birthDate && { birthDate }) });
  if (field !== null) {
    const { document, origin } = entry;
    const fields = [...Object.keys(contentShape.shape), 'series', 'number', 'name'];
    const own = origin === 'taken-over' ? ['birthDate'] : [];
    const known = [...fields, ...own, ...WRITTEN_FIELDS[origin]];
    return entryFieldUnknown({ entry: document, type: EVENTS[origin], field, fields: known });
  }
  const old = correctedOldLine(state, entry, changes, organisation);
  if (isRefusal(old)) return old;
  const { issuer, marks } = changes;
  const isElsewhere = entry.origin === 'received' && issuer !== undefined;
  const data = {
    ...(isElsewhere && issuer !== entry.issuer ? { issuer } : {}),
    ...(marks === undefined || same(marks, entry.marksWritten) ? {} : { marksWritten: marks }),
    ...(old === null || same(old, entry.old) ? {} : { old }),
  };
  return { data, changed: changedIn(entry, data) };
}

/** A field that is given and that such an entry does not have; null: none. */
function fieldUnknown(
  { origin, marksWritten }: RegisterEntry,
  given: Readonly<Record<string, unknown>>,
): string | null {
  const known: readonly string[] = [
    ...WRITTEN_FIELDS[origin],
    ...(marksWritten === null ? [] : ['marks']),
    ...(origin === 'taken-over' ? ['birthDate'] : []),
  ];
  const asked = [...OLD_FIELDS, 'birthDate', 'issuer', 'marks', 'signer', 'office'];
  const unknown = (field: string): boolean => given[field] !== undefined && !known.includes(field);
  return asked.find(unknown) ?? null;
}

/** The line of an old book as corrected; null: the entry is none. */
function correctedOldLine(
  state: RegisterState,
  { old: before, document }: RegisterEntry,
  changes: CorrectDocumentLine['changes'],
  organisation: OrganisationState | null,
): OldLine | null | Refusal {
  if (before === null) return null;
  const given = [...OLD_FIELDS, 'issuer' as const].flatMap((field) =>
    changes[field] === undefined ? [] : [[field, changes[field]] as const],
  );
  const old: OldLine = { ...before, ...Object.fromEntries(given) };
  const named = organisation && predecessorNamed(organisation, old.predecessor);
  if (isRefusal(named)) return named;
  const taken = placesIn(state).get(placeOf(old));
  if (taken === undefined || taken === document) return old;
  return oldLineTaken({ ...old, document: taken });
}

function changedIn({ old: before }: RegisterEntry, data: CorrectedWriting['data']) {
  const { issuer, marksWritten, old } = data;
  const fields = [...OLD_FIELDS, 'issuer' as const];
  const changed = old === undefined ? [] : fields.filter((one) => old[one] !== before?.[one]);
  return [
    ...changed,
    ...(issuer === undefined ? [] : ['issuer']),
    ...(marksWritten === undefined ? [] : ['marks']),
  ];
}

const same = (one: unknown, other: unknown): boolean => sortedJson(one) === sortedJson(other);
