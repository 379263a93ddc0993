import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { RegisterEntry } from '../views/register-entry.ts';
import { registers } from '../views/registers.ts';
import type { ResultRecord } from '../views/result.ts';
import { factsOf } from '../views/result.ts';
import type { Reading, ShownName } from './reading.ts';

/** A result that a mark of a document is made of, and that is another one now. */
export interface DifferingMark {
  /** `null` for the programme as a whole. */
  readonly module: string | null;
  readonly title: string | null;
  readonly kind: string;
  /** The mark on its scale, as the document has it; `null` for a credit without a mark. */
  readonly registered: string | null;
  /** The mark in force; `null` if the result was annulled, or has no mark. */
  readonly now: string | null;
  readonly annulled: boolean;
  /** Event id of the result's first record. */
  readonly result: string;
}

/** A line of a register with marks that differ from the results in force. */
export interface DifferingDocument {
  readonly document: string;
  readonly kind: string;
  readonly on: string;
  readonly learner: ShownName;
  readonly marks: readonly DifferingMark[];
}

type Mark = RegisterEntry['inForce']['marks'][number];
type OwnMark = Extract<Mark, { readonly record: string }>;

/**
 * The lines of registers about documents issued here and in force, whose marks differ from the
 * results in force. A mean is compared part by part. The line is not recomputed. RK 1.9, P7.
 */
export async function differingDocuments(reading: Reading): Promise<readonly DifferingDocument[]> {
  const found: DifferingDocument[] = [];
  for await (const answer of reading.scan(registers, 'line/')) {
    if (answer.kind !== 'line') continue;
    for (const { document, entered, on, learner, state, inForce } of answer.lines) {
      if (state !== 'in-force' || entered.type !== 'DocumentIssued') continue;
      if (inForce.marks.length === 0) continue;
      const marks = differingMarks(inForce, await resultsByFact(reading, learner));
      if (marks.length === 0) continue;
      const { kind } = entered.data;
      found.push({ document, kind, on, learner: await reading.name(learner), marks });
    }
  }
  return found;
}

/**
 * The marks of a document's content that differ from the results in force; those of a document of
 * another organisation are compared with nothing.
 * @param results the learner's results by the id of each fact about them.
 */
export function differingMarks(
  { marks }: Pick<RegisterEntry['inForce'], 'marks'>,
  results: ReadonlyMap<string, ResultRecord>,
): readonly DifferingMark[] {
  const own = marks.filter((mark): mark is OwnMark => 'record' in mark);
  return own.flatMap((mark) => differing(mark, results));
}

/** The learner's results by the id of each fact about them: of the record, and of corrections. */
async function resultsByFact(
  reading: Reading,
  learner: string,
): Promise<ReadonlyMap<string, ResultRecord>> {
  const found = new Map<string, ResultRecord>();
  for await (const answer of reading.scan(personalFile, personalFileKey.allResults(learner))) {
    if (answer.kind !== 'results') continue;
    for (const result of answer.results) {
      for (const { source } of factsOf(result)) found.set(source.event, result);
    }
  }
  return found;
}

function differing(
  mark: OwnMark,
  results: ReadonlyMap<string, ResultRecord>,
): readonly DifferingMark[] {
  const { module, title, kind } = mark;
  const alone = { kind, value: mark.mark?.value ?? null, event: mark.record };
  return (mark.parts ?? [alone]).flatMap((part) => {
    const record = results.get(part.event);
    if (record === undefined) return [];
    const { value } = record;
    const annulled = value === null;
    const now = value !== null && 'mark' in value ? (value.mark?.value ?? null) : null;
    if (!annulled && now === part.value) return [];
    const said = { module, title, kind: part.kind, registered: part.value };
    return [{ ...said, now, annulled, result: record.result }];
  });
}
