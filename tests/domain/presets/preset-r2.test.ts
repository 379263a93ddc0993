import { must } from '@letopis/core';
import { utf8Bytes } from '@letopis/core/kernel';
import { r2 } from '@letopis/core/presets/r2';
import { checkScale } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { academyUnderR2 } from '../worlds/academy.ts';

const SECTIONS = [
  'general',
  'scales',
  'assessment',
  'correction',
  'lessons',
  'enrollment',
  'commendation',
  'archive',
  'carriers',
  'credits',
  'achievements',
  'portfolio',
  'documents',
  'retention',
  'custody',
  'commissions',
  'retakes',
  'works',
  'disclosure',
  'printouts',
  'presence',
] as const;

const termOf = (id: string) => r2.carriers.carriers.find((one) => one.id === id)?.retention;

const sources = new Map(r2.general.sources.map(({ field, source }) => [field, source]));

describe('the preset R2', () => {
  test('is adopted without a problem', async () => {
    const academy = await academyUnderR2();
    const events = await academy.events('academy.regulation-main');
    expect(events).toHaveLength(1 + SECTIONS.length);
    expect(events[0]?.data).toMatchObject({ edition: 1, preset: 'r2@1', sections: SECTIONS });
  });

  test('writes every section in a line well under 65,535 bytes', async () => {
    const { session } = await academyUnderR2();
    const lines: number[] = [];
    for await (const page of session.handler.store.readStream('academy.regulation-main')) {
      lines.push(...page.map(({ line }) => utf8Bytes(line)));
    }
    expect(lines).toHaveLength(1 + SECTIONS.length);
    expect(Math.max(...lines)).toBeLessThan(20_000);
  });

  for (const section of SECTIONS) {
    const fields = Object.keys(r2[section]).filter((key) => key !== 'section' && key !== 'sources');
    test.each(fields)(`names the source of ${section}.%s`, (field) => {
      expect(sources.get(`${section}.${field}`)).toBeDefined();
    });
  }

  const CITED = /^(?:R2 §\d\.\d|273-FZ art\. \d+|order 266 of 2025 item 18|default)$/;

  test('gives each source as a clause of R2, a law, or default, and each field once', () => {
    const odd = [...sources].filter(([, source]) => !CITED.test(source));
    expect(odd).toEqual([]);
    expect(sources.size).toBe(r2.general.sources.length);
  });

  test('names only fields and ids that it has', () => {
    const strange = [...sources.keys()].filter((field) => {
      const [section = '', ...names] = field.split('.');
      const whole = JSON.stringify({ ...r2[section as 'general'], sources: null });
      return !names.every((name) => whole.includes(`"${name}"`));
    });
    expect(strange).toEqual(['general.timeZone']);
  });

  test('marks as default what R2 is silent on', () => {
    const commendation = Object.keys(r2.commendation).filter((key) => key !== 'section');
    const silent = [
      ...commendation.map((field) => `commendation.${field}`),
      'correction.reasonRequired',
      'correction.positionRequired',
      'correction.replacedNamed',
      'correction.countersignOffices',
      'correction.orderAfterArchive',
      'scales.scales',
      'archive.deadlineDays',
      'carriers.lesson-journal.retention.startsAt',
    ];
    expect(silent.filter((field) => sources.get(field) !== 'default')).toEqual([]);
  });

  test('R2 §1.5: interim and final assessment are mandatory in both programme types', () => {
    expect(r2.general.programmeTypes.map((type) => type.mandatory)).toEqual([
      ['interim', 'final'],
      ['interim', 'final'],
    ]);
    expect(r2.assessment.requirementsAnnounced).toBe(true);
  });

  test('R2 §2.3 (correction): it has words and the signature of the teacher who corrected', () => {
    expect(r2.correction).toMatchObject({
      signerOffices: ['teacher'],
      correctorSigns: true,
      wordsRequired: true,
      positionRequired: false,
      countersignOffices: null,
    });
  });

  test('R2 §2.2: journals, sheets, protocols and personal files are mandatory on paper', () => {
    const paper = r2.carriers.carriers.filter((one) => one.mandatory && one.medium === 'paper');
    expect(paper.map((one) => one.records)).toEqual([
      'journal',
      'grade-sheet',
      'protocol',
      'personal-file',
    ]);
    expect(paper.every((one) => one.filePlanIndex !== null)).toBe(true);
  });

  test('R2 §3.3-3.5: a year, at least three years after departure, until no longer needed', () => {
    expect(termOf('lesson-journal')).toMatchObject({ term: 'exact', years: 1 });
    expect(termOf('personal-files')).toEqual({ term: 'at-least', years: 3, startsAt: 'departure' });
    expect(termOf('electronic-records')).toMatchObject({ term: 'until-no-longer-needed' });
  });

  test('R2 §2.3 (final): attestation is held at the end of study', () => {
    expect(r2.assessment.finalKind).toBe('final');
  });

  test('has scales whose parts agree', () => {
    expect(r2.scales.scales.map((one) => one.id)).toEqual([
      'five-point',
      'pass-fail',
      'hundred-point',
      'mastery-levels',
      'five-point-tenths',
    ]);
    for (const scale of r2.scales.scales) {
      expect(checkScale(scale as Parameters<typeof checkScale>[0])).toEqual([]);
    }
  });

  test('cannot be changed by who adopts it', () => {
    expect(Object.isFrozen(r2.correction.signerOffices)).toBe(true);
    expect(Object.isFrozen(r2.general.programmeTypes[0])).toBe(true);
  });

  test('opens the programme of the first page: 36 hours and no type', async () => {
    const { programmes, events } = await academyUnderR2();
    const modules = [{ id: 'safety', scale: 'five-point', hours: 36 }];
    const opened = must(await programmes.open({ id: 'mentor', modules }));
    expect(opened.id).toBe('mentor');
    const [programme] = await events('academy.programme-mentor');
    expect(programme).toMatchObject({
      occurredOn: '2026-11-22',
      data: { programmeType: 'qualification-improvement', hours: null, edition: 1 },
    });
  });
});
