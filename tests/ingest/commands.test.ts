import {
  codec,
  coreEvents,
  coreServices,
  Session,
  CommandHandler,
  letopis,
  must,
  newCommandId,
} from '@letopis/core';
import { registerLearner } from '@letopis/core/commands';
import { decideRegister } from '@letopis/core/decisions';
import { learnerFold } from '@letopis/core/facts';
import { command, on, operationsOf, receipt, refusal, service } from '@letopis/core/kernel';
import type { MappingGiven } from '@letopis/ingest';
import { fileInMemory, ingestCommands, ingestServiceWith, laneOf } from '@letopis/ingest';
import { describe, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/universal';
import {
  csv,
  enrollMapping,
  fixedStore,
  job,
  learnersMapping,
  logOf,
  marksMapping,
  openSchool,
  refusalOf,
  there,
  statuses,
} from './school.ts';

/** Takes a file in, and then another with the same rows: what both runs say. */
const again = async (mapping: MappingGiven, text: string): Promise<readonly string[]> => {
  const school = await openSchool();
  const planned = { id: 'w-1', module: 'safety', kind: 'current', form: 'test', title: 'Работа' };
  must(
    await school.groups.planAssessments({
      group: 'm-1',
      assessments: [{ ...planned, on: '2026-10-05' }],
      plannedOn: '2026-09-01',
    }),
  );
  const people = csv('id;name\nl-1;А Б\n', 'people.csv');
  must(await school.ingest.run(job(learnersMapping, enrollMapping), [people]));
  const first = must(await school.ingest.run(job(mapping), [csv(text)]));
  const log = await logOf(school.store);
  const second = must(await school.ingest.run(job(mapping), [csv(`${text}\n`)]));
  const now = (await logOf(school.store)).slice(log.length);
  expect(now.filter((line) => !line.includes('.import-'))).toEqual([]);
  return [...statuses(first), ...statuses(second)];
};

const operations = operationsOf(Object.values(coreServices));

const laneFor = (name: string, fields: Parameters<typeof laneOf>[1]): string =>
  laneOf(there(ingestCommands(operations).get(name)).operation, fields);

describe('D22: a row may become any of these commands', () => {
  test.each(operations.map((one) => [one.command.name, one] as const))(
    '%s reaches its own room',
    async (name, operation) => {
      const store = fixedStore();
      const handler = new CommandHandler(store, codec(coreEvents));
      const session = new Session(
        'academy',
        { actor: 'u-1', onBehalfOf: null, ground: null },
        handler,
      );
      const id = newCommandId(store.ports);
      const raw = { nonsense: 1, commandId: id, causationId: id };
      expect(ingestCommands(operations).get(name)?.operation).toBe(operation);
      const answer = await operation.run(session, raw);
      const { code, data } = refusalOf(answer.ok ? null : answer.refusal);
      expect({ code, data }).toMatchObject({ code: 'invalid-input', data: { command: name } });
    },
  );

  test('a lesson with an id is known by it in another file', async () => {
    const mapping: MappingGiven = {
      id: 'lessons',
      command: 'hold-lesson',
      fields: {
        id: { column: 'id' },
        group: { constant: 'm-1' },
        module: { constant: 'safety' },
        topic: { constant: 'Тема' },
        hours: { constant: 2 },
        teacher: { constant: 'p-9' },
        present: { list: [{ constant: 'l-1' }] },
        on: { constant: '2026-09-07' },
      },
    };
    const rows = await again(mapping, 'id\nlesson-1\n');
    expect(rows).toEqual(['2 accepted', '2 already-there already-exists']);
  });

  test('an assessment by its place in the plan', async () => {
    const { module: _module, ...fields } = marksMapping.fields;
    const mapping = { ...marksMapping, fields: { ...fields, planned: { constant: 'w-1' } } };
    const rows = await again(mapping, 'id;day;mark\nl-1;05.10.2026;5\n');
    expect(rows).toEqual(['2 accepted', '2 already-there already-assessed']);
  });

  test('an achievement by its id', async () => {
    const mapping: MappingGiven = {
      id: 'achievements',
      command: 'record-achievement',
      fields: {
        id: { column: 'no' },
        participants: { list: [{ fields: { learner: { column: 'id' } } }] },
        kind: { constant: 'olympiad' },
        event: { column: 'event' },
        internal: { constant: false },
        level: { constant: 'regional' },
        outcome: { column: 'place', lookup: { 1: 'winner' } },
        on: { constant: '2026-11-14' },
      },
    };
    const rows = await again(mapping, 'no;id;event;place\na-1;l-1;Олимпиада по физике;1\n');
    expect(rows).toEqual(['2 accepted', '2 already-there already-exists']);
  });

  test('a command of one’s own', async () => {
    const { store } = await openSchool();
    const arrivedAlready = refusal('arrived-already', ({ id }: { id: string }) => ({
      ru: `${id} уже принят(а)`,
      en: `${id} has arrived already`,
    }));
    const takeIn = command('take-in', registerLearner.schema, ['name']);
    const onLearner = on({ fold: learnerFold, key: () => [], answer: receipt });
    const arrivals = service({
      takeIn: onLearner.create(takeIn, {
        context: () => '2026-09-01',
        decide: (state, input, day) =>
          state.registered ? arrivedAlready({ id: input.id }) : decideRegister(state, input, day),
      }),
    });
    const ingest = ingestServiceWith({ 'take-in': ['arrived-already'] });
    const school = letopis({ store, organisation: 'academy' })
      .with({ arrivals, ingest })
      .as('u-17');
    const mapping = { ...learnersMapping, command: 'take-in' };
    const rows = 'id;name\nl-1;А Б\n';
    const first = must(await school.ingest.run(job(mapping), [csv(rows)]));
    const second = must(await school.ingest.run(job(mapping), [csv(`${rows}\n`)]));
    expect([...statuses(first), ...statuses(second)]).toEqual([
      '2 accepted',
      '2 already-there arrived-already',
    ]);
  });

  test('rows about one learner share a lane, other ones those that write to one stream', () => {
    expect(laneFor('enroll-learner', { learner: 'l-1' })).toBe('learner l-1');
    expect(laneFor('record-assessment', { enrollment: 'l-1.mentor.1' })).toBe('learner l-1');
    expect(laneFor('register-learner', { id: 'l-1' })).toBe('learner l-1');
    const lesson = { module: 'safety', topic: 'Тема', hours: 2, teacher: 'p-9', present: [] };
    const held = { ...lesson, group: 'm-1', on: '2026-09-07' };
    expect(laneFor('hold-lesson', held)).toBe('journal m-1 safety 2026');
    expect(laneFor('hold-lesson', lesson)).toBe('hold-lesson');
  });
});

test('D22: rows of a named sheet of an XLSX file come in, and are traced to it', async () => {
  const school = await openSchool();
  const blob = await writeXlsx([
    { sheet: 'Заметки', data: [[{ value: 'note' }]] },
    {
      sheet: 'Список',
      data: [
        [{ value: 'id' }, { value: 'name' }],
        [{ value: 'l-1' }, null],
      ],
    },
  ]).toBlob();
  const file = fileInMemory('list.xlsx', new Uint8Array(await blob.arrayBuffer()));
  const mapping = { ...learnersMapping, sheet: 'Список' };
  const taken = must(await school.ingest.run(job(mapping), [file]));
  expect(taken.rows).toMatchObject([{ sheet: 'Список', row: 2, status: 'accepted' }]);
  const handler = new CommandHandler(school.store, codec(coreEvents));
  const [event] = await handler.events('academy.learner-l-1');
  expect(await school.ingest.rowOf(there(event))).toMatchObject({
    file: 'list.xlsx',
    sheet: 'Список',
    row: 2,
  });
});
