import type { PaperBehindPage } from '@letopis/projections/reports';
import type { PaperChange, ShownSheetsBehind } from '@letopis/projections/reports';
import { longDate, shortDate } from '../kit/dates.ts';
import type { PageOptions, SignatureLine } from '../kit/options.ts';
import { pageHtml } from '../kit/page.ts';
import type { Cell, Table } from '../kit/table.ts';
import { cell, tableHtml } from '../kit/table.ts';
import type { CorrectionRow } from '../tables/corrections-table.ts';
import { correctionsTable } from '../tables/corrections-table.ts';
import type { Labels } from '../tables/labels.ts';
import { labelsIn, nameRun } from '../tables/labels.ts';
import { valueDigits } from '../tables/value-text.ts';

/**
 * Prints the correction sheet that is owed on signed sheets (A4 landscape; form C1, part 7): each
 * changed mark before and after, in digits and in words, changed entries by their fields, and a
 * line for the signature of who corrected, or of an office that signs the sheets. Sources: R2
 * §2.2-2.3, R1 §4.2, R3 §3.3, R5 §4.3.1.
 *
 * Throws a RangeError for an unknown time zone.
 *
 * @example
 * const page = await paperBehindReport(reader);
 * const texts = page.sheets.map((sheets) => correctionSheetHtml(page, sheets, options));
 */
export function correctionSheetHtml(
  page: Pick<PaperBehindPage, 'basis' | 'form'>,
  sheets: ShownSheetsBehind,
  options: PageOptions,
): string {
  const own = labelsIn(options.language ?? 'ru');
  const { say, titled, language } = own;
  const { carrier, carrierTitle, changes, signedOn, dueOn } = sheets;
  const marks = changes.flatMap((change) => rowOf(change));
  const others = changes.filter(({ act }) => act === null);
  const title = say('correctionSheetTitle');
  return pageHtml(
    {
      key: 'correction-sheet',
      title,
      subtitle: titled(carrierTitle, carrier),
      orientation: 'landscape',
      head: [
        [say('toSheets'), `№ ${sheets.sheets.join(', ')} (${sheets.volume}, ${sheets.period})`],
        [say('signedOn'), longDate(signedOn, language)],
        [say('signBefore'), longDate(dueOn, language)],
      ],
      body: [
        ...(marks.length === 0
          ? []
          : [tableHtml(correctionsTable('corrections', title, marks, own))]),
        ...(others.length === 0 ? [] : [tableHtml(entriesTable(others, own))]),
      ],
      basis: page.basis,
      form: page.form,
      signatures: signers(sheets, own),
    },
    options,
  );
}

function rowOf({ number, learner, result, act, at }: PaperChange): readonly CorrectionRow[] {
  if (act === null || learner === null) return [];
  return [{ line: number === null ? '–' : String(number), learner, result, act, place: [at] }];
}

/** Who corrected signs, where the regulation says so; else whoever holds an office for it. */
function signers(
  { correctors, offices }: ShownSheetsBehind,
  { say, titled }: Labels,
): readonly SignatureLine[] {
  if (correctors.length === 0) {
    return [{ role: offices.map(({ office, title }) => titled(title, office)).join(' / ') }];
  }
  return correctors.map(({ text }): SignatureLine => ({
    role: say('corrector'),
    ...(text === null ? {} : { name: text }),
  }));
}

function entriesTable(changes: readonly PaperChange[], labels: Labels): Table {
  const { say } = labels;
  return {
    key: 'entries',
    caption: say('sheetEntries'),
    columns: [
      { key: 'line', heading: say('number'), widthMm: 9, align: 'center' },
      { key: 'date', heading: say('date'), widthMm: 18, align: 'center' },
      { key: 'fact', heading: say('changedFact'), widthMm: 60 },
      { key: 'fullName', heading: say('fullName'), widthMm: 35, names: true },
      { key: 'field', heading: say('changedField'), widthMm: 35 },
      { key: 'before', heading: say('before') },
      { key: 'after', heading: say('after') },
      { key: 'signature', heading: say('signature'), widthMm: 25 },
    ],
    rows: changes
      .flatMap((change) => linesOf(change, labels))
      .map((row, nth) => [cell(String(nth + 1)), ...row]),
    empty: say('noRecords'),
  };
}

/** One row for each changed field; one for a fact that was entered later, or annulled. */
function linesOf(
  { what, since, at, learner, fields, after, source }: PaperChange,
  labels: Labels,
): readonly (readonly Cell[])[] {
  const { say } = labels;
  const events = [source.event];
  const name: Cell = learner === null ? cell(null) : { lines: [[nameRun(learner, say)]] };
  const row = (field: string, before: string | null, now: string | null): readonly Cell[] => [
    cell(shortDate(since), { events }),
    cell(at, { events }),
    name,
    cell(field),
    cell(before),
    cell(now),
    cell(null),
  ];
  if (fields.length > 0) return fields.map((one) => row(one.field, one.before, one.after));
  if (what !== 'added') return [row('–', null, say('stateAnnulled'))];
  return [row('–', null, after === null ? say('changeAdded') : valueDigits(after))];
}
