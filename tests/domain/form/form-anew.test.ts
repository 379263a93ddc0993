import { must } from '@letopis/core';
import { formFold, STANDARD_FORMS, standardForms, versionOn } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool } from '../worlds/records-school.ts';

const title = { ru: 'Журнал', en: 'Journal' };
const approval = (version: string, on: string) => ({ form: 'journal', version, title, on });

async function school() {
  const { forms, handler } = await openSchool();
  const versions = async (...days: readonly string[]) => {
    const { state } = await handler.load(formFold, 'academy.form-journal');
    return days.map((day) => versionOn(state, day));
  };
  return { forms, versions };
}

describe('D1 R2 §2.1: a version is approved twice where a withdrawal lies between', () => {
  test('also by an approval that is entered late, of a day before the withdrawal', async () => {
    const { forms, versions } = await school();
    must(await forms.approve(approval('Ф-00', '2026-09-10')));
    must(await forms.withdraw({ form: 'journal', on: '2026-10-01' }));
    must(await forms.approve(approval('Ф-01', '2026-11-01')));
    const after = await forms.approve(approval('Ф-01', '2026-10-02'));
    expectRefused(after, 'already-exists', 'Ф-01', '2026-11-01');
    must(await forms.approve(approval('Ф-01', '2026-09-05')));
    const days = ['2026-09-05', '2026-09-10', '2026-10-01', '2026-11-01'];
    expect(await versions(...days)).toEqual(['Ф-01', 'Ф-00', null, 'Ф-01']);
  });

  test('also where it was withdrawn on the very day of its approval', async () => {
    const { forms, versions } = await school();
    must(await forms.approve(approval('Ф-01', '2026-10-01')));
    must(await forms.withdraw({ form: 'journal', on: '2026-10-01' }));
    must(await forms.approve(approval('Ф-01', '2026-11-01')));
    expect(await versions('2026-10-01', '2026-11-01')).toEqual([null, 'Ф-01']);
  });
});

/** The first carrier of R2 for records of a kind. */
const firstFor = (records: string | null): string | null =>
  r2.carriers.carriers.find((carrier) => carrier.records === records)?.id ?? null;

describe('R2 §2.1: the usual forms', () => {
  test('each is for the kind of record that is kept in it, or for none', () => {
    const kept = STANDARD_FORMS.filter(({ records }) => records !== null);
    expect(Object.fromEntries(kept.map(({ form, records }) => [form, records]))).toEqual({
      'lesson-journal': 'journal',
      'grade-sheet': 'grade-sheet',
      'commission-protocol': 'protocol',
      'retake-protocol': 'protocol',
      'personal-file': 'personal-file',
      'issued-documents-register': 'register',
      'certificates-register': 'register',
      'commendation-order': 'commendation',
      'commendation-register': 'commendation',
      portfolio: 'portfolio',
      'creative-growth-card': 'achievements',
      'achievements-bank': 'achievements',
      'summary-sheet': 'grade-sheet',
      'self-evaluation': 'self-evaluation',
      review: 'review',
    });
  });

  test('each names the first carrier of the regulation for such records', () => {
    for (const { form, carrier } of standardForms(r2.carriers, '2026')) {
      const { records } = STANDARD_FORMS.find((one) => one.form === form)!;
      expect([form, carrier]).toEqual([form, firstFor(records)]);
    }
    const named = standardForms(r2.carriers, '2026').map(({ carrier }) => carrier);
    expect(new Set(named).size).toBeGreaterThan(3);
  });
});
