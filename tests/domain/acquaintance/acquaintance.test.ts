import { must } from '@letopis/core';
import { acquaintanceFold, acquaintanceStanding, isAboutSame } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

/* R2 §1.5, R5 §2.3, RK §2: who was made acquainted with the requirements, and who saw the diary. */

const sheet = {
  id: 's-1',
  subject: { kind: 'regulation' as const },
  lines: [{ learner: 'l-1' }, { learner: 'l-2', on: '2026-09-02' }],
  signer: 'p-9',
  on: '2026-09-03',
};

async function withMinor() {
  const school = await openSchool();
  const { learners } = school;
  must(await learners.register({ id: 'l-8', birthDate: '2012-03-15', on: '2026-09-01' }));
  const bond = { learner: 'l-8', name: 'Ильина Ольга', relation: 'parent' as const };
  const from = '2026-09-01';
  must(await learners.nameRepresentative({ ...bond, representative: 'r-1', on: from }));
  const ground = { kind: 'court', number: '2-1', date: from };
  const told = { ...bond, representative: 'r-2', scope: 'information' as const, on: from, ground };
  must(await learners.nameRepresentative(told));
  must(await learners.nameRepresentative({ ...told, representative: 'r-3', scope: 'none' }));
  const sign = (by: string) =>
    school.acquaintances.record({ ...sheet, id: `s-${by}`, lines: [{ learner: 'l-8', by }] });
  return { ...school, sign };
}

describe('R2 §1.5: a sheet of acquaintance', () => {
  test('is one command; each learner has a line with the edition in force and a day', async () => {
    const { acquaintances, events } = await openSchool();
    const receipt = must(await acquaintances.record(sheet));
    const stored = await events('acquaintance-s-1');
    expect(stored).toMatchObject([
      {
        type: 'AcquaintanceSigned',
        occurredOn: '2026-09-03',
        refs: { learner: ['l-1'], official: ['p-9'] },
        data: {
          learner: 'l-1',
          by: 'learner',
          subject: { kind: 'regulation', edition: 1 },
          signature: 'paper',
          signer: { person: 'p-9', office: 'teacher' },
        },
      },
      { occurredOn: '2026-09-02', data: { learner: 'l-2' } },
    ]);
    const lines = { 'l-1': stored[0]?.id, 'l-2': stored[1]?.id };
    expect(receipt).toMatchObject({ sheet: 's-1', lines });
    expectRefused(await acquaintances.record(sheet), 'already-exists', 's-1');
  });

  test('may be about a programme or another local act, in its version', async () => {
    const { acquaintances } = await openSchool();
    const programme = { kind: 'programme' as const, programme: 'mentor', version: '2026' };
    must(await acquaintances.record({ ...sheet, subject: programme }));
    const act = { kind: 'act' as const, title: 'Порядок аттестации', version: '3' };
    must(
      await acquaintances.record({ ...sheet, id: 's-2', subject: act, signature: 'electronic' }),
    );
    const unknown = { ...programme, programme: 'other' };
    const refused = await acquaintances.record({ ...sheet, id: 's-3', subject: unknown });
    expectRefused(refused, 'programme-unknown', 'other');
  });

  test('names the programme that it is about, and no other record', async () => {
    const { acquaintances, events } = await openSchool();
    const programme = { kind: 'programme' as const, programme: 'mentor', version: '2026' };
    must(await acquaintances.record({ ...sheet, subject: programme }));
    must(await acquaintances.record({ ...sheet, id: 's-2' }));
    const [about] = await events('acquaintance-s-1');
    expect(about?.refs).toEqual({ learner: ['l-1'], programme: ['mentor'], official: ['p-9'] });
    const [general] = await events('acquaintance-s-2');
    expect(general?.refs).toEqual({ learner: ['l-1'], official: ['p-9'] });
  });

  test('is entered by a teacher of one group too, as a sheet is of no group', async () => {
    const { acquaintances, officials } = await openSchool();
    const own = { office: 'teacher', scope: { groups: ['m-1'] }, from: '2026-09-01' };
    must(await officials.appoint({ ...own, person: 'p-3' }));
    must(await acquaintances.record({ ...sheet, signer: 'p-3' }));
  });

  test('lists whose lines count, in the order of the days beside the signatures', async () => {
    const { acquaintances, session } = await openSchool();
    must(await acquaintances.record(sheet));
    const { state } = await session.load(acquaintanceFold, 's-1');
    expect(state.learners).toEqual(['l-2', 'l-1']);
  });

  test('names an edition that there is, also one that is not in force yet', async () => {
    const { acquaintances, regulation: rules } = await openSchool();
    const second = { kind: 'regulation' as const, edition: 2 };
    const early = await acquaintances.record({ ...sheet, subject: second });
    expectRefused(early, 'requirements-edition-unknown', '2', '1');
    const { requirementsAnnounced: _left, ...rest } = r2.assessment;
    const sections = { assessment: { ...rest, requirementsAnnounced: false } };
    must(await rules.amend({ from: '2026-12-01', sections, title: r2.title, change: 'edition' }));
    must(await acquaintances.record({ ...sheet, subject: second }));
  });

  test('is entered by an office of the regulation, about learners, on a fit day', async () => {
    const { acquaintances } = await openSchool();
    const refuses = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await acquaintances.record({ ...sheet, ...change }), code, ...values);
    await refuses({ signer: 'p-7' }, 'not-appointed', 'p-7');
    await refuses({ lines: [{ learner: 'l-77' }] }, 'learner-unknown', 'l-77');
    const later = { learner: 'l-1', on: '2026-09-04' };
    await refuses({ lines: [later] }, 'signed-after-sheet', 'l-1', '2026-09-04', '2026-09-03');
    const twice = [{ learner: 'l-1' }, { learner: 'l-1' }];
    await refuses({ lines: twice }, 'invalid-input', 'lines');
    const backwards = { kind: 'diary', from: '2026-09-02', until: '2026-09-01' };
    await refuses({ subject: backwards }, 'invalid-input', 'until');
  });

  test('is signed by who is registered, and about a programme that is open', async () => {
    const { acquaintances, programmes, learners } = await openSchool();
    const before = { learner: 'l-1', on: '2026-08-27' };
    const early = await acquaintances.record({ ...sheet, lines: [before] });
    expectRefused(early, 'act-out-of-order', '2026-08-27', '2026-09-01');
    must(await acquaintances.record({ ...sheet, lines: [{ ...before, on: '2026-09-01' }] }));
    const modules = [{ id: 'line', scale: 'five-point' }];
    must(await programmes.open({ id: 'drawing', on: '2026-09-03', modules }));
    must(await learners.register({ id: 'l-9', on: '2026-09-02' }));
    const subject = { kind: 'programme' as const, programme: 'drawing' };
    const about = { ...sheet, id: 's-2', subject };
    const closed = { learner: 'l-9', on: '2026-09-02' };
    const unopened = await acquaintances.record({ ...about, lines: [closed] });
    expectRefused(unopened, 'act-out-of-order', '2026-09-02', '2026-09-03');
    must(await acquaintances.record({ ...about, lines: [{ learner: 'l-9' }] }));
  });

  test('R5 §2.3: nobody signs for days of the diary that have not come', async () => {
    const { acquaintances } = await openSchool();
    const subject = { kind: 'diary' as const, from: '2026-09-01', until: '2026-10-31' };
    const diary = { ...sheet, subject, lines: [{ learner: 'l-1' }] };
    const early = await acquaintances.record({ ...diary, on: '2026-09-10' });
    expectRefused(early, 'act-out-of-order', '2026-09-10', '2026-10-31');
    must(await acquaintances.record({ ...diary, on: '2026-10-31' }));
  });

  test('RK 1.16: for a minor a representative signs, who has the right to be told', async () => {
    const { sign } = await withMinor();
    expectRefused(await sign('learner'), 'minor-acts-alone', 'l-8', 'r-1', 'r-2');
    expectRefused(await sign('r-9'), 'representative-unknown', 'r-9');
    expectRefused(await sign('r-3'), 'representative-scope', 'r-3', 'none');
    must(await sign('r-1'));
    must(await sign('r-2'));
  });

  test('RK 1.8: a line is annulled, and counts as never entered', async () => {
    const { acquaintances, events, session } = await openSchool();
    const { lines } = must(await acquaintances.record(sheet));
    const entry = lines['l-2'] ?? '';
    const annulling = { sheet: 's-1', entry, reason: 'не та подпись', signer: 'p-5' };
    must(await acquaintances.annulEntry({ ...annulling, on: '2026-09-10' }));
    expect((await events('acquaintance-s-1')).at(-1)).toMatchObject({
      type: 'AcquaintanceEntryAnnulled',
      occurredOn: '2026-09-02',
      data: { learner: 'l-2', corrects: entry, actedOn: '2026-09-10' },
    });
    const again = await acquaintances.annulEntry(annulling);
    expectRefused(again, 'entry-annulled-already', entry);
    const silent = { ...annulling, entry: lines['l-1'] ?? '', reason: undefined };
    const no = await acquaintances.annulEntry(silent);
    expectRefused(no, 'reason-missing', 'annul-acquaintance', silent.entry);
    const { state } = await session.load(acquaintanceFold, 's-1');
    expect(state.learners).toEqual(['l-1']);
  });
});

const edition = (number: number) => ({ kind: 'regulation' as const, edition: number });

describe('R2 §1.5: a new edition', () => {
  const first = [{ subject: edition(1), on: '2026-09-03' }];

  test('makes acquaintance due again where the regulation says so', () => {
    expect(acquaintanceStanding(first, edition(1), true)).toBe('acquainted');
    expect(acquaintanceStanding(first, edition(2), true)).toBe('due-again');
    expect(acquaintanceStanding(first, edition(2), false)).toBe('acquainted-with-another');
    expect(acquaintanceStanding([], edition(2), false)).toBe('not-acquainted');
  });

  test('of another document is another matter', () => {
    const act = { kind: 'act' as const, title: 'Порядок', version: '1' };
    const signed = [...first, { subject: act, on: '2026-09-03' }];
    expect(acquaintanceStanding(signed, { ...act, version: '2' }, true)).toBe('due-again');
    expect(acquaintanceStanding(signed, { ...act, title: 'Иной' }, true)).toBe('not-acquainted');
    const programme = { kind: 'programme' as const, programme: 'mentor', version: null };
    expect(acquaintanceStanding(signed, programme, true)).toBe('not-acquainted');
  });

  test('a programme is told by its id, and is no act of the same title', () => {
    const mentor = { kind: 'programme' as const, programme: 'mentor', version: '2026' };
    const act = { kind: 'act' as const, title: 'mentor', version: '2026' };
    expect(isAboutSame(mentor, { ...mentor, version: '2027' })).toBe(true);
    expect(isAboutSame(mentor, { ...mentor, programme: 'drawing' })).toBe(false);
    expect(isAboutSame(mentor, act)).toBe(false);
  });

  test('that is older than the question entitles nobody', async () => {
    const none = { ...r2.assessment, acquaintance: { offices: [], again: false } };
    const { acquaintances } = await openSchool(regulation({ assessment: none }));
    expectRefused(await acquaintances.record(sheet), 'not-appointed', 'p-9');
  });
});
