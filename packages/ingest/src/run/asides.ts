import { must } from '@letopis/core';
import { importService } from '@letopis/core/services';
import type { KeyedSheet, ReadRow } from './keyed-row.ts';
import { inParts, placeIn, rowGiven } from './keyed-row.ts';
import type { Aside, TakenRow } from './known-rows.ts';
import type { WaitingRow } from './worklist.ts';

/** Why a person must decide on a row. */
export type Why = WaitingRow['why'];

/** Rows of a page to set aside for a person, and rows to settle because of it. RK 1.14. */
export class Asides {
  readonly #rows: {
    readonly row: ReadRow;
    readonly first: string;
    readonly recorded: { readonly event: string; readonly stream: string };
    readonly why: Why;
  }[] = [];
  readonly #settled: { readonly aside: Aside; readonly how: 'as-recorded' | 'replaced' }[] = [];

  /** Sets a row aside, unless it is with the same contents already; earlier ones are replaced. */
  add(row: ReadRow, { first, taken, aside }: TakenRow, why: Why): void {
    if (aside?.digest === row.seen.digest) return;
    if (aside !== null) this.settle(aside, 'replaced');
    const recorded = { event: taken.event, stream: taken.stream };
    this.#rows.push({ row, first, recorded, why });
  }

  settle(aside: Aside, how: 'as-recorded' | 'replaced'): void {
    this.#settled.push({ aside, how });
  }

  async record({ fitted, received }: KeyedSheet): Promise<void> {
    const imports = importService(received.session.following());
    for (const { aside, how } of this.#settled) {
      const settled = await imports.settleRow({ import: aside.import, aside: aside.id, how });
      // Another run, or a person, may have settled it meanwhile.
      if (!settled.ok && settled.refusal.code !== 'row-settled-already') must(settled);
    }
    const rows = this.#rows.map(({ row, ...rest }) => ({ ...rowGiven(row), ...rest }));
    for (const part of inParts(rows)) {
      must(await imports.setRowsAside({ ...placeIn(fitted, received), rows: [...part] }));
    }
  }
}
