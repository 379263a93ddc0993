import type { Personal } from '@letopis/core';
import type { RegisterLine } from '@letopis/projections/views';
import { shortDate } from '../kit/dates.ts';
import type { FrdoRow, FrdoTemplate } from './template.ts';

/** What is told of a person: their part of the `people` view. */
export interface FrdoPerson {
  readonly name: Personal<string> | null;
  readonly birthDate: Personal<string> | null;
  readonly snils: Personal<string> | null;
}

/** What the rows are made of. */
export interface FrdoSource {
  /** Lines of the view `registers`; also those of the first documents. */
  readonly lines: readonly RegisterLine[];
  /** Names last: by learner. */
  readonly people: ReadonlyMap<string, FrdoPerson>;
  /** The name that stands on a document, by document, where it is not the person's present one. */
  readonly names?: ReadonlyMap<string, Personal<string>>;
  /** Titles of programmes. */
  readonly programmes: ReadonlyMap<string, string>;
  /** What no event says, by column key: for all rows, by programme, by learner, by document. */
  readonly defaults?: Readonly<Record<string, string>>;
  readonly byProgramme?: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly byLearner?: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly byDocument?: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Rows to report, and documents that are not reported, each with the reason. */
export interface FrdoRows {
  readonly rows: readonly FrdoRow[];
  readonly leftOut: readonly {
    readonly document: string;
    /** `annulled`, `received`, or `other-kind`: the template does not have it. */
    readonly why: 'annulled' | 'received' | 'other-kind';
  }[];
}

/**
 * Rows of the template from lines of the registers, in the order of their numbers; names come in
 * last. An annulled line is left out and listed. Nothing is guessed: what the log and the caller do
 * not say stays empty for {@link frdoProblems} to find. 273-FZ art. 98.
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

/** A line with the fact that it was issued by. */
interface Issued {
  readonly line: RegisterLine;
  readonly entered: Extract<RegisterLine['entered'], { type: 'DocumentIssued' }>;
}

function rowOf(
  template: FrdoTemplate,
  source: FrdoSource,
  { line, entered }: Issued,
  first: RegisterLine | null,
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

/** What the line itself says. */
function factsOf(
  { yes, no }: FrdoTemplate,
  { entered, inForce: { paper, content }, withdrawn }: RegisterLine,
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

/** The document in whose place a duplicate was issued. */
function originalOf(
  template: FrdoTemplate,
  source: FrdoSource,
  first: RegisterLine,
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

/** Surname, given name, and all that follows: a name is kept in one string, surname first. */
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
