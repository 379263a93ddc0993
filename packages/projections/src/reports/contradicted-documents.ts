import { standingAfter } from '@letopis/core/facts';
import type { Dated } from '../projection/fact.ts';
import type { RegisterEntry } from '../views/register-entry.ts';
import { registers, registersKey } from '../views/registers.ts';
import type { ResultRecord } from '../views/result.ts';
import { factsOf } from '../views/result.ts';
import { differingMarks } from './differing-documents.ts';
import type { Reading } from './reading.ts';
import type { StudyFacts } from './study-facts.ts';
import { decidingFact } from './study-facts.ts';

/** A fact as a contradiction names it. */
export interface NamedFact extends Dated {
  /** Its event type, such as `AssessmentRecorded`. */
  readonly type: string;
}

/** A document in force and a result, or the withdrawal before it, that contradict each other. */
export interface DocumentContradiction {
  readonly kind: 'document-against-result' | 'standing-against-withdrawal';
  readonly enrollment: string;
  /** The day of the document. */
  readonly day: string;
  readonly module: string | null;
  readonly facts: readonly [NamedFact, NamedFact];
}

/**
 * The contradictions between a learner's documents in force and the results that their marks are
 * made of, where a mean is compared part by part; and between what a document is and why the one in
 * whose place it was issued was withdrawn. RK 1.1, RK 1.8, RK 1.9, RK 1.13.
 */
export async function contradictedDocuments(
  reading: Reading,
  learner: string,
  studies: readonly StudyFacts[],
): Promise<readonly DocumentContradiction[]> {
  const read = await reading.get(registers, registersKey.learner(learner));
  if (read?.kind !== 'learner') return [];
  const records = new Map<string, ResultRecord>();
  for (const record of studies.flatMap(({ results }) => [...results.values()])) {
    for (const { source } of factsOf(record)) records.set(source.event, record);
  }
  const results = read.lines.flatMap(({ state, entered, corrections, inForce }) => {
    if (state !== 'in-force' || entered.type !== 'DocumentIssued') return [];
    const line = corrections.at(-1)?.fact ?? entered;
    return differingMarks(inForce, records).flatMap(({ module, result }) => {
      const record = records.get(result);
      if (record === undefined) return [];
      const facts: DocumentContradiction['facts'] = [line, decidingFact(record)];
      const { enrollment } = record.first.data;
      return [
        { kind: 'document-against-result' as const, enrollment, day: line.on, module, facts },
      ];
    });
  });
  return [...results, ...contradictedStandings(read.lines)];
}

/** The documents in force that were issued as another thing than the withdrawal asks for. D15. */
function contradictedStandings(lines: readonly RegisterEntry[]): readonly DocumentContradiction[] {
  const byDocument = new Map(lines.map((line) => [line.document, line]));
  return lines.flatMap(
    ({ state, standing, entered, on: day }): readonly DocumentContradiction[] => {
      if (state !== 'in-force' || entered.type !== 'DocumentIssued') return [];
      const { first, enrollment } = entered.data;
      const withdrawn = byDocument.get(first ?? '')?.withdrawn ?? null;
      if (withdrawn === null || standing === standingAfter(withdrawn.data.outcome)) return [];
      const about = { enrollment: enrollment ?? '', day, module: null };
      return [{ kind: 'standing-against-withdrawal', ...about, facts: [withdrawn, entered] }];
    },
  );
}
