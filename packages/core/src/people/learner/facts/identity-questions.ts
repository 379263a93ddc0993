import { entriesInForce } from '../../../entry/fold.ts';
import type { RecordedEvent } from '../../../kernel/event.ts';
import { foldEvents } from '../../../kernel/fold.ts';
import type { Personal } from '../../../kernel/personal.ts';
import type { PersonName } from '../../../values/person-name.ts';
import { isClosedChange } from './closed-questions.ts';
import type { LearnerEvent } from './state.ts';
import { learnerFold } from './state.ts';

/** Name, birth date and SNILS as they are on record on a day; absent where they are not. */
export interface IdentityOnRecord {
  readonly name?: Personal<PersonName>;
  readonly birthDate?: Personal<string>;
  readonly snils?: Personal<string>;
}

/**
 * Name, birth date and SNILS of a learner on a day, from the learner's stored events: states are
 * cached and leave personal values out. A value that was erased is given as erased. A closed change
 * is read as if it had always held: who the learner was before is not said for any day. RK 1.10.
 */
export function identityOn(events: readonly RecordedEvent[], day: string): IdentityOnRecord {
  const state = foldEvents(learnerFold, events as readonly LearnerEvent[]);
  const found: { -readonly [Key in keyof IdentityOnRecord]: IdentityOnRecord[Key] } = {};
  const entries = entriesInForce(state);
  const closed = entries.findLastIndex(isClosedChange);
  for (const [at, { type, occurredOn, data }] of entries.entries()) {
    if (type !== 'LearnerRegistered' && type !== 'LearnerDataChanged') continue;
    if (occurredOn > day && at > closed) continue;
    if (data.name !== undefined) found.name = data.name;
    if (data.birthDate !== undefined) found.birthDate = data.birthDate;
    if (data.snils !== undefined) found.snils = data.snils;
  }
  return found;
}

/**
 * Name and birth date that a document prints: as on record on its day. An erased one is on no
 * record any more, and an event cannot hold it.
 */
export function printedIdentityOn(
  events: readonly RecordedEvent[],
  day: string,
): Pick<IdentityOnRecord, 'name' | 'birthDate'> {
  const { name, birthDate } = identityOn(events, day);
  return {
    ...(name !== undefined && 'value' in name ? { name } : {}),
    ...(birthDate !== undefined && 'value' in birthDate ? { birthDate } : {}),
  };
}
