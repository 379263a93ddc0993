import type { Receipt } from '@letopis/core';
import { must, newCommandId, order } from '@letopis/core';
import { command, customOperation, refusal, warned, warning } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { newAcademy } from '../domain/worlds/academy.ts';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { openSchool } from '../domain/worlds/records-school.ts';

/* What a command says beside its receipt: it was done, and somebody should look at it. */

const { session, store } = newAcademy();
const where: Receipt = { eventId: 'e-1', stream: 'academy.note-n-1', revision: 0, position: '1' };
const full = refusal('notes-full', () => ({ ru: 'нет места', en: 'no room' }));
const long = warning('long-note', ({ note, at }: { note: string; at: string }) => ({
  ru: `Длинно: ${note} (${at})`,
  en: `Long: ${note} (${at})`,
}));
const take = command(
  'take-note',
  z.strictObject({ note: z.string(), twice: z.boolean().default(false) }),
);

/** Takes a note in, and warns of one that has more than three letters. */
const taking = warned(
  customOperation<z.output<typeof take.schema>, unknown, Receipt>(take, async (_, { input }) =>
    input.note === '' ? { ok: false, refusal: full({}) } : { ok: true, value: where },
  ),
  async (_, { note, twice }, { eventId: at }) => {
    const warnings = note.length > 3 ? [long({ note, at })] : [];
    return twice ? [...warnings, ...warnings] : warnings;
  },
);

describe('an operation that warns', () => {
  test('answers the receipt with what should be looked at', async () => {
    const said = {
      code: 'long-note',
      data: { note: 'abcd', at: 'e-1' },
      text: { ru: 'Длинно: abcd (e-1)', en: 'Long: abcd (e-1)' },
    };
    expect(must(await taking.run(session, { note: 'abcd' }))).toEqual({
      ...where,
      warnings: [said],
    });
    const twice = must(await taking.run(session, { note: 'abcd', twice: true }));
    expect(twice.warnings).toEqual([said, said]);
    expect(long.code).toBe('long-note');
  });

  test('is asked by the command’s own fields, whatever stands beside them', async () => {
    const beside = {
      commandId: newCommandId(store.ports),
      causationId: newCommandId(store.ports),
      ground: order('1-од', '2026-08-25'),
    };
    const { warnings } = must(await taking.run(session, { note: 'abcd', ...beside }));
    expect(warnings).toHaveLength(1);
  });

  test('answers the plain receipt where there is nothing to look at', async () => {
    expect(must(await taking.run(session, { note: 'abc' }))).toEqual(where);
  });

  test('refuses as it does without warnings', async () => {
    expectRefused(await taking.run(session, { note: '' }), 'notes-full');
    expectRefused(await taking.run(session, { note: 7 }), 'invalid-input', 'note');
    expectRefused(await taking.run(session, undefined), 'invalid-input');
  });
});

describe('RK 1.10: the name of an official', () => {
  const of = { person: 'p-20', office: 'teacher', from: '2026-09-01' };

  test('is warned of where it is one line whose parts are unclear', async () => {
    const { officials } = await openSchool();
    const { warnings } = must(await officials.appoint({ ...of, name: 'фон Нейман Иван' }));
    expect(warnings).toEqual([
      {
        code: 'name-not-in-parts',
        data: { person: 'p-20' },
        text: {
          ru:
            'Имя p-20 записано одной строкой, и непонятно, где фамилия, имя и отчество: ' +
            'ведомостям и реестрам нужны части. Дайте { family, given, patronymic }; ' +
            'чего нет, то null',
          en:
            'The name of p-20 is one line, and which words are family name, given name and ' +
            'patronymic is unclear: registers need the parts. Give { family, given, ' +
            'patronymic }; null for what there is not',
        },
      },
    ]);
  });

  test('is not where it is in parts, or none is given', async () => {
    const { officials } = await openSchool();
    const parts = { family: 'фон Нейман', given: 'Иван', patronymic: null };
    expect(must(await officials.appoint({ ...of, name: parts }))).not.toHaveProperty('warnings');
    const other = { ...of, person: 'p-21' };
    expect(must(await officials.appoint(other))).not.toHaveProperty('warnings');
  });

  test('is warned of where it is in Latin letters, and no paper has its Russian form', async () => {
    const { officials } = await openSchool();
    const name = { family: 'Смит', given: 'Джон', patronymic: null, latin: 'SMITH JOHN' };
    const { warnings } = must(await officials.appoint({ ...of, name }));
    expect(warnings).toEqual([
      {
        code: 'name-source-missing',
        data: { person: 'p-20' },
        text: {
          ru:
            'У p-20 есть имя латиницей, а с какой бумаги взято русское написание, не сказано: ' +
            'дайте source (нотариальный перевод паспорта, его номер и день)',
          en:
            'p-20 has a name in Latin letters, and which paper has its Russian form is not said: ' +
            'give source (the notary’s translation of the passport, its number and day)',
        },
      },
    ]);
    const source = { title: 'нотариальный перевод паспорта', number: '7-12', date: '2026-08-20' };
    const founded = { ...of, person: 'p-21', name: { ...name, source } };
    expect(must(await officials.appoint(founded))).not.toHaveProperty('warnings');
  });

  test('nor where a name is taken away', async () => {
    const { learners } = await openSchool();
    must(await learners.register({ id: 'l-7', name: 'Ильина Анна Петровна', on: '2026-09-01' }));
    const other = { learner: 'l-7', name: 'Орлова Анна Петровна', phone: '+7 900 000' };
    const { eventId: entry } = must(await learners.change({ ...other, on: '2026-10-01' }));
    const by = { learner: 'l-7', entry, signer: 'p-1', office: 'head', reason: 'описка' };
    const ground = order('2-од', '2026-11-20');
    const corrected = must(await learners.correct({ ...by, ground, to: { name: null } }));
    expect(corrected).not.toHaveProperty('warnings');
  });
});
