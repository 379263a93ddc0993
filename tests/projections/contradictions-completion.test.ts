import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { mark, passAll, withLearner } from '../domain/worlds/enrollment-academy.ts';
import { ordered, putRight } from '../domain/worlds/put-right-school.ts';
import {
  certificate,
  documentAcademy,
  documentOf,
  school as schoolDocuments,
} from '../domain/worlds/register-academy.ts';
import { linesOf } from './contradictions.ts';

describe('completion and documents beside results', () => {
  const two = { value: '2', words: 'два', reason: 'описка', signer: 'p-9', ...ordered };

  test('RK 1.13: a result of a completed enrollment that fails now, or was annulled', async () => {
    const academy = await withLearner();
    const { enrollments, assessments, id: enrollment } = academy;
    const [, , final = ''] = await passAll(academy);
    const done = must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    expect(await linesOf(academy)).toEqual([]);
    must(await assessments.correct({ enrollment, replaces: final, ...two }));
    expect(await linesOf(academy)).toEqual([
      ['completion-against-result', '2026-12-21', 'Completed', 'AssessmentCorrected'],
    ]);
    const away = { enrollment, result: final, reason: 'не тому', signer: 'p-1', ...ordered };
    must(await assessments.annul(away));
    expect(await linesOf(academy)).toEqual([
      ['completion-against-result', '2026-12-21', 'Completed', 'AssessmentAnnulled'],
    ]);
    must(await enrollments.annul({ enrollment, entry: done.eventId, ...putRight, ...ordered }));
    expect(await linesOf(academy)).toEqual([]);
  });

  test('RK 1.2, 273-FZ art. 59: a debt of the time before the completion', async () => {
    const types = r2.general.programmeTypes.map((one) => ({ ...one, mandatory: ['final'] }));
    const academy = await withLearner({ general: { programmeTypes: types } });
    const { enrollments, assessments, id: enrollment } = academy;
    await mark(academy, '5', '2026-12-20', { kind: 'final' });
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    const debt = await mark(academy, '2', '2026-11-01', { kind: 'interim' });
    expect(await linesOf(academy)).toEqual([
      ['completion-with-debt', '2026-12-21', 'Completed', 'AssessmentRecorded'],
    ]);
    const four = { ...two, value: '4', words: 'четыре' };
    must(await assessments.correct({ ...four, enrollment, replaces: debt }));
    expect(await linesOf(academy)).toEqual([]);
  });

  test('RK 1.1, 1.9: an attestat issued before a result of it was annulled', async () => {
    const academy = await documentAcademy(schoolDocuments);
    const { documents, assessments, id: enrollment, marks } = academy;
    const { series: _series, number: _number, ...plain } = certificate;
    const document = documentOf(await documents.issue({ ...plain, kind: 'attestat' }));
    expect(await linesOf(academy)).toEqual([]);
    const act = { enrollment, result: marks[0] ?? '', reason: 'не тому', signer: 'p-1' };
    must(await assessments.annul({ ...act, ...ordered }));
    expect(await linesOf(academy)).toEqual([
      ['completion-against-result', '2026-12-21', 'Completed', 'AssessmentAnnulled'],
      ['document-against-result', '2026-12-22', 'DocumentIssued', 'AssessmentAnnulled'],
    ]);
    const reason = 'результат аннулирован';
    must(await documents.annul({ document, reason, signer: 'p-1', on: '2026-12-25', ...ordered }));
    expect(await linesOf(academy)).toEqual([
      ['completion-against-result', '2026-12-21', 'Completed', 'AssessmentAnnulled'],
    ]);
  });
});
