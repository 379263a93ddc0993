import type { Personal } from '@letopis/core';
import type { RegisterEntry } from '@letopis/projections/views';
import { shortDate } from '../kit/dates.ts';
import type { FrdoRow, FrdoTemplate } from './template.ts';

/** The part of a person's `people` view that rows need. */
export interface FrdoPerson {
  readonly name: Personal<string> | null;
  readonly birthDate: Personal<string> | null;
  readonly snils: Personal<string> | null;
}

/** The data that rows are made from. */
export interface FrdoSource {
  /** Entries of the view `registers`, including those of the original documents. */
  readonly lines: readonly RegisterEntry[];
  /** Persons by learner id. */
  readonly people: ReadonlyMap<string, FrdoPerson>;
  /** Names printed on documents, by document, where they differ from the person's current name. */
  readonly names?: ReadonlyMap<string, Personal<string>>;
  /** Titles of programmes. */
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
     * `annulled`, `received`, or `other-kind` if the template does not have the kind of document.
     */
    readonly why: 'annulled' | 'received' | 'other-kind';
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
    if (entered.type === 'DocumentReceived') {
      leftOut.push({ document, why: 'received' });
      continue;
    }
    const { kind, first } = entered.data;
    const reported = template.kinds.some((one) => one.kind === kind);
    if (!reported) leftOut.push({ document, why: 'other-kind' });
    else if (annulled !== null) leftOut.push({ document, why: 'annulled' });
    else rows.push(rowOf(template, source, { line, entered }, byDocument.get(first ?? '') ?? null));
  }
  return { rows, leftOut };
}

/** An entry with the fact by which the document was issued. */
interface Issued {
  readonly line: RegisterEntry;
  readonly entered: Extract<RegisterEntry['entered'], { type: 'DocumentIssued' }>;
}

function rowOf(
  template: FrdoTemplate,
  source: FrdoSource,
  { line, entered }: Issued,
  first: RegisterEntry | null,
): FrdoRow {
  const { document, learner } = line;
  const { programme, standing, kind } = entered.data;
  const person = source.people.get(learner);
  const name = source.names?.get(document) ?? person?.name ?? null;
  const known: Record<string, string> = {
    documentStatus: template.standings[standing],
    ...factsOf(template, line),
    programmeName: source.programmes.get(programme ?? '') ?? '',
    ...namesOf('', name),
    birthDate: dayText(person?.birthDate ?? null),
    snils: textOf(person?.snils ?? null),
    ...(standing === 'duplicate' && first !== null ? originalOf(template, source, first) : {}),
  };
  const values: Record<string, string> = {};
  const given = [
    template.kinds.find((one) => one.kind === kind)?.values,
    known,
    source.defaults,
    source.byProgramme?.get(programme ?? ''),
    source.byLearner?.get(learner),
    source.byDocument?.get(document),
  ];
  for (const { key, leftEmpty } of template.columns) {
    const found = given.map((one) => one?.[key] ?? '').findLast((one) => one !== '');
    values[key] = leftEmpty === true ? '' : (found ?? '');
  }
  for (const { key, absent = '', onlyWhen } of template.columns) {
    const asked = onlyWhen === undefined || onlyWhen.is.includes(values[onlyWhen.column] ?? '');
    if (asked && values[key] === '') values[key] = absent;
  }
  const erased = [
    ...(isErased(name) ? ['surname', 'givenName', 'patronymic'] : []),
    ...(isErased(person?.birthDate) ? ['birthDate'] : []),
    ...(isErased(person?.snils) ? ['snils'] : []),
  ].filter((key) => values[key] === '');
  return { document, erased, values };
}

/** The values that the entry itself has. */
function factsOf(
  { yes, no }: FrdoTemplate,
  { entered, inForce: { paper, content }, withdrawn }: RegisterEntry,
): Record<string, string> {
  const outcome = (one: string): string => (withdrawn?.data.outcome === one ? yes : no);
  const { issuedOn, qualification, hours, from, until } = content;
  return {
    lossConfirmed: outcome('loss'),
    exchangeConfirmed: outcome('exchange'),
    destructionConfirmed: outcome('destruction'),
    series: paper.series ?? '',
    number: paper.number ?? '',
    issuedOn: shortDate(issuedOn),
    regNumber: entered.data.registrationNumber,
    qualificationName: qualification ?? '',
    startYear: from?.slice(0, 4) ?? '',
    endYear: until?.slice(0, 4) ?? '',
    hours: hours === null ? '' : String(hours),
  };
}

/** The values about the original of a duplicate. */
function originalOf(
  template: FrdoTemplate,
  source: FrdoSource,
  first: RegisterEntry,
): Record<string, string> {
  const { document, learner, inForce } = first;
  const { paper, content } = inForce;
  const { kind, registrationNumber } = first.entered.data;
  const name = source.names?.get(document) ?? source.people.get(learner)?.name ?? null;
  const reported = template.kinds.find((one) => one.kind === kind);
  return {
    originalKind: reported?.values['documentKind'] ?? '',
    originalSeries: paper.series ?? '',
    originalNumber: paper.number ?? '',
    originalRegNumber: registrationNumber,
    originalIssuedOn: shortDate(content.issuedOn),
    ...namesOf('original', name),
  };
}

/** Surname, given name, and the rest: a name is stored as one text, surname first. */
function namesOf(prefix: string, name: Personal<string> | null): Record<string, string> {
  const [surname = '', givenName = '', ...rest] = textOf(name).split(' ');
  const key = (part: string): string =>
    prefix === '' ? part : `${prefix}${part.slice(0, 1).toUpperCase()}${part.slice(1)}`;
  return {
    [key('surname')]: surname,
    [key('givenName')]: givenName,
    [key('patronymic')]: rest.join(' '),
  };
}

const textOf = (field: Personal<string> | null): string =>
  field !== null && 'value' in field ? field.value : '';

const dayText = (field: Personal<string> | null): string => {
  const day = textOf(field);
  return day === '' ? '' : shortDate(day);
};

const isErased = (field: Personal<string> | null | undefined): boolean =>
  field !== null && field !== undefined && 'erased' in field;
