import type { ActState, EventStore, ProcessCheckpoint } from '@letopis/core';
import {
  actDecider,
  actProcess,
  actService,
  groupService,
  must,
  retentionService,
  runProcess,
} from '@letopis/core';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { openSchool, regulation, roomsOver } from './records-school.ts';

/** A command id of its own for each step, the same in every run. */
export const step = (n: number): string => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export type ActSchool = Awaited<ReturnType<typeof schoolOfThree>>;

/** The rooms of acts over a store, for one sender. */
export const actsOver = (store: EventStore) => {
  const school = roomsOver(store);
  const { desk } = school;
  return { ...school, acts: actService(desk), retention: retentionService(desk) };
};

/** A school in which l-1 and l-2 study in m-1, l-3 has not come yet; m-2 is another group. */
export async function schoolOfThree(at = '2026-11-22T09:00:00.000Z') {
  const store = openMemory(fixedPorts({ at }));
  await openSchool(regulation(), store);
  const school = actsOver(store);
  const { desk, enrollments } = school;
  must(await groupService(desk).open({ id: 'm-2', programme: 'mentor', on: '2026-09-01' }));
  for (const [n, learner] of ['l-1', 'l-2'].entries()) {
    const commandId = step(13 + n);
    must(await enrollments.enroll({ learner, group: 'm-1', from: '2026-09-01', commandId }));
  }
  return school;
}

/** Runs the acts' process to its end, by a runner that knows nothing of an earlier one. */
export function runActs(store: EventStore, checkpoint?: ProcessCheckpoint) {
  const { kernel } = roomsOver(store);
  const process = actProcess(kernel, 'academy');
  const start = checkpoint === undefined ? {} : { checkpoint };
  return runProcess({ store, codec: kernel.codec, process, ...start });
}

/** An act as its stream tells it. */
export async function actState({ desk }: Pick<ActSchool, 'desk'>, id: string): Promise<ActState> {
  return (await desk.load(actDecider, id)).state;
}

/** What came of each target: `done`, `outstanding`, or the code of its refusal. */
export async function outcomes(school: Pick<ActSchool, 'desk'>, id: string) {
  const { targets } = await actState(school, id);
  const told = [...targets].map(([name, { standing, refusal }]) => [name, refusal ?? standing]);
  return Object.fromEntries(told) as Record<string, string>;
}
