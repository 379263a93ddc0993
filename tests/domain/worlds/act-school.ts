import type { EventStore, ProcessCheckpoint } from '@letopis/core';
import { actProcess, must, runProcess } from '@letopis/core';
import type { ActState } from '@letopis/core/facts';
import { actFold } from '@letopis/core/facts';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { step } from './command-ids.ts';
import { openSchool, regulation, schoolOver } from './records-school.ts';

export type ActSchool = Awaited<ReturnType<typeof schoolOfThree>>;

/** A school where l-1 and l-2 study in m-1 and l-3 does not yet; m-2 is another group. */
export async function schoolOfThree(at = '2026-11-22T09:00:00.000Z') {
  const store = openMemory(fixedPorts({ at }));
  await openSchool(regulation(), store);
  const school = schoolOver(store);
  const { enrollments, groups } = school;
  must(await groups.open({ id: 'm-2', programme: 'mentor', on: '2026-09-01' }));
  for (const [n, learner] of ['l-1', 'l-2'].entries()) {
    const commandId = step(13 + n);
    must(await enrollments.enroll({ learner, group: 'm-1', from: '2026-09-01', commandId }));
  }
  return school;
}

/** Runs the process of acts to its end, with a runner that knows of no earlier run. */
export function runActs(store: EventStore, checkpoint?: ProcessCheckpoint) {
  const { handler } = schoolOver(store);
  const process = actProcess(handler, 'academy');
  const start = checkpoint === undefined ? {} : { checkpoint };
  return runProcess({ store, codec: handler.codec, process, ...start });
}

/** The state of an act. */
export async function actState(
  { session }: Pick<ActSchool, 'session'>,
  id: string,
): Promise<ActState> {
  return (await session.load(actFold, id)).state;
}

/** The outcome for each target: `done`, `outstanding`, or the code of its refusal. */
export async function outcomes(school: Pick<ActSchool, 'session'>, id: string) {
  const { targets } = await actState(school, id);
  const told = [...targets].map(([name, { standing, refusal }]) => [name, refusal ?? standing]);
  return Object.fromEntries(told) as Record<string, string>;
}
