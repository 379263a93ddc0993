import type { RegulationPreset } from '@letopis/core';
import { letopis, must, newCommandId, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lesson, openSchool, regulation } from '../worlds/records-school.ts';

/** R5 §4.7: the certificate of progress bears the seal, and the head or who is authorised signs. */
const likeR5 = regulation();
const [printout] = likeR5.printouts.certification;
const progress = {
  ...printout!,
  id: 'progress',
  forms: ['progress-certificate'],
  offices: ['head', 'deputy-head'],
  sealRequired: true,
};
const withSeal: RegulationPreset = {
  ...likeR5,
  printouts: { ...likeR5.printouts, certification: [progress, printout!] },
};

/** A school with one lesson held; `source` is what a page of its journal names at its foot. */
async function schoolWithPage(preset?: RegulationPreset) {
  const school = await openSchool(preset);
  const { stream, revision } = must(await school.journals.holdLesson(lesson));
  const [held] = await school.handler.events(stream, revision, 1);
  const source = {
    last: `${stream}@${revision}`,
    event: held!.id,
    recordedAt: held!.recordedAt,
    digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  };
  const page = { form: 'journal', records: ['journal-m-1.safety.2026'], source };
  const certify = {
    ...page,
    id: 'x-1',
    sheets: 12,
    stitched: true,
    sealed: false,
    signer: 'p-1',
    on: '2026-10-01',
  };
  return { ...school, source, page, certify };
}

describe('D21 R4 §5.3, §6.5: a printout is certified', () => {
  test('it names the form, the records and the history that it was made from', async () => {
    const { printouts, certify, source, events } = await schoolWithPage();
    expect(must(await printouts.certify(certify)).id).toBe('x-1');
    expect((await events('printout-x-1'))[0]).toMatchObject({
      type: 'PrintoutCertified',
      occurredOn: '2026-10-01',
      refs: {
        printout: ['x-1'],
        journal: ['m-1.safety.2026'],
        group: ['m-1'],
        module: ['safety'],
        learner: ['l-1', 'l-2'],
        official: ['p-1'],
      },
      data: {
        form: 'journal',
        version: null,
        records: ['journal-m-1.safety.2026'],
        source: { ...source, on: null },
        sheets: 12,
        copies: 1,
        stitched: true,
        sealed: false,
        signer: { person: 'p-1', office: 'head', position: null },
        edition: 1,
      },
    });
  });

  test('no position stands in it: a restore changes those', async () => {
    const { printouts, certify, store } = await schoolWithPage();
    must(await printouts.certify(certify));
    const at = { ...certify, source: { ...certify.source, position: '7' } };
    expectRefused(await printouts.certify({ ...at, id: 'x-2' }), 'invalid-input', 'position');
    for await (const page of store.readStream('academy.printout-x-1')) {
      for (const { line } of page) expect(line).not.toContain('position":"0');
    }
  });

  test('R4 §6.5: several sheets are stitched, one is not', async () => {
    const { printouts, certify } = await schoolWithPage();
    const loose = { ...certify, stitched: false };
    expectRefused(await printouts.certify(loose), 'stitching-missing', '12', '2');
    must(await printouts.certify({ ...loose, sheets: 1 }));
  });

  test('R5 §4.7: a form may bear the seal, signed by the head or who is authorised', async () => {
    const { printouts, certify, officials } = await schoolWithPage(withSeal);
    const form = { ...certify, form: 'progress-certificate', sheets: 1 };
    expectRefused(await printouts.certify(form), 'seal-missing', 'progress-certificate');
    const keeper = { ...form, sealed: true, signer: 'p-5' };
    expectRefused(await printouts.certify(keeper), 'not-appointed', 'p-5', 'head');
    const authorised = { person: 'p-3', office: 'deputy-head', from: '2026-10-01' };
    must(await officials.appoint(authorised));
    const early = { ...form, sealed: true, signer: 'p-3', on: '2026-09-30' };
    expectRefused(await printouts.certify(early), 'not-appointed', 'p-3', '2026-09-30');
    must(await printouts.certify({ ...early, on: '2026-10-01' }));
    must(await printouts.certify({ ...certify, id: 'x-2', signer: 'p-5' }));
  });

  test('a form that no rule names is not certified', async () => {
    const bare = { ...withSeal.printouts, certification: [progress] };
    const { printouts, certify } = await schoolWithPage({ ...withSeal, printouts: bare });
    expectRefused(await printouts.certify(certify), 'form-not-certified', 'journal');
  });

  test('the history that it names is there, under that id and instant', async () => {
    const { printouts, certify, source, store, handler } = await schoolWithPage();
    const from = async (change: object, ...values: string[]) =>
      expectRefused(
        await printouts.certify({ ...certify, source: { ...source, ...change } }),
        'print-source-unknown',
        ...values,
      );
    await from({ last: 'academy.journal-m-1.safety.2026@1' }, 'academy.journal-m-1.safety.2026@1');
    await from({ event: newCommandId(store.ports) });
    await from({ recordedAt: '2026-11-22T09:00:00.001Z' });
    await from({ last: source.last.replace('academy', 'other') }, 'other.journal');
    const other = letopis({ store, organisation: 'other' }).as('u-1');
    const adopted = { timeZone: 'Europe/Moscow', from: '2026-09-01' };
    const { stream } = must(await other.regulation.adopt(likeR5, adopted));
    const [theirs] = await handler.events(stream, 0, 1);
    const { id: event, recordedAt } = theirs!;
    await from({ last: `${stream}@0`, event, recordedAt }, `${stream}@0`);
    const nowhere = { ...certify, source: { ...source, last: 'journal@x' } };
    expectRefused(await printouts.certify(nowhere), 'invalid-input', 'journal@x');
  });

  test('R2 §2.1: where forms are approved, only the version in force is certified', async () => {
    const approved = { ...printout!, approvedForm: true };
    const rules = { ...likeR5.printouts, certification: [approved] };
    const school = await schoolWithPage({ ...likeR5, printouts: rules });
    const { printouts, certify, handler } = school;
    expectRefused(await printouts.certify(certify), 'form-not-approved', 'journal', '2026-10-01');
    await approve(school, 'Ф-01', '2026-09-01');
    const other = { ...certify, version: 'Ф-02' };
    expectRefused(await printouts.certify(other), 'form-not-approved', 'Ф-02', 'Ф-01');
    must(await printouts.certify(certify));
    const [event] = await handler.events('academy.printout-x-1');
    expect(event?.data).toMatchObject({ version: 'Ф-01' });
  });

  test('sent twice it has one answer; another of the same id is refused', async () => {
    const { printouts, certify, store } = await schoolWithPage();
    const once = { ...certify, commandId: newCommandId(store.ports) };
    expect(must(await printouts.certify(once))).toEqual(must(await printouts.certify(once)));
    expectRefused(await printouts.certify(certify), 'already-exists', 'x-1');
  });

  test('it is void for a reason, once, and carries the first day and ids', async () => {
    const { printouts, certify, events } = await schoolWithPage();
    const gone = { printout: 'x-1', reason: 'damaged', signer: 'p-5', on: '2026-10-09' };
    expectRefused(await printouts.void(gone), 'printout-unknown', 'x-1');
    must(await printouts.certify(certify));
    const vain = { ...gone, reason: 'vanity' };
    expectRefused(await printouts.void(vain), 'void-reason-unknown', 'vanity', 'damaged');
    const early = { ...gone, on: '2026-09-30' };
    expectRefused(await printouts.void(early), 'act-out-of-order', '2026-09-30', '2026-10-01');
    expectRefused(await printouts.void({ ...gone, signer: 'p-9' }), 'not-appointed', 'p-9');
    must(await printouts.void(gone));
    const [certified, voided] = await events('printout-x-1');
    expect(voided).toMatchObject({
      type: 'PrintoutVoided',
      occurredOn: '2026-10-01',
      refs: { journal: ['m-1.safety.2026'], official: ['p-1', 'p-5'] },
      data: { corrects: certified?.id, actedOn: '2026-10-09', reason: 'damaged' },
    });
    expectRefused(await printouts.void(gone), 'printout-voided-already', 'x-1', '2026-10-09');
  });
});

/** Approves a version of the form `journal`. */
async function approve(
  { forms }: Pick<Awaited<ReturnType<typeof schoolWithPage>>, 'forms'>,
  version: string,
  on: string,
) {
  const title = { ru: 'Журнал', en: 'Journal' };
  const ground = order('2-од', on);
  must(await forms.approve({ form: 'journal', version, title, on, ground }));
}

describe('D21: edges of a certification', () => {
  const voiding = { printout: 'x-1', reason: 'error', signer: 'p-1' };

  test('R4 §6.5: stitched from the number of sheets on that the rule names', async () => {
    const from = { ...printout!, stitchedFromSheets: 2 };
    const preset = { ...likeR5, printouts: { ...likeR5.printouts, certification: [from] } };
    const { printouts, certify } = await schoolWithPage(preset);
    const loose = { ...certify, stitched: false };
    expectRefused(await printouts.certify({ ...loose, sheets: 2 }), 'stitching-missing', '2');
    must(await printouts.certify({ ...loose, sheets: 1 }));
    const never = { ...printout!, stitchedFromSheets: null };
    const other = { ...likeR5, printouts: { ...likeR5.printouts, certification: [never] } };
    const free = await schoolWithPage(other);
    must(await free.printouts.certify({ ...free.certify, sheets: 40, stitched: false }));
  });

  test('it may be voided on its own day, not before, and names both who signed', async () => {
    const { printouts, certify, events } = await schoolWithPage();
    must(await printouts.certify(certify));
    const [reason] = likeR5.printouts.voidReasons;
    const asked = { ...voiding, reason: reason?.id ?? '' };
    const early = await printouts.void({ ...asked, on: '2026-09-30' });
    expectRefused(early, 'act-out-of-order', '2026-09-30', '2026-10-01');
    must(await printouts.void({ ...asked, on: '2026-10-01' }));
    const [first, second] = await events('printout-x-1');
    expect(second).toMatchObject({ occurredOn: '2026-10-01', data: { corrects: first?.id } });
    expect(second?.refs).toMatchObject({ printout: ['x-1'], official: ['p-1', 'p-1'].slice(1) });
  });

  test('a form that nobody certifies any more is declared void by the head', async () => {
    const { printouts, certify, regulation: rules, events } = await schoolWithPage();
    must(await printouts.certify({ ...certify, signer: 'p-5' }));
    const sections = { printouts: { ...likeR5.printouts, certification: [] } };
    must(await rules.amend({ from: '2026-11-01', sections }));
    const gone = { ...voiding, reason: 'damaged', on: '2026-11-01' };
    const clerk = await printouts.void({ ...gone, signer: 'p-5' });
    expectRefused(clerk, 'not-appointed', 'p-5', 'head');
    must(await printouts.void(gone));
    expect((await events('printout-x-1'))[1]).toMatchObject({
      refs: { official: ['p-1', 'p-5'] },
      data: { signer: { person: 'p-1', office: 'head' }, edition: 2 },
    });
  });
});
