import { order } from '@letopis/core';
import { enrollmentFold, placeOn } from '@letopis/core/facts';
import type { MentorAcademy } from './enrollment-academy.ts';

/** Who puts a step right, and why. */
export const putRight = { reason: 'ошибка при вводе', signer: 'p-1' } as const;

/** The order by which a step is put right. */
export const ordered = { ground: order('9-од', '2026-12-20') } as const;

/** Where a learner stands on some days, in words. */
export async function lifeOf(
  { session }: Pick<MentorAcademy, 'session'>,
  enrollment: string,
  days: readonly string[],
): Promise<readonly string[]> {
  const { state } = await session.load(enrollmentFold, enrollment);
  return days.map((day) => {
    const { status, group } = placeOn(state, day);
    return `${status} ${group}`;
  });
}
