import { must } from '@letopis/core';
import { transferDueOn } from '@letopis/core/facts';
import { r1 } from '@letopis/core/presets/r1';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { describesItself, expectSource, ids, sourcesIn } from '../worlds/preset-checks.ts';

const preset = r1({ archiveDeadlineDays: 30 });

const carriers = (one: { readonly medium?: string; readonly mandatory: boolean }) =>
  preset.carriers.carriers.filter(
    ({ medium, mandatory }) => medium === (one.medium ?? medium) && mandatory === one.mandatory,
  );
const to = (recipient: string) =>
  preset.disclosure.recipients.find((one) => one.recipient === recipient);

describe('the preset R1', () => {
  describesItself('R1', preset);

  test('R1 §7.2: the days to the archive are blank in the text and must be given', () => {
    expect(preset.archive.deadlineDays).toBe(30);
    expectSource(preset, 'R1 §7.2', 'archive.deadlineDays');
    expect(transferDueOn(preset.archive, '2027-06-30')).toBe('2027-07-30');
    const blank = {} as { archiveDeadlineDays: number };
    expect(() => r1(blank)).toThrowError('give archiveDeadlineDays, such as 30');
    expect(() => r1({ archiveDeadlineDays: 1.5 })).toThrowError('R1 §7.2');
    expect(() => r1({ archiveDeadlineDays: -1 })).toThrowError('R1 §7.2');
  });

  test('R1 §7.1: from the department of additional education to the archive', () => {
    expect(preset.archive).toMatchObject({
      fromUnit: 'Отделение дополнительного образования',
      toUnit: 'Архив',
    });
    expectSource(preset, 'R1 §7.1', 'archive.fromUnit', 'archive.toUnit');
  });

  test('R1 §3.1: four programme types', () => {
    expect(ids(preset.general.programmeTypes)).toEqual([
      'qualification-improvement',
      'professional-retraining',
      'general-development',
      'pre-professional',
    ]);
    expectSource(preset, 'R1 §3.1', 'general.programmeTypes');
  });

  test('R1 §3.5-3.6: final attestation in professional programmes, in others as they say', () => {
    const mandatory = preset.general.programmeTypes.map((type) => type.mandatory);
    expect(mandatory).toEqual([['final'], ['final'], [], []]);
    expectSource(preset, 'R1 §3.5-3.6', 'general.programmeTypes.mandatory');
  });

  test('R1 §3.5b: current, interim, final and practice; the programme sets form and scale', () => {
    expect(ids(preset.assessment.kinds)).toEqual(['current', 'interim', 'final', 'practice']);
    expect(ids(preset.assessment.forms)).toEqual(
      expect.arrayContaining(['practice', 'internship', 'project']),
    );
    expect(preset.scales.chosenBy).toBe('programme');
    expect(ids(preset.works.practiceKinds)).toEqual(['practice', 'internship']);
    expectSource(preset, 'R1 §3.5b', 'assessment.kinds', 'scales.chosenBy', 'works.practiceKinds');
  });

  test('R1 §4.2: eight carriers on paper, and the file, each an entry of the file plan', () => {
    expect(ids(carriers({ medium: 'paper', mandatory: true }))).toEqual([
      'grade-sheets',
      'teacher-reports',
      'protocols',
      'retake-protocols',
      'reviews',
      'issued-documents',
      'study-certificates',
      'commendations',
      'personal-files',
    ]);
    const paper = carriers({ medium: 'paper', mandatory: true });
    expect(paper.every(({ filePlanIndex }) => filePlanIndex !== null)).toBe(true);
    expectSource(preset, 'R1 §4.2', 'carriers.carriers');
  });

  test('R1 §7.4: the terms of paper carriers are those of the file plan', () => {
    const terms = carriers({ medium: 'paper', mandatory: true }).map((one) => one.retention.term);
    expect(new Set(terms)).toEqual(new Set(['file-plan']));
    expectSource(preset, 'R1 §7.4', 'carriers.carriers.retention');
  });

  test('R1 §4.3, §4/5.3.1: the book of issued documents is kept in both media', () => {
    expect(ids(carriers({ medium: 'electronic', mandatory: true }))).toContain(
      'issued-documents-electronic',
    );
    const [issued, certificates] = preset.documents.registers;
    expect(issued).toMatchObject({ id: 'issued-documents', media: ['paper', 'electronic'] });
    expect(certificates).toMatchObject({ id: 'study-certificates', media: ['paper'] });
  });

  test('R1 §4/5.5-5.6: analytical notes and self-evaluation where the director decides so', () => {
    const optional = carriers({ mandatory: false });
    expect(ids(optional)).toEqual(['analytical-notes', 'self-evaluation-report']);
    expect(optional.map(({ decidedBy }) => decidedBy)).toEqual(['head', 'head']);
    expectSource(preset, 'R1 §4/5.6', 'carriers.analytical-notes.decidedBy');
  });

  test('R1 §4/5.7: certificate, diploma, certificate of study, participant’s certificate', () => {
    expect(ids(preset.documents.kinds)).toEqual([
      'upgrade-certificate',
      'retraining-diploma',
      'study-certificate',
      'extract',
      'participant-certificate',
    ]);
    expectSource(preset, 'R1 §4/5.7', 'documents.kinds');
    expectSource(preset, 'default', 'documents.kinds.extract');
  });

  test('R1 §4/5.8: presentations and works, of one learner or of a group', () => {
    expect(preset.portfolio.holders).toEqual(['learner', 'group']);
    expect(preset.portfolio.media).toEqual(['paper', 'digital']);
    expectSource(preset, 'R1 §4/5.8.1', 'portfolio.holders', 'portfolio.media');
  });

  test('R1 §4.2.3-4.2.5, §4.2.2: commissions of attestation and retakes, reviews, reports', () => {
    expect(preset.commissions.kinds).toMatchObject([
      { id: 'attestation', attests: ['interim', 'final'], attempts: 'first' },
      { id: 'retake', attests: ['interim', 'final'], attempts: 'retake' },
    ]);
    expect(preset.retakes.limits.flatMap(({ kinds }) => kinds)).toEqual(['interim', 'final']);
    expect(preset.works).toMatchObject({ reviewRequired: true, reportOffices: ['teacher'] });
    expectSource(preset, 'R1 §4.2.3-4.2.4', 'commissions.kinds');
    expectSource(preset, 'R1 §4.2.4', 'retakes.limits.final');
    expectSource(preset, 'R1 §4.2.5', 'works.reviewRequired');
    expectSource(preset, 'R1 §4.2.2', 'works.reportKinds', 'works.reportOffices');
  });

  test('R1 §5.1-5.5: nine areas, three grounds, three kinds, by order, with a copy', () => {
    expect(preset.commendation).toMatchObject({
      separateAct: null,
      bases: ['documented-success', 'practice', 'petition'],
      orderOffices: ['head'],
      orderRequired: true,
      copiesTo: 'personal-file',
      countsIn: ['current', 'interim'],
      publicationNeedsConsent: true,
    });
    expect(preset.commendation.areas).toHaveLength(9);
    expect(ids(preset.commendation.kinds)).toEqual([
      'certificate-of-honour',
      'participant-diploma',
      'letter-of-thanks',
    ]);
    expectSource(preset, 'R1 §5.2', 'commendation.kinds');
    expectSource(preset, 'R1 §5.3', 'commendation.orderRequired', 'disclosure.publication.opensBy');
    expectSource(preset, 'R1 §5.4', 'commendation.copiesTo');
    expectSource(preset, 'R1 §5.5', 'commendation.countsIn');
  });

  test('R1 §6.2-6.3: the learner on application, third persons by consent or law', () => {
    expect(to('learner')).toMatchObject({ ways: ['in-study', 'application'], opensBy: ['right'] });
    expect(to('third-person')?.opensBy).toEqual(['consent', 'law']);
    expect(preset.disclosure.forms).toEqual(['oral', 'written']);
    expectSource(preset, 'R1 §6.2', 'disclosure.recipients.third-person');
    expectSource(preset, 'R1 §6.3', 'disclosure.recipients.learner', 'disclosure.forms');
  });

  test('R1 §8.2: it is repealed by order only', async () => {
    const { session, regulation } = newAcademy();
    const given = { timeZone: 'Europe/Moscow', from: '2026-09-01' };
    must(await regulation.adopt(preset, given));
    expect(session.sender.ground).not.toBeNull();
    const repealed = await regulation.repeal({ on: '2026-11-20', ground: null });
    expectRefused(repealed, 'order-required', 'repeal-regulation');
    must(await regulation.repeal({ on: '2026-11-20' }));
  });

  test('marks as default what R1 is silent on', () => {
    const sources = sourcesIn(preset);
    const silent = [
      ...Object.keys(preset.correction)
        .filter((key) => key !== 'section')
        .map((key) => `correction.${key}`),
      'scales.scales',
      'commissions.quorum',
      'commissions.numberedPer',
      'commissions.seats',
      'general.annex',
      'credits.sources',
      'achievements.levels',
      'custody.backup',
      'disclosure.recipients',
    ];
    expect(silent.filter((field) => sources.get(field) !== 'default')).toEqual([]);
  });
});
