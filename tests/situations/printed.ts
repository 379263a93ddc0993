import { journalHtml, personalFileHtml } from '@letopis/forms';
import type { ViewReader } from '@letopis/projections';
import { journalPage, personalFileReport } from '@letopis/projections';
import type { OrganisationHead } from '@letopis/projections/reports';
import type { Academy } from '../domain/worlds/academy.ts';
import { cellsOf, rowsOf, tableOf, textOf } from '../forms/reading.ts';
import { readerOf } from '../projections/contradictions.ts';

/* What a reader sees of a school: its printed pages, as text. */

const organisation: OrganisationHead = { name: 'Школа № 7', place: 'г. Екатеринбург' };
const options = { organisation, timeZone: 'Europe/Moscow' };

/** A reader of the school's pages, as of a day or of all that is known. */
export const reading = (
  school: Pick<Academy, 'store'>,
  on: string | null = null,
): Promise<ViewReader> => readerOf(school, on);

/** A printed page. */
export interface Printed {
  /** All that it says. */
  readonly text: string;
  /** The rows of one of its tables, each cell as text. */
  readonly rows: (table: string) => readonly (readonly string[])[];
}

const printed = (html: string): Printed => ({
  text: textOf(html),
  rows: (table) => rowsOf(tableOf(html, table)).map((row) => cellsOf(row).map(textOf)),
});

/** Prints the journal of a group in a module. */
export async function printedJournal(
  school: Pick<Academy, 'store'>,
  of: { readonly group: string; readonly module: string },
  on: string | null = null,
): Promise<Printed> {
  return printed(journalHtml(await journalPage(await reading(school, on), of), options));
}

/** Prints a personal file. */
export async function printedFile(
  school: Pick<Academy, 'store'>,
  learner: string,
  on: string | null = null,
): Promise<Printed> {
  const page = await personalFileReport(await reading(school, on), { learner });
  return printed(personalFileHtml(page, options));
}
