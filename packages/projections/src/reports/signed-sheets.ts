import { streamKey } from '@letopis/core/kernel';
import type { Fact } from '../projection/fact.ts';
import type { VoidedFact, VoidedOfPaper } from '../views/printed.ts';
import { printed, printedKey } from '../views/printed.ts';
import type { Reading } from './reading.ts';

/** Sheets that were signed at once and are not all void. */
export interface SignedSheets {
  readonly carrier: string;
  readonly volume: string;
  readonly period: string;
  readonly stream: string;
  readonly fact: Fact<'SheetsSigned'>;
  /** Numbers of those that are not void. */
  readonly sheets: readonly number[];
  /** Event ids of the changes that correction sheets answer which are not void. */
  readonly settled: ReadonlySet<string>;
}

const PAPER = printedKey.paper('');

/**
 * The signed sheets of every series that are not void on the reader's day, in the order of their
 * signing. Correction sheets are not among them: they belong to the sheets that they put right.
 */
export async function signedSheets(reading: Reading): Promise<readonly SignedSheets[]> {
  const found: SignedSheets[] = [];
  for await (const series of reading.scan(printed, PAPER)) {
    if (series.kind === 'paper') found.push(...standingIn(series, reading.on));
  }
  return found;
}

function standingIn(
  { stream, signed, voided: all }: VoidedOfPaper,
  on: string | null,
): readonly SignedSheets[] {
  const [carrier = '', volume = '', period = ''] = streamKey(stream);
  const voided = all.filter(({ data }) => on === null || data.actedOn <= on);
  const each = signed.map((fact) => ({ fact, sheets: standingSheets(fact, voided) }));
  const answers = each.filter(({ fact, sheets }) => {
    const { settles, firstSheet, lastSheet } = fact.data;
    // A correction sheet with a void part is not whole.
    return settles !== undefined && sheets.length === lastSheet - firstSheet + 1;
  });
  return each
    .filter(({ fact, sheets }) => sheets.length > 0 && !isCorrectionSheet(fact))
    .map((one) => {
      const own = answers.filter(({ fact }) => fact.data.settles?.sheets === one.fact.source.event);
      const changes = own.flatMap(({ fact }) => fact.data.settles?.changes ?? []);
      const settled = new Set(changes.map(({ event }) => event));
      return { carrier, volume, period, stream, ...one, settled };
    });
}

const isCorrectionSheet = ({ data }: Fact<'SheetsSigned'>): boolean =>
  data.settles?.by === 'correction-sheet';

function standingSheets(
  { source, data: { firstSheet, lastSheet } }: Fact<'SheetsSigned'>,
  voided: readonly VoidedFact[],
): readonly number[] {
  const gone = new Set(
    voided.flatMap((fact) =>
      fact.type === 'SheetVoided' && fact.data.corrects === source.event ? [fact.data.sheet] : [],
    ),
  );
  const all = Array.from({ length: lastSheet - firstSheet + 1 }, (_, nth) => firstSheet + nth);
  return all.filter((sheet) => !gone.has(sheet));
}
