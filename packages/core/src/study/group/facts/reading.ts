import type { Reading } from '../../../kernel/reading.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { GroupState } from './state.ts';
import { groupFold } from './state.ts';
import { groupUnknown } from './unknown.ts';

/** Reads a group's state. Refuses `group-unknown`. */
export async function readGroup(reading: Reading, id: string): Promise<GroupState | Refusal> {
  const { state } = await reading.load(groupFold, id);
  return state.id === null ? groupUnknown({ group: id }) : state;
}
