import type { Result } from '@letopis/core';
import { command, invalidInput, receive } from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { commandId, sender } from './shelf.ts';

const rename = command(
  'rename',
  z.strictObject({
    learner: z.string().min(1),
    name: z.string(),
    on: z.iso.date().default('2026-09-01'),
    hours: z.array(z.int().min(0)).optional(),
    kind: z
      .string()
      .refine((kind) => kind === 'a', { error: 'только а | only a' })
      .optional(),
  }),
  ['name'],
);
const ports = fixedPorts();
const good = { learner: 'l-1', name: 'Ильина' };

function taken(raw: unknown, by = sender) {
  const result = receive(rename, raw, by, ports);
  if (!result.ok) throw new Error(result.refusal.text.en);
  return result.value;
}

function refused(raw: unknown): ReturnType<typeof invalidInput> {
  const result: Result<unknown> = receive(rename, raw, sender, ports);
  if (result.ok) throw new Error('it was taken');
  expect(result.refusal.code).toBe('invalid-input');
  return result.refusal as ReturnType<typeof invalidInput>;
}

describe('a command at the door', () => {
  it('is parsed, and gets an id where it has none', () => {
    const { id, ...rest } = taken(good);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(rest).toMatchObject({ name: 'rename', causationId: null, sender });
    expect(rest.input).toEqual({ ...good, on: '2026-09-01' });
    expect(taken(good).id).not.toBe(id);
  });

  it('keeps the id, the cause and the ground that it is given', () => {
    const ground = { kind: 'order', number: '7', date: '2026-09-01' };
    const given = { commandId: commandId(1), causationId: commandId(2), ground };
    expect(taken({ ...good, ...given })).toMatchObject({
      id: commandId(1),
      causationId: commandId(2),
      sender: { ...sender, ground },
    });
  });

  it('takes the sender’s ground unless it names its own, or none', () => {
    const ground = { kind: 'order', number: '7', date: null };
    const by = { ...sender, ground };
    expect(taken(good, by as never).sender.ground).toEqual(ground);
    expect(taken({ ...good, ground: null }, by as never).sender.ground).toBeNull();
  });

  it('is refused in both languages where zod’s own words hold the sign between them', () => {
    const union = command('pick', z.strictObject({ one: z.enum(['a', 'b']).or(z.literal('c')) }));
    const kinds = command(
      'kinds',
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('a') }),
        z.strictObject({ kind: z.literal('b') }),
      ]),
    );
    for (const [type, raw] of [
      [union, { one: 'x' }],
      [kinds, { kind: 'x' }],
    ] as const) {
      const result = receive(type as never, raw, sender, ports);
      const { ru, en } = (result.ok ? null : result.refusal)?.text ?? { ru: '', en: '' };
      expect(ru.split('исправьте поля')[1]).toMatch(/[а-яё]{4}/u);
      expect(en).not.toMatch(/[а-яё]/u);
      expect(en).toContain('Invalid');
    }
  });

  it('is refused with the path, the value and the repair of every fault, in both languages', () => {
    const { data, text } = refused({
      learner: 5,
      name: 'x',
      on: '1.9.2026',
      hours: [1, -2],
      more: 1,
    });
    expect(data.command).toBe('rename');
    expect(data.issues.map(({ path }) => path)).toEqual(['learner', 'on', 'hours.1', '']);
    const said = data.issues.map(({ message }) => message);
    expect(said[0]?.en).toMatch(/expected string.*\(got: 5\)/i);
    expect(said[0]?.ru).toMatch(/ожидал.*\(дано: 5\)/i);
    expect(said[1]?.en).toContain('(got: "1.9.2026")');
    expect(said[1]?.ru).toMatch(/^Невер.*\(дано: "1.9.2026"\)$/);
    expect(said[2]?.en).toContain('-2');
    expect(said[3]?.en).toContain('more');
    for (const { ru } of said) expect(ru).toMatch(/[а-я]/i);
    expect(text.ru).toContain('Команда rename не принята');
    expect(text.en).toContain('learner:');
  });

  it('shows the value of no personal field', () => {
    const { data, text } = refused({ ...good, name: { first: 'Анна' } });
    expect(data.issues[0]?.path).toBe('name');
    expect(JSON.stringify([data, text])).not.toContain('Анна');
  });

  it('says a rule of our own in both languages', () => {
    const [issue] = refused({ ...good, kind: 'b' }).data.issues;
    expect(issue?.message).toEqual({ ru: 'только а', en: 'only a' });
  });

  it('is refused with an envelope that is wrong', () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{ commandId: 'x' }, 'commandId'],
      [{ commandId: commandId(1).replace('-7', '-4') }, 'commandId'],
      [{ commandId: commandId(10).toUpperCase() }, 'commandId'],
      [{ causationId: 'x' }, 'causationId'],
      [{ ground: { kind: 'Order', number: '1', date: null } }, 'ground.kind'],
      [{ ground: { kind: 'order', number: '', date: null } }, 'ground.number'],
      [{ ground: { kind: 'order', number: '1', date: '2026-02-30' } }, 'ground.date'],
      [{ ground: { kind: 'order' } }, 'ground.number'],
    ];
    for (const [over, path] of wrong) {
      const { issues } = refused({ ...good, ...over }).data;
      expect([over, issues[0]?.path]).toEqual([over, path]);
      expect(issues[0]?.message.ru).toMatch(/[а-я]/);
    }
  });

  it('is refused where it is no object', () => {
    for (const raw of [null, undefined, 1, 'x', [], [good], true]) {
      expect([raw, refused(raw).data.issues[0]?.path]).toEqual([raw, '']);
    }
  });

  it('never shows a personal value, not even in a fault of the whole', () => {
    for (const raw of [
      { ...good, nmae: 1 },
      { ...good, name: ['Ильина'] },
    ]) {
      expect(JSON.stringify(refused(raw))).not.toContain('Ильина');
    }
  });

  it('is refused, not thrown at, where a value is none of JSON’s', () => {
    const round: Record<string, unknown> = {};
    round['self'] = round;
    for (const learner of [5n, round, [5n], Symbol('l-1')]) {
      expect(refused({ ...good, learner }).data.issues[0]?.path).toBe('learner');
    }
  });

  it('is refused with a cause or a ground that no line could hold', () => {
    const causationId = commandId(10).toUpperCase();
    expect(refused({ ...good, causationId }).data.issues[0]?.path).toBe('causationId');
    for (const number of ['  ', '\ud800']) {
      const ground = { kind: 'order', number, date: '2026-09-01' };
      expect(refused({ ...good, ground }).data.issues[0]?.path).toBe('ground.number');
    }
  });

  it('shows a long value cut short', () => {
    const [issue] = refused({ ...good, learner: ['x'.repeat(500)] }).data.issues;
    expect(issue?.message.en.length).toBeLessThan(200);
  });

  it('has a digest of what it says, not of how it is written', () => {
    const digest = taken(good).digest;
    expect(digest).toMatch(/^[0-9a-f]{32}$/);
    expect(taken({ name: 'Ильина', learner: 'l-1', commandId: commandId(9) }).digest).toBe(digest);
    expect(taken({ ...good, learner: 'l-2' }).digest).not.toBe(digest);
    expect(taken(good, { ...sender, actor: 'u-2' }).digest).not.toBe(digest);
    expect(taken({ ...good, ground: { kind: 'order', number: '1', date: null } }).digest).not.toBe(
      digest,
    );
  });

  it('leaves personal fields out of its digest', () => {
    expect(taken({ ...good, name: 'Петрова' }).digest).toBe(taken(good).digest);
  });
});
