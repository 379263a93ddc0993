import type { DocumentState, RegisterEntry } from '../views/register-entry.ts';
import type { RegisterBlanks, RegistersAnswer } from '../views/registers.ts';
import { registers, registersKey } from '../views/registers.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { ShownDocumentMark } from './document-marks.ts';
import { shownMarks } from './document-marks.ts';
import { stateNow, successorOf } from './document-state.ts';
import type { PrintedIdentity } from './printed-identity.ts';
import { identityThen, printedIdentity } from './printed-identity.ts';
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
  /**
   * Of a document in the place of another: the entry that the places go back to, with the name that
   * it printed, so that the line shows both names; `null`: it is in nobody's place. RK 1.10.
   */
  readonly original: (RegisterEntry & PrintedIdentity) | null;
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
 * Reads the register of documents of a series in a year (`all` if numbers run on over years, `old`
 * for the lines of an old book): every entry with the state of its document, and the spoilt blanks.
 * P7, R1 §4.2-4.3, R4 §5.4.3, R5 §4.10.
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
      const state = stateNow(line, replacedBy);
      lines.push({
        ...line,
        state,
        replacedBy,
        original: await originalOf(reading, line),
        name: await reading.name(line.linked?.data.learner ?? line.learner),
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

/**
 * The entry that a duplicate is one of. A document given in exchange is an original itself: the
 * federal register has it so. RK 1.10, RK §4 situation 8.
 */
async function originalOf(
  reading: Reading,
  line: RegisterEntry,
): Promise<RegisterPageEntry['original']> {
  let found: RegisterEntry | null = line;
  while (found?.entered.type === 'DocumentIssued' && found.entered.data.first !== null) {
    if (found !== line && found.standing !== 'duplicate') break;
    const answer: RegistersAnswer | null = await reading.get(
      registers,
      registersKey.line(found.entered.data.first),
    );
    found = (answer?.kind === 'line' ? answer.lines[0] : null) ?? null;
  }
  if (found === null || found === line) return null;
  return { ...found, ...(await identityThen(reading, found)) };
}
