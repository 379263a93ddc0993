import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { describesItself, expectSource, ids, sourcesIn } from '../worlds/preset-checks.ts';

const carriers = (medium: string, mandatory: boolean) =>
  r5.carriers.carriers.filter((one) => one.medium === medium && one.mandatory === mandatory);
const to = (recipient: string) =>
  r5.disclosure.recipients.find((one) => one.recipient === recipient);

describe('the preset R5', () => {
  describesItself('R5', r5);

  test('R5 §3.1-3.2: three levels of general education, additional and others beside them', () => {
    expect(ids(r5.general.programmeTypes)).toEqual([
      'basic-general',
      'primary-general',
      'secondary-general',
      'general-development',
      'pre-professional',
      'extracurricular',
      'vocational-training',
    ]);
    expectSource(r5, 'R5 §3.1-3.2', 'general.programmeTypes');
  });

  test('R5 §4.1: current, interim, final where there is no ГИА, and the ГИА itself', () => {
    const kinds = ['current', 'period', 'interim', 'year', 'final', 'state-final'];
    expect(ids(r5.assessment.kinds)).toEqual(kinds);
    expect(r5.assessment.origins).toEqual(['internal', 'external']);
    expectSource(r5, 'R5 §4.1', 'assessment.kinds', 'assessment.origins');
  });

  test('R5 §3.4: special conditions for the gifted, at the final one not in ГИА subjects', () => {
    expect(r5.assessment.specialConditions).toMatchObject({
      grounds: expect.arrayContaining(['gifted']),
      kinds: ['interim', 'final'],
      kindsNotStateFinal: ['final'],
    });
    expectSource(r5, 'R5 §3.4', 'assessment.specialConditions');
  });

  test('R5 §1.2 (gifted): what the listed achieve is credited, not where ГИА is', () => {
    expect(r5.credits).toMatchObject({
      achievementKinds: ['interim', 'final'],
      achievementKindsNotStateFinal: ['final'],
      achievementNeedsListing: true,
    });
    expectSource(r5, 'R5 §1.2', 'credits.achievementKinds', 'credits.achievementNeedsListing');
  });

  test('R5 §5 (will), §5 (control): by will of the family, controlled by the deputy head', () => {
    expect(r5.credits).toMatchObject({
      sources: ['own', 'other-organisation', 'achievement'],
      applicants: ['learner', 'representative'],
      controlOffices: ['deputy-head'],
    });
    expectSource(r5, 'R5 §5', 'credits.applicants', 'credits.controlOffices');
    expectSource(r5, 'R5 §1.2, §5.2', 'credits.sources');
  });

  test('R5 §1.3, §3.3, §4.9: prize and diploma, by another act, copies into the portfolio', () => {
    expect(ids(r5.commendation.kinds)).toEqual(['prize', 'diploma']);
    expect(r5.commendation.separateAct?.title.ru).toBe('Положение о поощрении обучающихся');
    expect(r5.commendation.areas).toHaveLength(9);
    expect(r5.commendation.copiesTo).toBe('portfolio');
    expectSource(r5, 'R5 §1.3', 'commendation.kinds');
    expectSource(r5, 'R5 §3.3', 'commendation.separateAct', 'commendation.areas');
    expectSource(r5, 'R5 §4.9', 'commendation.copiesTo');
  });

  test('R5 §3.2.2-3.2.3: olympiads, sport, ГТО, champions, self-government, volunteering', () => {
    expect(ids(r5.achievements.kinds)).toEqual(
      expect.arrayContaining([
        'olympiad',
        'sport',
        'gto',
        'champion-status',
        'self-government',
        'volunteering',
      ]),
    );
    expect(ids(r5.achievements.outcomes)).toContain('participation');
    expect(ids(r5.achievements.officialLists)).toEqual(['gifted-list']);
    expectSource(r5, 'R5 §3.2.2', 'achievements.outcomes', 'achievements.officialLists');
  });

  test('R5 §4.3.1, §4.3.3: journals of three kinds, files, portfolio, in the file plan', () => {
    expect(ids(carriers('paper', true))).toEqual([
      'extracurricular-journals',
      'elective-journals',
      'optional-journals',
      'personal-files',
      'portfolios',
      'attestat-book',
    ]);
    expect(carriers('paper', true).every(({ filePlanIndex }) => filePlanIndex !== null)).toBe(true);
    expectSource(r5, 'R5 §4.3', 'carriers.carriers');
  });

  test('R5 §4.3.2: the class journal, the diary and the database are electronic', () => {
    expect(ids(carriers('electronic', true))).toEqual([
      'electronic-journal',
      'electronic-diary',
      'progress-database',
    ]);
    expectSource(r5, 'R5 §4.3.2', 'carriers.electronic-journal', 'carriers.electronic-diary');
  });

  test('R5 §4.3.4: a collegial body decides on optional carriers', () => {
    const optional = r5.carriers.carriers.filter(({ mandatory }) => !mandatory);
    expect(ids(optional)).toEqual(['circle-journals', 'achievement-sheets', 'control-books']);
    expect(new Set(optional.map(({ decidedBy }) => decidedBy))).toEqual(
      new Set(['pedagogical-council']),
    );
    expectSource(r5, 'R5 §4.3.4', 'carriers.control-books.decidedBy');
  });

  test('R5 §4.7: a certificate of progress is sealed, signed by the head or the authorised', () => {
    const [progress] = r5.printouts.certification;
    expect(progress).toMatchObject({
      forms: ['progress-certificate'],
      offices: ['head', 'deputy-head'],
      sealRequired: true,
    });
    const received = r5.documents.kinds.filter(({ receivedRegister }) => receivedRegister !== null);
    expect(ids(received)).toEqual([
      'progress-certificate',
      'diploma',
      'certificate-of-honour',
      'participant-certificate',
      'attested-course',
    ]);
    expectSource(r5, 'R5 §4.7', 'printouts.certification', 'documents.kinds');
  });

  test('R5 §4.8-4.9: class albums, models, works; documents and copies of commendations', () => {
    expect(r5.portfolio.holders).toEqual(['learner', 'group']);
    expect(ids(r5.portfolio.kinds)).toEqual(
      expect.arrayContaining(['album', 'presentation', 'model', 'work', 'commendation-copy']),
    );
    expectSource(r5, 'R5 §4.8-4.9', 'portfolio.kinds');
    expectSource(r5, 'R5 §4.8', 'portfolio.holders');
  });

  test('R5 §4.10: results stand in the attestat and in its line of the book', () => {
    const attestats = r5.documents.kinds.filter(({ register }) => register === 'attestat-book');
    expect(ids(attestats)).toEqual([
      'attestat-basic',
      'attestat-basic-distinction',
      'attestat-secondary',
      'attestat-secondary-distinction',
    ]);
    for (const one of attestats) {
      expect(one).toMatchObject({ marksInLine: true, demands: 'completion' });
    }
    const [basic, , secondary] = attestats;
    expect(basic?.markRules).toEqual([
      {
        subjects: 'examined',
        method: 'mean',
        kinds: ['year', 'state-final'],
        studyYears: 'latest',
      },
      { subjects: 'any', method: 'first', kinds: ['year', 'final'], studyYears: 'latest' },
    ]);
    expect(secondary?.markRules.map(({ method }) => method)).toEqual(['first', 'mean', 'first']);
    expect(secondary?.markKinds).not.toContain('state-final');
    expectSource(r5, 'order 115 of 2014 item 5', 'documents.kinds.markRules');
    expectSource(r5, 'R5 §4.10', 'documents.registers.attestat-book', 'carriers.attestat-book');
  });

  test('RK 1.17: an attestat with distinction, in the place of the plain one', () => {
    const { kinds } = r5.documents;
    for (const level of ['basic', 'secondary']) {
      const plain = kinds.find(({ id }) => id === `attestat-${level}`);
      const own = kinds.find(({ id }) => id === `attestat-${level}-distinction`);
      const { id: _id, title: _title, variantOf: _of, marksAtLeast: _least, ...same } = own ?? {};
      expect(plain).toMatchObject({ ...same, variantOf: null, marksAtLeast: 'any' });
      expect(own).toMatchObject({ variantOf: plain?.id, marksAtLeast: 'highest' });
    }
    // What it takes was not seen in an order, and says so.
    expectSource(r5, 'default', 'documents.kinds.marksAtLeast');
  });

  test('RK 1.17, 273-FZ art. 60 part 13: a training certificate, with its book', () => {
    const kind = r5.documents.kinds.find(({ id }) => id === 'training-certificate');
    expect(kind).toMatchObject({
      title: { ru: 'Свидетельство об обучении' },
      register: 'training-certificates',
      demands: 'completion',
      marksInLine: true,
      failingMarks: 'by-demands',
    });
    expect(ids(r5.documents.registers)).toContain('training-certificates');
    expectSource(r5, '273-FZ art. 60', 'documents.kinds.training-certificate');
  });

  test('273-FZ art. 60 part 12: certificates and extracts show failing marks', () => {
    const shown = r5.documents.kinds.filter(({ failingMarks }) => failingMarks === 'show');
    expect(ids(shown)).toEqual(['progress-certificate', 'study-certificate', 'extract']);
    expect(shown.every((one) => one.marksInLine && one.mayLackMarks)).toBe(true);
    expectSource(r5, '273-FZ art. 60', 'documents.kinds.failingMarks');
  });

  test('R5 §6.2-6.4: learner and parents on application, others by law; social support', () => {
    expect(to('learner')?.ways).toContain('application');
    expect(to('representative')?.ways).toContain('application');
    expect(to('third-person')?.opensBy).toEqual(['law']);
    expect(ids(r5.disclosure.purposes)).toContain('social-support');
    expectSource(r5, 'R5 §6.2', 'disclosure.recipients.third-person');
    expectSource(r5, 'R5 §6.3', 'disclosure.purposes.social-support');
    expectSource(r5, 'R5 §6.4', 'disclosure.recipients', 'disclosure.forms');
  });

  test('R5 §7.2: the terms of mandatory paper carriers are those of the file plan', () => {
    const terms = carriers('paper', true).map(({ retention }) => retention.term);
    expect(new Set(terms)).toEqual(new Set(['file-plan']));
    expectSource(r5, 'R5 §7.2', 'carriers.carriers.retention');
  });

  test('marks as default what R5 is silent on', () => {
    const sources = sourcesIn(r5);
    const silent = [
      'correction.signerOffices',
      'scales.scales',
      'commissions.kinds',
      'archive.deadlineDays',
      'retakes.excludedReasons',
      'custody.backup',
      'disclosure.publication',
      'general.annex',
      'commendation.orderRequired',
    ];
    expect(silent.filter((field) => sources.get(field) !== 'default')).toEqual([]);
  });
});
