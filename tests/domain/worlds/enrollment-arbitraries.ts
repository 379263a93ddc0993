import type { Result } from '@letopis/core';
import { order } from '@letopis/core';
import fc from 'fast-check';
import type { MentorAcademy } from './enrollment-academy.ts';
import { move, noOrder, servicesFor } from './enrollment-academy.ts';

/** One step of a learner's story; numbers select the earlier thing that it is about. */
export interface Step {
  readonly act: (typeof ACTS)[number];
  /** Days since the step before; sometimes negative. */
  readonly gap: number;
  readonly group: 'm-1' | 'm-2';
  readonly module: 'safety' | 'practice' | null;
  readonly kind: 'current' | 'interim' | 'final';
  readonly value: string;
  readonly planned: boolean;
  /** The enrollment and the fact in it, counted from the newest. */
  readonly enrollment: number;
  readonly fact: number;
  readonly signer: 'p-1' | 'p-2' | 'p-8' | 'p-9';
  readonly actor: 'u-17' | 'u-18';
  readonly ordered: boolean;
}

const ACTS = [
  'enroll',
  'startStudy',
  'transfer',
  'suspend',
  'reinstate',
  'reinstate',
  'complete',
  'discharge',
  'record',
  'record',
  'record',
  'record',
  'record',
  'absent',
  'credit',
  'correct',
  'correct',
  'correct',
  'correct',
  'countersign',
  'countersign',
  'decline',
  'withdraw',
  'annul',
  'annulStep',
  'correctStep',
  'handOver',
  'accept',
  'return',
  'return',
] as const;

/** The order by which an entry is put right. */
export const RIGHTED = order('9-од', '2026-08-25');

const WORDS: Readonly<Record<string, string>> = { 2: 'два', 3: 'три', 4: 'четыре', 5: 'пять' };

/** Steps that are mostly possible: days mostly advance, and marks mostly fit `safety`. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...ACTS),
  gap: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 5, -3, -20, 40),
  group: fc.constantFrom('m-1', 'm-2'),
  module: fc.constantFrom('safety', 'safety', 'safety', 'safety', 'practice', null),
  kind: fc.constantFrom('current', 'current', 'interim', 'final'),
  value: fc.constantFrom('2', '3', '4', '5', '5', 'зачтено'),
  planned: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  enrollment: fc.constantFrom(0, 0, 0, 1),
  fact: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
  signer: fc.constantFrom('p-9', 'p-8', 'p-2', 'p-1'),
  actor: fc.constantFrom('u-17', 'u-18'),
  ordered: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
});

/** A story: enrolled on 1 September, then any steps. */
export const story = fc.array(anyStep, { minLength: 1, maxLength: 60, size: 'max' });

export const dayOf = (offset: number): string =>
  new Date(Date.UTC(2026, 7, 25 + offset)).toISOString().slice(0, 10);

/** What a story has made so far: ids of enrollments, and ids of facts by enrollment. */
export interface Made {
  readonly learner: string;
  readonly enrollments: string[];
  readonly facts: Map<string, string[]>;
  readonly corrections: Map<string, string[]>;
  /** Event ids of steps of the life. */
  readonly steps: Map<string, string[]>;
  /** The present day of the story, in days after 25 August 2026. */
  day: number;
}

/** Runs one step; adds what it made to `made`. */
export async function play(
  academy: MentorAcademy,
  made: Made,
  step: Step,
): Promise<Result<unknown>> {
  made.day = Math.max(0, Math.min(125, made.day + step.gap));
  const services = servicesFor(academy, step.actor);
  const id = made.enrollments.at(-1 - step.enrollment) ?? `${made.learner}.mentor.1`;
  const answer = await run({ ...academy, ...services }, made, step, id);
  if (!answer.ok) return answer;
  const { eventId, id: enrolled } = answer.value as { eventId: string; id?: string };
  if (enrolled !== undefined) made.enrollments.push(enrolled);
  if (step.act === 'correct') add(made.corrections, id, eventId);
  if (LIFE.includes(step.act)) add(made.steps, enrolled ?? id, eventId);
  if (['record', 'absent', 'credit', 'correct'].includes(step.act)) add(made.facts, id, eventId);
  return answer;
}

const LIFE: readonly string[] = ['enroll', 'transfer', 'suspend', 'reinstate', 'discharge'];

function add(to: Map<string, string[]>, id: string, event: string): void {
  to.set(id, [...(to.get(id) ?? []), event]);
}

function run(academy: MentorAcademy, made: Made, step: Step, enrollment: string) {
  const { enrollments, assessments } = academy;
  const { group, module, kind, value, signer } = step;
  const on = dayOf(made.day);
  const ground = step.ordered ? {} : { ground: noOrder };
  const fact = made.facts.get(enrollment)?.at(-1 - step.fact) ?? NONE;
  const correction = made.corrections.get(enrollment)?.at(-1 - step.fact) ?? fact;
  const life = { enrollment, on, ...ground };
  const what = step.planned ? { planned: 'test-1' } : { module, kind };
  const scale = module === null && !step.planned ? { scale: 'five-point' } : {};
  const result = { enrollment, ...what, ...scale, on };
  // What puts something right never rests on the paper of the world: it names its own.
  const act = { enrollment, signer, ground: step.ordered ? RIGHTED : noOrder };
  const entry = made.steps.get(enrollment)?.at(-1 - step.fact) ?? NONE;
  const carried = { withLater: step.actor === 'u-18', withResults: step.kind === 'final' };
  const rightly = { ...act, reason: 'сбой', ...carried };
  switch (step.act) {
    case 'enroll':
      return enrollments.enroll({ learner: made.learner, group, from: on, ...ground });
    case 'startStudy':
      return enrollments.startStudy(life);
    case 'transfer':
      return enrollments.transfer({ ...life, to: group });
    case 'suspend':
      return enrollments.suspend({ ...life, reason: 'illness' });
    case 'reinstate':
      return enrollments.reinstate(step.planned ? { ...life, group } : life);
    case 'complete':
      return enrollments.complete(life);
    case 'discharge':
      return enrollments.discharge({ ...life, reason: 'own-wish' });
    case 'record':
      return assessments.record({ ...result, value, assessor: 'p-9' });
    case 'absent':
      return assessments.record({ ...result, outcome: 'absent', assessor: 'p-9' });
    case 'credit':
      return assessments.credit({ ...result, value, source: { kind: 'own' } });
    case 'correct': {
      const words = WORDS[value] ?? value;
      return assessments.correct({ ...act, ...scale, replaces: fact, value, words, reason: 'р' });
    }
    case 'countersign':
      return assessments.countersign({ ...act, correction });
    case 'decline':
      return assessments.declineCorrection({ ...act, correction });
    case 'withdraw':
      return assessments.withdrawCorrection({ enrollment, correction, signer });
    case 'annul':
      return assessments.annul({ ...act, result: fact, reason: 'сбой' });
    case 'annulStep':
      return enrollments.annul({ ...rightly, entry });
    case 'correctStep':
      return enrollments.correct({
        ...rightly,
        entry,
        instead: step.planned ? { to: group } : { on },
      });
    case 'handOver':
    case 'accept':
    case 'return':
      return move(academy, step.act, enrollment, step.planned ? 't-2' : 't-1', on);
  }
}

const NONE = '01990000-0000-7000-8000-000000000000';
