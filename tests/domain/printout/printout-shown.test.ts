import type { FactOfRecord, PagePrinted, SheetsShow } from '@letopis/core/facts';
import {
  certifiesAddition,
  changesNothing,
  isInHistoryOf,
  recordsOfFact,
  showsFact,
} from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';

/* Which facts are on a page that was printed and signed. RK 1.9, RK 2. */

const at = (minute: string): string => `2026-11-01T09:${minute}:00.000Z`;

describe('RK 1.9: what certifies an addition to an archived record', () => {
  const addition = {
    stream: 'a.enrollment-l-1.p.1',
    revision: 4,
    recordedAt: at('10'),
    on: '2026-11-01',
  };
  const page = (form: string, source: Partial<PagePrinted['source']> = {}): PagePrinted => ({
    form,
    source: { last: 'a.file-l-1.1@9', recordedAt: at('10'), on: null, ...source },
  });

  test('a certification sheet and a correction sheet do, a page of another form does not', () => {
    const forms = ['certification-sheet', 'correction-sheet', 'lesson-journal'];
    const certified = forms.map((form) => certifiesAddition(page(form), addition));
    expect(certified).toEqual([true, true, false]);
  });

  test('not one that was made as of a day before the addition', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-02'];
    const certified = days.map((on) =>
      certifiesAddition(page('certification-sheet', { on }), addition),
    );
    expect(certified).toEqual([false, true, true]);
  });

  test('not one that was printed before the addition was recorded', () => {
    const certified = ['09', '10', '11'].map((minute) =>
      certifiesAddition(page('certification-sheet', { recordedAt: at(minute) }), addition),
    );
    expect(certified).toEqual([false, true, true]);
  });

  test('within its own stream the place of a fact counts, not the instant', () => {
    const seen = [3, 4, 5].map((revision) =>
      isInHistoryOf({ last: `${addition.stream}@${revision}`, recordedAt: at('10') }, addition),
    );
    expect(seen).toEqual([false, true, true]);
  });
});

const journal = 'journal-m-1.safety.2026';
const own = 'enrollment-l-1.p.1';
const fact = (data: unknown, stream = `a.${own}`): FactOfRecord => ({
  stream,
  occurredOn: '2026-10-05',
  data,
});

describe('RK 2: the records that a fact is of', () => {
  test('a result is of its enrollment and of the journal of its group and module', () => {
    const data = { group: 'm-1', module: 'safety' };
    expect(recordsOfFact(fact(data))).toEqual([own, journal]);
    expect(recordsOfFact({ ...fact(data), occurredOn: '2027-08-31' })).toEqual([own, journal]);
  });

  test('a fact of an enrollment without a group or a module is of no journal', () => {
    const data = [{ group: null, module: 'safety' }, { module: 'safety' }, { group: 'm-1' }, {}];
    for (const one of data) expect(recordsOfFact(fact(one))).toEqual([own]);
  });

  test('nor is one whose data name nothing', () => {
    for (const data of [null, 'm-1', undefined]) expect(recordsOfFact(fact(data))).toEqual([own]);
  });

  test('a fact of another record is of that record alone, whatever it names', () => {
    const data = { group: 'm-1', module: 'safety' };
    for (const record of ['work-l-1.1', journal]) {
      expect(recordsOfFact(fact(data, `a.${record}`))).toEqual([record]);
    }
  });
});

describe('R1 §4.2, R2 §2.2: the facts that signed sheets show', () => {
  const all = { from: null, until: null, modules: [], protocol: null };
  const sheets = (shows: Partial<NonNullable<SheetsShow['shows']>> = {}): SheetsShow => ({
    records: [own],
    source: { last: `a.${own}@9`, event: 'e-1', recordedAt: at('10'), on: null, digest: 'd' },
    on: '2026-10-31',
    shows: { ...all, ...shows },
  });
  const none: ReadonlySet<string> = new Set();

  test('results of the modules that they name, and what is of no module', () => {
    const two = sheets({ modules: ['safety', 'practice'] });
    const shown = ['safety', 'practice', 'law'].map((module) =>
      showsFact(two, fact({ module }), none),
    );
    expect(shown).toEqual([true, true, false]);
    expect(showsFact(two, fact({ learner: 'l-1' }), none)).toBe(true);
    expect(showsFact(sheets(), fact({ module: 'law' }), none)).toBe(true);
  });

  test('results of the protocol that they name, and what names none', () => {
    const data = [{ protocol: 'c-1.1' }, { protocol: 'c-1.2' }, { protocol: null }, {}];
    const shownBy = (one: SheetsShow) => data.map((said) => showsFact(one, fact(said), none));
    expect(shownBy(sheets({ protocol: 'c-1.1' }))).toEqual([true, false, true, true]);
    expect(shownBy(sheets())).toEqual([true, true, true, true]);
  });

  test('what corrects a result of that protocol, in whatever record it stands', () => {
    const protocol = { ...sheets({ protocol: 'c-1.1' }), records: ['commission-c-1'] };
    const results = new Set(['e-7']);
    const shown = [{ corrects: 'e-7' }, { corrects: 'e-8' }, { module: 'e-7' }].map((said) =>
      showsFact(protocol, fact(said), results),
    );
    expect(shown).toEqual([true, false, false]);
  });
});

describe('D7: what changes nothing of what signed sheets say', () => {
  test('a correction that waits for its countersignature, but not one that counts', () => {
    const corrected = [true, false].map((awaitsCountersignature) =>
      changesNothing({ type: 'AssessmentCorrected', data: { awaitsCountersignature } }),
    );
    expect(corrected).toEqual([true, false]);
  });

  test('that such a correction was declined or withdrawn; its countersignature changes it', () => {
    const data = { awaitsCountersignature: true };
    const types = ['CorrectionDeclined', 'CorrectionWithdrawn', 'CorrectionCountersigned'];
    expect(types.map((type) => changesNothing({ type, data: {} }))).toEqual([true, true, false]);
    expect(changesNothing({ type: 'LessonCorrected', data })).toBe(false);
  });
});
