import { must } from '@letopis/core';
import { isDiagnosticKind } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { r4 } from '@letopis/core/presets/r4';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

/* R1 §4/5.5.1, R4 §4.2: analytical notes, with author and readers. */

const ofGroup = {
  id: 'n-1',
  about: { group: 'm-1' },
  title: 'Техника чтения',
  locator: 'папка 2-7',
  signer: 'p-9',
  on: '2026-10-30',
};
const reading = { note: 'n-1', signer: 'p-1', on: '2026-11-02' };

describe('R1 §4/5.5.1, R4 §4.2: an analytical note', () => {
  test('is about a group, a learner or the organisation, and names its author', async () => {
    const { notes, events, store } = await openSchool();
    must(await notes.write(ofGroup));
    must(await notes.write({ ...ofGroup, id: 'n-2', about: { learner: 'l-1', group: 'm-1' } }));
    must(await notes.write({ ...ofGroup, id: 'n-3', about: { ofInstitution: true } }));
    expect(await events('note-n-1')).toMatchObject([
      {
        type: 'NoteWritten',
        occurredOn: '2026-10-30',
        refs: { group: ['m-1'], official: ['p-9'] },
        data: { group: 'm-1', title: 'Техника чтения', author: { office: 'teacher' } },
      },
    ]);
    expect(await events('note-n-2')).toMatchObject([
      { type: 'LearnerNoteWritten', refs: { learner: ['l-1'] }, data: { group: 'm-1' } },
    ]);
    const [ofHouse] = await events('note-n-3');
    expect(ofHouse?.data).toMatchObject({ group: null });
    expect(ofHouse?.refs).toEqual({ official: ['p-9'] });
    for await (const page of store.readStream('academy.note-n-2')) {
      expect(page[0]?.line).not.toContain('Техника');
      expect(page[0]?.beside).toHaveProperty('locator');
    }
  });

  test('is written by an office of the regulation, about those who are there', async () => {
    const { notes } = await openSchool();
    must(await notes.write(ofGroup));
    expectRefused(await notes.write(ofGroup), 'already-exists', 'n-1', '2026-10-30');
    const refuses = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await notes.write({ ...ofGroup, id: 'n-9', ...change }), code, ...values);
    await refuses({ signer: 'p-7' }, 'not-appointed', 'p-7');
    await refuses({ about: { group: 'g-9' } }, 'group-unknown', 'g-9');
    await refuses({ about: { learner: 'l-9' } }, 'learner-unknown', 'l-9');
    await refuses({ about: {} }, 'invalid-input', 'about');
  });

  test('says who has read it: once each, in an office that may', async () => {
    const { notes, events } = await openSchool();
    expectRefused(await notes.read(reading), 'note-unknown', 'n-1');
    must(await notes.write({ ...ofGroup, about: { learner: 'l-1' } }));
    must(await notes.read(reading));
    expect((await events('note-n-1')).at(-1)).toMatchObject({
      type: 'NoteRead',
      occurredOn: '2026-11-02',
      refs: { learner: ['l-1'], official: ['p-1'] },
      data: { reader: { person: 'p-1', office: 'head' } },
    });
    expectRefused(await notes.read(reading), 'note-read-already', 'p-1', '2026-11-02');
    const other = { ...reading, signer: 'p-9' };
    const early = await notes.read({ ...other, on: '2026-10-29' });
    expectRefused(early, 'act-out-of-order', '2026-10-29', '2026-10-30');
    expectRefused(await notes.read({ ...reading, signer: 'p-7' }), 'not-appointed', 'p-7');
    must(await notes.read(other));
  });

  test('is written and read also by those who hold their office in one group', async () => {
    const { notes, officials } = await openSchool();
    const own = { scope: { groups: ['m-1'] }, from: '2026-09-01' };
    must(await officials.appoint({ ...own, person: 'p-3', office: 'teacher' }));
    must(await officials.appoint({ ...own, person: 'p-4', office: 'teacher' }));
    must(await notes.write({ ...ofGroup, signer: 'p-3' }));
    must(await notes.read({ ...reading, signer: 'p-4', on: ofGroup.on }));
  });

  test('RK 1.8: is annulled after the readings of it', async () => {
    const { notes } = await openSchool();
    const { eventId: written } = must(await notes.write(ofGroup));
    const { eventId: read } = must(await notes.read(reading));
    const right = { note: 'n-1', reason: 'не та группа', signer: 'p-5', on: '2026-11-10' };
    expectRefused(await notes.annulEntry({ ...right, entry: written }), 'entry-rested-on', read);
    const silent = await notes.annulEntry({ ...right, entry: read, reason: undefined });
    expectRefused(silent, 'reason-missing', 'annul-note-entry', read);
    must(await notes.annulEntry({ ...right, entry: read }));
    must(await notes.annulEntry({ ...right, entry: written }));
    must(await notes.write(ofGroup));
  });
});

describe('R4 §4.2: which kind is diagnostic says the regulation', () => {
  test('not the name of the kind', () => {
    const [current] = r4.assessment.kinds;
    const named = (id: string, diagnostic: boolean | null) => ({ ...current, id, diagnostic });
    const kinds = [named('cut', true), named('diagnostics', false)];
    expect(isDiagnosticKind({ kinds }, 'cut')).toBe(true);
    expect(isDiagnosticKind({ kinds }, 'diagnostics')).toBe(false);
    expect(isDiagnosticKind(r4.assessment, 'diagnostics')).toBe(true);
    expect(isDiagnosticKind(r4.assessment, 'current')).toBe(false);
  });

  test('save in an edition that is older than the question: there one kind was', () => {
    const kinds = [
      { id: 'diagnostics', diagnostic: null },
      { id: 'cut', diagnostic: null },
    ];
    expect(kinds.map(({ id }) => isDiagnosticKind({ kinds }, id))).toEqual([true, false]);
  });

  test('and none is both an attestation and for teachers only', async () => {
    const kinds = r2.assessment.kinds.map((one) => ({ ...one, diagnostic: one.attestation }));
    const rules = regulation({ assessment: { ...r2.assessment, kinds } });
    await expect(openSchool(rules)).rejects.toThrow('interim');
  });
});
