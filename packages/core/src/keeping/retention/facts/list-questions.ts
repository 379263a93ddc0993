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
