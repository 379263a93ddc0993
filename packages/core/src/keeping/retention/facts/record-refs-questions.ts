import type { Refs } from '../../../kernel/event.ts';
import { recordRefs } from '../../transfer/facts/questions.ts';

/**
 * The ids in the name of any record, as refs; the name of a learner's own stream has the learner's.
 */
export function anyRecordRefs(record: string): Refs {
  const dash = record.indexOf('-');
  const kind = record.slice(0, dash);
  if (kind === 'learner') return { learner: [record.slice(dash + 1)] };
  return ['enrollment', 'journal', 'file'].includes(kind) ? recordRefs(record) : {};
}

/** The ids in the names of several records, as refs. */
export function refsOfRecords(records: readonly string[]): Refs {
  const all = records.map(anyRecordRefs);
  const kinds = new Set(all.flatMap((refs) => Object.keys(refs) as (keyof Refs)[]));
  return Object.fromEntries(
    [...kinds].map((kind) => [kind, all.flatMap((refs) => refs[kind] ?? [])]),
  );
}
