import type { Reading } from '../../../kernel/reading.ts';
import type { OfficialState } from './state.ts';
import { officialFold } from './state.ts';

/** An official's appointments: exactly that person's stream. */
export async function readOfficial(reading: Reading, person: string): Promise<OfficialState> {
  const { state } = await reading.load(officialFold, person);
  return state;
}
