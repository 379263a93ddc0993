import { order } from '@letopis/core';
import { coreProjections, openReader, openViews, registerReport } from '@letopis/projections';
import { openMemoryViews } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import type { DocumentAcademy } from '../worlds/register-academy.ts';
import { certificate, documentAcademy, must, participation } from '../worlds/register-academy.ts';

/* RK 1.10: a document keeps what it printed, whatever is called otherwise later. */

const { name: _name, ...unnamed } = certificate;
const maiden = { family: 'Ильина', given: 'Анна', patronymic: 'Петровна' };
const passport = {
  fullName: 'Академия «Наставник»',
  place: 'г. Казань',
  inn: '1600000124',
  licence: { number: 'Л035-1', date: '2019-03-01' },
  on: '2019-03-01',
  ground: order('7', '2019-02-20'),
};

async function academy() {
  const school = await documentAcademy();
  const { learners } = school;
  must(
    await learners.change({
      learner: 'l-1',
      name: maiden,
      birthDate: '1990-05-05',
      on: '2026-09-01',
    }),
  );
  return { ...school, lines: () => linesOf(school) };
}

async function linesOf({ store, handler }: DocumentAcademy) {
  const views = await openViews(store, openMemoryViews(), coreProjections, {
    codec: handler.codec,
  });
  const page = await registerReport(await openReader(views), {
    series: 'issued-documents',
    year: '2026',
  });
  return page.lines;
}

describe('RK 1.10: a document is frozen as it was printed', () => {
  test('name and birth date of the day of issue stay after a marriage', async () => {
    const { documents, learners, lines } = await academy();
    must(await documents.issue(unnamed));
    must(await learners.change({ learner: 'l-1', name: 'Белова Анна Петровна', on: '2026-12-23' }));
    expect(await lines()).toMatchObject([
      {
        name: { text: 'Белова Анна Петровна' },
        nameOn: { text: 'Ильина Анна Петровна' },
        nameParts: maiden,
        birthDateOn: { text: '1990-05-05' },
      },
    ]);
  });

  test('a name that holds only after the day of issue is not printed', async () => {
    const { documents, learners, events } = await academy();
    must(await learners.change({ learner: 'l-1', name: 'Белова Анна', on: '2026-12-23' }));
    must(await documents.issue({ ...unnamed, on: '2026-12-22' }));
    const issued = (await events('academy.register-issued-documents.2026')).at(-1);
    expect(issued?.data).toMatchObject({ name: { value: maiden } });
    must(await documents.issue(participation));
    const bare = (await events('academy.register-issued-documents.2026')).at(-1);
    expect(bare?.data).not.toHaveProperty('name');
  });

  test('152-FZ art. 21: a name that was erased on record is not printed', async () => {
    const { documents, store, events } = await academy();
    const entries = (await events('academy.learner-l-1')).map(({ id }) => id);
    await store.emptyBeside('academy.learner-l-1', entries);
    must(await documents.issue(unnamed));
    const issued = (await events('academy.register-issued-documents.2026')).at(-1);
    expect(issued?.data).not.toHaveProperty('name');
    expect(issued?.data).not.toHaveProperty('birthDate');
  });

  test('a correction of the line without a name leaves the printed one', async () => {
    const { documents, lines } = await academy();
    const { document, eventId } = must(await documents.issue(unnamed));
    const act = {
      document,
      reason: 'часы',
      signer: 'p-5',
      office: 'records-keeper',
      on: '2026-12-24',
    };
    const hours = must(
      await documents.correct({ ...act, replaces: eventId, changes: { hours: 40 } }),
    );
    expect(await lines()).toMatchObject([{ nameOn: { text: 'Ильина Анна Петровна' } }]);
    must(
      await documents.correct({ ...act, replaces: hours.eventId, name: 'Ильина Анна Павловна' }),
    );
    expect(await lines()).toMatchObject([
      { nameOn: { text: 'Ильина Анна Павловна' }, birthDateOn: { text: '1990-05-05' } },
    ]);
  });

  test('RK 1.15: the programme and the organisation of that day stay too', async () => {
    const { documents, organisation, events } = await academy();
    must(await organisation.describe(passport));
    must(await documents.issue(unnamed));
    must(
      await organisation.describe({
        fullName: 'Университет «Наставник»',
        on: '2026-12-23',
        ground: null,
      }),
    );
    const { on: _on, ground: _ground, ...printed } = passport;
    const [issued] = await events('academy.register-issued-documents.2026');
    expect(issued?.data).toMatchObject({
      printed: {
        organisation: { ...printed, ogrn: null, licence: { ...printed.licence, until: null } },
      },
    });
  });

  test('without a passport nothing is printed of the organisation', async () => {
    const { documents, events } = await academy();
    must(await documents.issue(unnamed));
    const [issued] = await events('academy.register-issued-documents.2026');
    expect(issued?.data).toMatchObject({ printed: { programme: 'mentor', organisation: null } });
  });
});
