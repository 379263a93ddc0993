import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { editionOn } from './questions.ts';
import { regulationDecider, regulationMissing } from './regulation.ts';
import type { Edition } from './rules.ts';

/** The edition of the regulation in force on a day; refuses `regulation-missing`. D1. */
export async function readEdition(reading: Reading, on: string): Promise<Edition | Refusal> {
  const { state } = await reading.load(regulationDecider, 'main');
  return editionOn(state, on) ?? regulationMissing({ on });
}
