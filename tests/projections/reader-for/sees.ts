import type { Result } from '@letopis/core';
import type { Asker, CorrectionsPage, JournalPage, TeacherDutiesPage } from '@letopis/projections';
import type { HandOverActPage } from '@letopis/projections/reports';
import { expect } from 'vitest';
import type { History } from './history.ts';
import { BORN, LEARNERS, NAMES, REASON, taught } from './history.ts';
import type { About } from './pages.ts';
import type { Sees } from './table.ts';

/* Whether a page shows what the table says: looked at from outside, in the text of the page. */

/** A page as it was shown to a person, and as it is for a reader that is bound to nobody. */
export interface Shown {
  readonly asker: Asker;
  readonly about: About;
  readonly history: History;
  /** The learners whose record is open to the person. */
  readonly own: readonly string[];
  readonly read: Result<unknown>;
  readonly base: unknown;
}

const textOf = (page: unknown): string => JSON.stringify(page);

/** The ids of the learners that a page names, anywhere in it. */
const learnersIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\bl-\d+\b/g)].map(([id]) => id)),
];

/** The ids of the events that a page rests on. */
const eventsIn = (text: string): readonly string[] =>
  [
    ...new Set(
      [...text.matchAll(/"(?:event|result)":"([0-9a-f-]{36})"/g)].map(([, id]) => id ?? ''),
    ),
  ]
    .filter((id) => id !== '')
    .toSorted();

function pageOf({ read }: Shown): unknown {
  return read.ok ? read.value : expect.fail(`refused: ${read.refusal.text.en}`);
}

/** Names and days of birth of learners who are not open to the person, and reasons about them. */
function expectNothingOfOthers(text: string, own: readonly string[]): void {
  expect(learnersIn(text).filter((id) => !own.includes(id))).toEqual([]);
  for (const id of LEARNERS) {
    if (own.includes(id)) continue;
    expect(text).not.toContain(NAMES[id]?.split(' ')[0]);
    expect(text).not.toContain(BORN[id]);
  }
}

type Result_ = JournalPage['rows'][number]['cells'][number]['results'][number];

const resultsOf = (page: JournalPage, learners: readonly string[]): readonly Result_[] =>
  page.rows
    .filter(({ learner }) => learners.includes(learner.person))
    .flatMap(({ cells }) => cells.flatMap(({ results }) => results));

const ids = (results: readonly { readonly result: string }[]): readonly string[] =>
  results.map(({ result }) => result).toSorted();

const signed = (lines: CorrectionsPage['lines']): readonly string[] =>
  lines.map((line) => `${line.act} ${line.signed.source.event}`);

const named = (lines: readonly { readonly journal: string }[]): readonly string[] =>
  lines.map(({ journal }) => journal);

/** The checks, by the words of the table. */
export const CHECKS: Readonly<Record<Sees, (shown: Shown) => void>> = {
  nothing: ({ read, asker }) => {
    if (read.ok) return expect.fail(`must be refused, and shows ${textOf(read.value)}`);
    expect(read.refusal.code).toBe('page-not-permitted');
    for (const text of Object.values(read.refusal.text)) {
      expect(text).toContain(asker.person);
      expect(text).toContain(asker.on);
    }
  },
  whole: (shown) => expect(pageOf(shown)).toEqual(shown.base),
  'own-row': (shown) => {
    const page = pageOf(shown) as JournalPage;
    const base = shown.base as JournalPage;
    expectNothingOfOthers(textOf(page), shown.own);
    const due = resultsOf(base, shown.own).filter(({ kind }) => kind !== 'diagnostics');
    expect(ids(resultsOf(page, shown.own))).toEqual(ids(due));
    const [ours, masked] = [false, true].map((is) => page.rows.filter((one) => one.masked === is));
    const theirs = base.rows.filter(({ learner }) => !shown.own.includes(learner.person));
    expect(ours?.map(({ learner }) => learner)).toEqual(
      base.rows.filter(({ learner }) => shown.own.includes(learner.person)).map((r) => r.learner),
    );
    expect(masked).toHaveLength(theirs.filter(({ stays }) => stays.length > 0).length);
    for (const { learner, stays, cells } of masked ?? []) {
      expect(learner).toMatchObject({ text: null, erased: false });
      expect([stays, cells.flatMap((c) => [c.attendance ?? [], c.results].flat())]).toEqual([
        [],
        [],
      ]);
    }
  },
  'own-record': (shown) => {
    const [text, base] = [textOf(pageOf(shown)), textOf(shown.base)];
    expectNothingOfOthers(text, shown.own);
    expect(text).toContain(BORN[shown.about.learner]);
    expect(text.includes(REASON)).toBe(
      reasonsIn(base, ({ kind }) => kind !== 'diagnostics').length > 0,
    );
    expect(text).not.toContain('"kind":"diagnostics"');
    expect(resultIds(text)).toEqual(resultIds(base, ({ kind }) => kind !== 'diagnostics'));
  },
  class: (shown) => {
    const page = pageOf(shown) as JournalPage;
    const base = shown.base as JournalPage;
    const text = textOf(page);
    expect(eventsIn(text)).toEqual(eventsIn(textOf(base)));
    expect(page.rows.map(({ learner }) => learner)).toEqual(base.rows.map((one) => one.learner));
    expect(page.rows.map(({ masked }) => masked)).toEqual(base.rows.map(() => false));
    expect(text).not.toContain(REASON);
    for (const born of Object.values(BORN)) expect(text).not.toContain(born);
  },
  'own-groups': (shown) => {
    const { asker, history } = shown;
    const page = pageOf(shown) as CorrectionsPage | TeacherDutiesPage | HandOverActPage;
    const teaches = (group: string, module: string | null): boolean =>
      taught(history, asker.person, [group, module ?? ''], asker.on);
    expect(textOf(page)).not.toContain(REASON);
    if ('lines' in page) {
      const due = (shown.base as CorrectionsPage).lines.filter((line) =>
        teaches(line.group.id, line.module?.id ?? null),
      );
      expect(signed(page.lines)).toEqual(signed(due));
      return;
    }
    const base = shown.base as TeacherDutiesPage | HandOverActPage;
    const mine = ({ journal }: { readonly journal: string }): boolean => {
      const [group = '', module = ''] = journal.split('.');
      return teaches(group, module);
    };
    expect(named(page.journals)).toEqual(named(base.journals.filter(mine)));
    if (!('withoutAttendance' in page && 'withoutAttendance' in base)) return;
    expect(named(page.withoutAttendance)).toEqual(named(base.withoutAttendance.filter(mine)));
  },
  'for-the-purpose': (shown) => {
    const [text, base] = [textOf(pageOf(shown)), textOf(shown.base)];
    const purposes = [shown.asker.purpose].flat();
    expect(eventsIn(text)).toEqual(eventsIn(base));
    expect(learnersIn(text).toSorted()).toEqual(learnersIn(base).toSorted());
    const values = [...Object.values(NAMES), ...Object.values(BORN)];
    const isNamed = purposes.includes('identification');
    for (const value of values) expect(text.includes(value)).toBe(isNamed && base.includes(value));
    const told = purposes.includes('assessment');
    expect(text.includes(REASON)).toBe(told && base.includes(REASON));
  },
};

interface FileResult {
  readonly result: string;
  readonly kind: string;
  readonly corrections: readonly unknown[];
}

/** Every shown result of a page, wherever it stands. */
function resultsIn(value: unknown): readonly FileResult[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(resultsIn);
  const is = 'result' in value && 'kind' in value && 'corrections' in value;
  return is ? [value as FileResult, ...inner] : inner;
}

const resultIds = (
  text: string,
  shown: (result: FileResult) => boolean = () => true,
): readonly string[] => ids(resultsIn(JSON.parse(text)).filter(shown));

const reasonsIn = (text: string, shown: (result: FileResult) => boolean): readonly FileResult[] =>
  resultsIn(JSON.parse(text)).filter((one) => shown(one) && textOf(one).includes(REASON));
