import type { Reading } from '../../../kernel/reading.ts';
import type { OrganisationState } from './state.ts';
import { organisationFold } from './state.ts';

/** Reads what the organisation's passport says; empty where nobody has entered it. */
export async function readOrganisation(reading: Reading): Promise<OrganisationState> {
  const { state } = await reading.load(organisationFold, 'main');
  return state;
}
