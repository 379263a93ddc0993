import { commandKey } from '../../../kernel/fold-cache.ts';
import type { IndexReading, LogIndex } from '../../../kernel/log-index.ts';
import type { Reading } from '../../../kernel/reading.ts';
import { versionOn } from './questions.ts';
import type { FormEntry } from './state.ts';
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

/** The form that each command approved a version of. */
const approvalIndex: LogIndex<Map<string, string>> = {
  name: 'form-approvals',
  kind: formFold.kind,
  types: ['FormApproved'],
  initial: () => new Map(),
  add: (state, event) => {
    state.set(commandKey(event.commandId), (event as FormEntry).data.form);
  },
};

/** Reads which form a command approved, by the command's id; undefined where it approved none. */
export async function readApprovals(
  reading: Pick<IndexReading, 'index'>,
): Promise<(commandId: string) => string | undefined> {
  const approvals = await reading.index(approvalIndex);
  return (commandId) => approvals.get(commandKey(commandId));
}
