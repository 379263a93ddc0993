import type { Reading } from '../../../kernel/reading.ts';
import { versionOn } from './questions.ts';
import { formFold } from './state.ts';

/** Reads the version of a form in force on a day, or null. R2 §2.1. */
export async function readVersion(
  reading: Reading,
  form: string,
  on: string,
): Promise<string | null> {
  const { state } = await reading.load(formFold, form);
  return versionOn(state, on);
}
