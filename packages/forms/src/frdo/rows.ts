import type { Personal } from '@letopis/core';
import type { RegisterPageEntry, ShownText } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import { isAsked, isRequired } from './condition.ts';
import type { FrdoPerson, NameKeys } from './names.ts';
import { nameCells, nameFor, nameOfOriginal } from './names.ts';
import type { FrdoGap, FrdoRow, FrdoTemplate } from './template.ts';

/** An entry of `registerReport`, with the name and the birth date that its document prints. */
export type FrdoLine = Omit<RegisterPageEntry, 'name' | 'kindTitle' | 'marksShown' | 'replacedBy'>;

/** The data that rows are made from. */
export interface FrdoSource {
  /** Lines of `registerReport`; one in the place of another names the original itself. */
  readonly lines: readonly FrdoLine[];
  /** Persons by learner id. */
  readonly people: ReadonlyMap<string, FrdoPerson>;
  /** Titles of programmes, for documents whose entry has none that they printed. */
  readonly programmes: ReadonlyMap<string, string>;
  /**
   * Values that no event has, by column key: for all rows, by programme, by learner, by document.
   */
  readonly defaults?: Readonly<Record<string, string>>;
  readonly byProgramme?: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly byLearner?: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly byDocument?: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** The rows to report, and the documents not reported, each with the reason. */
export interface FrdoRows {
  readonly rows: readonly FrdoRow[];
  readonly leftOut: readonly {
    readonly document: string;
    /**
     * `annulled`, `received`, `taken-over` from an old book, or `other-kind` if the template does
     * not have the kind of document.
     */
    readonly why: 'annulled' | 'received' | 'taken-over' | 'other-kind';
  }[];
}

/**
 * Makes rows of the template from register entries, in the order of their numbers. Leaves out
 * annulled entries and lists them. Nothing is guessed: a value that neither the log nor the caller
 * gives stays empty, and {@link frdoProblems} finds it. 273-FZ art. 98.
 *
 * @example
 * const { rows } = frdoRows(frdoDpo, { lines, people, programmes, defaults: {
 *   studyForm: 'Заочная', funding: 'Платное обучение', citizenship: '643' } });
 */
export function frdoRows(template: FrdoTemplate, source: FrdoSource): FrdoRows {
  const byDocument = new Map(source.lines.map((line) => [line.document, line]));
  const rows: FrdoRow[] = [];
  const leftOut: FrdoRows['leftOut'][number][] = [];
  for (const line of source.lines) {
    const { document, entered, annulled } = line;
    if (entered.type !== 'DocumentIssued') {
      const why = entered.type === 'DocumentReceived' ? 'received' : 'taken-over';
      leftOut.push({ document, why });
      continue;
    }
    const { kind } = entered.data;
    const reported = template.kinds.some((one) => one.kind === kind);
    if (!reported) leftOut.push({ document, why: 'other-kind' });
    else if (annulled !== null) leftOut.push({ document, why: 'annulled' });
    else rows.push(rowOf(template, source, { line, entered }, originalIn(line, byDocument)));
  }
  return { rows, leftOut };
}

/**
 * The original of a duplicate: the line of the source, or else as the duplicate's own line has it,
 * with the name on record on the day of the original.
 */
function originalIn(
  { original }: FrdoLine,
  byDocument: ReadonlyMap<string, FrdoLine>,
): FrdoOriginal | null {
  if (original === null) return null;
  const own = byDocument.get(original.document);
  const isNamed = own !== undefined && (own.nameOn.text !== null || own.nameOn.erased);
  return isNamed ? own : original;
}

type FrdoOriginal = Omit<NonNullable<FrdoLine['original']>, 'original'>;

/** An entry with the fact by which the document was issued. */
interface Issued {
  readonly line: FrdoLine;
  readonly entered: Extract<FrdoLine['entered'], { type: 'DocumentIssued' }>;
}

function rowOf(
  template: FrdoTemplate,
  source: FrdoSource,
  { line, entered }: Issued,
  first: FrdoOriginal | null,
): FrdoRow {
  const { document, learner } = line;
  const { programme, standing, kind, printed } = entered.data;
  const person = source.people.get(learner) ?? null;
  const name = nameCells(template, NAME_KEYS, nameFor(line, person));
  const born = line.birthDateOn;
  const isPrinted = born.text !== null || born.erased;
  const original = standing === 'duplicate' && first !== null ? first : null;
  const ofOriginal = original === null ? null : originalOf(template, source, original);
  const known: Record<string, string> = {
    documentStatus: template.standings[standing],
    ...factsOf(line),
    ...withdrawalOf(template, line),
    programmeName: titleOf(source, programme ?? '', printed?.programme ?? null),
    ...name.values,
    birthDate: dayText(isPrinted ? born.text : textOf(person?.birthDate)),
    snils: textOf(person?.snils) ?? '',
    ...ofOriginal?.values,
  };
  const values = valuesOf(template, [
    template.kinds.find((one) => one.kind === kind)?.values,
    known,
    source.defaults,
    source.byProgramme?.get(programme ?? ''),
    source.byLearner?.get(learner),
    source.byDocument?.get(document),
  ]);
  const gaps: Record<string, FrdoGap> = {
    ...name.gaps,
    ...ofOriginal?.gaps,
    ...((isPrinted ? born.erased : isErased(person?.birthDate)) ? { birthDate: ERASED } : {}),
    ...(isErased(person?.snils) ? { snils: ERASED } : {}),
  };
  const kept = Object.entries(gaps).filter(([key]) => values[key] === '');
  return { document, gaps: Object.fromEntries(kept), values };
}

/** The title that the document printed. A programme without one has its id there. */
function titleOf({ programmes }: FrdoSource, programme: string, printed: string | null): string {
  return printed === null || printed === programme ? (programmes.get(programme) ?? '') : printed;
}

const ERASED: FrdoGap = { code: 'erased' };
const NAME_KEYS: NameKeys = ['surname', 'givenName', 'patronymic'];
const ORIGINAL_NAME_KEYS: NameKeys = ['originalSurname', 'originalGivenName', 'originalPatronymic'];

type Values = Readonly<Record<string, string>>;

/** The value of each column: the last one given, a difference of years, or the word for none. */
function valuesOf(
  { columns }: FrdoTemplate,
  given: readonly (Values | undefined)[],
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { key, leftEmpty } of columns) {
    const found = given.map((one) => one?.[key] ?? '').findLast((one) => one !== '');
    values[key] = leftEmpty === true ? '' : (found ?? '');
  }
  for (const column of columns) {
    const { key, kind, absent, yearsBetween } = column;
    if (!isAsked(column, values)) {
      // Only what is said of this very document stays, so that the checks can find it.
      values[key] = column.leftEmpty === true ? '' : (given.at(-1)?.[key] ?? '');
      continue;
    }
    if (values[key] !== '') continue;
    if (yearsBetween !== undefined) values[key] = differenceOf(yearsBetween, values);
    // That a person has no patronymic is said, or not known.
    else if (kind !== 'name' && isRequired(column, values)) values[key] = absent?.[0] ?? '';
  }
  return values;
}

function differenceOf(keys: readonly [string, string], values: Values): string {
  const [from, until] = keys.map((key) => values[key] ?? '');
  return from === '' || until === '' ? '' : String(Number(until) - Number(from));
}

/** The values that the entry itself has. */
function factsOf({
  inForce: { paper, content, registrationNumber },
}: FrdoLine): Record<string, string> {
  const { issuedOn, qualification, hours, from, until } = content;
  return {
    series: paper.series ?? '',
    number: paper.number ?? '',
    issuedOn: shortDate(issuedOn),
    regNumber: registrationNumber ?? '',
    qualificationName: qualification ?? '',
    profession: qualification ?? '',
    startYear: from?.slice(0, 4) ?? '',
    endYear: until?.slice(0, 4) ?? '',
    hours: hours === null ? '' : String(hours),
  };
}

/** What the template's columns say of the document's withdrawal. */
function withdrawalOf(
  { withdrawals }: FrdoTemplate,
  { withdrawn }: FrdoLine,
): Record<string, string> {
  const reason = withdrawn?.data.reason ?? '';
  const outcome = withdrawn?.data.outcome ?? '';
  return Object.fromEntries(
    withdrawals.map(({ column, byReason, byOutcome, otherwise }) => [
      column,
      ownValue(byReason, reason) ?? ownValue(byOutcome, outcome) ?? otherwise,
    ]),
  );
}

const ownValue = (values: Values, key: string): string | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

/** The values about the original of a duplicate, with the name that the original printed. */
function originalOf(template: FrdoTemplate, source: FrdoSource, first: FrdoOriginal) {
  const { learner, inForce, entered } = first;
  const { paper, content, registrationNumber, old } = inForce;
  const name = nameOfOriginal(first, source.people.get(learner) ?? null);
  const { values, gaps } = nameCells(template, ORIGINAL_NAME_KEYS, name);
  const reported = template.kinds.find((one) => one.kind === entered.data.kind);
  return {
    gaps,
    values: {
      originalKind: old?.title ?? reported?.values['documentKind'] ?? '',
      originalSeries: paper.series ?? '',
      originalNumber: paper.number ?? '',
      originalRegNumber: registrationNumber ?? '',
      originalIssuedOn: shortDate(content.issuedOn),
      ...values,
    },
  };
}

const textOf = (field: Personal<string> | null | undefined): ShownText['text'] =>
  field !== null && field !== undefined && 'value' in field ? field.value : null;

const dayText = (day: string | null): string => (day === null ? '' : shortDate(day));

const isErased = (field: Personal<string> | null | undefined): boolean =>
  field !== null && field !== undefined && 'erased' in field;
