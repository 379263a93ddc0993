import { codec, coreEvents, known, order } from '@letopis/core';
import type { FrdoLine, FrdoRow, FrdoSource } from '@letopis/forms/frdo';
import { frdoDpo, frdoProblems, frdoRows } from '@letopis/forms/frdo';
import { coreProjections, openReader, openViews } from '@letopis/projections';
import { registerReport } from '@letopis/projections/reports';
import { openMemoryViews } from '@letopis/store-memory';
import {
  certificate,
  documentAcademy,
  must,
  participation,
} from '../domain/worlds/register-academy.ts';

/* A lost certificate with its duplicate, as rows of the federal register. */

export const today = '2026-12-25';

export const checked = (...rows: readonly FrdoRow[]) => frdoProblems(frdoDpo, rows, { today });

export const defaults = {
  studyForm: 'Заочная',
  funding: 'Платное обучение',
  educationForm: 'в образовательной организации',
  citizenship: '643',
  sex: 'Жен',
};

export const nameParts = { family: 'Ильина', given: 'Анна', patronymic: 'Петровна' };

export const person = {
  name: known('Ильина Анна Петровна'),
  nameParts,
  birthDate: known('1990-05-17'),
  snils: known('112-233-445 95'),
};

export const people: FrdoSource['people'] = new Map([['l-1', person]]);

export const programmes = new Map([['mentor', 'Наставничество']]);

/** The register of issued documents of 2026, by number. */
export async function linesOf(
  { session }: Awaited<ReturnType<typeof documentAcademy>>,
  series = 'issued-documents',
): Promise<readonly FrdoLine[]> {
  const { store } = session.handler;
  const views = await openViews(store, openMemoryViews(), coreProjections, {
    codec: codec(coreEvents),
    streamPrefix: 'academy.',
  });
  const page = await registerReport(await openReader(views), { series, year: '2026' });
  return page.lines;
}

/** A lost certificate, its duplicate, a paper that is not reported, and an annulled one. */
export async function lines(): Promise<readonly FrdoLine[]> {
  const academy = await documentAcademy();
  const { documents } = academy;
  const { document } = must(await documents.issue(certificate));
  must(await documents.issue(participation));
  must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
  const next = { ...certificate, inPlaceOf: document, on: '2026-12-24' };
  const wrong = must(await documents.issue({ ...next, number: '0002' }));
  const ground = order('41-з', '2026-12-24');
  const annul = { document: wrong.document, reason: 'опечатка', signer: 'p-1', on: '2026-12-24' };
  must(await documents.annul({ ...annul, ground }));
  must(await documents.issue({ ...next, number: '0003' }));
  return linesOf(academy);
}

export async function reported() {
  return frdoRows(frdoDpo, { lines: await lines(), people, programmes, defaults });
}

/** A row without a fault. */
export async function goodRow(): Promise<FrdoRow> {
  const [row] = (await reported()).rows;
  if (row === undefined) throw new Error('there is a row');
  return row;
}

/** The row with some values changed. */
export const changed = (row: FrdoRow, values: Readonly<Record<string, string>>): FrdoRow => ({
  ...row,
  values: { ...row.values, ...values },
});

/** What is found, as `column code`, with `?` after what is only to be looked at. */
export const found = (problems: ReturnType<typeof frdoProblems>): readonly string[] =>
  problems.map(
    ({ column, code, severity }) => `${column} ${code}${severity === 'warning' ? '?' : ''}`,
  );
