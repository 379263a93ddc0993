import type { DocumentState, RegisterEntry } from '../views/register-entry.ts';
import { registers, registersKey } from '../views/registers.ts';
import type { Reading } from './reading.ts';

/** The state of a document, where the one that is in force in its place is known. D15. */
export function stateNow(
  { annulled, withdrawn }: RegisterEntry,
  replacedBy: string | null,
): DocumentState {
  if (annulled !== null) return 'annulled';
  if (replacedBy !== null) return 'replaced';
  return withdrawn === null ? 'in-force' : 'withdrawn';
}

/**
 * The last document issued in place of another that is not annulled. Only its own entry says that.
 */
export async function successorOf(reading: Reading, line: RegisterEntry): Promise<string | null> {
  for (const { data } of line.issuedInPlace.toReversed()) {
    const found = await reading.get(registers, registersKey.line(data.document));
    const [own] = found?.kind === 'line' ? found.lines : [];
    if (own !== undefined && own.annulled === null) return data.document;
  }
  return null;
}
