import { isMasked } from '../access/masks.ts';
import { byDay } from '../projection/fact.ts';
import type { GroupTitles, ModuleTitle } from '../views/catalogue-titles.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { RegulationTitles } from '../views/regulation-titles.ts';
import type { ResultRecord } from '../views/result.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { compareShown, Reading } from './reading.ts';
import type { ShownResult } from './shown-result.ts';
import { showResult } from './shown-result.ts';

/** A group of results as the regulation describes it: its titles, and which results it groups. */
export type ResultGroupTitle = RegulationTitles['resultGroups'][string];

/** The results of one learner in one group of results. */
export interface ResultGroupRow {
  readonly learner: ShownName;
  /** By day; annulled ones are left out. */
  readonly results: readonly ShownResult[];
}

/** One group of results, such as cognitive learning actions. R5 §2.3, §3.2.4. */
export interface ResultGroupPart {
  /** Its id; `null` for results that belong to none. */
  readonly resultGroup: string | null;
  readonly title: ResultGroupTitle | null;
  /** In Russian alphabetical order; learners without a result in it are left out. */
  readonly rows: readonly ResultGroupRow[];
}

/** The results of a group of learners, divided into groups of results. R5 §2.3, §3.2.4. */
export interface ResultGroupsPage {
  readonly basis: PageBasis;
  readonly group: { readonly id: string; readonly title: string | null };
  /** In the order of the regulation; results that belong to none come last. */
  readonly parts: readonly ResultGroupPart[];
}

/**
 * Reads the results of a group of learners by groups of results: that of the planned assessment, or
 * else of the module. R5 §2.3, §3.2.4.
 */
export async function resultGroupsReport(
  reader: ViewReader,
  { group }: { readonly group: string },
): Promise<ResultGroupsPage> {
  const reading = new Reading(reader);
  const { resultGroups } = await reading.regulation();
  const titles = await reading.group(group);
  const programme = titles?.opened && (await reading.programme(titles.opened.programme));
  const modules = programme?.modules ?? [];
  const byGroup = new Map<string | null, Map<string, ResultRecord[]>>();
  for (const module of [...modules, null]) {
    const prefix = journalKey.marks(group, module?.id ?? null);
    for await (const marks of reading.scan(journal, prefix)) {
      if (marks.kind !== 'marks' || isMasked(marks.learner)) continue;
      for (const record of marks.results.filter(({ annulled }) => annulled === null)) {
        const belongs = resultGroupOf(record, titles, module);
        const rows = byGroup.get(belongs) ?? new Map<string, ResultRecord[]>();
        byGroup.set(belongs, rows);
        rows.set(marks.learner, [...(rows.get(marks.learner) ?? []), record]);
      }
    }
  }
  const order = [...Object.keys(resultGroups), null];
  const parts: ResultGroupPart[] = [];
  for (const resultGroup of order) {
    const rows = byGroup.get(resultGroup);
    if (rows === undefined) continue;
    const title = resultGroup === null ? null : (resultGroups[resultGroup] ?? null);
    parts.push({ resultGroup, title, rows: await rowsOf(reading, rows) });
  }
  await reading.tellApart();
  const title = titles?.opened?.title ?? null;
  return { group: { id: group, title }, parts, basis: reading.basis() };
}

function resultGroupOf(
  { first }: ResultRecord,
  titles: GroupTitles | null,
  module: ModuleTitle | null,
): string | null {
  const planned = titles?.planned.find((one) => one.planned === first.data.planned);
  return planned?.resultGroup ?? module?.resultGroup ?? null;
}

async function rowsOf(
  reading: Reading,
  found: ReadonlyMap<string, readonly ResultRecord[]>,
): Promise<readonly ResultGroupRow[]> {
  const rows: ResultGroupRow[] = [];
  for (const [learner, records] of found) {
    const results: ShownResult[] = [];
    for (const record of records.toSorted(byDay)) {
      results.push(await showResult(reading, record));
    }
    rows.push({ learner: await reading.name(learner), results });
  }
  return rows.toSorted((a, b) => compareShown(a.learner, b.learner));
}
