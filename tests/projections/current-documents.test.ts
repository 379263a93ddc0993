import { must } from '@letopis/core';
import { r4 } from '@letopis/core/presets/r4';
import { registerReport } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import { schoolUnder } from '../domain/worlds/clauses-school.ts';
import { readerOver } from './school-reader.ts';

/* R4 §5.4.2-5.4.3: documents on current results, and the register in which they are entered. */

const paper = {
  kind: 'progress-certificate',
  signer: 'p-1',
  name: 'Ильина Анна Петровна',
  learner: 'l-1',
  enrollment: 'l-1.mentor.1',
  on: '2026-11-10',
};

describe('R4 §5.4.3: the register of documents on current results', () => {
  test('is a book of its own, with a line for each while study goes on', async () => {
    const { documents, enrollments, store } = await schoolUnder(r4);
    must(await documents.issue(paper));
    must(await documents.issue({ ...paper, on: '2026-11-12' }));
    must(await enrollments.complete({ enrollment: 'l-1.mentor.1', on: '2026-11-20' }));
    must(await documents.issue({ ...paper, kind: 'study-document', on: '2026-11-21' }));
    const reader = await readerOver(store);
    const linesOf = async (series: string) => {
      const { lines } = await registerReport(reader, { series, year: '2026' });
      return lines.map(({ kindTitle, entered, state }) => [kindTitle?.en, entered.on, state]);
    };
    expect(await linesOf('progress-certificates')).toEqual([
      ['Certificate of progress', '2026-11-10', 'in-force'],
      ['Certificate of progress', '2026-11-12', 'in-force'],
    ]);
    expect(await linesOf('issued-documents')).toEqual([
      ['Document of study', '2026-11-21', 'in-force'],
    ]);
    const { registers } = r4.documents;
    expect(registers.find(({ id }) => id === 'progress-certificates')?.title.ru).toBe(
      'Журнал регистрации документов о текущих результатах',
    );
  });

  test('R4 §4.2: no document may show what is diagnostic', async () => {
    const kinds = r4.documents.kinds.map((one) => ({ ...one, markKinds: ['diagnostics'] }));
    const odd = { ...r4, documents: { ...r4.documents, kinds } };
    await expect(schoolUnder(odd)).rejects.toThrow('diagnostics');
  });
});
