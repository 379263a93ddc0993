import { must } from '@letopis/core';
import { r3 } from '@letopis/core/presets/r3';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { describesItself, expectSource, ids, sourcesIn } from '../worlds/preset-checks.ts';

const carriers = (medium: string, mandatory: boolean) =>
  r3.carriers.carriers.filter((one) => one.medium === medium && one.mandatory === mandatory);
const to = (recipient: string) =>
  r3.disclosure.recipients.find((one) => one.recipient === recipient);

describe('the preset R3', () => {
  describesItself('R3', r3);

  test('R3 §1.1: general development programmes; nothing is mandatory for all of them', () => {
    expect(r3.general.programmeTypes).toMatchObject([{ id: 'general-development', mandatory: [] }]);
    expectSource(r3, 'R3 §1.1', 'general.programmeTypes');
  });

  test('R3 §1.4: current, interim and final record', () => {
    expect(ids(r3.assessment.kinds)).toEqual(['current', 'interim', 'final']);
    expectSource(r3, 'R3 §1.4', 'assessment.kinds');
  });

  test('R3 §1.4 (interim): a result may rest on a contest, no other one', () => {
    expect(r3.achievements.basisForKinds).toEqual(['interim']);
    expectSource(r3, 'R3 §1.4', 'achievements.basisForKinds');
  });

  test('R3 §1.5: the teacher chooses the scale: points, pass or fail, portfolio', () => {
    expect(r3.scales.chosenBy).toBe('teacher');
    expect(ids(r3.scales.scales)).toEqual(
      expect.arrayContaining(['five-point', 'hundred-point', 'pass-fail', 'portfolio']),
    );
    expectSource(r3, 'R3 §1.5', 'scales.chosenBy', 'scales.scales');
  });

  test('R3 §3.1: internal assessment by surveys and events, external by contests', () => {
    expect(r3.assessment.origins).toEqual(['internal', 'external']);
    expect(ids(r3.assessment.forms)).toEqual(
      expect.arrayContaining(['survey', 'diagnostic', 'monitoring', 'control-event']),
    );
    expectSource(r3, 'R3 §3.1', 'assessment.origins', 'assessment.forms.control-event');
  });

  test('R3 §3.1 (external): five levels of achievement, lowest first', () => {
    expect(ids(r3.achievements.levels)).toEqual([
      'municipal',
      'zonal',
      'regional',
      'national',
      'international',
    ]);
    expectSource(r3, 'R3 §3.1', 'achievements.levels');
  });

  test('R3 §3.3: group journals on paper and electronic at once, protocols on paper', () => {
    expect(ids(carriers('paper', true))).toEqual(['group-journals', 'protocols']);
    expect(ids(carriers('electronic', true))).toEqual([
      'group-journals-electronic',
      'electronic-records',
    ]);
    expect(ids(r3.commissions.kinds)).toContain('attestation');
    expectSource(r3, 'R3 §3.3', 'commissions.kinds.attestation');
  });

  test('R3 §3.4: cards, portfolio, copies and electronic works by the teacher’s choice', () => {
    const optional = r3.carriers.carriers.filter(({ mandatory }) => !mandatory);
    expect(ids(optional)).toEqual([
      'growth-cards',
      'portfolios',
      'contest-protocols',
      'electronic-works',
    ]);
    expect(new Set(optional.map(({ decidedBy }) => decidedBy))).toEqual(new Set(['teacher']));
    expect(ids(r3.portfolio.kinds)).toEqual(
      expect.arrayContaining(['photo', 'presentation', 'video', 'collection', 'screenshot']),
    );
    expectSource(r3, 'R3 §3.4', 'carriers.carriers.decidedBy', 'portfolio.kinds');
  });

  test('R3 §3.5: three banks, each replenished twice a year', () => {
    expect(r3.achievements.banks.map(({ holder }) => holder)).toEqual([
      'learner',
      'group',
      'institution',
    ]);
    expect(r3.achievements.replenishBy).toEqual(['12-31', '06-30']);
    expectSource(r3, 'R3 §3.5', 'achievements.banks', 'achievements.replenishBy');
  });

  test('R3 §3.5 (site): results are placed on the site, by consent as the law has it', () => {
    expect(ids(r3.disclosure.purposes)).toContain('openness');
    expect(r3.disclosure.publication.opensBy).toEqual(['consent']);
    expectSource(r3, '152-FZ art. 10.1', 'disclosure.publication.opensBy');
  });

  test('R3 §3.6: a document confirms an achievement', () => {
    expect(r3.achievements.evidenceRequired).toBe(true);
    expectSource(r3, 'R3 §3.6', 'achievements.evidenceRequired', 'achievements.outcomes');
  });

  test('R3 §4.2: to those who are no representatives by law only, no consent opens it', () => {
    expect(to('third-person')?.opensBy).toEqual(['law']);
    expectSource(r3, 'R3 §4.2', 'disclosure.recipients.third-person');
  });

  test('R3 §4.4: learners and parents, by the set order and on application in both forms', () => {
    for (const recipient of ['learner', 'representative']) {
      expect(to(recipient)).toMatchObject({ ways: ['in-study', 'application'] });
    }
    expect(r3.disclosure.forms).toEqual(['oral', 'written']);
    expectSource(r3, 'R3 §4.4', 'disclosure.recipients', 'disclosure.forms');
  });

  test('R3 §4.5: every term is that of the file plan', () => {
    const terms = r3.carriers.carriers.map(({ retention }) => retention.term);
    expect(new Set(terms)).toEqual(new Set(['file-plan']));
    expect(r3.carriers.carriers.every(({ filePlanIndex }) => filePlanIndex !== null)).toBe(true);
    expectSource(r3, 'R3 §4.5', 'carriers.carriers.retention');
  });

  test('R3 §5.2-5.3: four bodies consider it, the director approves it and changes', async () => {
    const { regulation, events } = newAcademy();
    const on = '2026-08-25';
    const bodies = ['parents-committee', 'learners-council', 'method-council', 'ped-council'];
    const considered = bodies.map((body) => ({ body, opinion: null, on }));
    const approvedBy = { person: 'p-1', office: 'director', on };
    const given = { timeZone: 'Europe/Moscow', from: '2026-09-01', considered, approvedBy };
    must(await regulation.adopt(r3, given));
    const [adopted] = await events('academy.regulation-main');
    expect(adopted?.data).toMatchObject({ considered, approvedBy });
    const amendment = { from: '2026-10-01', sections: { lessons: r3.lessons }, ground: null };
    expectRefused(await regulation.amend(amendment), 'order-required', 'amend-regulation');
  });

  test('marks as default what R3 is silent on', () => {
    const sources = sourcesIn(r3);
    const silent = [
      'correction.signerOffices',
      'commendation.kinds',
      'commendation.copiesTo',
      'archive.deadlineDays',
      'documents.registers',
      'retakes.excludedReasons',
      'custody.backup',
      'scales.scales.passesAt',
      'general.annex',
      'printouts.certification',
    ];
    expect(silent.filter((field) => sources.get(field) !== 'default')).toEqual([]);
  });
});
