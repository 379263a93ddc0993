import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import {
  behindSchool,
  freeForms,
  placeOf,
  signedAndCorrected,
  sourceOf,
} from '../worlds/behind-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { regulation } from '../worlds/records-school.ts';

const SERIES = 'sheet-lesson-journal.m-1.2026';

/** A signed journal whose mark was corrected, and what is asked to settle that. */
async function settling(preset = freeForms()) {
  const school = await signedAndCorrected(preset);
  const { corrected, settle } = school;
  const asked = { ...settle, changes: [placeOf(corrected)], source: sourceOf(corrected) };
  return { ...school, asked };
}

describe('R1 §4.2, R2 §2.2: what answers a change says what the sheets before it said', () => {
  test('it shows the same days, modules and protocol', async () => {
    const school = await behindSchool();
    const shows = { from: '2026-10-01', until: '2026-10-31', modules: ['safety'] };
    await school.sign(school.first, { shows });
    const change = await school.correct(school.first, '4', 'четыре');
    const asked = { ...school.settle, changes: [placeOf(change)], source: sourceOf(change) };
    must(await school.printouts.settleSheets(asked));
    const [, settled] = await school.events(SERIES);
    expect(settled?.data).toMatchObject({ shows: { ...shows, protocol: null } });
  });

  test('RK 1.8: the first of several signers declares the old sheets void, each once', async () => {
    const anew = freeForms({ upkeep: [], whenChanged: 'new-sheet' });
    const { printouts, events, asked } = await settling(anew);
    const signers = [{ person: 'p-5' }, { person: 'p-9' }];
    const fresh = { by: 'new-sheet' as const, form: 'lesson-journal', reason: 'replaced' };
    must(await printouts.settleSheets({ ...asked, ...fresh, signers }));
    const voided = (await events(SERIES)).slice(2);
    expect(voided.map(({ type, data }) => ({ type, data }))).toMatchObject([
      { type: 'SheetVoided', data: { sheet: 1, signer: { person: 'p-5' } } },
      { type: 'SheetVoided', data: { sheet: 2, signer: { person: 'p-5' } } },
    ]);
  });

  test('a correction sheet has none of its own; what it corrects is named', async () => {
    const school = await behindSchool();
    await school.sign(school.first);
    await school.sign(school.first);
    const change = await school.correct(school.first, '4', 'четыре');
    const asked = { ...school.settle, changes: [placeOf(change)], source: sourceOf(change) };
    must(await school.printouts.settleSheets({ ...asked, sheet: 3 }));
    const own = await school.printouts.settleSheets({ ...asked, sheet: 5 });
    expectRefused(own, 'sheet-is-correction', '5', '3');
  });

  test('each change of several is settled by their one sheet', async () => {
    const school = await signedAndCorrected();
    const { corrected, settle, printouts } = school;
    const late = await school.mark('5', '2026-10-12');
    const changes = [placeOf(corrected), placeOf(late)];
    const asked = { ...settle, source: sourceOf(late) };
    must(await printouts.settleSheets({ ...asked, changes }));
    for (const change of changes) {
      const again = await printouts.settleSheets({ ...asked, changes: [change] });
      expectRefused(again, 'change-settled-already', change, '3');
    }
  });
});

describe('R2 §2.3: who corrected a mark signs its correction sheet', () => {
  test('others may sign beside them', async () => {
    const { printouts, asked } = await settling();
    const signers = [{ person: 'p-5' }, { person: 'p-9' }];
    must(await printouts.settleSheets({ ...asked, signers }));
  });

  test('also where their office is limited to a group', async () => {
    const { printouts, officials, corrected, asked } = await settling();
    must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-11-21' }));
    const scope = { groups: ['m-1'] };
    const ground = order('3-к', '2026-11-20');
    const limited = { person: 'p-9', office: 'teacher', from: '2026-11-21', scope, ground };
    must(await officials.appoint(limited));
    const without = await printouts.settleSheets({ ...asked, signers: [{ person: 'p-5' }] });
    expectRefused(without, 'corrector-signs-not', 'p-9', placeOf(corrected));
  });

  test('where the regulation asks for it', async () => {
    const { printouts } = freeForms();
    const { correction } = regulation();
    const preset = regulation({
      printouts,
      correction: { ...correction, correctorSigns: false },
    });
    const { printouts: papers, asked } = await settling(preset);
    must(await papers.settleSheets({ ...asked, signers: [{ person: 'p-5' }] }));
  });
});
