import { must, order } from '@letopis/core';
import { entryOf, registerFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { putRight } from '../worlds/put-right-school.ts';
import { certificate, documentAcademy, participation, school } from '../worlds/register-academy.ts';

/*
 * D15, RK 1.8: a delivery on the wrong day and the withdrawal of the wrong person's paper are put
 * right by themselves, because the document was issued truly.
 */

const stream = 'academy.register-issued-documents.2026';
const byHand = { way: 'in-person', signed: true } as const;

async function issued(documents: Parameters<typeof documentAcademy>[0] = {}) {
  const academy = await documentAcademy(documents);
  const { document } = must(await academy.documents.issue(certificate));
  const stateOf = async () =>
    entryOf((await academy.session.load(registerFold, 'issued-documents', '2026')).state, document);
  return { ...academy, document, stateOf, right: { document, ...putRight } };
}

describe('RK 1.8: what was recorded in error of a document is annulled', () => {
  test('the withdrawal of the wrong paper: the document is in force again', async () => {
    const { documents, document, right, stateOf, events } = await issued();
    const lost = { document, reason: 'lost', on: '2026-12-23' };
    const { eventId: entry } = must(await documents.withdraw(lost));
    must(await documents.annulAct({ ...right, entry, on: '2026-12-24' }));
    expect(await stateOf()).toMatchObject({ withdrawn: null, lastActOn: '2026-12-22' });
    expect((await events(stream)).at(-1)).toMatchObject({
      type: 'DocumentActAnnulled',
      occurredOn: '2026-12-23',
      refs: { document: [document], learner: ['l-1'], official: ['p-1'] },
      data: {
        document,
        corrects: entry,
        entry: 'DocumentWithdrawn',
        actedOn: '2026-12-24',
        replacedBy: null,
        reason: { value: putRight.reason },
        signer: { person: 'p-1', office: 'head' },
      },
    });
    const again = await documents.annulAct({ ...right, entry });
    expectRefused(again, 'entry-annulled-already', entry, '2026-12-24');
    // It was not withdrawn, so it is handed over on the days of the error too.
    must(await documents.deliver({ document, ...byHand, on: '2026-12-23' }));
  });

  test('a delivery: it is recorded anew, on its true day', async () => {
    const { documents, document, right, stateOf } = await issued();
    const handed = { document, ...byHand, on: '2026-12-24' };
    const { eventId: entry } = must(await documents.deliver(handed));
    must(await documents.annulAct({ ...right, entry }));
    expect(await stateOf()).toMatchObject({ deliveredOn: null });
    must(await documents.deliver({ ...handed, on: '2026-12-22' }));
  });

  test.each([
    ['the same', {}],
    ['another', { duplicateRegister: 'study-certificates' }],
  ] as const)(
    'not a withdrawal after which a duplicate was issued, in %s register',
    async (_, changes) => {
      const kinds = (school.kinds ?? []).map((one) => ({ ...one, blank: null, ...changes }));
      const { documents, document, right, stateOf } = await issued({ ...school, kinds });
      const lost = { document, reason: 'lost', on: '2026-12-23' };
      const { eventId: entry } = must(await documents.withdraw(lost));
      const next = { ...certificate, number: '0002', inPlaceOf: document, on: '2026-12-24' };
      const duplicate = must(await documents.issue(next));
      const annul = () => documents.annulAct({ ...right, entry });
      const { eventId: issue } = duplicate;
      expectRefused(await annul(), 'entry-rested-on', `DocumentIssued 2026-12-24 (${issue})`);
      const late = { ...right, entry, to: { on: '2026-12-25' } };
      expectRefused(await documents.correctAct(late), 'entry-contradicted', issue);
      must(await documents.correctAct({ ...late, to: { on: '2026-12-24' } }));
      const withdrawal = [...((await stateOf())?.acts.keys() ?? [])].at(-1) ?? '';
      const made = { document: duplicate.document, reason: 'ошибка', signer: 'p-1' };
      must(await documents.annul({ ...made, ground: order('34-з', '2026-12-24') }));
      must(await documents.annulAct({ ...right, entry: withdrawal }));
    },
  );

  test('only what the document has, by who may, with a reason', async () => {
    const { documents, document, right } = await issued();
    const { eventId: entry } = must(
      await documents.deliver({ document, ...byHand, on: '2026-12-23' }),
    );
    const none = '01990000-0000-7000-8000-000000000000';
    expectRefused(await documents.annulAct({ ...right, entry: none }), 'entry-unknown', none);
    const second = must(await documents.issue({ ...participation, on: '2026-12-23' })).document;
    const other = { ...right, document: second, entry };
    expectRefused(await documents.annulAct(other), 'entry-unknown', entry, second);
    const gone = { ...right, document: 'issued-documents.2026.99', entry };
    expectRefused(await documents.annulAct(gone), 'document-unknown', gone.document);
    const { reason: _, ...silent } = right;
    expectRefused(await documents.annulAct({ ...silent, entry }), 'reason-missing');
    const teacher = { ...right, entry, signer: 'p-9' };
    expectRefused(await documents.annulAct(teacher), 'not-appointed', 'p-9');
  });
});

describe('RK 1.5, 1.8: the day of an act on a document is corrected', () => {
  test('a delivery, between the issue and what ended the document', async () => {
    const { documents, document, right, stateOf, events } = await issued();
    const handed = { document, ...byHand, on: '2026-12-24' };
    const { eventId: entry } = must(await documents.deliver(handed));
    const lost = { document, reason: 'lost', on: '2026-12-24' };
    const withdrawal = must(await documents.withdraw(lost)).eventId;
    const to = (on: string) => documents.correctAct({ ...right, entry, to: { on } });
    expectRefused(await to('2026-12-21'), 'act-out-of-order', '2026-12-21', '2026-12-22');
    const late = await to('2026-12-25');
    expectRefused(late, 'entry-contradicted', '2026-12-25', withdrawal, 'DocumentWithdrawn');
    expectRefused(await to('2026-12-24'), 'entry-unchanged', entry);
    must(await to('2026-12-23'));
    expect(await stateOf()).toMatchObject({ deliveredOn: '2026-12-23' });
    const [annulment, instead] = (await events(stream)).slice(-2);
    expect(annulment?.data).toMatchObject({ corrects: entry, replacedBy: instead?.id });
    const own = { type: 'DocumentDelivered', occurredOn: '2026-12-23', data: { way: 'in-person' } };
    expect(instead).toMatchObject(own);
  });

  test('a withdrawal, not before the document was handed over', async () => {
    const { documents, document, right, stateOf } = await issued();
    must(await documents.deliver({ document, ...byHand, on: '2026-12-23' }));
    const lost = { document, reason: 'lost', on: '2026-12-25' };
    const { eventId: entry } = must(await documents.withdraw(lost));
    const to = (on: string) => documents.correctAct({ ...right, entry, to: { on } });
    expectRefused(await to('2026-12-22'), 'act-out-of-order', '2026-12-22', '2026-12-23');
    must(await to('2026-12-24'));
    expect(await stateOf()).toMatchObject({ withdrawn: { on: '2026-12-24', outcome: 'loss' } });
  });

  test('D3: to a representative who has rights on the true day too', async () => {
    const { documents, document, right, learners } = await issued();
    const parent = { representative: 'r-1', relation: 'parent' as const, name: 'Ильин Пётр' };
    must(await learners.nameRepresentative({ learner: 'l-1', ...parent, on: '2026-12-24' }));
    const by = { document, way: 'representative' as const, signed: true, representative: 'r-1' };
    const { eventId: entry } = must(await documents.deliver({ ...by, on: '2026-12-24' }));
    const early = await documents.correctAct({ ...right, entry, to: { on: '2026-12-23' } });
    expectRefused(early, 'representative-not-entitled', 'r-1', 'l-1', '2026-12-23');
  });
});
