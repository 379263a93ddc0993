import { must } from '@letopis/core';
import * as forms from '@letopis/forms';
import * as projections from '@letopis/projections';
import {
  dueReport,
  ifPermitted,
  openReader,
  personalFileReport,
  registerReport,
} from '@letopis/projections';
import { people } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { certificate, participation } from '../domain/worlds/register-academy.ts';
import type { ClosedWorld } from './closed-world.ts';
import {
  aCorrection,
  adopt,
  ADOPTED,
  change,
  closedWorld,
  court,
  everyPage,
  HEAD,
  ISSUED,
  MISPRINTED,
  PAGES,
  SECRETS,
} from './closed-world.ts';
import { viewsOf } from './school-reader.ts';

/* RK 1.10, RK §4 situation 2, Family Code art. 139: what a closed change hides, and from whom. */

const DAYS = [null, '2026-10-15', '2026-12-22', ADOPTED, '2026-12-25'];

const isReport = (name: string): boolean =>
  /(?:Report|Page|Html|Register|Ledger|Log|Duties|Act|Archive|Head)$|^recordsOf/.test(name);

/** The pages in which a secret is found, as `page on a day: secret`. */
async function leaks(world: ClosedWorld, known?: string): Promise<readonly string[]> {
  const views = await viewsOf(world);
  const found: string[] = [];
  for (const on of DAYS) {
    const reader = await openReader(views, { on, ...(known !== undefined && { known }) });
    for (const [page, text] of Object.entries(await everyPage(reader))) {
      const [secret] = SECRETS.exec(text) ?? [];
      if (secret !== undefined) found.push(`${page} on ${on}: ${secret}`);
    }
  }
  return found;
}

describe('RK 1.10: who a learner was before a closed change', () => {
  test('is in many pages before it, which this sweep finds', async () => {
    const found = await leaks(await closedWorld());
    const pages = new Set(found.map((one) => one.split(' ')[0]));
    expect([...pages]).toEqual(
      expect.arrayContaining(['journalPage', 'personalFileReport', 'registerReport', 'frdoRows']),
    );
  });

  test('is in no page, for no day, as known now and as known before', async () => {
    const world = await closedWorld();
    const before = await world.store.head();
    await adopt(world);
    expect(await leaks(world)).toEqual([]);
    expect(await leaks(world, before)).toEqual([]);
  });

  test('is on record of nobody, as known at every position of the log', async () => {
    const world = await closedWorld();
    await adopt(world);
    const views = await viewsOf(world);
    let asked = 0;
    for await (const { lines } of world.store.readAll('')) {
      for (const { position } of lines) {
        for (const on of DAYS) {
          const reader = await openReader(views, { on, known: position });
          const text = JSON.stringify(await PAGES['people']?.(reader));
          expect(SECRETS.exec(text)?.[0], `${position} on ${on}`).toBeUndefined();
          asked += 1;
        }
      }
    }
    expect(asked).toBeGreaterThan(300);
  });

  test('the sweep reads every report and every form', () => {
    const all = [...Object.keys(projections), ...Object.keys(forms)].filter(isReport);
    expect(all.filter((name) => PAGES[name] === undefined)).toEqual(['indexHtml']);
  });

  test('is in no page of a learner, an auditor, or a head who does not ask for it', async () => {
    const world = await closedWorld();
    await adopt(world);
    const reader = await openReader(await viewsOf(world), { on: '2026-10-15' });
    const { on } = HEAD;
    const purpose = ['identification', 'path', 'assessment', 'personal-file', 'consent'];
    for (const asker of [
      { kind: 'auditor', person: 'p-1', purpose: [...purpose, 'closed-change'], on },
      { ...HEAD, purpose: 'path' },
    ] as const) {
      const pages = await everyPage(await reader.for(asker));
      expect(Object.keys(pages).filter((page) => SECRETS.test(pages[page] ?? ''))).toEqual([]);
    }
    const own = await reader.for({ kind: 'learner', person: 'l-1', purpose: 'path', on });
    const page = await personalFileReport(own, { learner: 'l-1' });
    expect(JSON.stringify(page)).not.toMatch(SECRETS);
    expect(page.learner.text).toBe('Белова Мария Сергеевна');
  });

  test('the child is not told that there was a closed act; the school is', async () => {
    const world = await closedWorld();
    await adopt(world);
    const reader = await openReader(await viewsOf(world));
    const child = { kind: 'learner', person: 'l-1', purpose: 'path', on: HEAD.on } as const;
    const marked = async (of: typeof reader) =>
      (await personalFileReport(of, { learner: 'l-1' })).record.documents.map(
        ({ closed }) => closed,
      );
    expect(await marked(await reader.for(child))).toEqual([false, false]);
    expect(await marked(reader)).toEqual([true, true]);
  });

  test('is shown to the office of the regulation that asks for it', async () => {
    const world = await closedWorld();
    await adopt(world);
    const views = await viewsOf(world);
    const reader = await (await openReader(views, { on: '2026-10-15' })).for(HEAD);
    const page = JSON.stringify(await personalFileReport(reader, { learner: 'l-1' }));
    for (const secret of ['Ильина Анна Петровна', '2011-05-05', 'Сидорова Марфа Игнатьевна']) {
      expect(page).toContain(secret);
    }
    const latest = await (await openReader(views)).for(HEAD);
    const [line] = (await registerReport(latest, ISSUED)).lines;
    expect(line).toMatchObject({ nameOn: { text: MISPRINTED }, closed: true });
    expect(await latest.get(people, 'l-1')).toMatchObject({
      closed: { value: 'adoption' },
      closedChange: { on: ADOPTED, says: { ground: court } },
    });
  });

  test.each([
    ['an office that the regulation does not name', { office: 'deputy-head', person: 'p-2' }],
    ['a person who does not hold the office', { person: 'p-5' }],
    ['no office', { office: undefined }],
    ['a day before the appointment', { on: '2026-08-01' }],
  ])('is refused to %s', async (_, given) => {
    const world = await closedWorld();
    await adopt(world);
    const reader = await openReader(await viewsOf(world));
    const read = await ifPermitted(() => reader.for({ ...HEAD, ...given }));
    const { person = HEAD.person } = given as { readonly person?: string };
    expect(read).toMatchObject({
      ok: false,
      refusal: {
        code: 'closed-changes-not-open',
        text: { ru: expect.stringContaining(person), en: expect.stringContaining(person) },
      },
    });
  });

  test('the register shows the new name, and that a closed act changed it', async () => {
    const world = await closedWorld();
    const { documents, document } = world;
    await adopt(world);
    const again = { ...certificate, name: undefined, number: '0002' };
    must(await documents.issue({ ...again, inPlaceOf: document, on: '2026-12-24' }));
    const { lines } = await registerReport(await openReader(await viewsOf(world)), ISSUED);
    expect(lines).toMatchObject([
      { closed: true, birthDateOn: { text: '2011-05-17' }, standing: 'original' },
      { closed: false, birthDateOn: { text: '2011-05-17' }, standing: 'duplicate' },
    ]);
    for (const { nameOn } of lines) expect(nameOn.text).toBe('Белова Мария Сергеевна');
  });

  test('a document entered late for an earlier day prints the new name', async () => {
    const world = await closedWorld();
    await adopt(world);
    const { documents, events } = world;
    must(await documents.issue({ ...participation, learner: 'l-1' }));
    const issued = (await events('academy.register-issued-documents.2026')).at(-1);
    expect(issued?.data).toMatchObject({ name: { value: { family: 'Белова' } } });
  });

  test('the file is due for a new cover until it is certified anew', async () => {
    const world = await closedWorld();
    await adopt(world);
    const views = await viewsOf(world);
    const covers = async (on: string) =>
      (
        await dueReport(await openReader(views, { on, atLeast: await world.store.head() }))
      ).items.filter(({ what }) => what === 'file-cover');
    const due = [{ what: 'file-cover', of: world.file, dueOn: ADOPTED, overdue: false }];
    expect(await covers('2026-12-25')).toEqual(due);
    expect(await covers('2026-12-22')).toEqual([]);
    const sheets = { sheets: 2, inventorySheets: 1, signer: 'p-5', on: '2026-12-24' };
    must(await world.files.certifyPart({ file: world.file, ...sheets }));
    expect(await covers('2026-12-25')).toEqual([]);
  });
});

describe('RK 1.8: a closed change is put right', () => {
  test('annulled, it shows again what it hid', async () => {
    const world = await closedWorld();
    const entry = await adopt(world);
    const undo = { learner: 'l-1', entry, signer: HEAD.person, office: HEAD.office };
    must(await world.learners.annul({ ...undo, reason: 'ошибка' }));
    const pages = new Set((await leaks(world)).map((one) => one.split(' ')[0]));
    expect([...pages]).toEqual(expect.arrayContaining(['journalPage', 'registerReport']));
  });

  test('one that was entered openly is closed afterwards, and nothing is left open', async () => {
    const world = await closedWorld();
    const { learners } = world;
    const { formerSystems: _systems, ...open } = change;
    const { eventId } = must(await learners.change({ ...open, ground: null }));
    const before = await world.store.head();
    expect(await leaks(world)).not.toEqual([]);
    const close = { closed: 'adoption', ground: court, formerSystems: ['lms'] };
    must(await learners.correct(aCorrection(eventId, close)));
    expect(await leaks(world)).toEqual([]);
    expect(await leaks(world, before)).toEqual([]);
  });

  test('a wrong value of it is corrected without opening it', async () => {
    const world = await closedWorld();
    const entry = await adopt(world);
    must(await world.learners.correct(aCorrection(entry, { name: 'Белова Марья Сергеевна' })));
    expect(await leaks(world)).toEqual([]);
  });
});

test('free texts lose the words that are secret, in any case, and nothing else', async () => {
  const world = await closedWorld();
  const texts = [
    ['Заявление Ильиной А. П.', 'Заявление […] А. П.'],
    ['Сидоровой Марфе, матери', '[…] […], матери'],
    ['родилась 05.05.2011, то есть 5.5.2011', 'родилась […], то есть […]'],
    ['СНИЛС 112-233-445 95, 11223344595', 'СНИЛС […], […]'],
    ['Passport of Ilina Anna', 'Passport of […] […]'],
    ['Ильинская площадь, ильинский лес', 'Ильинская площадь, ильинский лес'],
    ['Белова Мария Сергеевна', 'Белова Мария Сергеевна'],
  ] as const;
  const { files, file, learners } = world;
  const latin = { family: 'Ильина', given: 'Анна', patronymic: 'Петровна', latin: 'Ilina Anna' };
  must(await learners.change({ learner: 'l-1', name: latin, on: '2026-09-03' }));
  const paper = { file, date: null, sheets: 1, medium: 'paper', original: false } as const;
  for (const [title] of texts) {
    must(await files.addDocument({ ...paper, title, on: '2026-12-01' }));
  }
  await adopt(world);
  const reader = await openReader(await viewsOf(world));
  const { notes } = (await reader.get(people, 'l-1')) ?? {};
  const titles = Object.values(notes ?? {}).flatMap(({ title }) =>
    title !== undefined && 'value' in title ? [title.value] : [],
  );
  expect(titles).toEqual(expect.arrayContaining(texts.map(([, left]) => left)));
});

test('a representative of another child is still named there, and not here', async () => {
  const world = await closedWorld();
  const { learners } = world;
  const name = 'Сидорова Марфа Игнатьевна';
  must(await learners.change({ learner: 'l-2', birthDate: '2012-01-02', on: '2026-09-01' }));
  const sibling = { learner: 'l-2', representative: 'r-1', relation: 'parent', name } as const;
  must(await learners.nameRepresentative({ ...sibling, on: '2026-09-01' }));
  await adopt(world);
  const reader = await openReader(await viewsOf(world), { on: '2026-10-15' });
  const own = await personalFileReport(reader, { learner: 'l-1' });
  expect(JSON.stringify(own)).not.toMatch(SECRETS);
  const other = await personalFileReport(reader, { learner: 'l-2' });
  expect(JSON.stringify(other.representatives)).toContain(name);
  expect((await reader.get(people, 'r-1'))?.represents).toEqual(['l-2']);
});
