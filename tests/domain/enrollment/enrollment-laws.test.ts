import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { must } from '@letopis/core';
import type { EnrollmentEvent, EnrollmentState, LatestMark } from '@letopis/core/facts';
import {
  allowsResult,
  enrollmentFold,
  entriesInForce,
  misfitsIn,
  placeOn,
  studyOn,
} from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { countersigned, mentorAcademy } from '../worlds/enrollment-academy.ts';
import type { Made, Step } from '../worlds/enrollment-arbitraries.ts';
import { dayOf, play, RIGHTED, story } from '../worlds/enrollment-arbitraries.ts';

let academy: Awaited<ReturnType<typeof mentorAcademy>>;
let stories = 0;
beforeAll(async () => {
  academy = await mentorAcademy(countersigned);
});

/** A new learner lives through the steps; each refusal must say itself in both languages. */
async function live(steps: readonly Step[]): Promise<Made> {
  stories += 1;
  const learner = `s-${stories}`;
  must(await academy.learners.register({ id: learner, on: '2026-09-01' }));
  const made: Made = {
    learner,
    enrollments: [],
    facts: new Map(),
    corrections: new Map(),
    steps: new Map(),
    day: 7,
  };
  const first: Partial<Step> = { act: 'enroll', gap: 0, group: 'm-1', ordered: true };
  for (const step of [{ ...steps[0], ...first } as Step, ...steps]) {
    const answer = await play(academy, made, step);
    if (answer.ok) continue;
    for (const text of Object.values(answer.refusal.text)) expect(text).toMatch(SAID);
  }
  return made;
}

const SAID = /^(?!.*(undefined|\[object)).{10,}$/;

const eventsOf = async (id: string): Promise<readonly EnrollmentEvent[]> =>
  (await academy.events(`academy.enrollment-${id}`)) as readonly EnrollmentEvent[];

const days = Array.from({ length: 130 }, (_, offset) => dayOf(offset));
const runs = { numRuns: 50 };

describe('whatever a learner lives through', () => {
  test('stories get far enough to say something', async () => {
    const acts = new Map<string, number>();
    for (const steps of fc.sample(story, { numRuns: 80, seed: 7 })) {
      const { enrollments } = await live(steps);
      for (const id of enrollments) {
        for (const { type } of await eventsOf(id)) acts.set(type, (acts.get(type) ?? 0) + 1);
      }
    }
    const seen = [...acts.keys()].toSorted();
    expect(seen).toEqual(
      expect.arrayContaining([
        'AssessmentRecorded',
        'AssessmentCorrected',
        'CorrectionCountersigned',
        'CorrectionDeclined',
        'CorrectionWithdrawn',
        'ResultCredited',
        'AssessmentAnnulled',
        'Transferred',
        'Suspended',
        'Reinstated',
        'Discharged',
        'HandedOver',
        'AcceptedByArchive',
        'ReturnedByArchive',
        'EnrollmentEntryAnnulled',
      ]),
    );
  });

  test('the fold in two parts is the fold in one, and the state that is kept', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.nat(60), async (steps, cut) => {
        for (const id of (await live(steps)).enrollments) {
          const events = await eventsOf(id);
          const whole = foldEvents(enrollmentFold, events);
          const part = foldEvents(enrollmentFold, events.slice(0, cut));
          expect(foldEvents(enrollmentFold, events.slice(cut), part)).toEqual(whole);
          expect((await academy.session.load(enrollmentFold, id)).state).toEqual(whole);
        }
      }),
      runs,
    );
  });

  test('where a learner stands on a day rests on the facts up to that day alone', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        for (const id of (await live(steps)).enrollments) {
          const events = await eventsOf(id);
          const all = foldEvents(enrollmentFold, events);
          for (const day of days) {
            const then = events.filter(({ occurredOn }) => occurredOn <= day);
            expect(placeOn(all, day)).toEqual(placeOn(foldEvents(enrollmentFold, then), day));
          }
        }
      }),
      runs,
    );
  });

  test('R4 §1.3: a standing result lies in study, in its group or told to stay', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        for (const id of (await live(steps)).enrollments) {
          const state = foldEvents(enrollmentFold, await eventsOf(id));
          const told = (await eventsOf(id)).flatMap(({ data }) =>
            'resultsStay' in data ? (data.resultsStay ?? []) : [],
          );
          for (const result of standing(state)) {
            const place = studyOn(state, result.on);
            expect(allowsResult(place, result.credited)).toBe(true);
            expect(place.group === result.group || told.includes(result.event)).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  test('the indexes say what a scan of all results says', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        for (const id of (await live(steps)).enrollments) {
          const state = foldEvents(enrollmentFold, await eventsOf(id));
          expect(latestByScan(state)).toEqual(latestDays(state));
          expect(plannedByScan(state)).toEqual([...state.planned].toSorted());
          const waiting = [...state.results.values()].flatMap((one) => one.waiting?.event ?? []);
          expect(waiting.toSorted()).toEqual([...state.waiting.keys()].toSorted());
        }
      }),
      runs,
    );
  });

  test('the value in force is the last that took effect', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        for (const id of (await live(steps)).enrollments) {
          const events = await eventsOf(id);
          const state = foldEvents(enrollmentFold, events);
          for (const { event, inForce, mark } of state.results.values()) {
            const effective = effectiveMarks(events, event).at(-1);
            expect({ inForce, mark }).toEqual(effective);
          }
        }
      }),
      runs,
    );
  });

  test('RK 1.8: an annulled step is as if never made', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        for (const id of (await live(steps)).enrollments) {
          const events = await eventsOf(id);
          const annulled = new Set(events.flatMap(annulledBy));
          const rest = events.filter(
            ({ id: event, type }) => !annulled.has(event) && type !== 'EnrollmentEntryAnnulled',
          );
          const [all, without] = [events, rest].map((some) => foldEvents(enrollmentFold, some));
          if (all === undefined || without === undefined || hasTwins(rest)) continue;
          expect(all.lifeFacts).toEqual(without.lifeFacts);
          expect(all.studyFrom).toEqual(without.studyFrom);
        }
      }),
      runs,
    );
  });

  test('RK 1.5: where a learner stands does not depend on the order of recording', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.infiniteStream(fc.nat()), async (steps, order) => {
        for (const id of (await live(steps)).enrollments) {
          const { entries } = foldEvents(enrollmentFold, await eventsOf(id));
          const counting = entriesInForce({ entries });
          if (hasTwins(counting)) continue;
          const mixed = counting
            .map((event) => ({ event, at: order.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ event }) => event);
          const [straight, late] = [counting, mixed].map((some) =>
            foldEvents(enrollmentFold, some),
          );
          if (straight === undefined || late === undefined) continue;
          for (const day of days) expect(placeOn(late, day)).toEqual(placeOn(straight, day));
        }
      }),
      runs,
    );
  });

  test('RK 1.8: the steps that count are always possible in the order of their days', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        for (const id of (await live(steps)).enrollments) {
          const { entries } = foldEvents(enrollmentFold, await eventsOf(id));
          expect(misfitsIn(entriesInForce({ entries }))).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('RK 1.8: every step can be annulled, or the refusal names what is in the way', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.nat(), async (steps, pick) => {
        for (const id of (await live(steps)).enrollments) {
          const { entries, archival } = foldEvents(enrollmentFold, await eventsOf(id));
          const counting = entriesInForce({ entries });
          const entry = counting[pick % Math.max(1, counting.length)]?.id;
          if (entry === undefined || (archival.transfer !== null && !archival.accepted)) continue;
          const act = { enrollment: id, entry, reason: 'сбой', signer: 'p-1', ground: RIGHTED };
          const plain = await academy.enrollments.annul(act);
          if (plain.ok) continue;
          const { code, data } = plain.refusal;
          expect(['entry-rested-on', 'already-enrolled']).toContain(code);
          if (code !== 'entry-rested-on') continue;
          expect((data as { facts: readonly unknown[] }).facts).not.toEqual([]);
          const whole = await academy.enrollments.annul({
            ...act,
            withLater: true,
            withResults: true,
          });
          expect(whole.ok || whole.refusal.code === 'already-enrolled').toBe(true);
        }
      }),
      runs,
    );
  });

  test('nobody has two open enrollments in one group on any day', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const { enrollments } = await live(steps);
        const states = await Promise.all(
          enrollments.map(async (id) => foldEvents(enrollmentFold, await eventsOf(id))),
        );
        for (const day of days) {
          const places = states.map((state) => placeOn(state, day));
          const open = places.filter(({ status }) => !['ended', 'not-enrolled'].includes(status));
          expect(new Set(open.map(({ group }) => group)).size).toBe(open.length);
        }
      }),
      runs,
    );
  });
});

/** The step that an event annuls. */
const annulledBy = (event: EnrollmentEvent): readonly string[] =>
  event.type === 'EnrollmentEntryAnnulled' ? [event.data.corrects] : [];

/** Are two of the events of one day, so that their order in the log matters? */
const hasTwins = (events: readonly { readonly type: string; readonly occurredOn: string }[]) => {
  const life = events.filter(({ type }) => LIFE.includes(type)).map(({ occurredOn }) => occurredOn);
  return new Set(life).size < life.length;
};

const LIFE: readonly string[] = [
  'Enrolled',
  'StudyStarted',
  'Transferred',
  'Suspended',
  'Reinstated',
  'Completed',
  'Discharged',
];

const standing = (state: EnrollmentState) =>
  [...state.results.values()].filter(({ annulledOn }) => annulledOn === null);

function latestByScan(state: EnrollmentState): Record<string, string> {
  const latest: Record<string, string> = {};
  for (const { module, kind, on, mark, credited } of standing(state)) {
    const key = `${module ?? ''}/${kind}`;
    if (mark !== null && !credited && (latest[key] ?? '') < on) latest[key] = on;
  }
  return latest;
}

function latestDays({ latest }: EnrollmentState): Record<string, string> {
  const all = [...latest].flatMap(([module, kinds]) =>
    [...kinds].map(([kind, { on }]: [string, LatestMark]) => [`${module}/${kind}`, on] as const),
  );
  return Object.fromEntries(all);
}

function plannedByScan(state: EnrollmentState): readonly (readonly [string, string])[] {
  return standing(state)
    .filter(({ planned, mark, credited }) => planned !== null && (mark !== null || credited))
    .map(({ group, planned, event }) => [`${group}.${planned}`, event] as const)
    .toSorted();
}

/** The values of one result that took effect, oldest first, read from the events alone. */
function effectiveMarks(events: readonly EnrollmentEvent[], record: string) {
  const corrections = new Map<string, unknown>();
  return events.flatMap((event) => {
    if (event.id === record && event.type === 'AssessmentRecorded') {
      const { result } = event.data;
      return [{ inForce: record, mark: result.outcome === 'mark' ? result.mark : null }];
    }
    if (event.id === record && event.type === 'ResultCredited') {
      return [{ inForce: record, mark: event.data.mark }];
    }
    if (event.type === 'AssessmentCorrected' && event.data.corrects === record) {
      const { mark, awaitsCountersignature } = event.data;
      if (!awaitsCountersignature) return [{ inForce: event.id, mark }];
      corrections.set(event.id, mark);
    }
    if (event.type === 'CorrectionCountersigned' && event.data.corrects === record) {
      const { correction } = event.data;
      return [{ inForce: correction, mark: corrections.get(correction) }];
    }
    return [];
  });
}

test('every refusal of enrollments and assessments is brought about by a test', () => {
  const tests = fileURLToPath(new URL('..', import.meta.url));
  const text = globSync(`${tests}/**/*.test.ts`)
    .map((file) => readFileSync(file, 'utf8'))
    .join();
  const folder = fileURLToPath(
    new URL('../../../packages/core/src/study/enrollment', import.meta.url),
  );
  const codes = globSync(`${folder}/**/{,*-}{refusals,unknown}.ts`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/= refusal\(\s*'([a-z-]+)'/g)].map(([, code]) => code),
  );
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});
