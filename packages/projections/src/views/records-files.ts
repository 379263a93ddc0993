import type { CoreEvent } from '@letopis/core';
import type { Fact, Source } from '../projection/fact.ts';
import { factOf, sourceOf } from '../projection/fact.ts';
import type { CourseFact } from './records-life.ts';

/** What opens and closes a personal file, or annuls an entry of it. D17, RK 1.8. */
export const FILE_TYPES = ['FileOpened', 'FileClosed', 'FileEntryAnnulled'] as const;

/** That an entry of a personal file was annulled. */
export type FileAnnulment = Fact<'FileEntryAnnulled'>;

/** The fact that a record holds of an event about a file; `null` for other events. */
export function fileFactOf(event: CoreEvent): CourseFact | FileAnnulment | null {
  const { occurredOn: on, ground } = event;
  const fact = { on, source: sourceOf(event) };
  if (event.type === 'FileOpened') return { ...fact, type: 'opened' };
  if (event.type === 'FileClosed') return { ...fact, type: 'ended', orderedOn: ground?.date ?? on };
  return event.type === 'FileEntryAnnulled' ? factOf(event) : null;
}

/** The facts that were not annulled in their file. */
export function withoutAnnulled<F extends { readonly type: string; readonly source: Source }>(
  facts: readonly F[],
): readonly F[] {
  const annulled = new Set(facts.filter(isFileAnnulment).map(({ data: { corrects } }) => corrects));
  return annulled.size === 0 ? facts : facts.filter(({ source }) => !annulled.has(source.event));
}

/** Is it the annulment of an entry of a file? */
export const isFileAnnulment = <F extends { readonly type: string }>(
  fact: F,
): fact is F & FileAnnulment => fact.type === 'FileEntryAnnulled';
