import type { FrdoRow } from './template.ts';

/** A value that a reported row has otherwise than the records now. */
export interface FrdoDifference {
  readonly document: string;
  /** Key of the column. */
  readonly column: string;
  /** As it was reported; empty if the cell was. */
  readonly reported: string;
  /** As the row would have it now. */
  readonly present: string;
}

/** What differs between rows that were reported and those of now. */
export interface FrdoDiffering {
  readonly changed: readonly FrdoDifference[];
  /** Documents that were reported and have no row now: annulled since, or of a kind left out. */
  readonly gone: readonly string[];
}

/**
 * Lists where reported rows differ from the present ones, after a correction, an annulment, a
 * withdrawal or a change of a name. A reported row is not recomputed: what differs is told to the
 * register by a person. Keep the rows of each file that was sent; rows that were never reported are
 * not compared. RK 1.9.
 *
 * @example
 * const { changed } = frdoDiffering(sentRows, frdoRows(frdoDpo, source).rows);
 */
export function frdoDiffering(
  reported: readonly FrdoRow[],
  present: readonly FrdoRow[],
): FrdoDiffering {
  const presentRows = byPlace(present);
  const changed: FrdoDifference[] = [];
  const gone = new Set<string>();
  for (const [place, { document, values }] of byPlace(reported)) {
    const now = presentRows.get(place)?.values;
    if (now === undefined) {
      gone.add(document);
      continue;
    }
    for (const column of new Set([...Object.keys(values), ...Object.keys(now)])) {
      const [was, is] = [values[column] ?? '', now[column] ?? ''];
      if (was !== is) changed.push({ document, column, reported: was, present: is });
    }
  }
  return { changed, gone: [...gone] };
}

/** A document may have several rows, such as one a rank: the nth is compared with the nth. */
function byPlace(rows: readonly FrdoRow[]): ReadonlyMap<string, FrdoRow> {
  const counts = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const n = (counts.get(row.document) ?? 0) + 1;
      counts.set(row.document, n);
      return [`${row.document} ${n}`, row];
    }),
  );
}
