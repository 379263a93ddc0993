import { text } from '../values/shape.ts';
import type { ArchivalStatus } from './state.ts';

/*
 * What an act says that puts a record right after the archive had it: it is added to the record,
 * and the archived carrier is never changed. RK 1.9.
 */

/**
 * What an act carries that puts a record right (an enrollment, a journal, a personal file) after
 * the archive had it. RK 1.9.
 */
export const addedAfterShape = {
  /** The transfer in which the archive had accepted the record before; absent: it had not. */
  afterArchive: text.optional(),
  /** Where the paper behind the act lies, where a carrier of the record was destroyed. RK 1.9. */
  groundAt: text.optional(),
} as const;

/** The fields that mark an act as made after the archive, and say where its paper lies. RK 1.9. */
export function addedAfter(
  { transfer }: ArchivalStatus,
  { groundAt }: { readonly groundAt?: string | undefined },
) {
  return {
    ...(transfer === null ? {} : { afterArchive: transfer }),
    ...(groundAt === undefined ? {} : { groundAt }),
  };
}
