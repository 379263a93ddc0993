import type { Reading } from '../../../kernel/reading.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { ProgrammeState } from './state.ts';
import { programmeFold } from './state.ts';
import { programmeUnknown } from './unknown.ts';

/** Reads a programme's state. Refuses `programme-unknown`. */
export async function readProgramme(
  reading: Reading,
  id: string,
): Promise<ProgrammeState | Refusal> {
  const { state } = await reading.load(programmeFold, id);
  return state.id === null ? programmeUnknown({ programme: id }) : state;
}
