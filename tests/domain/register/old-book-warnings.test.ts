import { describe, expect, test } from 'vitest';
import { expectSaid } from '../worlds/expect-refused.ts';
import { firstLine, line, must, withOldLine } from '../worlds/old-book-academy.ts';

/* RK §4 situation 8, RK 1.10: a line that names somebody otherwise than the learner's record. */

const paper = { kind: 'court', number: '1', date: '2026-12-16' };

async function withLearner(name: string | undefined, birthDate: string | undefined) {
  const academy = await withOldLine();
  const { learners, documents } = academy;
  must(await learners.register({ id: 'l-97', name, birthDate, on: '2026-12-11' }));
  const link = async (learner = 'l-97', more = {}) =>
    must(await documents.link({ document: firstLine, learner, on: '2026-12-12', ...more }));
  return { ...academy, link };
}

describe('RK §4 situation 8: a line is linked with a learner', () => {
  test('whose name or birth date differ: it is done, and said in which', async () => {
    const { link } = await withLearner('Петров Пётр Петрович', '2014-03-15');
    const { warnings } = await link();
    expect(warnings).toMatchObject([
      { code: 'linked-name-differs', data: { fields: ['name', 'birthDate'] } },
    ]);
    expectSaid(warnings?.[0] ?? null, 'linked-name-differs', firstLine, 'l-97');
    expect(JSON.stringify(warnings)).not.toMatch(/Петр|Пётр|Ильин|1981|2014/u);
  });

  test('who is named alike, or of whom nothing is on record: nothing is said', async () => {
    const alike = await withLearner('ильина  Анна Петровна', line.birthDate);
    expect((await alike.link()).warnings).toBeUndefined();
    const unnamed = await withLearner(undefined, undefined);
    expect((await unnamed.link()).warnings).toBeUndefined();
  });

  test('in the words of the line as corrected last, also where the link is corrected', async () => {
    const { documents, eventId, link } = await withLearner('Ильина Анна Павловна', '1981-03-16');
    const by = { document: firstLine, reason: 'описка', signer: 'p-5', on: '2026-12-12' };
    const name = 'Ильина Анна Павловна';
    must(await documents.correct({ ...by, replaces: eventId, changes: {}, name }));
    const first = await link('l-98');
    expect(first.warnings).toMatchObject([{ data: { learner: 'l-98', fields: ['name'] } }]);
    const to = { learner: 'l-97' };
    const head = { ...by, signer: 'p-1', office: 'head', entry: first.eventId };
    const { warnings } = must(await documents.correctAct({ ...head, to }));
    expect(warnings).toMatchObject([{ data: { learner: 'l-97', fields: ['birthDate'] } }]);
  });

  test('RK 1.10: after a closed change it is held against who they are now', async () => {
    const { learners, link } = await withLearner(line.name, line.birthDate);
    const closed = { closed: 'protection', ground: paper, on: '2026-12-16' } as const;
    const now = { name: 'Новикова Ольга Львовна', birthDate: '1981-04-01' };
    must(await learners.change({ learner: 'l-97', ...now, ...closed }));
    const { warnings } = await link();
    expect(warnings).toMatchObject([{ data: { fields: ['name', 'birthDate'] } }]);
    expect(JSON.stringify(warnings)).not.toMatch(/Ильин|Новиков|1981/u);
  });
});
