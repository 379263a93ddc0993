import type { Reading } from './reading.ts';

/** Where a duty is: the group and the module, with their titles. */
export interface DutyPlace {
  readonly group: { readonly id: string; readonly title: string | null };
  /** `null` for results of the whole programme. */
  readonly module: { readonly id: string; readonly title: string | null } | null;
}

/** Reads the titles of a group and of a module of its programme. */
export async function dutyPlace(
  reading: Reading,
  group: string,
  module: string | null,
): Promise<DutyPlace> {
  const opened = (await reading.group(group))?.opened ?? null;
  const programme = opened === null ? null : await reading.programme(opened.programme);
  const title = programme?.modules.find(({ id }) => id === module)?.title ?? null;
  return {
    group: { id: group, title: opened?.title ?? null },
    module: module === null ? null : { id: module, title },
  };
}
