import { r4 } from '@letopis/core/presets/r4';
import { describe, expect, test } from 'vitest';
import { describesItself, expectSource, ids, sourcesIn } from '../worlds/preset-checks.ts';

const carrier = (id: string) => r4.carriers.carriers.find((one) => one.id === id);

describe('the preset R4', () => {
  describesItself('R4', r4);

  test('R4 §1.4.1: additional general programmes', () => {
    expect(ids(r4.general.programmeTypes)).toEqual(['additional-general']);
    expectSource(r4, 'R4 §1.4.1', 'general.programmeTypes');
  });

  test('R4 §2.2.6: learners are informed of debts or of their absence', () => {
    expect(r4.retakes.informWays.length).toBeGreaterThan(0);
    expect(ids(r4.disclosure.purposes)).toContain('acquaintance');
    expectSource(r4, 'R4 §2.2.6', 'retakes.informWays', 'disclosure.recipients.learner');
  });

  test('R4 §2.2.9: results of other organisations are credited', () => {
    expect(r4.credits.sources).toContain('other-organisation');
    expectSource(r4, 'R4 §2.2.9', 'credits.sources.other-organisation');
  });

  test('R4 §2.2.10, §4.8: nine areas, and no kinds: another act sets them', () => {
    expect(r4.commendation.areas).toHaveLength(9);
    expect(r4.commendation.kinds).toEqual([]);
    expect(r4.commendation.separateAct?.title.ru).toBe('Положение о поощрении обучающихся');
    expectSource(r4, 'R4 §2.2.10', 'commendation.areas');
    expectSource(r4, 'R4 §4.8', 'commendation.kinds', 'commendation.separateAct');
  });

  test('R4 §4.5: current control, events and diagnostics; no interim or final attestation', () => {
    expect(ids(r4.assessment.kinds)).toEqual(['current', 'event', 'diagnostics']);
    expect(r4.assessment.kinds.some(({ attestation }) => attestation)).toBe(false);
    expect(r4.assessment.finalKind).toBeNull();
    expect(r4.assessment.specialConditions.kinds).toEqual([]);
    expect(r4.commissions.kinds).toEqual([]);
    expect(r4.retakes.limits).toEqual([]);
    expectSource(r4, 'R4 §4.5', 'assessment.kinds', 'assessment.finalKind', 'retakes.limits');
  });

  test('R4 §4.5.3: an event of any level may be the basis of a result of its kind', () => {
    expect(r4.achievements.basisForKinds).toEqual(['event']);
    expectSource(r4, 'R4 §4.5.3', 'achievements.basisForKinds', 'achievements.levels');
  });

  test('R4 §4.5.4: independent assessment counts beside one’s own', () => {
    expect(r4.assessment.origins).toContain('independent');
    expectSource(r4, 'R4 §4.5.4, §4.6', 'assessment.origins');
  });

  test('R4 §5.2: the platform holds current control and the personal card, and may assess', () => {
    expect(r4.assessment.platformMayAssess).toBe(true);
    for (const id of ['platform', 'learner-card']) {
      expect(carrier(id)).toMatchObject({ medium: 'electronic', mandatory: true });
      expectSource(r4, 'R4 §5.2', `carriers.${id}`);
    }
    expectSource(r4, 'R4 §5.2', 'assessment.platformMayAssess');
  });

  test('R4 §5.3, §6.5: what is printed is certified by the head alone, and stitched', () => {
    expect(r4.printouts.certification).toMatchObject([
      { forms: [], offices: ['head'], stitchedFromSheets: 2, sealRequired: false },
    ]);
    expectSource(r4, 'R4 §5.3, §6.5', 'printouts.certification');
  });

  test('R4 §5.4: documents of study, of progress in the year, and their registers on paper', () => {
    const paper = r4.carriers.carriers.filter(({ medium }) => medium === 'paper');
    expect(ids(paper)).toEqual([
      'study-documents',
      'progress-documents',
      'registers',
      'personal-files',
    ]);
    expect(ids(r4.documents.kinds)).toEqual(['study-document', 'progress-certificate']);
    expect(ids(r4.documents.registers)).toEqual(['issued-documents', 'progress-certificates']);
    expectSource(r4, 'R4 §5.4.3', 'documents.registers');
  });

  test('R4 §5.5: copies of commendations go into the personal file', () => {
    expect(r4.commendation.copiesTo).toBe('personal-file');
    expectSource(r4, 'R4 §5.5', 'commendation.copiesTo', 'carriers.personal-files');
  });

  test('R4 §5.6: the head controls that results are entered', () => {
    expect(r4.custody.entriesCheck?.offices).toEqual(['head']);
    expectSource(r4, 'R4 §5.6', 'custody.entriesCheck');
  });

  test('R4 §6.1-6.2: integrity is checked, and each study period exported', () => {
    expect(r4.custody.integrityCheck?.offices).toEqual(['head']);
    expect(r4.custody.periodExport?.offices).toEqual(['head']);
    expectSource(r4, 'R4 §6.1', 'custody.integrityCheck');
    expectSource(r4, 'R4 §6.2', 'custody.periodExport');
    expectSource(r4, 'default', 'custody.integrityCheck.everyMonths');
    expectSource(r4, 'default', 'custody.periodExport.dueDays');
  });

  test('R4 §6.3, §6.7: a yearly backup on two media by 25 January, by the head', () => {
    expect(r4.custody.backup).toMatchObject({
      mediaMin: 2,
      dueMonth: 1,
      dueDay: 25,
      offices: ['head'],
    });
    expectSource(r4, 'R4 §6.3', 'custody.backup');
    expectSource(r4, 'R4 §6.7', 'custody.backup.offices');
  });

  test('R4 §6.4: not before the end of the programme, and until no longer needed', () => {
    const term = { term: 'until-no-longer-needed', years: null, startsAt: 'programme-end' };
    for (const id of ['platform', 'learner-card', 'own-archive']) {
      expect(carrier(id)?.retention).toEqual(term);
      expectSource(r4, 'R4 §6.4', `carriers.${id}.retention`);
    }
  });

  test('marks as default what R4 is silent on', () => {
    const sources = sourcesIn(r4);
    const silent = [
      'correction.signerOffices',
      'scales.scales',
      'scales.chosenBy',
      'archive.deadlineDays',
      'carriers.carriers.filePlanIndex',
      'carriers.carriers.retention',
      'disclosure.forms',
      'disclosure.recipients',
      'enrollment.orderFor',
      'commendation.orderRequired',
    ];
    expect(silent.filter((field) => sources.get(field) !== 'default')).toEqual([]);
  });
});
