import type { RuleBook } from '@letopis/core';
import { codec, coreEvents, isRefusal, must, newCommandId, order } from '@letopis/core';
import { amendRegulation } from '@letopis/core/commands';
import { decideAmend } from '@letopis/core/decisions';
import { editionOn, readDay, readToday, regulationFold, SECTIONS } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { scenario } from '@letopis/core/testing';
import { describe, expect, test } from 'vitest';
import { academyUnderR2, newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const MOSCOW = { timeZone: 'Europe/Moscow', from: '2026-09-01' };
const stateOf = async (academy: Awaited<ReturnType<typeof newAcademy>>) =>
  (await academy.session.load(regulationFold, 'main')).state;

/** Events of an adoption: the edition, and each of its sections. */
const ADOPTED = 1 + SECTIONS.length;

/** R2 with one section changed. */
const r2With = <S extends Exclude<keyof RuleBook, 'general'>>(
  section: S,
  change: Partial<RuleBook[S]>,
) => ({ ...r2, [section]: { ...r2[section], ...change } });

describe('adopting a regulation (D1)', () => {
  test('writes who considered it, with their opinion, and who approved it', async () => {
    const academy = newAcademy();
    const considered = [{ body: 'Педсовет', opinion: 'за', on: '2026-08-20' }];
    const approvedBy = { person: 'p-1', office: 'head', on: '2026-08-25' };
    must(await academy.regulation.adopt(r2, { ...MOSCOW, considered, approvedBy }));
    const [adopted] = await academy.events('academy.regulation-main');
    expect(adopted).toMatchObject({
      type: 'EditionAdopted',
      occurredOn: '2026-09-01',
      ground: { kind: 'order', number: '1-од' },
      data: { considered, approvedBy },
    });
  });

  test('a second time is refused: a new edition amends', async () => {
    const { regulation } = await academyUnderR2();
    expectRefused(await regulation.adopt(r2, MOSCOW), 'regulation-adopted', '1');
  });

  test('sent twice it has one effect and one answer', async () => {
    const academy = newAcademy();
    const commandId = newCommandId(academy.ports);
    const first = must(await academy.regulation.adopt(r2, { ...MOSCOW, commandId }));
    const second = must(await academy.regulation.adopt(r2, { ...MOSCOW, commandId }));
    expect(second).toEqual(first);
    expect(await academy.events('academy.regulation-main')).toHaveLength(ADOPTED);
  });

  test('an organisation may adopt rules of its own, made from no preset', async () => {
    const academy = newAcademy();
    must(await academy.regulation.adopt({ ...r2, preset: null }, MOSCOW));
    const [adopted] = await academy.events('academy.regulation-main');
    expect(adopted?.data).toMatchObject({ preset: null });
  });

  test('bad input is refused with its path', async () => {
    const { regulation } = newAcademy();
    const no = await regulation.adopt(r2, { ...MOSCOW, from: '2026-02-30' });
    expectRefused(no, 'invalid-input', 'from', '2026-02-30');
  });
});

describe('a rule book that contradicts itself is refused', () => {
  const twice = r2.carriers.carriers.slice(0, 1);
  const carrier = (change: object) => [{ ...r2.carriers.carriers[0], ...change }] as typeof twice;
  const long = 'щ'.repeat(1000);
  const wordy = Array.from({ length: 40 }, (_, n) => ({
    id: `k-${n}`,
    title: { ru: long, en: long },
  }));
  const cases: readonly (readonly [string, typeof r2, string])[] = [
    ['a signing office', r2With('correction', { signerOffices: ['tutor'] }), 'tutor'],
    ['a countersigning office', r2With('correction', { countersignOffices: ['dean'] }), 'dean'],
    ['an annulling office', r2With('correction', { annulmentOffices: ['dean'] }), 'dean'],
    ['an assessing office', r2With('assessment', { assessorOffices: ['dean'] }), 'dean'],
    ['a receiving office', r2With('archive', { receiveOffices: ['dean'] }), 'dean'],
    ['a deciding office', r2With('carriers', { carriers: carrier({ decidedBy: 'dean' }) }), 'dean'],
    ['a final kind that is none', r2With('assessment', { finalKind: 'last' }), 'last'],
    ['a carrier twice', r2With('carriers', { carriers: [...twice, ...twice] }), 'lesson-journal'],
    ['a section too long for a line', r2With('lessons', { kinds: wordy }), 'lessons'],
    [
      'a code of absence twice',
      r2With('lessons', {
        attendanceCodes: [r2.lessons.attendanceCodes, r2.lessons.attendanceCodes].flat(),
      }),
      'н',
    ],
    [
      'a scale on which nothing passes',
      r2With('scales', {
        scales: r2.scales.scales.map((one) =>
          one.kind === 'points'
            ? one
            : { ...one, levels: one.levels.map((level) => ({ ...level, passes: false })) },
        ),
      }),
      '',
    ],
    [
      'a running term without years',
      r2With('carriers', {
        carriers: carrier({ retention: { term: 'exact', years: null, startsAt: 'year-end' } }),
      }),
      'exact',
    ],
    [
      'a programme type with an unknown kind',
      {
        ...r2,
        general: {
          ...r2.general,
          programmeTypes: r2.general.programmeTypes.map((one) => ({ ...one, mandatory: ['viva'] })),
        },
      },
      'viva',
    ],
  ];
  test.each(cases)('%s', async (_, preset, value) => {
    const { regulation } = newAcademy();
    expectRefused(await regulation.adopt(preset, MOSCOW), 'rules-disagree', value);
  });

  test('D1 R1 §4/5.4, R5 §4.3.3: mandatory paper without an entry in the file plan', async () => {
    const { regulation } = newAcademy();
    const preset = r2With('carriers', { carriers: carrier({ filePlanIndex: null }) });
    const no = expectRefused(await regulation.adopt(preset, MOSCOW), 'rules-disagree');
    expect(no.text.ru).toContain('номенклатуры дел: Журнал занятий');
    expect(no.text.en).toContain('file plan for: Lesson journal');
  });

  test('D1: an optional or electronic one needs no entry', async () => {
    const { regulation } = newAcademy();
    const optional = carrier({ filePlanIndex: null, mandatory: false });
    const { printouts } = r2;
    const sheets = { ...printouts.sheets, upkeep: [] };
    const rules = {
      ...r2With('carriers', { carriers: optional }),
      printouts: { ...printouts, sheets },
    };
    expect((await regulation.adopt(rules, MOSCOW)).ok).toBe(true);
  });

  test('an unknown time zone', async () => {
    const { regulation } = newAcademy();
    const no = await regulation.adopt(r2, { ...MOSCOW, timeZone: 'Europe/Atlantis' });
    expectRefused(no, 'rules-disagree', 'Europe/Atlantis');
  });
});

describe('amending a regulation (D1, R2 §4.2)', () => {
  const correction = { ...r2.correction, countersignOffices: ['head'] };
  const amendment = { from: '2027-01-01', sections: { correction } };

  test('makes a new edition; each day has the edition in force on it', async () => {
    const academy = await academyUnderR2();
    must(await academy.regulation.amend(amendment));
    const state = await stateOf(academy);
    expect(editionOn(state, '2026-08-31')).toBeNull();
    expect(editionOn(state, '2026-12-31')?.correction.countersignOffices).toBeNull();
    expect(editionOn(state, '2027-01-01')?.correction.countersignOffices).toEqual(['head']);
    expect(editionOn(state, '2027-01-01')?.edition).toBe(2);
  });

  test('writes only the sections that differ; the others go on', async () => {
    const academy = await academyUnderR2();
    must(await academy.regulation.amend(amendment));
    const events = await academy.events('academy.regulation-main');
    const after = events.slice(ADOPTED);
    expect(after.map((event) => event.type)).toEqual(['EditionAdopted', 'CorrectionRulesSet']);
    expect(after[0]?.data).toMatchObject({ edition: 2, sections: ['correction'] });
    const edition = editionOn(await stateOf(academy), '2027-01-01');
    expect(edition?.lessons).toEqual(r2.lessons);
  });

  test('is refused from a day that is not later than the last edition', async () => {
    const { regulation } = await academyUnderR2();
    const no = await regulation.amend({ ...amendment, from: '2026-09-01' });
    expectRefused(no, 'edition-not-later', '2026-09-01');
  });

  test('is refused where it changes nothing', async () => {
    const { regulation } = await academyUnderR2();
    const no = await regulation.amend({ from: '2027-01-01', sections: {} });
    expectRefused(no, 'invalid-input', 'sections');
  });

  test('is refused where the whole would contradict itself', async () => {
    const { regulation } = await academyUnderR2();
    const sections = { lessons: { ...r2.lessons, teacherOffices: ['coach'] } };
    const no = await regulation.amend({ from: '2027-01-01', sections });
    expectRefused(no, 'rules-disagree', 'coach');
  });

  test('is refused before a regulation was adopted', async () => {
    const { regulation } = newAcademy();
    expectRefused(await regulation.amend(amendment), 'regulation-missing', '2027-01-01');
  });

  test('is refused before a repeal that stands, and after it', async () => {
    const { regulation } = await academyUnderR2();
    must(await regulation.repeal({ on: '2027-06-01' }));
    const before = await regulation.amend(amendment);
    expectRefused(before, 'edition-not-later', '2027-01-01', '2027-06-01');
    for (const from of ['2027-06-01', '2027-07-01']) {
      const after = await regulation.amend({ ...amendment, from });
      expectRefused(after, 'regulation-missing', from);
    }
  });
});

describe('publishing and repealing (R1 §8.1-8.2)', () => {
  test('publishing names the edition in force on its day', async () => {
    const academy = await academyUnderR2();
    must(await academy.regulation.publish({ on: '2026-09-02', place: 'academy.example' }));
    const events = await academy.events('academy.regulation-main');
    expect(events.at(-1)).toMatchObject({ type: 'RegulationPublished', data: { edition: 1 } });
  });

  test('publishing is refused on a day without a regulation', async () => {
    const { regulation } = await academyUnderR2();
    const no = await regulation.publish({ on: '2026-08-31', place: 'academy.example' });
    expectRefused(no, 'regulation-missing', '2026-08-31');
  });

  test('after a repeal no edition is in force, also once a later one is adopted', async () => {
    const academy = await academyUnderR2();
    must(await academy.regulation.repeal({ on: '2027-06-01' }));
    must(await academy.regulation.adopt(r2, { ...MOSCOW, from: '2027-09-01' }));
    const state = await stateOf(academy);
    expect(editionOn(state, '2027-05-31')?.edition).toBe(1);
    expect(editionOn(state, '2027-06-01')).toBeNull();
    expect(editionOn(state, '2027-08-31')).toBeNull();
    expect(editionOn(state, '2027-09-01')?.edition).toBe(2);
  });

  test('a new regulation is refused from before the repeal of the old', async () => {
    const { regulation } = await academyUnderR2();
    must(await regulation.repeal({ on: '2027-06-01' }));
    const no = await regulation.adopt(r2, { ...MOSCOW, from: '2027-05-31' });
    expectRefused(no, 'edition-not-later', '2027-05-31', '2027-06-01');
    must(await regulation.adopt(r2, { ...MOSCOW, from: '2027-06-01' }));
  });

  test('a repeal is refused without a regulation, twice, and before the last edition', async () => {
    const { regulation } = newAcademy();
    expectRefused(await regulation.repeal({ on: '2027-06-01' }), 'regulation-missing', '2027-06');
    must(await regulation.adopt(r2, MOSCOW));
    const early = await regulation.repeal({ on: '2026-09-01' });
    expectRefused(early, 'edition-not-later', '2026-09-01');
    must(await regulation.repeal({ on: '2027-06-01' }));
    expectRefused(await regulation.repeal({ on: '2027-07-01' }), 'regulation-missing', '2027-07');
  });
});

describe('today', () => {
  test('is the organisation’s day, before an edition is in force too', async () => {
    const academy = await academyUnderR2('2026-08-31T21:30:00.000Z');
    expect(await readToday(academy.session)).toBe('2026-09-01');
    academy.ports.setClock('2026-08-01T21:30:00.000Z');
    expect(await readToday(academy.session)).toBe('2026-08-02');
    const day = await readDay(academy.session, undefined);
    expect(isRefusal(day) && day.code).toBe('regulation-missing');
  });

  test('no day is known before a regulation names the time zone', async () => {
    const day = await readToday(newAcademy().session);
    expect(isRefusal(day) && day.code).toBe('regulation-missing');
  });
});

test('decisions only read the state that they are given', async () => {
  const academy = await academyUnderR2();
  const events = await academy.events('academy.regulation-main');
  const drafts = events.map(({ type, occurredOn, data }) => ({ type, occurredOn, refs: {}, data }));
  const amendment = amendRegulation.schema.parse({
    from: '2027-01-01',
    sections: { lessons: r2.lessons },
  });
  scenario(regulationFold, codec(coreEvents))
    .given(...drafts)
    .when((state) =>
      decideAmend(state, amendment, null, {
        sender: { ground: order('5-од', '2026-12-01') },
      }),
    )
    .thenState((state) => expect(state.editions).toHaveLength(2));
});
