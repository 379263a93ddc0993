import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { termOf } from './questions.ts';

/* Inventories of permanent keeping, which come before any destruction of the same year. D19. */

/** Whether carriers are selected only after the permanent inventories of their year. */
export function areListsFirst(edition: Edition): boolean {
  if (!edition.retention.permanentListsFirst) return false;
  return edition.carriers.carriers.some(({ id }) => {
    const rule = termOf(edition, id);
    return !isRefusal(rule) && rule.term === 'permanent';
  });
}

/**
 * The calendar year whose permanent inventories come before a carrier: that in which its term
 * started, or in which it may first be destroyed where no term runs.
 * @example
 * listYearOf({ startedOn: '2026-11-20', from: '2030-01-01' }); // => '2026'
 */
export const listYearOf = ({
  startedOn,
  from,
}: {
  readonly startedOn: string | null;
  readonly from: string;
}): string => (startedOn ?? from).slice(0, 4);
