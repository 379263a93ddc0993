import { entriesInForce } from '../../../entry/fold.ts';
import type { RecordedEvent } from '../../../kernel/event.ts';
import { foldEvents } from '../../../kernel/fold.ts';
import type { Personal } from '../../../kernel/personal.ts';
import type { PersonName } from '../../../values/person-name.ts';
import type { LearnerEvent } from './state.ts';
import { learnerFold } from './state.ts';

/** Name and birth date as they are on record on a day; absent where they are not. */
export interface IdentityOnRecord {
  readonly name?: Personal<PersonName>;
  readonly birthDate?: Personal<string>;
}

/**
 * Name and birth date of a learner on a day, from the stored events of the learner: states are
 * cached and leave personal values out. A value that was erased is absent: nothing can be printed.
 */
export function identityOn(events: readonly RecordedEvent[], day: string): IdentityOnRecord {
  const state = foldEvents(learnerFold, events as readonly LearnerEvent[]);
  const found: { -readonly [Key in keyof IdentityOnRecord]: IdentityOnRecord[Key] } = {};
  for (const { type, occurredOn, data } of entriesInForce(state)) {
    if (type !== 'LearnerRegistered' && type !== 'LearnerDataChanged') continue;
    if (occurredOn > day) continue;
    if (data.name !== undefined) found.name = data.name;
    if (data.birthDate !== undefined) found.birthDate = data.birthDate;
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => 'value' in value));
}
