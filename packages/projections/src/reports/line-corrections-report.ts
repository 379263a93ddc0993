import type { Ground } from '@letopis/core';
import { localDate } from '@letopis/core';
import { streamKey } from '@letopis/core/kernel';
import { dayAt } from '@letopis/core/values';
import type { LineActFact } from '../views/line-corrections.ts';
import { lineCorrections, lineCorrectionsKey } from '../views/line-corrections.ts';
import type { CorrectionsPeriod } from './corrections-report.ts';
import { monthsOf } from './corrections-report.ts';
import type { LineChange } from './line-changes.ts';
import { changesOf } from './line-changes.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName, ShownText } from './reading.ts';
import { Reading } from './reading.ts';
import type { ShownSigner } from './shown-result.ts';
import { showSigner } from './shown-result.ts';

/** One act about a line of a journal, a file, a protocol, a register or a printed sheet. */
export interface LineCorrectionLine {
  readonly line: number;
  readonly act: LineActFact['type'];
  /** Stream of the line, and what in it: a lesson, a document, an item, a protocol's line. */
  readonly stream: string;
  readonly about: string;
  /** Whose line it is; null: nobody's in particular. */
  readonly learner: ShownName | null;
  /** The day of the line, and that of the act. */
  readonly on: string;
  readonly actedOn: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly ground: Ground | null;
  readonly signer: ShownSigner;
  readonly reason: ShownText;
  /** What the line said before and says after; empty: it was annulled or voided. */
  readonly changes: readonly LineChange[];
  /** Event id of the act. */
  readonly event: string;
}

/** Corrections of lines in a period, with before and after. P14. */
export interface LineCorrectionsPage {
  readonly basis: PageBasis;
  readonly from: string;
  readonly until: string;
  readonly lines: readonly LineCorrectionLine[];
}

/**
 * What was corrected or annulled in a period beside results: lessons with attendance, inventories,
 * protocols, registers, achievements, printed sheets; in the order of the log. Throws for a day
 * that is none. P14, R2 §2.3, D5, D7, D8, D15.
 */
export async function lineCorrectionsReport(
  reader: ViewReader,
  { from, until, by = 'acted', timeZone }: CorrectionsPeriod,
): Promise<LineCorrectionsPage> {
  const reading = new Reading(reader);
  const zone = timeZone ?? (await reading.regulation()).timeZone ?? 'UTC';
  const dayOf = (act: LineActFact): string =>
    by === 'acted' ? act.data.actedOn : dayAt(act.source.recordedAt, zone);
  const acts: LineActFact[] = [];
  for (const month of monthsOf(localDate.parse(from), localDate.parse(until), by)) {
    for await (const found of reading.scan(lineCorrections, lineCorrectionsKey(by, month))) {
      acts.push(...found.acts.filter((act) => dayOf(act) >= from && dayOf(act) <= until));
    }
  }
  acts.sort((a, b) => (a.source.position < b.source.position ? -1 : 1));
  const lines: LineCorrectionLine[] = [];
  for (const act of acts) lines.push(await lineOf(reading, lines.length + 1, act));
  return { from, until, lines, basis: reading.basis() };
}

async function lineOf(
  reading: Reading,
  line: number,
  act: LineActFact,
): Promise<LineCorrectionLine> {
  const { type, on, source, actor, ground, data } = act;
  const learner = 'learner' in data ? data.learner : null;
  const { stream, event, recordedAt } = source;
  return {
    line,
    act: type,
    stream,
    about: aboutOf(act),
    on,
    actedOn: data.actedOn,
    recordedAt,
    actor,
    ground,
    event,
    learner: learner === null ? null : await reading.name(learner),
    signer: await showSigner(reading, signerOf(act)),
    reason: await reasonOf(reading, act, learner),
    changes: await changesOf(reading, act),
  };
}

/** A protocol is signed in a role of its commission, all else in an office. */
function signerOf({ data }: LineActFact): Parameters<typeof showSigner>[1] {
  const { signer } = data;
  return 'role' in signer ? { person: signer.person, office: signer.role, position: null } : signer;
}

/** Reasons about a learner are personal; the others stand in the fact. */
async function reasonOf(
  reading: Reading,
  { source, data }: LineActFact,
  learner: string | null,
): Promise<ShownText> {
  const plain = 'reason' in data && typeof data.reason === 'string' ? data.reason : null;
  if (plain !== null || learner === null) return { text: plain, erased: false };
  return reading.note(learner, source.event, 'reason');
}

function aboutOf({ type, data, source }: LineActFact): string {
  switch (type) {
    case 'LessonCorrected':
    case 'LessonAnnulled':
      return data.lesson;
    case 'InventoryLineCorrected':
      return String(data.item);
    case 'ProtocolLineCorrected':
      return `${data.protocol}, ${data.line}`;
    case 'DocumentLineCorrected':
    case 'DocumentAnnulled':
      return data.document;
    case 'SheetVoided':
      return String(data.sheet);
    default:
      return streamKey(source.stream).join('.');
  }
}
