import type { Reading } from '../kernel/reading.ts';
import { formDecider, versionOn } from './form.ts';

/** The version of a form in force on a day; null: none was approved. R2 §2.1. */
export async function readVersion(
  reading: Reading,
  form: string,
  on: string,
): Promise<string | null> {
  const { state } = await reading.load(formDecider, form);
  return versionOn(state, on);
}
