import { codec, coreEvents, must, order } from '@letopis/core';
import {
  addedAfterArchive,
  coreProjections,
  differencesReport,
  openReader,
  openViews,
} from '@letopis/projections';
import { openMemoryViews } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import type { MentorAcademy } from '../domain/worlds/enrollment-academy.ts';
import { mark, move, passAll, withLearner } from '../domain/worlds/enrollment-academy.ts';
import { ordered as byOrder, putRight } from '../domain/worlds/put-right-school.ts';
import {
  certificate,
  documentAcademy,
  documentOf,
  school,
} from '../domain/worlds/register-academy.ts';
import { archivedSchool } from '../domain/worlds/transfer-school.ts';

async function reading({ store }: Pick<MentorAcademy, 'store'>, on: string | null = null) {
  const options = { codec: codec(coreEvents), streamPrefix: 'academy.' };
  const views = await openViews(store, openMemoryViews(), [...coreProjections], options);
  return openReader(views, { on });
}

const ground = order('44-к', '2026-12-24');
const words = { value: '5', words: 'пять', reason: 'описка', signer: 'p-9' };

interface Source {
  readonly last: string;
  readonly event: string;
  readonly recordedAt: string;
  readonly digest: string;
  readonly on?: string;
}

/** What a printed page names as its source. */
async function sourceOf(academy: Pick<MentorAcademy, 'events'>, stream: string): Promise<Source> {
  const event = (await academy.events(`academy.${stream}`)).at(-1);
  const { revision = 0, id = '', recordedAt = '' } = event ?? {};
  const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
  return { last: `academy.${stream}@${revision}`, event: id, recordedAt, digest };
}

const certifying = { sheets: 1, stitched: false, sealed: true, signer: 'p-1', on: '2026-12-25' };

/** An enrollment in the archive whose 4 was corrected there, and the learner's open file. */
async function corrected() {
  const academy = await withLearner();
  const { enrollments, assessments, files, officials, id: enrollment } = academy;
  const since = { from: '2026-09-01' };
  must(await officials.appoint({ person: 'p-5', office: 'records-keeper', ...since }));
  must(await files.open({ learner: 'l-1', number: '1', on: '2026-09-01' }));
  const replaces = await mark(academy, '4', '2026-10-05');
  must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-12-01' }));
  must(await move(academy, 'handOver', enrollment, 't-1'));
  must(await move(academy, 'accept', enrollment, 't-1'));
  const before = await sourceOf(academy, `enrollment-${enrollment}`);
  academy.ports.advance(1000);
  must(await assessments.correct({ enrollment, replaces, ...words, ground }));
  const due = async () => {
    const {
      records,
      due: lines,
      certificationsDue,
    } = await addedAfterArchive(await reading(academy));
    const [one] = records;
    return [one?.inventoryDue, one?.certificationDue, lines, certificationsDue];
  };
  const paper = { file: 'l-1.1', medium: 'paper', sheets: 1, original: true } as const;
  const addLine = async () =>
    must(await files.addDocument({ ...paper, title: 'Приказ № 44-к', on: '2026-12-25' }));
  const print = async (
    id: string,
    record: string,
    form = 'certification-sheet',
    source: Source | null = null,
  ) => {
    const made = source ?? (await sourceOf(academy, `enrollment-${enrollment}`));
    const page = { id, form, records: [record], source: made };
    must(await academy.printouts.certify({ ...page, ...certifying }));
  };
  return { ...academy, enrollment, replaces, due, addLine, print, before };
}

describe('what was added after the archive', () => {
  test('RK 1.9: a corrected result is listed with its order and what it corrects', async () => {
    const academy = await corrected();
    const { enrollment, replaces } = academy;
    const { records } = await addedAfterArchive(await reading(academy));
    expect(records).toMatchObject([
      {
        record: `enrollment-${enrollment}`,
        transfer: 't-1',
        added: [
          {
            act: 'AssessmentCorrected',
            corrects: replaces,
            module: 'safety',
            on: '2026-10-05',
            actedOn: '2026-12-25',
            ground,
            groundAt: null,
          },
        ],
      },
    ]);
  });

  test('RK 1.9: a corrected absence is listed too', async () => {
    const academy = await withLearner();
    const { enrollments, assessments, id: enrollment } = academy;
    const missed = { module: 'safety', outcome: 'absent' as const, reason: 'н', assessor: 'p-9' };
    const absent = must(await assessments.record({ enrollment, ...missed, on: '2026-10-06' }));
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-12-01' }));
    must(await move(academy, 'handOver', enrollment, 't-1'));
    must(await move(academy, 'accept', enrollment, 't-1'));
    const excuse = { replaces: absent.eventId, code: 'у', reason: 'справка', signer: 'p-9' };
    must(await assessments.correctAbsence({ enrollment, ...excuse, ground }));
    const { records } = await addedAfterArchive(await reading(academy));
    expect(records[0]?.added).toMatchObject([{ act: 'AbsenceCorrected' }]);
  });

  test('RK 1.9: a line of the inventory and then a certification sheet settle it', async () => {
    const { files, due, addLine } = await corrected();
    expect(await due()).toEqual([true, true, 1, 1]);
    await addLine();
    expect(await due()).toEqual([false, true, 0, 1]);
    const counted = { sheets: 1, inventorySheets: 1, signer: 'p-5', on: '2026-12-25' };
    must(await files.certifyPart({ file: 'l-1.1', ...counted }));
    expect(await due()).toEqual([false, false, 0, 0]);
  });

  test.each(['file-l-1.1', 'enrollment-l-1.mentor.1'])(
    'RK 1.9: a signed print of %s is its sheet, unless it is void or came before the line',
    async (record) => {
      const { printouts, due, addLine, print } = await corrected();
      await print('x-1', record);
      expect(await due()).toEqual([true, false, 1, 0]);
      await addLine();
      expect(await due()).toEqual([false, true, 0, 1]);
      await print('x-2', record);
      expect(await due()).toEqual([false, false, 0, 0]);
      must(await printouts.void({ printout: 'x-2', reason: 'misprinted', signer: 'p-1' }));
      expect(await due()).toEqual([false, true, 0, 1]);
    },
  );

  test.each(['journal', 'personal-file', 'transcript'])(
    'RK 1.9: a signed page of the form %s that names the record is no sheet of it',
    async (form) => {
      const { due, addLine, print } = await corrected();
      await addLine();
      await print('x-1', 'enrollment-l-1.mentor.1', form);
      expect(await due()).toEqual([false, true, 0, 1]);
      await print('x-2', 'enrollment-l-1.mentor.1', 'correction-sheet');
      expect(await due()).toEqual([false, false, 0, 0]);
    },
  );

  test('RK 1.9: a sheet made from what was known before the correction is none', async () => {
    const { due, addLine, print, before, ...academy } = await corrected();
    await addLine();
    const record = 'enrollment-l-1.mentor.1';
    await print('x-1', record, 'certification-sheet', before);
    expect(await due()).toEqual([false, true, 0, 1]);
    const now = await sourceOf(academy, record);
    await print('x-2', record, 'certification-sheet', { ...now, on: '2026-10-04' });
    expect(await due()).toEqual([false, true, 0, 1]);
    await print('x-3', record, 'certification-sheet', { ...now, on: '2026-10-05' });
    expect(await due()).toEqual([false, false, 0, 0]);
  });

  test('RK 1.9: one of the file is, where it was made after the correction', async () => {
    const { due, addLine, print, ...academy } = await corrected();
    const opened = await sourceOf(academy, 'file-l-1.1');
    await addLine();
    await print('x-1', 'file-l-1.1', 'certification-sheet', opened);
    expect(await due()).toEqual([false, true, 0, 1]);
    const source = await sourceOf(academy, 'file-l-1.1');
    await print('x-2', 'file-l-1.1', 'certification-sheet', source);
    expect(await due()).toEqual([false, false, 0, 0]);
  });

  test("RK 1.9: a print of another's file is not", async () => {
    const { due, print } = await corrected();
    await print('x-1', 'file-l-2.1');
    expect(await due()).toEqual([true, true, 1, 1]);
  });
});

describe('what was added to a journal or a file after the archive', () => {
  const ordered = { ground: order('44-од', '2026-11-22'), on: '2026-11-22' };
  const by = { signer: 'p-1', office: 'head', reason: 'описка', ...ordered };
  const journal = 'm-1.safety.2026';

  test('RK 1.9: is listed with the sheet that is due; what came before it, not', async () => {
    const world = await archivedSchool();
    const list = async () => addedAfterArchive(await reading(world));
    expect((await list()).records).toEqual([]);
    const [opened] = await world.events('file-l-1.1');
    must(await world.journals.annulLesson({ journal, lesson: 'z-1', ...by }));
    must(await world.files.annulEntry({ file: 'l-1.1', entry: opened?.id ?? '', ...by }));
    expect(await list()).toMatchObject({
      due: 1,
      certificationsDue: 2,
      records: [
        {
          record: 'file-l-1.1',
          learner: { person: 'l-1' },
          transfer: 't-1',
          acceptedOn: '2026-11-22',
          added: [{ act: 'FileEntryAnnulled', corrects: opened?.id, on: '2026-09-01' }],
          inventoryDue: true,
          certificationDue: true,
        },
        {
          record: `journal-${journal}`,
          learner: null,
          transfer: 't-1',
          added: [
            { act: 'LessonAnnulled', module: 'safety', on: '2026-09-07', actedOn: '2026-11-22' },
          ],
          inventoryDue: false,
          certificationDue: true,
          carrierDestroyed: false,
        },
      ],
    });
    const event = (await world.events(`journal-${journal}`)).at(-1);
    const { revision = 0, id = '', recordedAt = '' } = event ?? {};
    const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
    const last = `academy.journal-${journal}@${revision}`;
    const sheet = {
      id: 'x-1',
      form: 'certification-sheet',
      records: [`journal-${journal}`],
      source: { last, event: id, recordedAt, digest },
    };
    must(await world.printouts.certify({ ...sheet, ...certifying, on: '2026-11-22' }));
    expect((await list()).certificationsDue).toBe(1);
  });
});

describe('what was signed and differs now', () => {
  test('RK 1.9: a signed self-evaluation is listed with its number and the new one', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment, printouts, ports } = academy;
    await passAll(academy);
    const done = must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    const source = await sourceOf(academy, `enrollment-${enrollment}`);
    const records = ['evaluation-2026'];
    const page = { id: 'x-1', form: 'self-evaluation', records, source };
    must(await printouts.certify({ ...page, ...certifying }));
    const report = async () => differencesReport(await reading(academy));
    expect((await report()).evaluations).toEqual([]);
    ports.advance(1000);
    const act = { enrollment, entry: done.eventId, ...putRight, ...byOrder };
    must(await enrollments.annul(act));
    const [one, ...more] = (await report()).evaluations;
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      year: '2026',
      paper: { data: { printout: 'x-1', signer: { person: 'p-1' } } },
    });
    const trained = one?.indicators.find(({ number }) => number === '1.1');
    expect(trained).toMatchObject({ signed: '1/100', now: '0/–' });
    must(await printouts.void({ printout: 'x-1', reason: 'replaced', signer: 'p-1' }));
    expect((await report()).evaluations).toEqual([]);
  });

  test('RK 1.9: a register line whose mark is another now is listed, not recomputed', async () => {
    const academy = await documentAcademy(school);
    const { documents, assessments, id: enrollment, marks } = academy;
    const { series: _, number: __, ...plain } = certificate;
    const document = documentOf(await documents.issue({ ...plain, kind: 'attestat' }));
    const report = async () => (await differencesReport(await reading(academy))).documents;
    expect(await report()).toEqual([]);
    const [, , replaces = ''] = marks;
    const three = { value: '3', words: 'три', reason: 'описка', signer: 'p-9' };
    const { eventId } = must(await assessments.correct({ enrollment, replaces, ...three }));
    expect(await report()).toMatchObject([
      {
        document,
        kind: 'attestat',
        learner: { person: 'l-1' },
        marks: [{ module: 'safety', registered: '5', now: '3', annulled: false, result: replaces }],
      },
    ]);
    const back = { value: '5', words: 'пять', reason: 'описка', signer: 'p-9' };
    must(await assessments.correct({ enrollment, replaces: eventId, ...back }));
    expect(await report()).toEqual([]);
    must(await assessments.correct({ enrollment, replaces: marks[0] ?? '', ...three }));
    expect(await report()).toHaveLength(1);
    const reason = 'выдан не тому';
    const annulling = { document, reason, signer: 'p-1', on: '2026-12-25' };
    must(await documents.annul({ ...annulling, ground }));
    expect(await report()).toEqual([]);
  });
});
