import type { RecordedEvent, Refusal, Result } from '@letopis/core';
import {
  codec,
  coreEvents,
  Desk,
  groupService,
  Kernel,
  learnerService,
  must,
  officialService,
  order,
  programmeService,
  regulationService,
} from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import type { FixedPorts } from '@letopis/core/testing';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { expect } from 'vitest';

/** The rooms of one academy over a memory store whose clock stands on a day. */
export interface Academy {
  readonly ports: FixedPorts;
  readonly desk: Desk;
  readonly regulation: ReturnType<typeof regulationService>;
  readonly officials: ReturnType<typeof officialService>;
  readonly programmes: ReturnType<typeof programmeService>;
  readonly groups: ReturnType<typeof groupService>;
  readonly learners: ReturnType<typeof learnerService>;
  /** All events of a stream, decoded. */
  readonly events: (stream: string) => Promise<readonly RecordedEvent[]>;
}

/** An academy before it adopted anything; `at` is the instant that it is. */
export function newAcademy(at = '2026-11-22T09:00:00.000Z'): Academy {
  const ports = fixedPorts({ at });
  const kernel = new Kernel(openMemory(ports), codec(coreEvents));
  const ground = order('1-од', '2026-08-25');
  const desk = new Desk('academy', { actor: 'u-17', onBehalfOf: null, ground }, kernel);
  return {
    ports,
    desk,
    regulation: regulationService(desk),
    officials: officialService(desk),
    programmes: programmeService(desk),
    groups: groupService(desk),
    learners: learnerService(desk),
    events: (stream) => kernel.events(stream),
  };
}

/** An academy that adopted R2 from 1 September 2026 on. */
export async function academyUnderR2(at?: string): Promise<Academy> {
  const academy = newAcademy(at);
  must(await academy.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
  return academy;
}

/** A refusal by its code, in both languages, each of which names the values. */
export function expectRefused(
  result: Result<unknown>,
  code: string,
  ...values: readonly string[]
): Refusal {
  if (result.ok) return expect.fail(`it must be refused with ${code}`);
  const { refusal } = result;
  expect(refusal.code).toBe(code);
  expect(refusal.text.ru).toMatch(/[а-яё]/iu);
  expect(refusal.text.en).toMatch(/[a-z]/i);
  for (const value of values) {
    expect(refusal.text.ru).toContain(value);
    expect(refusal.text.en).toContain(value);
  }
  return refusal;
}
