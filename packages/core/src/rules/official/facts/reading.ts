import type { Reading } from '../../../kernel/reading.ts';
import type { OfficialState } from './state.ts';
import { officialFold } from './state.ts';

/** Reads the appointments of a person; a person who was never appointed has none. */
export async function readOfficial(reading: Reading, person: string): Promise<OfficialState> {
  const { state } = await reading.load(officialFold, person);
  return state;
}
