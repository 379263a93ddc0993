import { must, order } from '@letopis/core';
import type { EnrollmentState } from '@letopis/core/facts';
import { enrollmentFold, formsEndedOn, studyFormsOn, studyLimitsOn } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { YearSchool } from '../worlds/year-school.ts';
import { pupil, yearSchool } from '../worlds/year-school.ts';

const rules = { ...r5, edition: 1 } as never;

const stateOf = async ({ events }: YearSchool): Promise<EnrollmentState> =>
  foldEvents(enrollmentFold, (await events(`academy.enrollment-${pupil}`)) as never);

const ground = order('12-уч', '2026-10-01');
const paper = { number: '77', date: '2026-09-28' } as const;
const homeStudy = {
  enrollment: pupil,
  aspect: 'arrangement',
  form: 'home-study',
  paper,
  on: '2026-10-02',
  ground,
} as const;
const family = {
  enrollment: pupil,
  aspect: 'education',
  form: 'family',
  on: '2026-11-01',
  ground,
} as const;

describe('273-FZ art. 17, RK 4 no. 7: forms of education and of study', () => {
  test('where nothing is entered, the first form of each list holds', async () => {
    const state = await stateOf(await yearSchool());
    expect(studyFormsOn(state, '2026-10-01', rules)).toEqual({
      education: 'organisation',
      study: 'full-time',
      arrangements: [],
    });
    expect(studyLimitsOn(state, '2026-10-01', rules)).toEqual({
      lessons: 'class',
      results: 'all',
      form: null,
    });
  });

  test('they change over time, each with its order, and hold until their last day', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    must(await enrollments.setStudyForm({ ...homeStudy, until: '2027-02-28' }));
    must(await enrollments.setStudyForm(family));
    const back = { ...family, form: 'organisation', on: '2027-01-11' } as const;
    must(await enrollments.setStudyForm(back));
    const state = await stateOf(school);
    const on = (day: string) => {
      const { education, arrangements } = studyFormsOn(state, day, rules);
      return [education, ...arrangements].join(' ');
    };
    expect(on('2026-10-01')).toBe('organisation');
    expect(on('2026-10-02')).toBe('organisation home-study');
    expect(on('2026-10-31')).toBe('organisation home-study');
    expect(on('2026-11-01')).toBe('family home-study');
    expect(on('2027-01-10')).toBe('family home-study');
    expect(on('2027-01-11')).toBe('organisation home-study');
    expect(on('2027-02-28')).toBe('organisation home-study');
    expect(on('2027-03-01')).toBe('organisation');
    const [event] = (await school.events(`academy.enrollment-${pupil}`)).slice(-3);
    expect(event).toMatchObject({
      type: 'StudyFormSet',
      occurredOn: '2026-10-02',
      ground,
      refs: { group: ['10a'], learner: ['l-1'] },
      data: { aspect: 'arrangement', form: 'home-study', until: '2027-02-28', paper },
    });
  });

  test('a form is entered late: an earlier day than the last entry is no obstacle', async () => {
    const school = await yearSchool();
    must(await school.enrollments.setStudyForm(family));
    must(await school.enrollments.setStudyForm(homeStudy));
    const state = await stateOf(school);
    expect(studyFormsOn(state, '2026-10-15', rules).arrangements).toEqual(['home-study']);
    expect(studyFormsOn(state, '2026-11-15', rules).education).toBe('family');
  });

  test('several arrangements hold beside one another; the narrowest counts', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    must(await enrollments.setStudyForm(homeStudy));
    const extern = { ...homeStudy, form: 'extern', paper: null, on: '2026-12-01' } as const;
    must(await enrollments.setStudyForm(extern));
    const state = await stateOf(school);
    const { lessons, results, form } = studyLimitsOn(state, '2026-11-30', rules);
    expect([lessons, results, form]).toEqual(['individual', 'all', 'home-study']);
    expect(studyLimitsOn(state, '2026-12-01', rules)).toEqual({
      lessons: 'none',
      results: 'attestation',
      form: 'extern',
    });
  });

  test('an arrangement is ended from a day: that is not annulling it', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    must(await enrollments.setStudyForm(homeStudy));
    const { paper: _paper, ...end } = { ...homeStudy, on: '2026-12-01' };
    must(await enrollments.endStudyForm(end));
    const state = await stateOf(school);
    expect(studyFormsOn(state, '2026-11-30', rules).arrangements).toEqual(['home-study']);
    expect(studyFormsOn(state, '2026-12-01', rules).arrangements).toEqual([]);
    expectRefused(await enrollments.endStudyForm(end), 'study-form-not-held', 'home-study');
  });

  test('RK 1.5: a refused end of a form says that it is the end that is refused', async () => {
    const { enrollments } = await yearSchool();
    must(await enrollments.setStudyForm(homeStudy));
    const { paper: _paper, ...end } = { ...homeStudy, on: '2026-12-01' };
    const { enrollment } = homeStudy;
    const unordered = await enrollments.endStudyForm({ ...end, ground: null });
    expectRefused(unordered, 'order-required', 'end-study-form');
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-11-30' }));
    expectRefused(await enrollments.endStudyForm(end), 'not-possible-now', 'end-study-form');
    const set = await enrollments.setStudyForm({ ...homeStudy, ground: null });
    expectRefused(set, 'order-required', 'set-study-form');
  });

  test('the form is one of the regulation, with its order and paper, and not twice', async () => {
    const { enrollments } = await yearSchool();
    expectRefused(
      await enrollments.setStudyForm({ ...homeStudy, form: 'at-sea' }),
      'study-form-unknown',
      'at-sea',
      'home-study',
    );
    expectRefused(await enrollments.setStudyForm({ ...homeStudy, ground: null }), 'order-required');
    expectRefused(
      await enrollments.setStudyForm({ ...homeStudy, paper: null }),
      'study-form-paper-missing',
      'home-study',
    );
    expectRefused(
      await enrollments.setStudyForm({ ...homeStudy, until: '2026-10-01' }),
      'period-reversed',
    );
    must(await enrollments.setStudyForm(homeStudy));
    expectRefused(
      await enrollments.setStudyForm({ ...homeStudy, on: '2026-12-01' }),
      'study-form-held',
      '2026-10-02',
    );
    must(await enrollments.discharge({ enrollment: pupil, reason: 'own-wish', on: '2027-02-01' }));
    expectRefused(
      await enrollments.setStudyForm({ ...family, on: '2027-03-01' }),
      'not-possible-now',
      '2027-02-01',
    );
  });
});

describe('273-FZ art. 34 part 3: who passes attestation only', () => {
  test('has no current marks from that day on, but marks of attestation', async () => {
    const { enrollments, assessments } = await yearSchool();
    must(await enrollments.setStudyForm(family));
    const mark = { enrollment: pupil, module: 'algebra', value: '4', assessor: 'p-9' } as const;
    must(await assessments.record({ ...mark, kind: 'current', on: '2026-10-31' }));
    expectRefused(
      await assessments.record({ ...mark, kind: 'current', on: '2026-11-01' }),
      'attestation-only',
      'family',
      'interim',
    );
    must(await assessments.record({ ...mark, kind: 'interim', on: '2026-12-20' }));
  });
});

describe('273-FZ art. 41: an arrangement holds once on a day', () => {
  const early = { ...homeStudy, on: '2026-09-29', ground: order('11-уч', '2026-09-28') } as const;
  const { paper: _paper, ...end } = { ...homeStudy, on: '2026-12-01' };

  test('one that is entered late ends before the one that follows', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    const { eventId } = must(await enrollments.setStudyForm(homeStudy));
    expectRefused(await enrollments.setStudyForm(early), 'study-form-held', '2026-10-02', eventId);
    const touching = { ...early, until: '2026-10-02' } as const;
    expectRefused(await enrollments.setStudyForm(touching), 'study-form-held', eventId);
    must(await enrollments.setStudyForm({ ...early, until: '2026-10-01' }));
    must(await enrollments.endStudyForm(end));
    const state = await stateOf(school);
    const on = (day: string) => studyFormsOn(state, day, rules).arrangements;
    expect(['2026-09-29', '2026-11-30'].map(on)).toEqual([['home-study'], ['home-study']]);
    expect(['2026-09-28', '2026-12-01', '2027-01-20'].map(on)).toEqual([[], [], []]);
  });

  test('an end ends what holds on its day, and not a later one', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    must(await enrollments.setStudyForm({ ...homeStudy, until: '2026-12-31' }));
    must(await enrollments.setStudyForm({ ...homeStudy, on: '2027-01-11' }));
    must(await enrollments.endStudyForm(end));
    const state = await stateOf(school);
    const on = (day: string) => studyFormsOn(state, day, rules).arrangements;
    expect([on('2026-12-01'), on('2027-01-11')]).toEqual([[], ['home-study']]);
  });

  test('two that an older record has are ended by one end', () => {
    const open = { aspect: 'arrangement', form: 'home-study', until: null } as const;
    const unended = { ...open, endedFrom: null, endedBy: null } as const;
    const forms = [
      { ...unended, event: 'a', from: '2026-09-07' },
      { ...unended, event: 'b', from: '2026-10-01' },
      { ...unended, event: 'c', from: '2026-12-01' },
      { ...unended, event: 'd', from: '2026-10-01', form: 'individual-plan' },
    ];
    const ended = (on: string) => formsEndedOn({ forms }, open, on).map((one) => one.event);
    expect(ended('2026-12-01')).toEqual(['a', 'b']);
    expect(ended('2026-10-01')).toEqual(['a']);
  });
});

describe('RK 1.8: the entry of a form is put right', () => {
  const by = { enrollment: pupil, signer: 'p-5', reason: 'Ошибка в приказе', ground } as const;

  test('its days are corrected, and the earlier entry stays readable', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    const { eventId: entry } = must(await enrollments.setStudyForm(homeStudy));
    const right = { ...by, entry, form: 'home-study', paper, until: '2027-05-31' } as const;
    const other = order('13-уч', '2026-12-01');
    const early = { ...right, from: '2026-09-30', ground: other } as const;
    const late = await enrollments.correctStudyForm(early);
    expectRefused(late, 'paper-after-effect', '12-уч', '2026-10-01', '2026-09-30');
    must(await enrollments.correctStudyForm({ ...early, from: '2026-10-01' }));
    const [annulled, stands] = (await school.events(`academy.enrollment-${pupil}`)).slice(-2);
    expect(annulled).toMatchObject({
      type: 'StudyEntryAnnulled',
      occurredOn: '2026-10-02',
      data: { corrects: entry, replacedBy: stands?.id, signer: { office: 'records-keeper' } },
    });
    expect(stands?.ground).toEqual(ground);
    const state = await stateOf(school);
    expect(studyFormsOn(state, '2026-10-01', rules).arrangements).toEqual(['home-study']);
    expect(studyFormsOn(state, '2027-06-01', rules).arrangements).toEqual([]);
  });

  test('annulled from the start it never held; what ended it is annulled first', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    const { eventId: entry } = must(await enrollments.setStudyForm(homeStudy));
    const { paper: _paper, ...end } = { ...homeStudy, on: '2026-12-01' };
    const { eventId: ended } = must(await enrollments.endStudyForm(end));
    expectRefused(
      await enrollments.annulStudyEntry({ ...by, entry }),
      'entry-rested-on',
      'StudyFormEnded 2026-12-01',
      ended,
    );
    must(await enrollments.annulStudyEntry({ ...by, entry: ended }));
    must(await enrollments.annulStudyEntry({ ...by, entry }));
    const state = await stateOf(school);
    expect(studyFormsOn(state, '2026-10-15', rules).arrangements).toEqual([]);
  });

  test('the end of a later one does not rest on it', async () => {
    const { enrollments, events } = await yearSchool();
    const first = { ...homeStudy, until: '2026-12-31' } as const;
    const { eventId: entry } = must(await enrollments.setStudyForm(first));
    must(await enrollments.setStudyForm({ ...homeStudy, on: '2027-01-11' }));
    const { paper: _paper, ...end } = { ...homeStudy, on: '2027-03-01' };
    must(await enrollments.endStudyForm(end));
    const right = { ...by, entry, form: 'home-study', until: '2026-12-31' } as const;
    must(await enrollments.correctStudyForm({ ...right, paper: { ...paper, number: '78' } }));
    const [stands] = (await events(`academy.enrollment-${pupil}`)).slice(-1);
    must(await enrollments.annulStudyEntry({ ...by, entry: stands?.id ?? '' }));
  });

  test('an entry that the enrollment does not have is told', async () => {
    const { enrollments } = await yearSchool();
    const entry = '00000000-0000-7000-8000-000000000000';
    expectRefused(await enrollments.annulStudyEntry({ ...by, entry }), 'entry-unknown', pupil);
  });
});

describe('273-FZ art. 63 part 2: outside an organisation only general education is had', () => {
  const self = { ...family, form: 'self-education' } as const;

  test('by oneself from the secondary level on', async () => {
    const { enrollments } = await yearSchool();
    must(await enrollments.setStudyForm(self));
    const basic = await yearSchool({}, undefined, 'basic-general');
    const no = await basic.enrollments.setStudyForm(self);
    expectRefused(no, 'study-form-not-for-programme', 'self-education', 'basic-general');
    must(await basic.enrollments.setStudyForm(family));
  });

  test('no additional programme in the family; whatever is not limited is for all', async () => {
    const { enrollments } = await yearSchool({}, undefined, 'general-development');
    const no = await enrollments.setStudyForm(family);
    const types = ['primary-general', 'basic-general', 'secondary-general'];
    expectRefused(no, 'study-form-not-for-programme', 'family', 'general-development', ...types);
    must(await enrollments.setStudyForm(homeStudy));
  });

  test('a correction does not enter one either', async () => {
    const { enrollments } = await yearSchool({}, undefined, 'basic-general');
    const { eventId: entry } = must(await enrollments.setStudyForm(family));
    const by = { signer: 'p-1', reason: 'описка', ground } as const;
    const no = await enrollments.correctStudyForm({
      enrollment: pupil,
      entry,
      form: 'self-education',
      ...by,
    });
    expectRefused(no, 'study-form-not-for-programme', 'self-education', 'basic-general');
  });
});
