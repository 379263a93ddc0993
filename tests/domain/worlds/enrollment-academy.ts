import type { Ground, RegulationPreset, Result } from '@letopis/core';
import { must, order } from '@letopis/core';
import { acceptRecord, handOverRecord, returnRecord } from '@letopis/core/commands';
import { decideAccept, decideHandOver, decideReturn } from '@letopis/core/decisions';
import { enrollmentArchive } from '@letopis/core/facts';
import { on as operationsOn, receipt } from '@letopis/core/kernel';
import { r2 } from '@letopis/core/presets/r2';
import type { Academy } from './academy.ts';
import { newAcademy } from './academy.ts';

/** Sections of R2 that a test's regulation changes. */
export type Changes = {
  readonly [Name in keyof RegulationPreset]?: Partial<RegulationPreset[Name]>;
};

/** R2 with some fields changed. */
export function regulation(changes: Changes = {}): RegulationPreset {
  const changed = { ...r2 } as Record<string, unknown>;
  for (const [name, fields] of Object.entries(changes)) {
    changed[name] = { ...(changed[name] as object), ...(fields as object) };
  }
  return changed as unknown as RegulationPreset;
}

/** A change: corrections need the countersignature of a deputy head or the head. */
export const countersigned: Changes = {
  correction: { countersignOffices: ['deputy-head', 'head'] },
};

/** The services of an academy for one account and ground. */
export const servicesFor = (
  { as }: Pick<Academy, 'as'>,
  actor: string,
  ground: Ground = order('2-л', '2026-09-01'),
) => as(actor, ground);

/** A ground that is no order. */
export const noOrder = { kind: 'application', number: null, date: '2026-09-01' } as const;

export const today = '2026-12-25';

/**
 * An academy under (changed) R2 on 25 December 2026: programme `mentor` with the modules `safety`
 * (forms: current survey, interim test, final exam; five-point) and `practice` (pass/fail, an
 * interim credit test), groups `m-1`, `m-2` with plans, programme `other` with group `o-1`,
 * teachers `p-9` and `p-8`, head `p-1`, deputy `p-2`, learners `l-1` to `l-3`.
 * @param from the day from which all of it holds.
 */
export async function mentorAcademy(changes: Changes = {}, from = '2026-09-01') {
  const academy = newAcademy(`${today}T09:00:00.000Z`);
  const founding = servicesFor(academy, 'u-1', order('1-л', from));
  const { regulation: rules, officials, programmes, groups, learners } = founding;
  must(await rules.adopt(regulation(changes), { timeZone: 'Europe/Moscow', from }));
  for (const [person, office, position] of [
    ['p-9', 'teacher', 'преподаватель'],
    ['p-8', 'teacher', null],
    ['p-1', 'head', 'директор'],
    ['p-2', 'deputy-head', 'заместитель директора'],
  ] as const)
    must(await officials.appoint({ person, office, position, from }));
  const modules = [
    {
      id: 'safety',
      scale: 'five-point',
      forms: [
        { kind: 'current', form: 'survey' },
        { kind: 'interim', form: 'test' },
        { kind: 'final', form: 'exam' },
      ],
    },
    { id: 'practice', scale: 'pass-fail', forms: [{ kind: 'interim', form: 'credit-test' }] },
  ];
  must(await programmes.open({ id: 'mentor', modules, on: from }));
  must(await programmes.open({ id: 'other', modules, on: from }));
  must(
    await programmes.setTargetGuideline({
      programme: 'mentor',
      id: 'curiosity',
      title: 'Любознательность',
      on: from,
    }),
  );
  for (const id of ['m-1', 'm-2']) {
    must(await groups.open({ id, programme: 'mentor', on: from }));
    const plan = { module: 'safety', kind: 'interim', form: 'test', title: 'Тест' };
    must(await groups.planAssessment({ group: id, id: 'test-1', ...plan, plannedOn: from }));
  }
  must(await groups.open({ id: 'o-1', programme: 'other', on: from }));
  for (const id of ['l-1', 'l-2', 'l-3']) must(await learners.register({ id, on: from }));
  return { ...academy, ...servicesFor(academy, 'u-17', order('2-л', from)) };
}

export type MentorAcademy = Awaited<ReturnType<typeof mentorAcademy>>;

/** The same, with `l-1` enrolled in `m-1` from that day. */
export async function withLearner(changes: Changes = {}, from = '2026-09-01') {
  const academy = await mentorAcademy(changes, from);
  const { enrollments } = academy;
  const { id } = must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from }));
  return { ...academy, id };
}

/** Records a mark in `safety`, given by teacher `p-9`; gives its event id. */
export async function mark(
  { assessments, id }: Pick<MentorAcademy, 'assessments'> & { readonly id: string },
  value: string,
  on: string,
  more: Partial<Parameters<MentorAcademy['assessments']['record']>[0]> = {},
): Promise<string> {
  const facts = { enrollment: id, module: 'safety', value, on, assessor: 'p-9', ...more };
  return must(await assessments.record(facts)).eventId;
}

/**
 * Records everything that R2 requires for completion: interim in both modules, final in `safety`.
 */
export async function passAll(academy: Parameters<typeof mark>[0]): Promise<readonly string[]> {
  return [
    await mark(academy, '4', '2026-11-01', { kind: 'interim' }),
    await mark(academy, 'зачтено', '2026-11-02', { kind: 'interim', module: 'practice' }),
    await mark(academy, '5', '2026-12-20', { kind: 'final' }),
  ];
}

const moves = {
  handOver: [handOverRecord, decideHandOver],
  accept: [acceptRecord, decideAccept],
  return: [returnRecord, decideReturn],
} as const;

/** The commands that the transfer process sends to an enrollment. */
export function move(
  { session }: MentorAcademy,
  step: keyof typeof moves,
  id: string,
  transfer: string,
  day = today,
): Promise<Result<unknown>> {
  const [type, decide] = moves[step];
  const onRecord = operationsOn({ fold: enrollmentArchive.fold, key: () => [id], answer: receipt });
  return onRecord(type, {
    decide: (state, input) => decide(enrollmentArchive, state, input),
  }).run(session, { transfer, record: `enrollment-${id}`, on: day });
}
