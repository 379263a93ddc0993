import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* The final mark comes last, in its module and in the programme. R2 §2.3, third paragraph. */

const enrolled = '2025-09-01';
const lastYear = { studyYear: '2025' };
const final = { kind: 'final' };
const whole = { ...final, module: null, scale: 'five-point' };
const noDebts: Changes = { retakes: { finalNeedsNoDebts: false } };

/** An academy whose learner has studied since September 2025, and how a mark is given. */
const studying = async (changes: Changes = noDebts) => {
  const academy = await withLearner(changes, enrolled);
  const given = { enrollment: academy.id, module: 'safety', value: '4', assessor: 'p-9' };
  const record = (on: string, more: object = {}) =>
    academy.assessments.record({ ...given, on, ...more });
  return { ...academy, record };
};

describe('R2 §2.3: no mark of the module is later than its latest final mark', () => {
  test('the refusal names the later mark, whichever was entered last', async () => {
    for (const kinds of [
      ['current', 'interim'],
      ['interim', 'current'],
    ] as const) {
      for (const days of [
        ['2026-12-12', '2026-12-15'],
        ['2026-12-15', '2026-12-12'],
        ['2026-12-15', '2026-12-15'],
      ] as const) {
        const academy = await studying();
        const marks: { on: string; event: string }[] = [];
        for (const [at, kind] of kinds.entries()) {
          const on = days[at] ?? '';
          marks.push({ on, event: await mark(academy, '4', on, { kind }) });
        }
        const no = await academy.record('2026-12-14', final);
        // Of two marks of one day the first one is named.
        const other = marks.find(({ on }) => on === '2026-12-15');
        const said = { on: '2026-12-14', finalOn: '2026-12-14', other, module: 'safety' };
        expect(expectRefused(no, 'final-not-last', '2026-12-15').data).toEqual(said);
      }
    }
  });

  test('the final mark of the last year may be entered after that of this year', async () => {
    const academy = await studying();
    await mark(academy, '4', '2026-12-15');
    await mark(academy, '4', '2026-12-20', final);
    must(await academy.record('2026-05-20', { ...final, ...lastYear }));
  });

  test('an earlier final mark holds no later one back', async () => {
    const academy = await studying();
    const { assessments, record, id: enrollment } = academy;
    await mark(academy, '4', '2026-12-15');
    const result = await mark(academy, '4', '2026-12-20', final);
    must(await record('2026-05-20', { ...final, ...lastYear }));
    const undo = { enrollment, result, reason: 'не тому', signer: 'p-9', on: '2026-12-21' };
    must(await assessments.annul(undo));
    const between = await record('2026-12-14', { ...final, studyYear: '2026' });
    expectRefused(between, 'final-not-last', '2026-12-14', '2026-12-15');
    must(await record('2026-12-20', { ...final, studyYear: '2026' }));
  });

  test('a module without marks may have its final mark on any day', async () => {
    const academy = await studying();
    await mark(academy, 'зачтено', '2026-12-15', { module: 'practice' });
    must(await academy.record('2026-10-05', final));
  });
});

describe('R2 §2.3: no mark at all is later than the final mark of the programme', () => {
  test('which may be of each year, entered in any order', async () => {
    const academy = await studying();
    await mark(academy, '4', '2026-12-15');
    await mark(academy, '4', '2026-12-20', whole);
    must(await academy.record('2026-05-20', { ...whole, ...lastYear }));

    const inOrder = await studying();
    must(await inOrder.record('2026-05-20', whole));
    must(await inOrder.record('2026-12-20', { ...whole, studyYear: '2026' }));
  });

  test('neither one of a module nor one of the whole', async () => {
    const academy = await studying();
    const event = await mark(academy, '4', '2026-12-15', whole);
    const other = { on: '2026-12-15', event };
    for (const [more, module] of [
      [{}, 'safety'],
      [{ ...final }, 'safety'],
      [{ ...whole, kind: 'interim' }, null],
    ] as const) {
      const no = expectRefused(await academy.record('2026-12-16', more), 'final-not-last');
      expect(no.data).toEqual({ on: '2026-12-16', finalOn: '2026-12-15', other, module });
    }
  });
});
