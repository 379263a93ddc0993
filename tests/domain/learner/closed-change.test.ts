import { must } from '@letopis/core';
import { representativesOn } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { learnerState, mother, publication, withMinor } from '../worlds/learner-academy.ts';

/* RK 1.10, RK §4 situation 2: a change of a learner's data that is closed; Family Code art. 139. */

const court = { kind: 'court', number: '2-118/2026', date: '2026-10-01' } as const;
const on = '2026-10-10';
const adoption = {
  learner: 'l-1',
  name: 'Белова Мария Сергеевна',
  birthDate: '2010-05-15',
  closed: 'adoption',
  on,
  ground: court,
} as const;
const father = { ...mother, representative: 'r-2', name: 'Ильин Пётр Сергеевич' } as const;
const keeper = { signer: 'p-1', office: 'records-keeper', reason: 'ошибка' } as const;
const head = { signer: 'p-2', office: 'head', reason: 'ошибка' } as const;

async function withKeeper(): Promise<Academy> {
  const academy = await withMinor();
  const from = '2026-09-01';
  must(await academy.officials.appoint({ person: 'p-1', office: 'records-keeper', from }));
  must(await academy.officials.appoint({ person: 'p-2', office: 'head', from }));
  return academy;
}

async function adopted(given: object = {}): Promise<Academy & { readonly entry: string }> {
  const academy = await withKeeper();
  const { eventId: entry } = must(await academy.learners.change({ ...adoption, ...given }));
  return { ...academy, entry };
}

async function besideClosed(): Promise<Academy> {
  const academy = await adopted();
  must(await academy.learners.register({ id: 'l-0', on: '2026-09-01' }));
  return academy;
}

const representing = async (academy: Academy, day: string): Promise<readonly string[]> =>
  representativesOn(await learnerState(academy), day).map(({ id }) => id);

describe('RK 1.10: a closed change', () => {
  test('rests on its paper, and says its kind as a personal value', async () => {
    const academy = await adopted();
    const event = (await academy.events('academy.learner-l-1')).at(-1);
    expect(event).toMatchObject({
      type: 'LearnerDataChanged',
      ground: court,
      data: { closed: { value: 'adoption' }, staying: [], formerSystems: [] },
    });
    const stored = academy.store.readStream('academy.learner-l-1');
    for await (const page of stored) {
      for (const { line } of page) expect(line).not.toMatch(/adoption|Белова/);
    }
  });

  test('is refused without a paper', async () => {
    const { learners } = await withMinor();
    const refused = await learners.change({ ...adoption, ground: null });
    expectRefused(refused, 'closed-paper-missing', 'adoption', 'ground');
  });

  test('needs no new value, but its other fields need it', async () => {
    const { learners } = await withMinor();
    const { name: _name, birthDate: _born, ...only } = adoption;
    must(await learners.change(only));
    const { closed: _closed, ...open } = adoption;
    const refused = await learners.change({ ...open, staying: ['r-1'] });
    expectRefused(refused, 'invalid-input', 'closed');
  });

  test('ends the rights of earlier representatives, not of those who come after it', async () => {
    const academy = await adopted();
    const { learners } = academy;
    must(await learners.nameRepresentative({ ...father, relation: 'adoptive-parent', on }));
    expect(await representing(academy, '2026-10-09')).toEqual(['r-1']);
    expect(await representing(academy, on)).toEqual(['r-2']);
    const refused = await learners.giveConsent({ ...publication, on: '2026-10-11' });
    expectRefused(refused, 'representative-unknown', 'r-1');
  });

  test('leaves who stays, and refuses somebody staying who was never recorded', async () => {
    const academy = await withMinor();
    const { learners } = academy;
    must(await learners.nameRepresentative(father));
    const refused = await learners.change({ ...adoption, staying: ['r-9'] });
    expectRefused(refused, 'representative-unknown', 'r-9');
    must(await learners.change({ ...adoption, staying: ['r-1'] }));
    expect(await representing(academy, on)).toEqual(['r-1']);
  });

  test('ends a representative who is entered late for earlier days too', async () => {
    const academy = await adopted();
    must(await academy.learners.nameRepresentative(father));
    expect(await representing(academy, '2026-10-09')).toEqual(['r-1', 'r-2']);
    expect(await representing(academy, on)).toEqual([]);
  });

  test('a refusal names no former representative, for whatever day', async () => {
    const { learners } = await adopted();
    const acting = { ...publication, givenBy: 'learner', on: '2026-09-20' };
    const refused = expectRefused(await learners.giveConsent(acting), 'minor-acts-alone', 'l-1');
    expect(JSON.stringify(refused)).not.toContain('r-1');
  });

  test('an entry that rests on ended rights is named', async () => {
    const { learners } = await withMinor();
    must(await learners.giveConsent({ ...publication, on: '2026-10-20' }));
    expectRefused(await learners.change(adoption), 'entry-contradicted', '2026-10-20');
  });

  test('ids of systems that it names, and replaced ids, find the learner no more', async () => {
    const { learners } = await withKeeper();
    const find = async (system: string, value: string, day: string) =>
      must(await learners.find({ system, value, on: day }));
    const give = async (system: string, value: string, day: string) =>
      must(await learners.giveExternalId({ learner: 'l-1', system, value, on: day }));
    await give('lms', 'ilina@mail.ru', '2026-09-02');
    await give('books', '2023/045', '2026-09-02');
    await give('sport', 'И-7', '2026-09-02');
    must(await learners.change({ ...adoption, formerSystems: ['lms'] }));
    await give('books', '2026/100', '2026-10-12');
    expect(await find('lms', 'ilina@mail.ru', '2026-09-05')).toBeNull();
    expect(await find('lms', 'ilina@mail.ru', '2026-10-20')).toBeNull();
    expect(await find('books', '2023/045', '2026-09-05')).toBeNull();
    expect(await find('books', '2026/100', '2026-10-20')).toBe('l-1');
    expect(await find('sport', 'И-7', '2026-10-20')).toBe('l-1');
    must(await learners.register({ id: 'l-2', on: '2026-09-01' }));
    const taken = { learner: 'l-2', system: 'lms', value: 'ilina@mail.ru', on: '2026-09-05' };
    must(await learners.giveExternalId(taken));
  });

  test('a former SNILS warns of nobody', async () => {
    const { learners } = await adopted({ snils: '087-654-303 00' });
    const again = { id: 'l-2', snils: '11223344595', on: '2026-09-01' } as const;
    expect(must(await learners.register(again))).not.toHaveProperty('warnings');
  });

  test('warns of a linked record that is still open', async () => {
    const academy = await withKeeper();
    const { learners, links } = academy;
    must(await learners.register({ id: 'l-0', on: '2026-09-01' }));
    must(await links.link({ learner: 'l-1', other: 'l-0', signer: 'p-1', on: '2026-09-02' }));
    const { warnings } = must(await learners.change(adoption));
    expect(warnings).toMatchObject([{ code: 'linked-not-closed', data: { learner: 'l-0' } }]);
    const { warnings: none } = must(await learners.change({ ...adoption, learner: 'l-0' }));
    expect(none).toBeUndefined();
  });
});

describe('RK 1.10: records that are linked after a closed change of one', () => {
  const pair = { learner: 'l-0', other: 'l-1', signer: 'p-1' } as const;
  const open = [{ code: 'linked-not-closed', data: { learner: 'l-0' } }];

  test('linking warns of the one that is open, whichever is named first', async () => {
    const { links } = await besideClosed();
    expect(must(await links.link({ ...pair, on: '2026-10-12' })).warnings).toMatchObject(open);
    must(await links.unlink({ ...pair, on: '2026-10-13' }));
    const turned = { ...pair, learner: 'l-1', other: 'l-0', on: '2026-10-14' };
    expect(must(await links.link(turned)).warnings).toMatchObject(open);
  });

  test('so does linking through a third record, and a link that holds again', async () => {
    const { learners, links } = await besideClosed();
    must(await learners.register({ id: 'l-3', on: '2026-09-01' }));
    const third = must(await links.link({ ...pair, other: 'l-3', on: '2026-09-02' }));
    expect(third.warnings).toBeUndefined();
    const through = { ...pair, learner: 'l-3', on: '2026-10-12' };
    const both = [...open, { code: 'linked-not-closed', data: { learner: 'l-3' } }];
    expect(must(await links.link(through)).warnings).toMatchObject(both);
    const { eventId: entry } = must(await links.unlink({ ...through, on: '2026-10-13' }));
    const again = must(await links.annul({ ...through, entry, reason: 'ошибка', on: undefined }));
    expect(again.warnings).toMatchObject(both);
  });

  test('nothing is said where both are closed, or neither is', async () => {
    const { learners, links } = await besideClosed();
    must(await learners.change({ ...adoption, learner: 'l-0' }));
    expect(must(await links.link({ ...pair, on: '2026-10-12' })).warnings).toBeUndefined();
  });
});

describe('RK 1.8: a closed change is put right', () => {
  test('annulled, it gives the rights back', async () => {
    const academy = await adopted();
    const { entry, learners } = academy;
    must(await learners.annul({ learner: 'l-1', entry, ...head }));
    expect(await representing(academy, on)).toEqual(['r-1']);
  });

  test('one that was entered openly is closed afterwards, on its paper', async () => {
    const academy = await withKeeper();
    const { learners } = academy;
    const { closed: _closed, ground: _ground, ...open } = adoption;
    const { eventId: entry } = must(await learners.change({ ...open, ground: null }));
    must(await learners.endRepresentative({ learner: 'l-1', representative: 'r-1', on }));
    const close = { learner: 'l-1', entry, ...keeper, to: { closed: 'adoption' } } as const;
    expectRefused(await learners.correct(close), 'closed-paper-missing', 'to.ground');
    must(await learners.correct({ ...close, to: { ...close.to, ground: court } }));
    expect(await representing(academy, on)).toEqual([]);
    const event = (await academy.events('academy.learner-l-1')).at(-1);
    expect(event).toMatchObject({ ground: court, data: { closed: { value: 'adoption' } } });
    expect(event?.data).toHaveProperty('name');
  });

  test('a wrong value is corrected, and the change stays closed; null opens it', async () => {
    const academy = await adopted({ staying: ['r-1'] });
    const { entry, learners } = academy;
    const spelt = { learner: 'l-1', entry, ...keeper, to: { name: 'Белова Марья Сергеевна' } };
    const { replacedBy } = must(await learners.correct(spelt));
    const last = async () => (await academy.events('academy.learner-l-1')).at(-1)?.data;
    expect(await last()).toMatchObject({ closed: { value: 'adoption' }, staying: ['r-1'] });
    must(await learners.correct({ ...spelt, entry: replacedBy, ...head, to: { closed: null } }));
    expect(await last()).not.toHaveProperty('closed');
    expect(await last()).not.toHaveProperty('staying');
  });

  test('naming a representative wrongly is annulled without the change', async () => {
    const academy = await adopted();
    const [, named] = await academy.events('academy.learner-l-1');
    const entry = named?.id ?? '';
    must(await academy.learners.annul({ learner: 'l-1', entry, ...keeper }));
    const state = await learnerState(academy);
    expect(state.representatives).toEqual([]);
    expect(state.birthDates.map(({ birthDate }) => birthDate)).toContain('2010-05-15');
  });
});

describe('RK 1.10, Family Code art. 139: undoing a closed change reveals what it hid', () => {
  const notKeeper = ['office-not-entitled', 'records-keeper', 'head'] as const;

  test('who may not see closed changes does not annul one', async () => {
    const { entry, learners } = await adopted();
    const undo = { learner: 'l-1', entry, ...keeper };
    expectRefused(await learners.annul(undo), ...notKeeper);
    const unnamed = { learner: 'l-1', entry, signer: 'p-1', reason: 'ошибка' };
    expectRefused(await learners.annul(unnamed), 'not-appointed', 'p-1', 'head');
  });

  test.each([
    ['opens it', { closed: null }],
    ['moves it to an earlier day', { on: '2026-10-05' }],
    ['takes a new value away', { birthDate: null }],
    ['lets another representative stay', { staying: ['r-2'] }],
    ['no longer names a system', { formerSystems: [] }],
    ['names no systems', { formerSystems: null }],
  ])('nor makes a correction that %s', async (_, to) => {
    const academy = await withKeeper();
    const { learners } = academy;
    must(await learners.nameRepresentative(father));
    const given = { ...adoption, staying: ['r-1'], formerSystems: ['lms'] };
    const { eventId: entry } = must(await learners.change(given));
    const asked = { learner: 'l-1', entry, to } as const;
    expectRefused(await learners.correct({ ...asked, ...keeper }), ...notKeeper);
    must(await learners.correct({ ...asked, ...head }));
  });

  test.each([
    ['of a later day', { on: '2026-10-12' }],
    ['that hides more', { staying: null, formerSystems: ['lms', 'sport'] }],
    ['of its kind', { closed: 'protection' as const }],
  ])('a correction %s stays with the ordinary offices', async (_, to) => {
    const { entry, learners } = await adopted({ staying: ['r-1'], formerSystems: ['lms'] });
    must(await learners.correct({ learner: 'l-1', entry, ...keeper, to }));
  });

  test('where the regulation names no office for it, the ordinary offices undo it', async () => {
    const academy = await adopted();
    const { entry, learners, regulation } = academy;
    const sections = { disclosure: { ...r2.disclosure, closedOffices: [] } };
    const from = '2026-10-11';
    must(await regulation.amend({ from, sections, title: r2.title, change: 'edition' }));
    const undo = { learner: 'l-1', entry, ...keeper };
    expectRefused(await learners.annul({ ...undo, on: '2026-10-10' }), ...notKeeper);
    must(await learners.annul({ ...undo, on: from }));
  });
});
