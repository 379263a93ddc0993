import type { Refusal, Session } from '@letopis/core';
import { learnerService } from '@letopis/core/services';
import type { FittedMapping } from '../mapping/check.ts';
import type { ExternalIds } from '../mapping/read-row.ts';
import { externalIdKey } from '../mapping/read-row.ts';
import { externalIdUnknown } from '../mapping/refusals.ts';
import { externalIdRules } from '../mapping/rules.ts';
import type { SheetRow } from '../table/row.ts';
import { cellText } from '../table/row.ts';

/** Looks up the learners whom a unit of rows names by their ids in other systems. */
export async function readExternalIds(
  rows: readonly SheetRow[],
  { mapping, columns }: FittedMapping,
  session: Session,
): Promise<ExternalIds> {
  const found = new Map<string, string | Refusal>();
  const learners = learnerService(session);
  for (const { system, column } of Object.values(mapping.fields).flatMap(externalIdRules)) {
    for (const row of rows) {
      const value = cellText(row.cells[columns.get(column) ?? -1]);
      const key = externalIdKey(system, value);
      if (value === '' || found.has(key)) continue;
      const answer = await learners.find({ system, value });
      const unknown = externalIdUnknown({ column, system });
      found.set(key, answer.ok ? (answer.value ?? unknown) : answer.refusal);
    }
  }
  return found;
}
