import type { RecordedEvent, RegulationPreset } from '@letopis/core';
import { must } from '@letopis/core';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { lesson, openSchool, regulation } from './records-school.ts';

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015';

/** What a page states at its foot, if an event is the last that it rests on. */
export const sourceOf = ({ stream, revision, id, recordedAt }: RecordedEvent) => ({
  last: `${stream}@${revision}`,
  event: id,
  recordedAt,
  digest: DIGEST,
});

export const placeOf = ({ stream, revision }: RecordedEvent): string => `${stream}@${revision}`;

const from = '2026-09-01';

/** R2, whose sheets need no approved form, so that a test about changes approves none. */
export const freeForms = (changes: Partial<RegulationPreset['printouts']['sheets']> = {}) => {
  const { printouts } = regulation();
  const sheets = { ...printouts.sheets, approvedForm: false, ...changes };
  return regulation({ printouts: { ...printouts, sheets } });
};

/**
 * A school whose journal m-1.safety.2026 has a lesson of 7 September and the mark 3 of `l-1` of 5
 * October. Each thing done after it is recorded a second later.
 */
export async function behindSchool(preset: RegulationPreset = freeForms()) {
  const ports = fixedPorts({ at: '2026-11-22T09:00:00.000Z' });
  const school = await openSchool(preset, openMemory(ports));
  const { enrollments, assessments, journals, printouts, events } = school;
  for (const learner of ['l-1', 'l-2']) {
    must(await enrollments.enroll({ learner, group: 'm-1', from }));
  }
  must(await journals.holdLesson({ ...lesson, id: 'z-1' }));
  const lastOf = async (stream: string): Promise<RecordedEvent> => {
    const found = (await events(stream)).at(-1);
    if (found === undefined) throw new Error(`nothing in ${stream}`);
    ports.advance(1000);
    return found;
  };
  const own = { enrollment: 'l-1.mentor.1', module: 'safety' };
  const given = { kind: 'current', form: 'survey', assessor: 'p-9' } as const;
  const mark = async (value: string, on: string) => {
    must(await assessments.record({ ...own, ...given, value, on }));
    return lastOf('enrollment-l-1.mentor.1');
  };
  const first = await mark('3', '2026-10-05');
  /** Corrects the mark, given as the event in force, by its teacher. */
  const correct = async (replaces: RecordedEvent, value: string, words: string) => {
    const why = { reason: 'арифметическая ошибка', signer: 'p-9', on: '2026-11-20' };
    const { enrollment } = own;
    must(await assessments.correct({ enrollment, replaces: replaces.id, value, words, ...why }));
    return lastOf('enrollment-l-1.mentor.1');
  };
  const sheet = {
    carrier: 'lesson-journal',
    volume: 'm-1',
    form: 'lesson-journal',
    sheets: 2,
    records: ['journal-m-1.safety.2026'],
    signers: [{ person: 'p-9' }],
    on: '2026-10-31',
  };
  const sign = async (source: RecordedEvent, change: object = {}) => {
    const signed = must(
      await printouts.signSheets({ ...sheet, source: sourceOf(source), ...change }),
    );
    ports.advance(1000);
    return signed;
  };
  const settle = {
    carrier: 'lesson-journal',
    volume: 'm-1',
    period: '2026',
    sheet: 1,
    by: 'correction-sheet' as const,
    form: 'correction-sheet',
    sheets: 1,
    signers: [{ person: 'p-9' }],
    on: '2026-11-22',
  };
  return { ...school, ports, lastOf, mark, first, correct, sheet, sign, settle };
}

/** The journal of the school, signed while the mark was 3, and the mark corrected to 4. */
export async function signedAndCorrected(preset = freeForms()) {
  const school = await behindSchool(preset);
  await school.sign(school.first);
  const corrected = await school.correct(school.first, '4', 'четыре');
  return { ...school, corrected };
}
