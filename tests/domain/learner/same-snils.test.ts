import { must, newCommandId } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../worlds/academy.ts';
import { academyUnderR2, newAcademy } from '../worlds/academy.ts';
import { expectRefused, expectSaid } from '../worlds/expect-refused.ts';

/* One SNILS on two learners: a slip of the pen, or one person who was registered twice. */

const snils = '112-233-445 95';
const other = '087-654-303 00';
const on = '2026-09-01';
const keeper = { signer: 'p-1', office: 'records-keeper' };

async function withAnna(): Promise<Academy> {
  const academy = await academyUnderR2();
  must(await academy.officials.appoint({ person: 'p-1', office: 'records-keeper', from: on }));
  must(await academy.officials.appoint({ person: 'p-1', office: 'head', from: on }));
  must(await academy.learners.register({ id: 'l-1', snils, on }));
  return academy;
}

describe('the same SNILS on another learner', () => {
  test('is warned of in the receipt of a registration, which never shows it', async () => {
    const { learners } = await withAnna();
    const receipt = must(await learners.register({ id: 'l-2', snils: '11223344595', on }));
    const [warning, ...more] = receipt.warnings ?? [];
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ code: 'snils-on-another', data: { learner: 'l-1' } });
    expectSaid(warning ?? null, 'snils-on-another', 'l-1', 'links.link');
    expect(JSON.stringify(receipt)).not.toMatch(/112.?233/);
    expect(must(await learners.register({ id: 'l-3', snils: other }))).not.toHaveProperty(
      'warnings',
    );
  });

  test('is warned of when data are changed or corrected, and not stored', async () => {
    const academy = await withAnna();
    const { learners } = academy;
    must(await learners.register({ id: 'l-2', on }));
    const changed = must(await learners.change({ learner: 'l-2', snils }));
    expect(changed.warnings).toMatchObject([
      { code: 'snils-on-another', data: { learner: 'l-1' } },
    ]);
    const { eventId } = must(await learners.register({ id: 'l-3', snils: other, on }));
    const by = { learner: 'l-3', entry: eventId, reason: 'описка', signer: 'p-1', office: 'head' };
    const corrected = must(await learners.correct({ ...by, ground: null, to: { snils } }));
    expect(corrected.warnings?.map(({ data }) => data)).toEqual([
      { learner: 'l-1' },
      { learner: 'l-2' },
    ]);
    for (const { data } of await academy.events('academy.learner-l-2')) {
      expect(data).not.toHaveProperty('warnings');
    }
  });

  test('a command sent again is told what holds by then', async () => {
    const { learners, links } = await withAnna();
    const command = { id: 'l-2', snils, on, commandId: newCommandId(fixed) };
    const first = must(await learners.register(command));
    expect(first.warnings).toHaveLength(1);
    expect(must(await learners.register(command))).toEqual(first);
    must(await links.link({ learner: 'l-1', other: 'l-2', ...keeper }));
    const { warnings, ...rest } = first;
    expect(must(await learners.register(command))).toEqual(rest);
    expect(warnings).toHaveLength(1);
  });

  test('is not warned of among linked ids, also by a third one', async () => {
    const { learners, links } = await withAnna();
    for (const id of ['l-2', 'l-3']) must(await learners.register({ id, on }));
    const by = { ...keeper, on };
    must(await links.link({ learner: 'l-1', other: 'l-2', ...by }));
    must(await links.link({ learner: 'l-2', other: 'l-3', ...by }));
    expect(must(await learners.change({ learner: 'l-3', snils, on }))).not.toHaveProperty(
      'warnings',
    );
    must(await links.unlink({ learner: 'l-1', other: 'l-2', ...by, on: '2026-10-01' }));
    const apart = must(await learners.change({ learner: 'l-3', snils, on: '2026-10-01' }));
    expect(apart.warnings).toHaveLength(1);
  });

  test('one that was corrected, annulled or erased is nobody’s any more', async () => {
    const academy = await withAnna();
    const { learners } = academy;
    must(await learners.register({ id: 'l-2', snils, on }));
    const { eventId } = must(await learners.change({ learner: 'l-1', snils: other, on }));
    const second = must(await learners.change({ learner: 'l-2', snils }));
    expect(second).not.toHaveProperty('warnings');
    const by = { learner: 'l-1', reason: 'описка', signer: 'p-1', office: 'head', ground: null };
    must(await learners.annul({ ...by, entry: eventId }));
    expect(must(await learners.change({ learner: 'l-2', snils })).warnings).toHaveLength(1);
    const events = await academy.events('academy.learner-l-1');
    const ids = events.filter(({ type }) => type.startsWith('LearnerReg')).map(({ id }) => id);
    await academy.store.emptyBeside('academy.learner-l-1', ids);
    expect(must(await learners.change({ learner: 'l-2', snils }))).not.toHaveProperty('warnings');
  });

  test('is refused where the regulation says so, save on linked ids', async () => {
    const academy = newAcademy();
    const { learners, links, officials, regulation } = academy;
    const general = { ...r2.general, sameSnils: 'refuse' as const };
    must(await regulation.adopt({ ...r2, general }, { timeZone: 'Europe/Moscow', from: on }));
    for (const office of ['head', 'records-keeper']) {
      must(await officials.appoint({ person: 'p-1', office, from: on }));
    }
    const { eventId } = must(await learners.register({ id: 'l-1', snils, on }));
    const no = await learners.register({ id: 'l-2', snils, on });
    expect(JSON.stringify(expectRefused(no, 'snils-taken', 'l-1', 'links.link'))).not.toMatch(
      /112/,
    );
    must(await learners.register({ id: 'l-2', snils: other, on }));
    expectRefused(await learners.change({ learner: 'l-2', snils }), 'snils-taken', 'l-1');
    const by = { learner: 'l-1', reason: 'описка', signer: 'p-1', office: 'head', ground: null };
    const corrected = await learners.correct({ ...by, entry: eventId, to: { snils: other } });
    expectRefused(corrected, 'snils-taken', 'l-2');
    must(await links.link({ learner: 'l-1', other: 'l-2', ...keeper }));
    must(await learners.change({ learner: 'l-2', snils }));
    // The learner's own number is no other's.
    must(await learners.change({ learner: 'l-1', snils }));
  });
});

const fixed = { clock: () => 1_790_000_000_000, random: (n: number) => new Uint8Array(n).fill(7) };

const codes = ({ warnings }: { readonly warnings?: readonly { readonly code: string }[] }) =>
  warnings?.map(({ code }) => code);

describe('RK §4 situation 12: a name in Latin letters', () => {
  const name = { family: 'Смит', given: 'Джон', patronymic: null, latin: 'SMITH JOHN' };
  const source = { title: 'нотариальный перевод паспорта', number: '7-12', date: '2026-08-20' };

  test('is taken, and the paper of its Russian form is asked for', async () => {
    const { learners } = await withAnna();
    const receipt = must(await learners.register({ id: 'l-2', name, on }));
    const [warning = null] = receipt.warnings ?? [];
    expectSaid(warning, 'name-source-missing', 'l-2', 'source');
    expect(JSON.stringify(receipt)).not.toContain('SMITH');
    const sourced = { ...name, source };
    expect(codes(must(await learners.register({ id: 'l-3', name: sourced, on })))).toBeUndefined();
    expect(codes(must(await learners.change({ learner: 'l-2', name: sourced })))).toBeUndefined();
  });

  test('keeps the paper beside it, and none of it in the line', async () => {
    const { learners, events, session } = await withAnna();
    must(await learners.register({ id: 'l-2', name: { ...name, source }, on }));
    const [registered] = await events('academy.learner-l-2');
    expect(registered?.data).toMatchObject({ name: { value: { latin: 'SMITH JOHN', source } } });
    for await (const page of session.handler.store.readStream('academy.learner-l-2')) {
      for (const { line } of page) expect(line).not.toMatch(/SMITH|7-12/);
    }
  });
});

describe('RK 1.10: a name in one line that may mean more than one thing', () => {
  const line = 'фон Нейман Иван';
  const parts = { family: 'фон Нейман', given: 'Иван', patronymic: null };

  test('is taken, and the parts are asked for', async () => {
    const { learners, officials } = await withAnna();
    const receipt = must(await learners.register({ id: 'l-2', name: line, on }));
    const [warning = null] = receipt.warnings ?? [];
    expectSaid(warning, 'name-not-in-parts', 'l-2', '{ family, given, patronymic }');
    expect(JSON.stringify(receipt)).not.toContain('Нейман');
    const asked = ['name-not-in-parts'];
    expect(codes(must(await learners.change({ learner: 'l-2', name: line })))).toEqual(asked);
    const minor = { learner: 'l-2', representative: 'r-1', relation: 'parent' } as const;
    expect(codes(must(await learners.nameRepresentative({ ...minor, name: line })))).toEqual(asked);
    const office = { person: 'p-2', office: 'teacher', from: on, name: line };
    expect(codes(must(await officials.appoint(office)))).toEqual(asked);
    expect(codes(must(await officials.rename({ person: 'p-2', name: line, on })))).toEqual(asked);
  });

  test('is not asked for where they are given, or a line means one thing', async () => {
    const { learners, officials } = await withAnna();
    const plain = must(await learners.register({ id: 'l-2', name: 'Ильина Анна Петровна' }));
    expect(plain).not.toHaveProperty('warnings');
    const given = must(await learners.change({ learner: 'l-2', name: parts }));
    expect(given).not.toHaveProperty('warnings');
    const office = { person: 'p-2', office: 'teacher', from: on, name: parts };
    expect(must(await officials.appoint(office))).not.toHaveProperty('warnings');
  });
});
