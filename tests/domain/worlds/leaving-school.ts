import type { Result } from '@letopis/core';
import { must, order } from '@letopis/core';
import type { DocumentKind, DocumentMark, RegisterEvent, RetakeRules } from '@letopis/core/facts';
import { r5 } from '@letopis/core/presets/r5';
import type { Academy } from './academy.ts';
import { newAcademy } from './academy.ts';
import type { Changes } from './enrollment-academy.ts';

const FROM = '2025-09-01';
const subject = { scale: 'five-point', mandatory: [] };

/**
 * A regulation by which study is completed with debts, so that what documents say of a failing mark
 * can be asked after a completion.
 */
export const completesWithDebts = { completionNeedsNoDebts: false } as const;

/** A mark as a test writes it: module, kind, value, day and the rest of the command. */
export type Given = readonly [
  module: string,
  kind: string,
  value: string,
  on: string,
  more?: Partial<Parameters<Academy['assessments']['record']>[0]>,
];

/**
 * A school under (changed) R5 on 10 July 2027. Form 9 is the programme `ninth`, forms 10 and 11 are
 * `senior`; both have maths (taken at the state exam), physics and craft (pass/fail). The learner
 * `l-1` is enrolled in both; attestat blanks 1 to 9 belong to the book of 2027.
 */
export async function leavingSchool(
  documents: { kinds?: DocumentKind[] } = {},
  retakes: Partial<RetakeRules> = {},
) {
  const school = newAcademy('2027-07-10T09:00:00.000Z', order('1-од', '2025-08-25'));
  const rules = {
    ...r5,
    documents: { ...r5.documents, ...documents },
    retakes: { ...r5.retakes, ...retakes },
  } satisfies Changes;
  must(await school.regulation.adopt(rules, { timeZone: 'Europe/Moscow', from: FROM }));
  for (const [person, office] of [
    ['p-1', 'head'],
    ['p-2', 'deputy-head'],
    ['p-5', 'records-keeper'],
    ['p-9', 'teacher'],
  ] as const) {
    must(await school.officials.appoint({ person, office, from: FROM }));
  }
  const modules = [
    { ...subject, id: 'maths', title: 'Математика', stateFinal: true },
    { ...subject, id: 'physics', title: 'Физика' },
    { ...subject, id: 'craft', title: 'Технология', scale: 'pass-fail' },
  ];
  must(await school.learners.register({ id: 'l-1', on: FROM }));
  const types = { ninth: 'basic-general', senior: 'secondary-general' };
  for (const [id, type] of Object.entries(types)) {
    must(await school.programmes.open({ id, type, modules, on: FROM }));
    must(await school.groups.open({ id: `${id}-a`, programme: id, on: FROM }));
    must(await school.enrollments.enroll({ learner: 'l-1', group: `${id}-a`, from: FROM }));
  }
  const range = { blank: 'attestat-blank', series: '1', from: '0001', to: '0009' };
  const by = { signer: 'p-5', on: '2027-06-01' };
  must(await school.blanks.receive({ ...range, ...by }));
  must(await school.blanks.assign({ ...range, ...by, register: 'attestat-book.2027' }));
  return school;
}

/** Records marks of `l-1` in a programme; those of the state exam come from outside. */
export async function give(
  { assessments }: Academy,
  programme: 'ninth' | 'senior',
  ...all: readonly Given[]
): Promise<readonly string[]> {
  const events: string[] = [];
  for (const [module, kind, value, on, more] of all) {
    const state = kind === 'state-final';
    const assessor = state ? { organisation: 'РЦОИ' } : 'p-9';
    const origin = state ? { origin: 'external' } : {};
    const what = { enrollment: `l-1.${programme}.1`, module, kind, form: 'exam', value, on };
    events.push(must(await assessments.record({ ...what, ...origin, assessor, ...more })).eventId);
  }
  return events;
}

/** Completes study in a programme on 25 June 2027. */
export async function complete({ enrollments }: Academy, programme: 'ninth' | 'senior') {
  must(await enrollments.complete({ enrollment: `l-1.${programme}.1`, on: '2027-06-25' }));
}

/** The attestat of a programme, issued on 26 June 2027. */
export const attestatOf = (programme: 'ninth' | 'senior') => ({
  kind: programme === 'ninth' ? 'attestat-basic' : 'attestat-secondary',
  learner: 'l-1',
  enrollment: `l-1.${programme}.1`,
  series: '1',
  number: '0001',
  signer: 'p-1',
  on: '2027-06-26',
  ground: order('50-з', '2027-06-25'),
});

/** A certificate of study in a programme. */
export const certificateOf = (programme: 'ninth' | 'senior') => ({
  kind: 'study-certificate',
  learner: 'l-1',
  enrollment: `l-1.${programme}.1`,
  signer: 'p-1',
  on: '2027-06-26',
});

/** The marks in the entry that a command made. */
export async function marksIn(
  { events }: Academy,
  result: Result<{ readonly stream: string; readonly revision: number }>,
): Promise<readonly DocumentMark[]> {
  const { stream, revision } = must(result);
  const event = (await events(stream))[revision] as RegisterEvent | undefined;
  return event?.type === 'DocumentIssued' || event?.type === 'DocumentLineCorrected'
    ? event.data.marks
    : [];
}

/** Marks as short text: `maths 4`. */
export const shortly = (marks: readonly DocumentMark[]): readonly string[] =>
  marks.map(({ module, mark }) => `${module} ${mark?.value ?? 'credited'}`);

export { must };
