import type { DocumentState, RegisterEntry } from '../views/register-entry.ts';
import type { RegisterBlanks } from '../views/registers.ts';
import { registers, registersKey } from '../views/registers.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { ShownDocumentMark } from './document-marks.ts';
import { shownMarks } from './document-marks.ts';
import type { PrintedIdentity } from './printed-identity.ts';
import { printedIdentity } from './printed-identity.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';

/** An entry of the register, with titles and names. */
export interface RegisterPageEntry extends RegisterEntry, PrintedIdentity {
  readonly name: ShownName;
  readonly kindTitle: Titled | null;
  /** Its marks in force, with what they are made of. RK 1.1. */
  readonly marksShown: readonly ShownDocumentMark[];
  /** Id of the document issued in its place that is in force; `null` if there is none. */
  readonly replacedBy: string | null;
}

/** The register of a series in a year. P7. */
export interface RegisterPage {
  readonly basis: PageBasis;
  readonly series: string;
  readonly year: string;
  /** By number; an annulled document keeps its entry. */
  readonly lines: readonly RegisterPageEntry[];
  readonly blanks: RegisterBlanks | null;
  readonly counts: Readonly<Record<DocumentState, number>>;
}

/**
 * Reads the register of documents of a series in a year (`all` if numbers run on over years): every
 * entry with the state of its document, and the spoilt blanks. P7, R1 §4.2-4.3, R4 §5.4.3, R5
 * §4.10.
 */
export async function registerReport(
  reader: ViewReader,
  { series, year }: { readonly series: string; readonly year: string },
): Promise<RegisterPage> {
  const reading = new Reading(reader);
  const titles = await reading.regulation();
  const { documentKinds } = titles;
  const lines: RegisterPageEntry[] = [];
  for await (const found of reading.scan(registers, registersKey.lines(series, year))) {
    if (found.kind !== 'line') continue;
    for (const line of found.lines) {
      const replacedBy = await successorOf(reading, line);
      const state = stateOf(line, replacedBy);
      lines.push({
        ...line,
        state,
        replacedBy,
        name: await reading.name(line.learner),
        ...(await printedIdentity(reading, line)),
        kindTitle: documentKinds[line.entered.data.kind] ?? null,
        marksShown: shownMarks(line, titles),
      });
    }
  }
  const blanks = await reading.get(registers, registersKey.blanks(series, year));
  const counts = { 'in-force': 0, annulled: 0, replaced: 0, withdrawn: 0 };
  for (const { state } of lines) counts[state] += 1;
  await reading.tellApart();
  return {
    series,
    year,
    lines,
    counts,
    blanks: blanks?.kind === 'blanks' ? blanks : null,
    basis: reading.basis(),
  };
}

function stateOf({ annulled, withdrawn }: RegisterEntry, replacedBy: string | null): DocumentState {
  if (annulled !== null) return 'annulled';
  if (replacedBy !== null) return 'replaced';
  return withdrawn === null ? 'in-force' : 'withdrawn';
}

/**
 * The last document issued in place of another that is not annulled. Only its own entry says that.
 */
async function successorOf(reading: Reading, line: RegisterEntry): Promise<string | null> {
  for (const { data } of line.issuedInPlace.toReversed()) {
    const found = await reading.get(registers, registersKey.line(data.document));
    const [own] = found?.kind === 'line' ? found.lines : [];
    if (own !== undefined && own.annulled === null) return data.document;
  }
  return null;
}
